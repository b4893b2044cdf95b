import { describe, expect, it } from 'vitest';
import { distanceM } from '../../../src/analysis/geodesic.ts';
import {
  apartM,
  moved,
  nearestOnSegments,
  segmentsNear,
  segmentsOf,
  toSegmentsM,
} from '../../../src/analysis/invest/plane.ts';
import { wgs84 } from '../../../src/domain/position.ts';

describe('fast distances', () => {
  const places = [
    [112.5, 22.7],
    [113.4, 22.7],
    [112.9, 23.05],
    [113.29, 23.39],
    [112.6, 23.5],
  ] as const;
  it('agree with Karney’s method to a metre, over the whole city', () => {
    for (const [x, y] of places)
      for (const [u, v] of places) {
        const exact = distanceM(wgs84(x, y), wgs84(u, v));
        expect(Math.abs(apartM(x, y, u, v) - exact), `${x},${y} ${u},${v}`).toBeLessThan(exact > 60_000 ? 5 : 1);
      }
  });

  it('move a position by the metres that were asked', () => {
    const [lng, lat] = moved(113, 23, 3000, 4000);
    expect(apartM(113, 23, lng, lat)).toBeCloseTo(5000, 0);
    expect(moved(113, 23, 0, 0)).toEqual([113, 23]);
  });
});

describe('distance to lines', () => {
  // A road along the parallel 23, and one far in the north.
  const roads = segmentsOf([
    [
      [112.9, 23],
      [113.1, 23],
    ],
    [
      [112.9, 23.5],
      [113.1, 23.5],
    ],
  ]);
  it('is the foot of the perpendicular, or the nearer end', () => {
    expect(toSegmentsM(113, 23.01, roads)).toBeCloseTo(apartM(113, 23.01, 113, 23), 0);
    expect(toSegmentsM(113.2, 23, roads)).toBeCloseTo(apartM(113.2, 23, 113.1, 23), 0);
    expect(toSegmentsM(113, 23, segmentsOf([]))).toBe(Infinity);
  });

  it('needs only the pieces that can be nearest from within reach', () => {
    expect(segmentsNear(wgs84(113, 23.01), roads, 2000)).toHaveLength(4);
    expect(segmentsNear(wgs84(113, 23.24), roads, 2000)).toHaveLength(8);
  });
});

it('finds the point of a road that is nearest, which is its own foot or its end', () => {
  const road = segmentsOf([
    [
      [113, 23],
      [113.1, 23],
    ],
  ]);
  const foot = nearestOnSegments(113.05, 23.01, road);
  expect(foot.at[0]).toBeCloseTo(113.05, 9);
  expect(foot.at[1]).toBeCloseTo(23, 9);
  // 0.01° of latitude.
  expect(foot.metres).toBeCloseTo(1107.5, 0);
  expect(nearestOnSegments(113.2, 23, road).at[0]).toBeCloseTo(113.1, 9);
  expect(nearestOnSegments(113, 23, segmentsOf([]))).toEqual({ metres: Infinity, at: [113, 23] });
});
