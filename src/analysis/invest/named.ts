/**
 * What the register or the policy names for what is made, and is no place for a plant itself: a maker of separators in a
 * district is a reason for that district, whether or not its point is known.
 */
import type { Term } from '../../domain/schema/term.ts';
import type { Site } from '../../domain/site.ts';
import { isCandidate } from './candidates.ts';
import type { TermIndex } from './understand.ts';
import { purposeTerms } from './values.ts';

/** Records whose name or focus has one of the terms, candidates and events left out; in the order of the register. */
export function namedFor(sites: readonly Site[], terms: readonly Term[], index: TermIndex): readonly Site[] {
  if (terms.length === 0) return [];
  return sites.filter((site) => {
    if (isCandidate(site) || site.extent === 'event') return false;
    const own = purposeTerms(index, site);
    return terms.some((term) => own.has(term));
  });
}

export interface NamedNear {
  readonly site: Site;
  /** What both state: the same town, or, where a town is not known of both, the same district. */
  readonly within: 'town' | 'district';
}

/** Those of them that are stated to be where the candidate is, towns first. */
export function namedNear({ towns, districts }: Site, named: readonly Site[]): readonly NamedNear[] {
  const near = named.flatMap((site): NamedNear[] => {
    if (site.towns.some((town) => towns.includes(town))) return [{ site, within: 'town' }];
    if (site.towns.length > 0 && towns.length > 0) return [];
    return site.districts.some((district) => districts.includes(district)) ? [{ site, within: 'district' }] : [];
  });
  return near.sort((a, b) => Number(a.within === 'district') - Number(b.within === 'district'));
}
