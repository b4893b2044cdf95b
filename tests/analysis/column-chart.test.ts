import { describe, expect, it } from 'vitest';
import { barsOf, MOST_BARS, nearestPair, pairsOf } from '../../src/analysis/column-chart.ts';
import { type Column, type PointSet, packText } from '../../src/domain/point-set.ts';
import { smallSet } from '../fixtures/imported.ts';

const of = (texts: readonly string[], name = 'c'): [PointSet, Column] => {
  const column = packText(name, texts);
  return [{ ...smallSet(), count: texts.length, columns: [column] }, column];
};

describe('bars of a column', () => {
  it('of numbers stand in twenty equal parts, with the numbers that are really in each', () => {
    const [set, column] = of(['0', '1', '10', '10', '暂无', '']);
    const bars = barsOf(set, column, 'number', Uint32Array.of(0, 2));
    // 0.5 a bar.
    expect(bars?.bars).toHaveLength(20);
    expect(bars?.blank).toBe(2);
    expect(bars?.bars.filter(({ all }) => all > 0)).toEqual([
      { text: '', from: 0, to: 0, all: 1, shown: 1 },
      { text: '', from: 1, to: 1, all: 1, shown: 0 },
      { text: '', from: 10, to: 10, all: 2, shown: 1 },
    ]);
    expect(barsOf(...of(['7', '7']), 'number', undefined)?.bars).toEqual([
      { text: '', from: 7, to: 7, all: 2, shown: 2 },
    ]);
    expect(barsOf(...of(['甲', '乙']), 'number', undefined)).toBeNull();
  });

  it('of categories are the most frequent first, and what is beyond them is told', () => {
    const texts = Array.from({ length: MOST_BARS + 3 }, (_, n) => Array.from({ length: n + 1 }, () => `类${n}`)).flat();
    const [set, column] = of([...texts, '', '无']);
    const bars = barsOf(set, column, 'category', undefined);
    expect(bars?.bars.map(({ text }) => text)).toEqual(
      Array.from({ length: MOST_BARS }, (_, n) => `类${MOST_BARS + 2 - n}`),
    );
    // Three rare ones of 1, 2 and 3 rows.
    expect(bars?.others).toEqual({ categories: 3, all: 6, shown: 6 });
    expect(bars?.blank).toBe(2);
  });

  it('sum a second column over the rows that have a number in it', () => {
    const [set, column] = of(['家电', '机械', '家电', '家电']);
    const bars = barsOf(set, column, 'category', Uint32Array.of(0, 1), Float64Array.of(1.5, 10, 2, Number.NaN));
    expect(bars?.bars.map(({ text, all, shown }) => [text, all, shown])).toEqual([
      ['机械', 10, 10],
      ['家电', 3.5, 1.5],
    ]);
    expect(bars?.blank).toBe(1);
  });

  it('of dates stand by the year, or by the month where there are few years', () => {
    const texts = (set: readonly string[]) =>
      barsOf(...of(set), 'date', undefined)?.bars.map(({ text, all }) => [text, all]);
    expect(texts(['2023年5月', '2023-05-17', '2024/1/2', '暂无'])).toEqual([
      ['2023-05', 2],
      ['2024-01', 1],
    ]);
    expect(texts(['2020', '2021-03', '2022-04-05', '2022-11'])).toEqual([
      ['2020', 1],
      ['2021', 1],
      ['2022', 2],
    ]);
  });
});

describe('pairs of two columns', () => {
  const x = Float64Array.of(0, 5, 10, Number.NaN);
  const y = Float64Array.of(100, Number.NaN, 300, 200);
  it('are the shown rows with both numbers, on the axes of the whole set', () => {
    expect(pairsOf(x, y, undefined)).toEqual({ rows: Uint32Array.of(0, 2), x: [0, 10], y: [100, 300], without: 2 });
    expect(pairsOf(x, y, Uint32Array.of(1, 2))).toEqual({
      rows: Uint32Array.of(2),
      x: [0, 10],
      y: [100, 300],
      without: 1,
    });
    expect(pairsOf(x, new Float64Array(4).fill(Number.NaN), undefined)).toBeNull();
  });
  it('are found by a place near them', () => {
    const pairs = pairsOf(x, y, undefined);
    if (pairs === null) throw new Error('there are pairs');
    expect(nearestPair(pairs, x, y, [0.98, 0.97], [0.05, 0.05])).toBe(2);
    expect(nearestPair(pairs, x, y, [0.5, 0.5], [0.05, 0.05])).toBeNull();
  });
});
