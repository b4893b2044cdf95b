import { describe, expect, it } from 'vitest';
import { grouped, measureOf, together, totalOf } from '../../src/analysis/group-measures.ts';
import { MEASURES } from '../../src/domain/measures.ts';

/** Worked by hand: 10, 20, 60 and one gap in a; 5 in b; nothing of row 5, which is in no group. */
const VALUES = Float64Array.of(10, 20, Number.NaN, 5, 60, 1000);
const KEYS = ['a', 'a', 'a', 'b', 'a', null];
const groups = grouped(VALUES.keys(), VALUES, (row) => KEYS[row] ?? null);
const a = groups.get('a') ?? { missing: 0, numbers: [] };
const b = groups.get('b') ?? { missing: 0, numbers: [] };
const total = totalOf(groups.values());

describe('a column by group', () => {
  it('gives sum, mean, median, share and missing of each', () => {
    expect(MEASURES.map((kind) => measureOf(a, kind, total))).toEqual([90, 30, 20, 90 / 95, 1]);
    expect(MEASURES.map((kind) => measureOf(b, kind, total))).toEqual([5, 5, 5, 5 / 95, 0]);
  });

  it('takes groups together, the median of all their numbers', () => {
    expect(MEASURES.map((kind) => measureOf(together([a, b]), kind, total))).toEqual([95, 23.75, 15, 1, 1]);
  });

  it('says nothing where there is no number, and gives no share of what numbers below 0 are in', () => {
    const none = { missing: 3, numbers: [] };
    expect(MEASURES.map((kind) => measureOf(none, kind, total))).toEqual([null, null, null, null, 3]);
    const below = { missing: 0, numbers: [-1, 5] };
    expect(measureOf(below, 'share', totalOf([below]))).toBeNull();
  });
});
