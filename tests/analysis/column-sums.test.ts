import { describe, expect, it } from 'vitest';
import { answerOf, CERTAIN, INSIDE, NO, POSSIBLE } from '../../src/analysis/answer.ts';
import type { ShareRange } from '../../src/analysis/border-spread.ts';
import { columnSums } from '../../src/analysis/column-sums.ts';
import { countedImport } from '../../src/analysis/counted-set.ts';
import { randomSet } from '../fixtures/random-set.ts';

type Row = readonly [verdict: number, value: number];
const [none, rows] = [Number.NaN, undefined];

function sumsOf(list: readonly Row[], partly: readonly number[] = [], shareOf?: (row: number) => ShareRange | null) {
  const answer = answerOf(
    Uint8Array.from(list, ([verdict]) => verdict),
    undefined,
    undefined,
    Uint32Array.from(partly),
  );
  const counted = countedImport(randomSet({ seed: 1, count: list.length }));
  const values = Float64Array.from(list, ([, value]) => value);
  return columnSums({ counted, answer, values, rows, ...(shareOf === undefined ? {} : { shareOf }) });
}

describe('sums over the rows of an answer', () => {
  // Certain 10 and 20, inside 60, possible 0 and 40 and a blank; 70 outside.
  const sums = sumsOf([
    [CERTAIN, 10],
    [CERTAIN, 20],
    [INSIDE, 60],
    [POSSIBLE, 0],
    [POSSIBLE, 40],
    [POSSIBLE, none],
    [NO, 70],
    [NO, none],
  ]);

  it('say how many rows have a number, and how many none', () => {
    expect(sums.rows).toEqual({ certain: 2, inside: 3, possible: 5 });
    expect(sums.missing).toEqual({ certain: 0, inside: 0, possible: 1 });
  });

  it('add up what is certain, inside and possible', () => {
    expect(sums.sum).toEqual({ least: 30, middle: 90, greatest: 130 });
    expect(sums.total).toEqual({ sum: 200, rows: 6, missing: 2 });
    expect(sums.share).toEqual({ least: 0.15, middle: 0.45, greatest: 0.65 });
  });

  it('hold every mean and median that the open rows leave, not only those of few and of all', () => {
    // Least mean with the 0 alone, (10 + 20 + 0) / 3; greatest with 60 and 40, 130 / 4.
    expect(sums.mean).toEqual({ least: 10, middle: 30, greatest: 32.5 });
    // Least: 0, 10, 20; greatest: 10, 20, 40, 60.
    expect(sums.median).toEqual({ least: 10, middle: 20, greatest: 30 });
  });

  it('are one number where every row is certain', () => {
    const sure = sumsOf([
      [CERTAIN, 3],
      [CERTAIN, 9],
      [CERTAIN, 1],
      [CERTAIN, 2],
    ]);
    expect(sure.mean).toEqual({ least: 3.75, middle: 3.75, greatest: 3.75 });
    expect(sure.median).toEqual({ least: 2.5, middle: 2.5, greatest: 2.5 });
    expect(sure.sum).toEqual({ least: 15, middle: 15, greatest: 15 });
  });

  it('have no mean without a row inside, and none at all without a number', () => {
    const open = sumsOf([
      [POSSIBLE, 4],
      [POSSIBLE, 8],
    ]);
    expect(open.mean).toEqual({ least: 4, middle: null, greatest: 8 });
    expect(open.median).toEqual({ least: 4, middle: null, greatest: 8 });
    expect(open.sum).toEqual({ least: 0, middle: 0, greatest: 12 });
    const blank = sumsOf([[CERTAIN, none]]);
    expect([blank.mean, blank.median, blank.share]).toEqual([null, null, null]);
  });

  it('of numbers below zero lie between what these and the others leave, and make no share', () => {
    const mixed = sumsOf([
      [CERTAIN, 5],
      [POSSIBLE, -3],
      [POSSIBLE, 4],
    ]);
    expect(mixed.sum).toEqual({ least: 2, middle: 5, greatest: 9 });
    expect(mixed.share).toBeNull();
  });

  it('count a line or an area that is partly inside by its share, in sum and share alone', () => {
    const list: readonly Row[] = [
      [CERTAIN, 10],
      [INSIDE, 40],
      [POSSIBLE, 100],
      [POSSIBLE, 6],
    ];
    const shares = new Map([
      [1, 0.75],
      [2, 0.2],
    ]);
    const exactly = (share: number | undefined) => (share === undefined ? null : { least: share, share, most: share });
    const weighted = sumsOf(list, [1, 2], (row) => exactly(shares.get(row)));
    // 10 + 30 + 20 for sure; the 6 perhaps.
    expect(weighted.sum).toEqual({ least: 60, middle: 60, greatest: 66 });
    expect(weighted.mean?.middle).toBe(25);
    expect(sumsOf(list, [1, 2]).sum).toEqual({ least: 10, middle: 50, greatest: 156 });
    // Without an outline to be measured in, such a row counts whole.
    expect(sumsOf(list, [1, 2], () => null).sum).toEqual({ least: 10, middle: 50, greatest: 156 });
  });

  it('say what the share of such a row may be, also of a number below zero', () => {
    const list: readonly Row[] = [
      [CERTAIN, 10],
      [POSSIBLE, 100],
      [INSIDE, -20],
    ];
    const { sum } = sumsOf(list, [1, 2], () => ({ least: 0.2, share: 0.25, most: 0.4 }));
    expect(sum.least).toBeCloseTo(10 + 20 - 8, 10);
    expect(sum.middle).toBeCloseTo(10 + 25 - 5, 10);
    expect(sum.greatest).toBeCloseTo(10 + 40 - 4, 10);
  });

  it('find the bounds that every choice of the open rows has', () => {
    const [sure, open] = [
      [7, 1, 12, 5],
      [2, 9, 30, 4, 6],
    ];
    const sums = sumsOf([...sure.map((v): Row => [CERTAIN, v]), ...open.map((v): Row => [POSSIBLE, v])]);
    const choices = Array.from({ length: 2 ** open.length }, (_, bits) =>
      [...sure, ...open.filter((_v, at) => (bits & (1 << at)) !== 0)].sort((a, b) => a - b),
    );
    const means = choices.map((list) => list.reduce((a, b) => a + b, 0) / list.length);
    const medians = choices.map(
      (list) => ((list[Math.floor((list.length - 1) / 2)] ?? 0) + (list[Math.floor(list.length / 2)] ?? 0)) / 2,
    );
    expect(sums.mean).toMatchObject({ least: Math.min(...means), greatest: Math.max(...means) });
    expect(sums.median).toMatchObject({ least: Math.min(...medians), greatest: Math.max(...medians) });
  });
});
