import { area as turfArea } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { equalArea } from '../../src/analysis/equal-area.ts';
import { areaM2, lengthM, outlineM } from '../../src/analysis/measure.ts';
import { seeded } from '../fixtures/random-set.ts';

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

describe('lengthM', () => {
  it("is the length of the equator's and the meridian's degrees", () => {
    expect(
      lengthM([
        [112, 0],
        [113, 0],
        [114, 0],
      ]),
    ).toBeCloseTo(2 * 111_319.4908, 3);
    // The quadrant of the meridian, published as 10 001 965.729 m.
    expect(
      lengthM([
        [113, 0],
        [113, 45],
        [113, 90],
      ]),
    ).toBeCloseTo(10_001_965.729, 2);
  });
  it('is nothing for a point or none', () => {
    expect([lengthM([]), lengthM([[113, 23]])]).toEqual([0, 0]);
  });
});

describe('areaM2', () => {
  it('is an eighth of the ellipsoid for an octant', () => {
    // The area of the WGS-84 ellipsoid, 510 065 621.724 km² (GeographicLib).
    expect(
      areaM2([
        [
          [0, 0],
          [90, 0],
          [0, 90],
        ],
      ]) / 1e6,
    ).toBeCloseTo(510_065_621.724 / 8, 1);
  });

  it('does not mind direction or closing, and takes holes away', () => {
    const ring = square(113, 23, 0.1);
    const whole = areaM2([ring]);
    expect(areaM2([[...ring].reverse()])).toBeCloseTo(whole, 3);
    expect(areaM2([ring.slice(0, -1)])).toBeCloseTo(whole, 3);
    const hole = square(113.02, 23.02, 0.05);
    expect(areaM2([ring, hole])).toBeCloseTo(whole - areaM2([hole]), 3);
    expect(areaM2([])).toBe(0);
  });

  it("is less than on turf's sphere, by what an ellipsoid differs here", () => {
    const ring = square(113, 23, 0.1);
    const ratio = turfArea({ type: 'Polygon', coordinates: [ring] }) / areaM2([ring]);
    expect(ratio).toBeGreaterThan(1.002);
    expect(ratio).toBeLessThan(1.003);
  });
});

describe('outlineM', () => {
  it('leaves out the border of neighbours and keeps that of holes', () => {
    const [a, b] = [square(113, 0, 1), square(114, 0, 1)];
    const side = lengthM([
      [114, 0],
      [114, 1],
    ]);
    expect(outlineM([a, b])).toBeCloseTo(outlineM([a]) + outlineM([b]) - 2 * side, 3);
    expect(outlineM([a, square(113.2, 0.2, 0.5)])).toBeCloseTo(lengthM(a) + lengthM(square(113.2, 0.2, 0.5)), 3);
  });
});

describe('equalArea', () => {
  const plane = equalArea([113, 23]);
  const random = seeded(1);

  it('goes there and back to a nanodegree', () => {
    for (let i = 0; i < 200; i++) {
      const [lng, lat] = [73 + 60 * random(), 3 + 50 * random()];
      const [x, y] = plane.unproject(...plane.project(lng, lat));
      expect(Math.abs(x - lng)).toBeLessThan(1e-9);
      expect(Math.abs(y - lat)).toBeLessThan(1e-9);
    }
  });

  it('keeps areas: a small plane square is as large on the ground, wherever it lies', () => {
    for (const [lng, lat] of [
      [113, 23],
      [112.4, 22.6],
      [113.4, 23.6],
      [116, 40],
    ] as const) {
      const [x, y] = plane.project(lng, lat);
      const ring = [
        [0, 0],
        [1000, 0],
        [1000, 1000],
        [0, 1000],
      ].map(([dx = 0, dy = 0]) => plane.unproject(x + dx, y + dy));
      expect(areaM2([ring]) / 1e6).toBeCloseTo(1, 6);
    }
  });

  it('is true to length along its standard parallel', () => {
    const [x] = plane.project(113.001, 23);
    expect(x).toBeCloseTo(
      lengthM([
        [113, 23],
        [113.001, 23],
      ]),
      3,
    );
  });
});
