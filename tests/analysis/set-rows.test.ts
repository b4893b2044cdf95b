import { describe, expect, it } from 'vitest';
import { countedImport } from '../../src/analysis/counted-set.ts';
import { countChoices, passingRows, rowTest } from '../../src/analysis/set-rows.ts';
import { clusterAt, precisionAt, statusAt } from '../../src/domain/point-set.ts';
import { isThinned, NO_SET_FILTER, type SetFilter, type SetLook, THINNED_FROM } from '../../src/domain/set-look.ts';
import { randomSet } from '../fixtures/random-set.ts';

const set = randomSet({ seed: 7, count: 2000, spread: 'mixed' });
const counted = countedImport(set);
const FILTERS: readonly SetFilter[] = [
  NO_SET_FILTER,
  { clusters: ['home', 'none'], districts: null, precisions: null, cell: null, columns: [] },
  { clusters: null, districts: ['nanhai', 'shunde'], precisions: ['exact', 'town'], cell: null, columns: [] },
  { clusters: ['cross'], districts: ['none'], precisions: ['unknown', 'street'], cell: null, columns: [] },
  {
    clusters: null,
    districts: ['sanshui'],
    precisions: null,
    cell: [
      { axis: 'cluster', key: 'auto' },
      { axis: 'status', key: 'operating' },
    ],
    columns: [],
  },
  { clusters: [], districts: null, precisions: null, cell: null, columns: [] },
];

/** The rule as one would say it, row by row. */
const says = ({ clusters, districts, precisions, cell }: SetFilter, row: number): boolean =>
  (cell === null || (clusterAt(set, row) === 'auto' && statusAt(set, row) === 'operating')) &&
  (clusters === null || clusters.includes(clusterAt(set, row) ?? 'none')) &&
  (districts === null || districts.includes(counted.districtsOf(row).counted ?? 'none')) &&
  (precisions === null || precisions.includes(precisionAt(set, row)));

describe('the filter of a set', () => {
  it.each(FILTERS)('lets the rows through that it names: %j', (filter) => {
    const wanted = Array.from({ length: set.count }, (_, row) => row).filter((row) => says(filter, row));
    const passes = rowTest(set, filter);
    expect(Array.from({ length: set.count }, (_, row) => row).filter(passes)).toEqual(wanted);
    expect([...(passingRows(set, filter) ?? wanted)]).toEqual(wanted);
  });

  it.each(FILTERS)('counts each choice under the other two: %j', (filter) => {
    const counts = countChoices(set, filter);
    const count = (free: keyof SetFilter, value: string, at: (row: number) => string) =>
      Array.from({ length: set.count }, (_, row) => row).filter(
        (row) => says({ ...filter, [free]: null }, row) && at(row) === value,
      ).length;
    for (const value of ['home', 'cross', 'none'] as const)
      expect(counts.clusters.get(value) ?? 0).toBe(count('clusters', value, (row) => clusterAt(set, row) ?? 'none'));
    // What no row says is no choice.
    expect([...counts.clusters.values(), ...counts.precisions.values()]).not.toContain(0);
    for (const value of ['nanhai', 'none'] as const)
      expect(counts.districts.get(value) ?? 0).toBe(
        count('districts', value, (row) => counted.districtsOf(row).counted ?? 'none'),
      );
    for (const value of ['exact', 'town', 'unknown'] as const)
      expect(counts.precisions.get(value) ?? 0).toBe(count('precisions', value, (row) => precisionAt(set, row)));
  });
});

it('a set is thinned while the map moves when it is large and drawn as points', () => {
  const look: SetLook = { name: '', colour: 'blue', size: 4, visible: true, display: 'points', acrossM: 1000 };
  const large = { ...set, count: THINNED_FROM };
  expect([isThinned(large, look), isThinned(large, { ...look, display: 'heat' }), isThinned(set, look)]).toEqual([
    true,
    false,
    false,
  ]);
});
