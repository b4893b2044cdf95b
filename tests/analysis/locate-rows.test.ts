import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { keysOn } from '../../src/analysis/axis-keys.ts';
import { byDistrict, byTown } from '../../src/analysis/by-area.ts';
import { districtCounts } from '../../src/analysis/choropleth.ts';
import { countedImport } from '../../src/analysis/counted-set.ts';
import { locateRows } from '../../src/analysis/locate-rows.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { tally } from '../../src/analysis/tally.ts';
import { NOT_STATED, type PointSet } from '../../src/domain/point-set.ts';
import type { BorderAccuracy } from '../../src/domain/schema/config.ts';
import { DISTRICT_IDS, type DistrictId } from '../../src/domain/vocabulary.ts';
import { randomSet } from '../fixtures/random-set.ts';

const square = (west: number, south: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 0.1, south],
      [west + 0.1, south + 0.1],
      [west, south + 0.1],
      [west, south],
    ],
  ],
});
/** Two districts side by side, a tenth of a degree wide, with their border at 113.1. */
const DISTRICTS = new Map<DistrictId, Polygon>([
  ['nanhai', square(113, 23)],
  ['shunde', square(113.1, 23)],
]);

interface Row {
  readonly at: readonly [number, number];
  readonly radiusM: number;
  readonly states?: DistrictId;
  readonly town?: number;
}

/** One metre eastward here, degrees. */
const M = 1 / 102_500;

function setOf(rows: readonly Row[], accuracyMetres = 0, doubtful: BorderAccuracy['doubtful'] = []): PointSet {
  const set = randomSet({ seed: 1, count: rows.length, unplacedShare: 0 });
  rows.forEach(({ at, radiusM, states, town = 0 }, row) => {
    set.positions.set(at, 2 * row);
    set.radiusM[row] = radiusM;
    set.district[row] = states === undefined ? NOT_STATED : DISTRICT_IDS.indexOf(states);
    set.town[row] = town;
  });
  const byCoordinates = new Uint8Array(rows.length).fill(1);
  return { ...set, located: locateRows(set, buildIndex(set), byCoordinates, DISTRICTS, { accuracyMetres, doubtful }) };
}

const nanhai = (set: PointSet) => tally(countedImport(set), byDistrict(countedImport(set), 'nanhai')).total;

describe('own rows by district', () => {
  it('count where they lie, though they state nothing', () => {
    const set = setOf(Array.from({ length: 20 }, (_, n) => ({ at: [113.02 + n / 400, 23.05], radiusM: 50 })));
    expect(nanhai(set)).toEqual({ certain: 20, inside: 20, possible: 20 });
    expect(tally(countedImport(set), byDistrict(countedImport(set), 'shunde')).total.possible).toBe(0);
  });

  it('200 m from a border that is known to 300 m are possible on both sides, unless they state one', () => {
    const near = [113.1 - 200 * M, 23.05] as const;
    const set = setOf(
      [
        { at: near, radiusM: 10 },
        { at: near, radiusM: 10, states: 'nanhai' },
      ],
      300,
    );
    expect(nanhai(set)).toEqual({ certain: 1, inside: 2, possible: 2 });
    expect(tally(countedImport(set), byDistrict(countedImport(set), 'shunde')).total).toEqual({
      certain: 0,
      inside: 0,
      possible: 1,
    });
  });

  it('in a circle where the border is doubted are certain nowhere, and possible wherever it reaches', () => {
    const doubt = { at: [113.1, 23.05] as [number, number], radiusM: 1000, why: 'an example' };
    const [inside, outside] = [800, 1200].map((m): Row => ({ at: [113.1 - m * M, 23.05], radiusM: 10 }));
    if (inside === undefined || outside === undefined) throw new Error('no rows');
    expect(nanhai(setOf([inside, outside], 100, [doubt]))).toEqual({ certain: 1, inside: 2, possible: 2 });
    const set = setOf([inside, outside], 100, [doubt]);
    expect(tally(countedImport(set), byDistrict(countedImport(set), 'shunde')).total.possible).toBe(1);
  });

  it('near the border are possible on both sides, and counted where the point is; what they state decides', () => {
    const near = [113.1 - 80 * M, 23.05] as const;
    const set = setOf([
      { at: near, radiusM: 100 },
      { at: near, radiusM: 100, states: 'nanhai' },
      { at: near, radiusM: 100, states: 'shunde' },
      { at: near, radiusM: 60 },
    ]);
    // The first may be in either, its point is in Nanhai; the second says Nanhai; the third Shunde; the fourth is clear.
    expect(nanhai(set)).toEqual({ certain: 2, inside: 3, possible: 3 });
    const counts = districtCounts([{ counted: countedImport(set) }]);
    expect(counts.get('shunde')).toEqual({ certain: 1, inside: 1, possible: 2 });
    expect([...(set.located?.disagreeing ?? [])]).toEqual([]);
  });

  it('that state another district count by their place where it is known to 500 m, else as possible in both', () => {
    const set = setOf([
      { at: [113.05, 23.05], radiusM: 499, states: 'shunde' },
      { at: [113.05, 23.05], radiusM: 500, states: 'shunde' },
    ]);
    expect(nanhai(set)).toEqual({ certain: 1, inside: 2, possible: 2 });
    expect(districtCounts([{ counted: countedImport(set) }]).get('shunde')).toEqual({
      certain: 0,
      inside: 0,
      possible: 1,
    });
    expect([...(set.located?.disagreeing ?? [])]).toEqual([0, 1]);
  });

  it('outside the city are in no district, and on an axis of their own', () => {
    const set = setOf([{ at: [113.5, 23.5], radiusM: 10 }]);
    expect(nanhai(set).possible).toBe(0);
    expect(keysOn(countedImport(set), 'district')(0)).toBe('elsewhere');
  });

  it('take the error of the border with their own', () => {
    const rows = [{ at: [113.1 - 80 * M, 23.05], radiusM: 10 }] as const;
    expect(nanhai(setOf(rows)).certain).toBe(1);
    expect(nanhai(setOf(rows, 300))).toEqual({ certain: 0, inside: 1, possible: 1 });
  });

  it('are never more certain in a town than in its district', () => {
    const town = 440605011;
    const set = setOf([
      { at: [113.05, 23.05], radiusM: 10, town },
      { at: [113.15, 23.05], radiusM: 10, town },
      { at: [113.15, 23.05], radiusM: 900, town },
    ]);
    const { total } = tally(countedImport(set), byTown(countedImport(set), town));
    expect(total).toEqual({ certain: 1, inside: 1, possible: 2 });
    expect([...(set.located?.disagreeing ?? [])]).toEqual([1, 2]);
  });

  it('that only what they state placed count by that alone', () => {
    const set = setOf([{ at: [113.15, 23.05], radiusM: 20_000, states: 'nanhai' }]);
    const stated = locateRows(set, buildIndex(set), new Uint8Array(1), DISTRICTS);
    expect(nanhai({ ...set, located: stated })).toEqual({ certain: 1, inside: 1, possible: 1 });
  });
});
