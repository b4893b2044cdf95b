import geodesicLibrary from 'geographiclib-geodesic';
import { describe, expect, it } from 'vitest';
import { nearestRows } from '../../src/analysis/nearest-rows.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { isPlaced, type PointSet } from '../../src/domain/point-set.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { randomSet, seeded } from '../fixtures/random-set.ts';

function sortedByHand(set: PointSet, lng: number, lat: number, keep: (row: number) => boolean = () => true) {
  return Array.from({ length: set.count }, (_, row) => row)
    .filter((row) => isPlaced(set, row) && keep(row))
    .map((row) => ({
      row,
      d:
        geodesicLibrary.Geodesic.WGS84.Inverse(lat, lng, set.positions[2 * row + 1] ?? 0, set.positions[2 * row] ?? 0)
          .s12 ?? -1,
    }))
    .sort((a, b) => a.d - b.d || a.row - b.row);
}

describe('nearestRows', () => {
  it.each([1, 7, 60])('gives the %i nearest of an exhaustive search, distances to a millimetre', (k) => {
    const random = seeded(k);
    for (const spread of ['even', 'mixed'] as const) {
      const set = randomSet({ seed: k, count: 3000, spread });
      const index = buildIndex(set);
      const [lng, lat] = [112.4 + random(), 22.65 + 0.9 * random()];
      const expected = sortedByHand(set, lng, lat).slice(0, k);
      const { near } = nearestRows(set, index, wgs84(lng, lat), 50, k);
      expect(near.map((n) => n.place.row)).toEqual(expected.map((n) => n.row));
      expect(Math.max(...near.map((n, i) => Math.abs(n.distanceM - (expected[i]?.d ?? -1))))).toBeLessThan(0.001);
    }
  });

  it('asks only the rows let through', () => {
    const set = randomSet({ seed: 9, count: 800 });
    const odd = (row: number): boolean => row % 2 === 1;
    const { near } = nearestRows(set, buildIndex(set), wgs84(113, 23), 0, 12, odd);
    expect(near.map((n) => n.place.row)).toEqual(
      sortedByHand(set, 113, 23, odd)
        .slice(0, 12)
        .map((n) => n.row),
    );
  });

  it('shows ranges, groups and names', () => {
    const set = randomSet({ seed: 10, count: 3, radiusM: 100, unplacedShare: 0 });
    set.positions.set([113.1, 23, 113.0015, 23, 113.002, 23]);
    const { near } = nearestRows(set, buildIndex(set), wgs84(113, 23), 10, 3);
    expect(near.map((n) => [n.place.name, n.group])).toEqual([
      ['row 1', 0],
      ['row 2', 0],
      ['row 0', 1],
    ]);
    expect((near[0]?.maxM ?? 0) - (near[0]?.minM ?? 0)).toBeCloseTo(220, 6);
  });

  it('counts the rows beyond the list that may be as near', () => {
    const set = randomSet({ seed: 11, count: 5, radiusM: 100, unplacedShare: 0 });
    const metre = 1 / 102_470;
    set.positions.set([1000, 1150, 1190, 1900, 5000].flatMap((m) => [113 + m * metre, 23]));
    const ask = (k: number) => nearestRows(set, buildIndex(set), wgs84(113, 23), 0, k);
    // The first reaches to 1100 m: the second (from 1050) and the third (from 1090) may be as near.
    expect(ask(1).asNear).toBe(2);
    expect(ask(3).asNear).toBe(0);
    expect(ask(4).near).toHaveLength(4);
  });

  it('gives what there is, and nothing of nothing', () => {
    const set = randomSet({ seed: 12, count: 4, unplacedShare: 0 });
    expect(nearestRows(set, buildIndex(set), wgs84(113, 23), 0, 10).near).toHaveLength(4);
    const empty = randomSet({ seed: 12, count: 0 });
    expect(nearestRows(empty, buildIndex(empty), wgs84(113, 23), 0, 10)).toEqual({ near: [], asNear: 0 });
    expect(nearestRows(set, buildIndex(set), wgs84(113, 23), 0, 0)).toEqual({ near: [], asNear: 0 });
  });
});
