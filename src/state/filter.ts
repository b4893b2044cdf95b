/** Filtering the register: what is filtered out goes, from map, list and counts alike. */

import { countRecords, type Site } from '../domain/site.ts';
import type { Axis } from '../domain/vocabulary.ts';
import type { Filters } from './address/address.ts';

export type FilterKey = Exclude<keyof Filters, 'q' | 'cell'>;

/** Ids of the units that answer for a record. */
export type UnitsOf = (site: Site) => readonly string[];

const TESTS: Record<FilterKey, (site: Site, allowed: readonly string[], unitsOf: UnitsOf) => boolean> = {
  clusters: (site, allowed) => allowed.includes(site.industryCluster),
  districts: (site, allowed) => passes(site.districts, allowed),
  kinds: (site, allowed) => allowed.includes(site.kind),
  statuses: (site, allowed) => allowed.includes(site.status),
  precisions: (site, allowed) => allowed.includes(site.precision),
  units: (site, allowed, unitsOf) => passes(unitsOf(site), allowed),
};

const KEYS: readonly FilterKey[] = ['clusters', 'districts', 'kinds', 'statuses', 'precisions', 'units'];

/** By any of its own; without one by `none`. */
const passes = (own: readonly string[], allowed: readonly string[]): boolean =>
  own.length === 0 ? allowed.includes('none') : own.some((each) => allowed.includes(each));

/** Where a site stands on an axis of the cross table: the same key as the table gives its row. */
export function cellKey(site: Site, axis: Axis): string {
  switch (axis) {
    case 'cluster':
      return site.industryCluster;
    case 'kind':
    case 'status':
    case 'precision':
      return site[axis];
    case 'town':
    case 'district': {
      const stated = axis === 'town' ? site.towns : site.districts;
      // A record is no surer of its town than of its district.
      const isOne = stated.length === 1 && site.districts.length === 1;
      return isOne ? (stated[0] ?? 'unknown') : stated.length === 0 ? 'unknown' : 'several';
    }
  }
}

/** `except` leaves one filter out, for the live counts of that filter's own choices. */
export function filterSites(sites: readonly Site[], filters: Filters, unitsOf: UnitsOf, except?: FilterKey): Site[] {
  return sites.filter(
    (site) =>
      (filters.cell?.every(({ axis, key }) => cellKey(site, axis) === key) ?? true) &&
      KEYS.every((key) => {
        const allowed = filters[key];
        return key === except || allowed === null || TESTS[key](site, allowed, unitsOf);
      }),
  );
}

/** Records of each choice of one filter, under all the others. */
export function choiceCounts(
  sites: readonly Site[],
  filters: Filters,
  key: FilterKey,
  choices: readonly string[],
  unitsOf: UnitsOf,
): Map<string, number> {
  const shown = filterSites(sites, filters, unitsOf, key);
  return new Map(
    choices.map((choice) => [choice, countRecords(shown.filter((site) => TESTS[key](site, [choice], unitsOf)))]),
  );
}

/** Turns one choice on or off. All on is no filter. */
export function toggled<T extends string>(
  all: readonly T[],
  current: readonly T[] | null,
  choice: T,
): readonly T[] | null {
  const on = new Set(current ?? all);
  if (on.has(choice)) on.delete(choice);
  else on.add(choice);
  const next = all.filter((item) => on.has(item));
  return next.length === all.length ? null : next;
}

/** Only this one; asked again when it is the only one, all. */
export function only<T extends string>(current: readonly T[] | null, choice: T): readonly T[] | null {
  return current !== null && current.length === 1 && current[0] === choice ? null : [choice];
}

export function isFiltered(filters: Filters): boolean {
  return filters.cell !== null || KEYS.some((key) => filters[key] !== null);
}
