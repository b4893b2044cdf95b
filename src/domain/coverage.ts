/**
 * How much of what the text names we can show: named → researched → located → status known, and how old.
 * Pure; ages count to the date of the data version, never to the clock.
 */
import { sitesNamedIn } from './policy.ts';
import type { Clause, Policy } from './schema/policy.ts';
import { type Placement, placementOf, type Site } from './site.ts';
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross, PRECISIONS, type Precision } from './vocabulary.ts';

/** Why a record is not to be relied on without a second look. Having no position is counted apart. */
export const DOUBTS = ['rights', 'coarse', 'status-unknown', 'status-old', 'contested'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** How old a known status may be at most, in years; an undated one counts as older. */
export const AGE_BANDS = ['within-1', 'within-3', 'older'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export interface CoverageRecord {
  readonly site: Site;
  /** The clauses that name it, in the document's order. */
  readonly clauses: readonly Clause[];
  /** At least one source besides the policy. */
  readonly researched: boolean;
  readonly placement: Placement;
  /** Null where the status is unknown. */
  readonly ageBand: AgeBand | null;
  /** Years from the earliest day that the status date can mean; null where there is none. */
  readonly ageYears: number | null;
  readonly doubts: readonly Doubt[];
}

export interface CoverageRow<K> {
  readonly key: K;
  readonly records: readonly CoverageRecord[];
  readonly named: number;
  readonly researched: number;
  readonly byPrecision: Readonly<Record<Precision, number>>;
  readonly byPlacement: Readonly<Record<Placement, number>>;
  readonly statusKnown: number;
  readonly byAge: Readonly<Record<AgeBand, number>>;
  readonly doubtful: number;
}

export interface Coverage {
  readonly total: CoverageRow<null>;
  /** Every clause, those that name nothing included. */
  readonly byClause: readonly CoverageRow<Clause>[];
  /** Every cluster, and what serves no single one. */
  readonly byCluster: readonly CoverageRow<ClusterOrCross>[];
}

/** `asOf` is the date of the data version, `YYYY[-MM[-DD]]`. */
export function coverageOf(policy: Policy, sites: readonly Site[], asOf: string): Coverage {
  const namedBy = new Map(policy.clauses.map((clause) => [clause.id, new Set(sitesNamedIn(policy, clause.id))]));
  const records = sites.flatMap((site) => {
    const clauses = policy.clauses.filter((clause) => namedBy.get(clause.id)?.has(site.id));
    return clauses.length === 0 ? [] : [recordOf(site, clauses, asOf)];
  });
  return {
    total: rowOf(null, records, sites),
    byClause: policy.clauses.map((clause) =>
      rowOf(
        clause,
        records.filter((r) => r.clauses.includes(clause)),
        sites,
      ),
    ),
    byCluster: CLUSTER_OR_CROSS_IDS.map((id) =>
      rowOf(
        id,
        records.filter((r) => r.site.industryCluster === id),
        sites,
      ),
    ),
  };
}

function recordOf(site: Site, clauses: readonly Clause[], asOf: string): CoverageRecord {
  const known = site.status !== 'unknown';
  const ageBand = known ? ageBandOf(site.statusDate, asOf) : null;
  const placement = placementOf(site.precision);
  const holds: Record<Doubt, boolean> = {
    rights: site.location.rights === 'unclear',
    coarse: placement === 'coarse',
    'status-unknown': !known,
    'status-old': ageBand === 'older',
    contested: hasContestedFacts(site),
  };
  return {
    site,
    clauses,
    researched: Object.values(site.sources).some((source) => source.kind !== 'policy'),
    placement,
    ageBand,
    ageYears: known && site.statusDate !== null ? ageInYears(site.statusDate, asOf) : null,
    doubts: DOUBTS.filter((doubt) => holds[doubt]),
  };
}

function rowOf<K>(key: K, members: readonly CoverageRecord[], sites: readonly Site[]): CoverageRow<K> {
  const records = withoutParts(members, sites);
  const count = (test: (record: CoverageRecord) => boolean) => records.filter(test).length;
  return {
    key,
    records,
    named: records.length,
    researched: count((r) => r.researched),
    byPrecision: tally(PRECISIONS, (precision) => count((r) => r.site.precision === precision)),
    byPlacement: tally(['located', 'coarse', 'unlocated'], (placement) => count((r) => r.placement === placement)),
    statusKnown: count((r) => r.ageBand !== null),
    byAge: tally(AGE_BANDS, (band) => count((r) => r.ageBand === band)),
    doubtful: count((r) => r.doubts.length > 0),
  };
}

function tally<K extends string>(keys: readonly K[], count: (key: K) => number): Record<K, number>;
function tally(keys: readonly string[], count: (key: string) => number): Record<string, number> {
  return Object.fromEntries(keys.map((key) => [key, count(key)]));
}

/** A record is not counted beside the one that it is part of, however far up. */
function withoutParts(records: readonly CoverageRecord[], sites: readonly Site[]): CoverageRecord[] {
  const parents = new Map(sites.map((site) => [site.id, site.parent]));
  const ids = new Set(records.map((r) => r.site.id));
  const isPart = (record: CoverageRecord) => {
    for (let id = record.site.parent; id !== null; id = parents.get(id) ?? null) if (ids.has(id)) return true;
    return false;
  };
  return records.filter((record) => !isPart(record));
}

/** True where one and the same fact is stated with more than one value. */
export function hasContestedFacts(site: Pick<Site, 'facts'>): boolean {
  const values = new Map<string, string>();
  return site.facts.some(({ key, value, unit, qualifier }) => {
    const said = JSON.stringify([value, unit, qualifier]);
    const before = values.get(key);
    values.set(key, said);
    return before !== undefined && before !== said;
  });
}

/** First day that a partial date can mean, or the last one, as milliseconds. */
function dayOf(date: string, which: 'first' | 'last', plusYears = 0): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (which === 'first') return Date.UTC(year + plusYears, (month ?? 1) - 1, day ?? 1);
  return day === undefined ? Date.UTC(year, month ?? 12, 0) : Date.UTC(year, (month ?? 12) - 1, day);
}

const YEAR_MS = 365.2425 * 86_400_000;

/** Years between the two, as many as the dates allow, to one decimal; never below zero. */
export function ageInYears(date: string, asOf: string): number {
  return Math.max(0, Math.round(((dayOf(asOf, 'last') - dayOf(date, 'first')) / YEAR_MS) * 10) / 10);
}

export function ageBandOf(date: string | null, asOf: string): AgeBand {
  if (date === null) return 'older';
  const end = dayOf(asOf, 'last');
  if (dayOf(date, 'first', 1) >= end) return 'within-1';
  return dayOf(date, 'first', 3) >= end ? 'within-3' : 'older';
}
