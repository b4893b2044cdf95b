import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../../src/domain/position.ts';
import {
  crossesItself,
  parseRingText,
  ringText,
  withNewCorner,
  withoutCorner,
} from '../../../src/state/plan/outline.ts';

const square: LngLat[] = [
  [113, 23],
  [113.1, 23],
  [113.1, 23.1],
  [113, 23.1],
];

describe('a list of corners', () => {
  it.each([
    ['lines', '113,23\n113.1,23\n113.1,23.1\n113,23.1'],
    ['blanks', '113 23 113.1 23 113.1 23.1 113 23.1'],
    ['Chinese commas', '113，23；113.1，23；113.1，23.1；113，23.1'],
    ['GeoJSON', '[[113,23],[113.1,23],[113.1,23.1],[113,23.1],[113,23]]'],
    ['many decimals', '113.000000000001,23 113.1,23 113.1,23.1 113,23.1'],
  ])('is read from %s', (_, text) => {
    expect(parseRingText(text)).toEqual({ ring: square });
  });

  it.each([
    ['numbers', '113,23 113.1,23 113.1'],
    ['numbers', '113,23 113.1,north 113.1,23.1'],
    ['outside', '23,113 23,113.1 23.1,113.1'],
    ['few', '113,23 113.1,23'],
    ['few', '113,23 113.1,23 113,23'],
    ['crosses', '113,23 113.1,23.1 113.1,23 113,23.1'],
  ])('is refused: %s', (problem, text) => {
    expect(parseRingText(text)).toEqual({ problem });
  });

  it('reads back what it writes', () => {
    expect(parseRingText(ringText(square))).toEqual({ ring: square });
  });
});

describe('an outline', () => {
  it('crosses itself as a bow tie, and not as a square or a star-like shape', () => {
    expect(crossesItself(square)).toBe(false);
    expect(crossesItself([square[0] ?? [0, 0], square[2] ?? [0, 0], square[1] ?? [0, 0], square[3] ?? [0, 0]])).toBe(
      true,
    );
    expect(
      crossesItself([
        [113, 23],
        [113.2, 23],
        [113.1, 23.05],
        [113.1, 23.2],
      ]),
    ).toBe(false);
  });

  it('takes a corner halfway, after the last one too, and keeps three', () => {
    expect(withNewCorner(square, 0)[1]).toEqual([113.05, 23]);
    expect(withNewCorner(square, 3).at(-1)).toEqual([113, 23.05]);
    expect(withoutCorner(square, 0)).toHaveLength(3);
    expect(withoutCorner(withoutCorner(square, 0), 0)).toHaveLength(3);
  });
});
