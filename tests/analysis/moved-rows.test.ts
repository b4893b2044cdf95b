import { describe, expect, it } from 'vitest';
import { changedSet } from '../../src/analysis/changed-set.ts';
import { withPlaces } from '../../src/analysis/moved-rows.ts';
import { rowAlone } from '../../src/analysis/rows-left.ts';
import { geometryAt } from '../../src/domain/geometries.ts';
import { type PointSet, siteIdAt } from '../../src/domain/point-set.ts';
import { inverseOf, NO_CHANGES, type PlacedRow, withStep } from '../../src/domain/set-changes.ts';
import { randomSet } from '../fixtures/random-set.ts';
import { rectangle, shapedSet } from '../fixtures/shaped-set.ts';

const placed = (row: PointSet): PlacedRow => ({ row, outside: null });

/** Areas that the triangles of a set cover, in square degrees, row by row: what is filled on the map. */
function filled({ geometries, count }: PointSet): number[] {
  if (geometries === undefined) return [];
  const { triangles, positions, partOffsets, ringOffsets, vertexOffsets } = geometries;
  const sums = Array.from({ length: count }, () => 0);
  const rowOf = (vertex: number) =>
    sums.findIndex((_, row) => vertex < (vertexOffsets[ringOffsets[partOffsets[row + 1] ?? 0] ?? 0] ?? 0));
  for (let at = 0; at < triangles.length; at += 3) {
    const [a = 0, b = 0, c = 0] = triangles.subarray(at, at + 3);
    const [x = 0, y = 0] = positions.subarray(2 * a);
    const [u = 0, v = 0] = positions.subarray(2 * b);
    const [s = 0, t = 0] = positions.subarray(2 * c);
    const row = rowOf(a);
    sums[row] = (sums[row] ?? 0) + Math.abs((u - x) * (t - y) - (s - x) * (v - y)) / 2;
  }
  return sums;
}

describe('a set with rows that stand elsewhere', () => {
  it('has them where they stand now, and all others as they were', () => {
    const set = randomSet({ seed: 5, count: 6 });
    const other = randomSet({ seed: 9, count: 3 });
    const now = withPlaces(
      set,
      new Map([
        [2, placed(rowAlone(other, 1))],
        [5, placed(rowAlone(other, 0))],
      ]),
    );
    expect([...now.positions.subarray(4, 6)]).toEqual([...other.positions.subarray(2, 4)]);
    expect([...now.radiusM]).toEqual(
      [...set.radiusM].map((metres, row) => (row === 2 ? other.radiusM[1] : row === 5 ? other.radiusM[0] : metres)),
    );
    expect(now.district[5]).toBe(other.district[0]);
    expect([...now.positions.subarray(0, 4)]).toEqual([...set.positions.subarray(0, 4)]);
    expect(set.positions).not.toBe(now.positions);
    expect(now.columns).toBe(set.columns);
  });

  it('has the areas of those rows, and the triangles that fill them', () => {
    const [a = {}, b = {}, c = {}] = [113.1, 113.2, 113.3].map((west, at) => ({
      rings: [rectangle(west, 23, west + 0.01 * (at + 1), 23.01)],
    }));
    const set = shapedSet([a, {}, b]);
    const other = shapedSet([c, {}]);
    const now = withPlaces(
      set,
      new Map([
        [0, placed(rowAlone(other, 1))],
        [1, placed(rowAlone(other, 0))],
      ]),
    );
    expect([0, 1, 2].map((row) => geometryAt(now.geometries, row))).toEqual([
      null,
      geometryAt(other.geometries, 0),
      geometryAt(set.geometries, 2),
    ]);
    const [none, second, third] = filled(now);
    expect(none).toBe(0);
    expect(second).toBeCloseTo(filled(other)[0] ?? 0, 9);
    expect(third).toBeCloseTo(filled(set)[2] ?? 0, 9);
    const points = withPlaces(shapedSet([{}, {}]), new Map([[1, placed(rowAlone(other, 0))]]));
    expect(geometryAt(points.geometries, 1)).toEqual(geometryAt(other.geometries, 0));
  });

  it('names the sites of those rows and lists them where they disagree', () => {
    const set: PointSet = {
      ...randomSet({ seed: 5, count: 3 }),
      located: { codes: new Uint16Array(3), disagreeing: Uint32Array.of(0, 2) },
    };
    const one = (site: string | null, disagrees: boolean): PlacedRow =>
      placed({
        ...rowAlone(set, 0),
        located: { codes: Uint16Array.of(7), disagreeing: disagrees ? Uint32Array.of(0) : new Uint32Array() },
        ...(site === null ? {} : { sites: { ids: [site], codes: Uint32Array.of(1) } }),
      });
    const now = withPlaces(
      set,
      new Map([
        [1, one('midea', true)],
        [2, one(null, false)],
      ]),
    );
    expect([0, 1, 2].map((row) => siteIdAt(now, row))).toEqual([null, 'midea', null]);
    expect([...(now.located?.disagreeing ?? [])]).toEqual([0, 1]);
    expect([...(now.located?.codes ?? [])]).toEqual([0, 7, 7]);
  });

  it('goes through a step and back, beside rows that were taken out', () => {
    const set = randomSet({ seed: 5, count: 4 });
    const place = placed(rowAlone(randomSet({ seed: 9, count: 1 }), 0));
    const step = {
      kind: 'cell',
      column: 0,
      row: 3,
      before: null,
      after: 'x',
      moved: { before: null, after: place },
    } as const;
    const moved = withStep(withStep(NO_CHANGES, step), { kind: 'delete', rows: Uint32Array.of(1) });
    const now = changedSet(set, moved);
    expect([...now.positions.subarray(4, 6)]).toEqual([...place.row.positions]);
    const back = withStep(moved, inverseOf(step));
    expect([...changedSet(set, back).positions.subarray(4, 6)]).toEqual([...set.positions.subarray(6, 8)]);
    expect(back.edits.places).toBeUndefined();
  });
});
