import { beforeAll, describe, expect, it } from 'vitest';
import { countRecords, type Site } from '../../src/domain/site.ts';
import { CLUSTER_OR_CROSS_IDS, KINDS, PRECISIONS, STATUSES } from '../../src/domain/vocabulary.ts';
import { DISTRICT_FILTER, type Filters, NO_FILTERS } from '../../src/state/address/address.ts';
import {
  choiceCounts,
  type FilterKey,
  filterSites,
  isFiltered,
  only,
  toggled,
  type UnitsOf,
} from '../../src/state/filter.ts';
import { testBase } from '../fixtures/data.ts';
import { makeSite } from '../fixtures/site.ts';

const CHOICES: Record<FilterKey, readonly string[]> = {
  clusters: CLUSTER_OR_CROSS_IDS,
  districts: DISTRICT_FILTER,
  kinds: KINDS,
  statuses: STATUSES,
  precisions: PRECISIONS,
  units: ['finance', 'education', 'none'],
};
const sites = [
  makeSite('a', { industryCluster: 'home', kind: 'park', districts: ['nanhai'], status: 'planned', precision: 'town' }),
  makeSite('b', { industryCluster: 'auto', kind: 'park', districts: ['nanhai', 'shunde'], precision: 'street' }),
  makeSite('c', { industryCluster: 'auto', kind: 'project', districts: [], precision: 'unknown', position: null }),
  makeSite('d', { industryCluster: 'auto', kind: 'project', districts: ['shunde'], parent: 'b' }),
];
/** A lists two units, b one; nobody answers for the others. */
const unitsOf: UnitsOf = ({ id }) => ({ a: ['finance', 'education'], b: ['finance'] })[id] ?? [];
const ids = (filters: Partial<Filters>) => filterSites(sites, { ...NO_FILTERS, ...filters }, unitsOf).map((s) => s.id);

describe('filterSites', () => {
  it('shows all where a filter is null, and none where it is empty', () => {
    expect(ids({})).toEqual(['a', 'b', 'c', 'd']);
    for (const key of Object.keys(CHOICES)) expect([key, ids({ [key]: [] })]).toEqual([key, []]);
  });

  it('takes each property by its own list', () => {
    expect(ids({ clusters: ['home'] })).toEqual(['a']);
    expect(ids({ kinds: ['project', 'venue'] })).toEqual(['c', 'd']);
    expect(ids({ statuses: ['planned'] })).toEqual(['a']);
    expect(ids({ precisions: ['street', 'unknown'] })).toEqual(['b', 'c']);
  });

  it('passes a site by any of its districts, and one that states none only by "not stated"', () => {
    expect(ids({ districts: ['nanhai'] })).toEqual(['a', 'b']);
    expect(ids({ districts: ['shunde'] })).toEqual(['b', 'd']);
    expect(ids({ districts: ['none'] })).toEqual(['c']);
    expect(ids({ districts: ['gaoming', 'none'] })).toEqual(['c']);
  });

  it('passes a site by any unit that answers for it, and one that has none only by "not stated"', () => {
    expect(ids({ units: ['education'] })).toEqual(['a']);
    expect(ids({ units: ['finance'] })).toEqual(['a', 'b']);
    expect(ids({ units: ['none'] })).toEqual(['c', 'd']);
    expect(ids({ units: ['gone'] })).toEqual([]);
  });

  it('joins filters with "and", and leaves typing alone', () => {
    expect(ids({ clusters: ['auto'], districts: ['nanhai'] })).toEqual(['b']);
    expect(ids({ q: 'nothing like it' })).toHaveLength(4);
  });

  it('can leave one filter out', () => {
    const filters: Filters = { ...NO_FILTERS, clusters: ['home'], kinds: ['park'] };
    expect(filterSites(sites, filters, unitsOf, 'clusters').map((s) => s.id)).toEqual(['a', 'b']);
  });
});

describe('choiceCounts', () => {
  it('counts each choice under the other filters, parts not counted', () => {
    const filters: Filters = { ...NO_FILTERS, clusters: ['home'], kinds: ['park'] };
    const count = (key: FilterKey) => Object.fromEntries(choiceCounts(sites, filters, key, CHOICES[key], unitsOf));
    expect(count('clusters')).toMatchObject({ home: 1, auto: 1, food: 0 });
    expect(count('kinds')).toMatchObject({ park: 1, project: 0 });
    expect(choiceCounts(sites, NO_FILTERS, 'clusters', CHOICES.clusters, unitsOf).get('auto')).toBe(2);
    expect(choiceCounts(sites, NO_FILTERS, 'districts', CHOICES.districts, unitsOf).get('shunde')).toBe(1);
  });

  describe('over the register', () => {
    let real: readonly Site[];
    beforeAll(async () => {
      real = (await testBase()).sites;
    });

    it.each(['clusters', 'kinds', 'statuses', 'precisions'] as const)('adds up to all 24 records: %s', (key) => {
      const counts = [...choiceCounts(real, NO_FILTERS, key, CHOICES[key], unitsOf).values()];
      expect(counts.reduce((a, b) => a + b, 0)).toBe(24);
    });

    it('is what choosing only that one then shows', () => {
      const filters: Filters = { ...NO_FILTERS, districts: ['nanhai', 'none'] };
      for (const [cluster, n] of choiceCounts(real, filters, 'clusters', CHOICES.clusters, unitsOf)) {
        const chosen = CLUSTER_OR_CROSS_IDS.filter((id) => id === cluster);
        expect([cluster, countRecords(filterSites(real, { ...filters, clusters: chosen }, unitsOf))]).toEqual([
          cluster,
          n,
        ]);
      }
    });
  });
});

describe('toggled and only', () => {
  const all = ['a', 'b', 'c'];

  it('turns one off from all, and back on to all', () => {
    expect(toggled(all, null, 'b')).toEqual(['a', 'c']);
    expect(toggled(all, ['a', 'c'], 'b')).toBeNull();
  });

  it('turns the last one off to none, and one on from none', () => {
    expect(toggled(all, ['a'], 'a')).toEqual([]);
    expect(toggled(all, [], 'c')).toEqual(['c']);
  });

  it('keeps the order of the list and leaves its input alone', () => {
    const current = ['c'];
    expect(toggled(all, current, 'a')).toEqual(['a', 'c']);
    expect(current).toEqual(['c']);
  });

  it('shows only one; asked again, all', () => {
    expect(only(null, 'b')).toEqual(['b']);
    expect(only(['a', 'c'], 'b')).toEqual(['b']);
    expect(only(['b'], 'b')).toBeNull();
    expect(only([], 'b')).toEqual(['b']);
  });
});

describe('isFiltered', () => {
  it('is any list that is not null, an empty one too; typing is no filter', () => {
    expect(isFiltered(NO_FILTERS)).toBe(false);
    expect(isFiltered({ ...NO_FILTERS, q: 'x' })).toBe(false);
    for (const key of Object.keys(CHOICES)) expect(isFiltered({ ...NO_FILTERS, [key]: [] })).toBe(true);
  });
});
