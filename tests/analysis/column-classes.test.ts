import { describe, expect, it } from 'vitest';
import { columnClasses, NO_CLASS, passingCounts } from '../../src/analysis/column-classes.ts';
import type { ColumnMethod } from '../../src/domain/column-look.ts';
import { type Column, packText } from '../../src/domain/point-set.ts';
import { randomSet } from '../fixtures/random-set.ts';

const setOf = (count: number, column: Column) => ({ ...randomSet({ seed: 1, count }), columns: [column] });
const byNumber = (method: ColumnMethod, breaks: readonly number[] = []) =>
  ({ kind: 'number', column: '产值', method, ramp: 'heat', breaks }) as const;
const numbers = (...values: number[]) =>
  setOf(values.length, { kind: 'number', name: '产值', values: Float64Array.from(values) });

describe('categories', () => {
  it('are the most frequent first, then others, then blanks', () => {
    const texts = [...'aaabbc', '', '暂无', ...'defghijklm'].map(String);
    const found = columnClasses(setOf(texts.length, packText('行业', texts)), { kind: 'category', column: '行业' });
    expect(found?.classes.slice(0, 3)).toEqual([
      { text: 'a', rows: 3 },
      { text: 'b', rows: 2 },
      { text: 'c', rows: 1 },
    ]);
    expect(found?.classes).toHaveLength(11);
    expect(found?.others).toEqual({ rows: 2, categories: 2 });
    expect(found?.blank).toBe(2);
    expect([...(found?.of.slice(0, 8) ?? [])]).toEqual([0, 0, 0, 1, 1, 2, NO_CLASS, NO_CLASS]);
  });

  it('are counted among the rows that a filter leaves, others and blanks apart', () => {
    const texts = [...'aaabbc', '', '暂无', ...'defghijklm'].map(String);
    const found = columnClasses(setOf(texts.length, packText('行业', texts)), { kind: 'category', column: '行业' });
    if (found === null) throw new Error('no classes');
    // Two of a, one of b, one blank, and the last two, which are others.
    const counts = passingCounts(found, Uint32Array.of(0, 1, 3, 7, 16, 17));
    expect([counts.classes.slice(0, 3), counts.others, counts.blank]).toEqual([[2, 1, 0], 2, 1]);
  });

  it('are none of a column that is not there', () => {
    expect(columnClasses(numbers(1), { kind: 'category', column: '没有' })).toBeNull();
  });
});

describe('classes of numbers', () => {
  it.each([
    ['equal', [0, 1, 2, 3, 10], [0, 0, 0, 1, 4]],
    ['quantile', [0, 1, 2, 3, 10], [0, 1, 2, 3, 4]],
    ['natural', [1, 1, 1, 1, 50, 51, 100, 101, 200, 300], [0, 0, 0, 0, 1, 1, 2, 2, 3, 4]],
  ] as const)('by %s', (method, values, classes) => {
    expect([...(columnClasses(numbers(...values), byNumber(method))?.of ?? [])]).toEqual(classes);
  });

  it('by limits of the user: a limit belongs to the class below it', () => {
    const found = columnClasses(numbers(1, 5, 6, 20, Number.NaN), byNumber('own', [5, 10]));
    expect([...(found?.of ?? [])]).toEqual([0, 0, 1, 2, NO_CLASS]);
    expect(found?.classes).toEqual([
      { from: 1, to: 5, rows: 2 },
      { from: 6, to: 6, rows: 1 },
      { from: 20, to: 20, rows: 1 },
    ]);
    expect(found?.blank).toBe(1);
  });

  it('are fewer where values repeat, and none where there is no number', () => {
    expect(columnClasses(numbers(3, 3, 3), byNumber('quantile'))?.classes).toEqual([{ from: 3, to: 3, rows: 3 }]);
    expect(columnClasses(setOf(2, packText('产值', ['甲', '乙'])), byNumber('equal'))).toBeNull();
  });

  it('are of numbers as people write them', () => {
    const texts = ['1,000', '暂无', '2,000', '9,000', '9,500'];
    const found = columnClasses(setOf(5, packText('产值', texts)), byNumber('own', [2000]));
    expect([...(found?.of ?? [])]).toEqual([0, NO_CLASS, 0, 1, 1]);
  });
});
