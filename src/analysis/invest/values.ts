/** Everything that is known of a candidate, by criterion. */
import type { Bilingual, Source } from '../../domain/schema/parts.ts';
import type { Term } from '../../domain/schema/term.ts';
import type { Site } from '../../domain/site.ts';
import type { ClusterId, DistrictId } from '../../domain/vocabulary.ts';
import { measure } from './measure.ts';
import { type OwnColumn, ownValue } from './own-columns.ts';
import { FIT_SCORES, LOCATED_SCALE, linear, RECENT_SCALE, STATUS_SCORES, WORD_SCORES } from './scales.ts';
import {
  type Candidate,
  type ClusterFit,
  type CriterionId,
  type CriterionValue,
  PLACE_CRITERIA,
  type Said,
} from './types.ts';
import { type TermIndex, termsIn, withKinds } from './understand.ts';
import type { World } from './world.ts';

/** What the values of a candidate depend on. */
export interface Asked {
  readonly clusters: readonly ClusterId[];
  /** Terms that stand for the focus. */
  readonly focus: readonly Term[];
  /** Every term, by which a focus names a cluster. */
  readonly index: TermIndex;
  readonly preferred: readonly DistrictId[];
  readonly withinM: number;
  /** From which ages are counted, `YYYY-MM-DD`. */
  readonly today: string;
  readonly own: readonly OwnColumn[];
}

function fixed(said: Said, score: number, sources: readonly Source[], date: string | null = null): CriterionValue {
  return { known: true, said, score, scoreMin: score, scoreMax: score, nearest: null, sources, date, note: null };
}
const all = (site: Site): Source[] => Object.values(site.sources);

/** Names and focus, in both languages. */
function purposeOf({ nameZh, nameEn, aliases, focus }: Site): string {
  return [nameZh, nameEn, ...aliases, focus?.zh ?? '', focus?.en ?? ''].join(' \n ');
}
function factsOf({ facts }: Site): string {
  return facts
    .flatMap(({ label, value, asPrinted }) => [
      label.zh,
      label.en,
      asPrinted,
      ...(typeof value === 'object' && 'zh' in value ? [value.zh, value.en] : []),
    ])
    .join(' \n ');
}

interface SiteTerms {
  readonly purpose: ReadonlySet<Term>;
  readonly facts: ReadonlySet<Term>;
}
const kept = new WeakMap<TermIndex, WeakMap<Site, SiteTerms>>();

/** The terms in a record's words; a record keeps them, since no question changes them. */
function termsOf(index: TermIndex, site: Site): SiteTerms {
  const bySite = kept.get(index) ?? new WeakMap<Site, SiteTerms>();
  kept.set(index, bySite);
  const known = bySite.get(site);
  if (known !== undefined) return known;
  const found = {
    purpose: withKinds(index, termsIn(index, purposeOf(site))),
    facts: withKinds(index, termsIn(index, factsOf(site))),
  };
  bySite.set(site, found);
  return found;
}

/** The terms in its name and focus. */
export const purposeTerms = (index: TermIndex, site: Site): ReadonlySet<Term> => termsOf(index, site).purpose;

function clusterFit(site: Site, { clusters, index }: Asked): { fit: ClusterFit; clusters: readonly ClusterId[] } {
  const own = clusters.filter((id) => id === site.industryCluster);
  if (own.length > 0) return { fit: 'own', clusters: own };
  const purpose = [...termsOf(index, site).purpose];
  const named = clusters.filter((id) => purpose.some((term) => term.clusters[0] === id));
  if (named.length > 0) return { fit: 'named', clusters: named };
  return { fit: site.industryCluster === 'cross' ? 'several' : 'other', clusters: [] };
}

/** Unknown only where the record states no focus and nothing else of it has the words. */
function focusFit(site: Site, { focus, index }: Asked): CriterionValue {
  const { purpose, facts } = termsOf(index, site);
  const found = focus.filter((term) => purpose.has(term));
  const inFacts = focus.filter((term) => !found.includes(term) && facts.has(term));
  if (site.focus === null && found.length + inFacts.length === 0) return { known: false, reason: 'not-stated' };
  const names = (terms: readonly Term[]): Bilingual[] => terms.map(({ zh, en }) => ({ zh, en }));
  const missing = focus.filter((term) => !found.includes(term) && !inFacts.includes(term));
  return fixed(
    { kind: 'words', found: names(found), inFacts: names(inFacts), missing: names(missing) },
    (found.length * WORD_SCORES.found + inFacts.length * WORD_SCORES.inFacts) / Math.max(1, focus.length),
    all(site),
  );
}

function districtFit({ districts, sources }: Site, preferred: readonly DistrictId[]): CriterionValue {
  if (districts.length === 0) return { known: false, reason: 'not-stated' };
  const inside = districts.filter((id) => preferred.includes(id)).length;
  return fixed({ kind: 'district', districts, preferred: inside }, inside / districts.length, Object.values(sources));
}

function statusOf(site: Site): CriterionValue {
  if (site.status === 'unknown') return { known: false, reason: 'not-stated' };
  return fixed(
    { kind: 'status', status: site.status },
    STATUS_SCORES[site.status],
    statusSources(site),
    site.statusDate,
  );
}
function statusSources({ statusSource, sources }: Site): Source[] {
  const source = statusSource === null ? undefined : sources[statusSource];
  return source === undefined ? [] : [source];
}

/** Years from a partial date, read as its middle, to a day. */
export function yearsSince(date: string, today: string): number {
  const [year = '0', month, day] = date.split('-');
  const at =
    Number(year) +
    (month === undefined ? 0.5 : (Number(month) - 1 + (day === undefined ? 0.5 : Number(day) / 31)) / 12);
  const [y = '0', m = '1', d = '1'] = today.split('-');
  return Math.max(0, Number(y) + (Number(m) - 1 + Number(d) / 31) / 12 - at);
}

function recentOf(site: Site, today: string): CriterionValue {
  if (site.statusDate === null) return { known: false, reason: 'no-date' };
  const years = yearsSince(site.statusDate, today);
  return fixed({ kind: 'years', value: years }, linear(RECENT_SCALE, years), statusSources(site), site.statusDate);
}

function locatedOf({ precision, radiusM, location, sources }: Site): CriterionValue {
  if (precision === 'unknown') return { known: false, reason: 'not-placed' };
  if (radiusM === null) return { known: false, reason: 'placed-coarsely' };
  return fixed(
    { kind: 'radius', value: radiusM, precision },
    linear(LOCATED_SCALE, radiusM),
    location.sources.flatMap((key) => sources[key] ?? []),
  );
}

/** Criteria of place that no question changes. */
const FIXED_PLACES = PLACE_CRITERIA.filter((id) => id !== 'neighbours');
const measured = new WeakMap<World, WeakMap<Site, ReadonlyMap<CriterionId, CriterionValue>>>();

/** What is measured to the same things whatever is asked: a world keeps it, so that a new need measures neighbours alone. */
function placesOf(site: Site, world: World): ReadonlyMap<CriterionId, CriterionValue> {
  const bySite = measured.get(world) ?? new WeakMap<Site, ReadonlyMap<CriterionId, CriterionValue>>();
  measured.set(world, bySite);
  const known = bySite.get(site) ?? new Map(FIXED_PLACES.map((id) => [id, measure(id, world, site, [], 0)] as const));
  bySite.set(site, known);
  return known;
}

/** Every criterion that applies to what is asked; without clusters there is, say, no fit with them. */
export function candidateOf(site: Site, world: World, asked: Asked): Candidate {
  const { clusters, focus, preferred, withinM } = asked;
  const values = new Map<CriterionId, CriterionValue>();
  if (clusters.length > 0) {
    const fit = clusterFit(site, asked);
    values.set('cluster', fixed({ kind: 'fit', ...fit }, FIT_SCORES[fit.fit], all(site)));
  }
  if (focus.length > 0) values.set('focus', focusFit(site, asked));
  if (clusters.length > 0) values.set('neighbours', measure('neighbours', world, site, clusters, withinM));
  for (const [id, value] of placesOf(site, world)) values.set(id, value);
  if (preferred.length > 0) values.set('district', districtFit(site, preferred));
  values.set('status', statusOf(site));
  values.set('recent', recentOf(site, asked.today));
  values.set('located', locatedOf(site));
  for (const column of asked.own) values.set(column.id, ownValue(column, site.id));
  return { site, values };
}
