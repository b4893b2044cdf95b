import { describe, expect, it } from 'vitest';
import { countedImport } from '../../src/analysis/counted-set.ts';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { areaM2, outlineM } from '../../src/analysis/measure.ts';
import { nearestDistances } from '../../src/analysis/nearest-distances.ts';
import { neighbourIndex } from '../../src/analysis/neighbour-index.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { randomSet, seeded } from '../fixtures/random-set.ts';

const BOX = [
  [
    [112.9, 22.9],
    [113.1, 22.9],
    [113.1, 23.1],
    [112.9, 23.1],
    [112.9, 22.9],
  ],
];

function setOf(points: readonly (readonly [number, number])[]) {
  const set = randomSet({ seed: 1, count: points.length, unplacedShare: 0 });
  set.positions.set(points.flat());
  set.precision.fill(0);
  return set;
}
const ask = (points: readonly (readonly [number, number])[]) =>
  neighbourIndex([{ counted: countedImport(setOf(points)) }], [BOX]);
const scattered = (seed: number, n: number): [number, number][] => {
  const random = seeded(seed);
  return Array.from({ length: n }, () => [112.9 + 0.2 * random(), 22.9 + 0.2 * random()]);
};

describe('nearestDistances', () => {
  it.each([
    [1, 0.2],
    [2, 8],
  ])('are those of an exhaustive search, seed %i over %f degrees', (seed, size) => {
    const random = seeded(seed);
    const points = Array.from({ length: 160 }, (): [number, number] => [113 + size * random(), 20 + size * random()]);
    points.push(points[0] ?? [0, 0]);
    const found = nearestDistances(points);
    points.forEach(([lng, lat], i) => {
      const least = Math.min(
        ...points.map(([x, y], j) => (i === j ? Infinity : distanceM(wgs84(lng, lat), wgs84(x, y)))),
      );
      // The straight line is short of the geodesic by d³ / 24ρ²: 1 mm at 10 km.
      expect(Math.abs((found[i] ?? -1) - least)).toBeLessThan(0.001 + least ** 3 / (24 * 6_335_439 ** 2));
    });
  });
  it('has none for a single point', () => {
    expect([...nearestDistances([[113, 23]])]).toEqual([Infinity]);
    expect([...nearestDistances([])]).toEqual([]);
  });
});

describe('neighbourIndex', () => {
  it('finds points scattered by chance to be so, about nineteen times in twenty', () => {
    const verdicts = Array.from({ length: 60 }, (_, seed) => ask(scattered(seed, 120)).verdict);
    expect(verdicts.filter((verdict) => verdict === 'random').length).toBeGreaterThanOrEqual(53);
  });

  it('finds a grid dispersed and heaps clustered', () => {
    const grid = Array.from({ length: 100 }, (_, i): [number, number] => [
      112.91 + 0.02 * (i % 10),
      22.91 + 0.02 * Math.floor(i / 10),
    ]);
    const heaps = scattered(3, 100).map(([x, y], i): [number, number] => [
      112.95 + 0.1 * (i % 2) + (x - 113) / 20,
      23 + (y - 23) / 20,
    ]);
    expect(ask(grid)).toMatchObject({ verdict: 'dispersed', points: 100, coincident: 0 });
    const { verdict, ratio } = ask(heaps);
    expect(verdict).toBe('clustered');
    expect(ratio).toBeLessThan(0.3);
  });

  it("computes by Donnelly's formula", () => {
    const points = scattered(5, 40);
    const { meanM, expectedM, z, areaM2: area } = ask(points);
    const [a, p] = [areaM2(BOX), outlineM(BOX)];
    expect(area).toBeCloseTo(a, 3);
    expect(expectedM).toBeCloseTo(0.5 * Math.sqrt(a / 40) + (0.0514 + 0.041 / Math.sqrt(40)) * (p / 40), 6);
    expect(z).toBeCloseTo(
      ((meanM ?? 0) - (expectedM ?? 0)) / Math.sqrt((0.0703 * a) / 1600 + 0.037 * p * Math.sqrt(a / 40 ** 5)),
      6,
    );
  });

  it('says too few below thirty, with the numbers, and without them below two', () => {
    expect(ask(scattered(6, 29))).toMatchObject({ verdict: 'too-few', points: 29 });
    expect(ask(scattered(6, 29)).ratio).not.toBeNull();
    expect(ask(scattered(6, 30)).verdict).not.toBe('too-few');
    expect(ask([[113, 23]])).toMatchObject({ verdict: 'too-few', points: 1, ratio: null, meanM: null });
    expect(ask([])).toMatchObject({ verdict: 'too-few', points: 0, ratio: null });
  });

  it('leaves out what is coarser than a street and what is outside, and counts both and the coincident', () => {
    const points = [
      ...scattered(7, 50),
      [120, 30] as [number, number],
      ...Array.from({ length: 3 }, (): [number, number] => [113, 23]),
    ];
    const set = setOf(points);
    set.precision.set([2, 3, 1], 0);
    const result = neighbourIndex([{ counted: countedImport(set) }], [BOX]);
    expect(result).toMatchObject({ points: 51, coarse: 2, outside: 1, coincident: 3 });
  });
});
