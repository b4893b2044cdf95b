import { describe, expect, it } from 'vitest';
import { gapAt, placeByKey, placeOf } from '../../../src/panels/present/author/gap-at.ts';

/** Five cards of 100 × 80 in rows of three, 10 apart. */
const CARDS = [0, 1, 2, 3, 4].map((n) => ({
  left: (n % 3) * 110,
  top: Math.floor(n / 3) * 90,
  width: 100,
  height: 80,
}));

describe('the gap that a card is held over', () => {
  it.each([
    [10, 10, 0],
    [60, 10, 1],
    [170, 40, 2],
    [319, 40, 3],
    // Behind the last card of a row is before the first of the next.
    [900, 40, 3],
    [10, 100, 3],
    [120, 100, 4],
    [180, 100, 5],
    [10, 500, 5],
  ])('at %d, %d is %d', (x, y, gap) => {
    expect(gapAt(CARDS, x, y)).toBe(gap);
  });

  it('of no cards is the first', () => {
    expect(gapAt([], 5, 5)).toBe(0);
  });

  it('before and behind a card is its own place', () => {
    expect([placeOf(2, 2), placeOf(2, 3), placeOf(2, 0), placeOf(2, 5)]).toEqual([2, 2, 0, 4]);
  });
});

describe('a key among cards', () => {
  it('leads to the neighbours and the ends, and not beyond', () => {
    const from = (key: string, at: number) => placeByKey(key, at, 3, 5);
    expect(from('ArrowRight', 1)).toBe(2);
    expect(from('ArrowDown', 1)).toBe(4);
    expect(from('ArrowDown', 2)).toBeNull();
    expect(from('ArrowUp', 3)).toBe(0);
    expect(from('ArrowLeft', 0)).toBeNull();
    expect([from('Home', 3), from('End', 0)]).toEqual([0, 4]);
    expect(from('x', 0)).toBeNull();
  });
});
