/** What a panel says about a thing, computed before anything is drawn. Pure; wording is left to the panels. */
import type { World } from './base.ts';
import { findClause, sitesNamedIn } from './policy.ts';
import { clausesNaming, readingsFor, runsOf, type TextRun } from './policy-text.ts';
import type { Clause, Cluster, Policy, Reading, Unit } from './schema/policy.ts';
import type { Fact } from './schema/site.ts';
import type { Figure, Statistics } from './schema/statistics.ts';
import { countRecords, type Placement, placementOf, type Site } from './site.ts';
import {
  CLUSTER_OR_CROSS_IDS,
  type ClusterOrCross,
  DISTRICT_IDS,
  type DistrictId,
  PRECISIONS,
  type Precision,
} from './vocabulary.ts';

export interface ClauseContext {
  readonly clause: Clause;
  readonly runs: readonly TextRun[];
  /** Other sites that the same clause names, in reading order. */
  readonly alsoNamed: readonly string[];
}

export interface ReadingContext {
  readonly reading: Reading;
  readonly clause: Clause;
  /** Units that the clause's bracket names; empty for chapter two, which has none. */
  readonly units: readonly Unit[];
}

export interface SiteDescription {
  readonly clauses: readonly ClauseContext[];
  /** True where only the parent is named: the clauses are then the parent's. */
  readonly namedThroughParent: boolean;
  readonly cluster: Cluster | null;
  readonly readings: readonly ReadingContext[];
  readonly parent: Site | null;
  readonly parts: readonly Site[];
  readonly venue: Site | null;
  readonly events: readonly Site[];
  /** Facts with the same key from different sources stand together. */
  readonly facts: readonly (readonly Fact[])[];
}

function clauseContext(policy: Policy, clause: Clause, siteId: string): ClauseContext {
  return {
    clause,
    runs: runsOf(policy, clause.start, clause.end),
    alsoNamed: sitesNamedIn(policy, clause.id).filter((id) => id !== siteId),
  };
}

function byKey(facts: readonly Fact[]): Fact[][] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) groups.set(fact.key, [...(groups.get(fact.key) ?? []), fact]);
  return [...groups.values()];
}

export function describeSite({ policy, sites }: Pick<World, 'policy' | 'sites'>, site: Site): SiteDescription {
  const parent = sites.find((s) => s.id === site.parent) ?? null;
  const own = clausesNaming(policy, { ...site, entity: 'site' });
  const through = own.length === 0 && parent !== null;
  const namedId = through ? parent.id : site.id;
  const named = through ? clausesNaming(policy, { ...parent, entity: 'site' }) : own;
  return {
    clauses: named.map((clause) => clauseContext(policy, clause, namedId)),
    namedThroughParent: through && named.length > 0,
    cluster: policy.clusters.find((c) => c.id === site.industryCluster) ?? null,
    readings: readingsFor(policy, site).flatMap((reading) => {
      const clause = findClause(policy, reading.clause);
      return clause === undefined ? [] : [{ reading, clause, units: unitsOfClause(policy, clause) }];
    }),
    parent,
    parts: sites.filter((s) => s.parent === site.id),
    venue: sites.find((s) => s.id === site.heldAt) ?? null,
    events: sites.filter((s) => s.heldAt === site.id),
    facts: byKey(site.facts),
  };
}

export function unitsOfClause(policy: Policy, clause: Clause): Unit[] {
  return clause.units.flatMap(({ unit }) => policy.units.filter((u) => u.id === unit));
}

/** How surely the records (without children) are placed. */
export function placementCounts(sites: readonly Site[]): {
  total: number;
  byPlacement: Record<Placement, number>;
  byPrecision: [Precision, number][];
} {
  const records = sites.filter((s) => s.parent === null);
  const byPlacement: Record<Placement, number> = { located: 0, coarse: 0, unlocated: 0 };
  for (const site of records) byPlacement[placementOf(site.precision)] += 1;
  return {
    total: records.length,
    byPlacement,
    byPrecision: PRECISIONS.map((precision) => [precision, records.filter((s) => s.precision === precision).length]),
  };
}

export interface Tally<K> {
  readonly key: K;
  /** Stated for this key alone. */
  readonly certain: number;
  /** Certain, those that state it among several, and those that state none: they may lie in any. */
  readonly possible: number;
}

/** Records (without children) by stated district, the stated attribute deciding; `null` is "not stated". */
export function byDistrict(sites: readonly Site[]): Tally<DistrictId | null>[] {
  const records = sites.filter((s) => s.parent === null);
  const unknown = records.filter((s) => s.districts.length === 0).length;
  return [
    ...DISTRICT_IDS.map((key) => {
      const stating = records.filter((s) => s.districts.includes(key));
      return {
        key,
        certain: stating.filter((s) => s.districts.length === 1).length,
        possible: stating.length + unknown,
      };
    }),
    { key: null, certain: unknown, possible: unknown },
  ];
}

/** Records (without children) of each cluster, the empty ones left out. */
export function byCluster(sites: readonly Site[]): { key: ClusterOrCross; sites: Site[]; count: number }[] {
  return CLUSTER_OR_CROSS_IDS.map((key) => {
    const members = sites.filter((s) => s.industryCluster === key);
    return { key, sites: members, count: countRecords(members) };
  }).filter(({ sites: members }) => members.length > 0);
}

/** Figures of one scope, newest year first within a key; those of a narrower scope are set apart. */
export function figuresOf(
  statistics: Statistics,
  entity: Figure['scope']['entity'],
  id: string,
): { own: Figure[][]; narrower: Figure[] } {
  const all = statistics.figures.filter((f) => f.scope.entity === entity && f.scope.id === id);
  const groups = new Map<string, Figure[]>();
  for (const figure of all.filter((f) => !f.narrower))
    groups.set(figure.key, [...(groups.get(figure.key) ?? []), figure]);
  const newestFirst = (a: Figure, b: Figure) => (b.asOf ?? '').localeCompare(a.asOf ?? '');
  return { own: [...groups.values()].map((group) => group.sort(newestFirst)), narrower: all.filter((f) => f.narrower) };
}
