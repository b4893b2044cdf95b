import { describe, expect, it } from 'vitest';
import { CLASS_METHODS, classify, classOf } from '../../src/analysis/classify.ts';
import { seeded } from '../fixtures/random-set.ts';

const ranges = (...args: Parameters<typeof classify>) =>
  classify(...args).classes.map(({ from, to, count }) => [from, to, count]);

/** Sum of squared deviations from the class means. */
function deviation(groups: readonly (readonly number[])[]): number {
  return groups.reduce((sum, group) => {
    const mean = group.reduce((a, b) => a + b, 0) / group.length;
    return sum + group.reduce((a, b) => a + (b - mean) ** 2, 0);
  }, 0);
}
/** The least deviation of all ways to cut sorted values into k groups. */
function leastByTrying(values: readonly number[], k: number): number {
  if (k === 1) return deviation([values]);
  let least = Infinity;
  for (let cut = 1; cut <= values.length - k + 1; cut++) {
    least = Math.min(least, deviation([values.slice(0, cut)]) + leastByTrying(values.slice(cut), k - 1));
  }
  return least;
}

describe('classify', () => {
  it('cuts equal intervals, a limit belonging to the class below', () => {
    expect(ranges([0, 1, 2, 3, 4, 10], 5, 'equal')).toEqual([
      [0, 2, 3],
      [2, 4, 2],
      [4, 6, 0],
      [6, 8, 0],
      [8, 10, 1],
    ]);
  });

  it('cuts quantiles of equal size, equal values kept together', () => {
    expect(ranges([1, 2, 3, 4, 5, 6], 3, 'quantile')).toEqual([
      [1, 2, 2],
      [3, 4, 2],
      [5, 6, 2],
    ]);
    expect(ranges([1, 1, 1, 1, 5, 6], 3, 'quantile')).toEqual([
      [1, 1, 4],
      [5, 5, 1],
      [6, 6, 1],
    ]);
  });

  it('finds the natural breaks of a known example', () => {
    expect(ranges([1, 2, 4, 5, 7, 9, 10, 20], 3, 'natural')).toEqual([
      [1, 5, 4],
      [7, 10, 3],
      [20, 20, 1],
    ]);
  });

  it.each([1, 2, 3, 4, 5])('finds breaks as good as the best of all ways to cut, seed %i', (seed) => {
    const random = seeded(seed);
    for (const k of [2, 3, 4, 5]) {
      const values = Array.from({ length: 14 }, () => Math.round(100 * random() ** 3)).sort((a, b) => a - b);
      const { classes } = classify(values, k, 'natural');
      const groups = classes.map(({ from, to }) => values.filter((value) => value >= from && value <= to));
      expect(groups.flat()).toHaveLength(14);
      if (new Set(values).size >= k) expect(deviation(groups)).toBeCloseTo(leastByTrying(values, k), 6);
    }
  });

  it('is exact for large numbers that lie close together', () => {
    const values = [1e12, 1e12 + 1, 1e12 + 2, 1e12 + 50, 1e12 + 51];
    expect(ranges(values, 2, 'natural')).toEqual([
      [1e12, 1e12 + 2, 3],
      [1e12 + 50, 1e12 + 51, 2],
    ]);
  });

  it('groups a hundred thousand values', () => {
    const random = seeded(9);
    const { classes } = classify(
      Array.from({ length: 100_000 }, () => random() + (random() < 0.5 ? 0 : 10)),
      2,
      'natural',
    );
    expect((classes[0]?.to ?? 10) < 1 && (classes[1]?.from ?? 0) >= 10).toBe(true);
  });

  it.each(CLASS_METHODS)(
    '%s: unknown is counted and has no class; each known value is in the class that says so',
    (method) => {
      const random = seeded(3);
      const values = Array.from({ length: 200 }, () => (random() < 0.2 ? null : Math.round(random() * 50) / 10));
      const classes = classify([...values, Number.NaN, Infinity], 5, method);
      expect(classes.unknown).toBe(values.filter((value) => value === null).length + 2);
      expect(classes.method).toBe(method);
      const counts = classes.classes.map((_, i) => values.filter((value) => classOf(classes, value) === i).length);
      expect(counts).toEqual(classes.classes.map(({ count }) => count));
      expect([
        classOf(classes, null),
        classOf(classes, Number.NaN),
        classOf(classes, -1),
        classOf(classes, 99),
      ]).toEqual([null, null, null, null]);
    },
  );

  it.each(CLASS_METHODS)('%s: never makes more classes than there are different values', (method) => {
    expect(ranges([7, 7, 7], 5, method)).toEqual([[7, 7, 3]]);
    expect(ranges([null, 2, 1], 5, method)).toHaveLength(2);
    expect(ranges([null, null], 5, method)).toEqual([]);
    expect(ranges([], 5, method)).toEqual([]);
  });
});
