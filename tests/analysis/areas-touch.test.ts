/** Whether an area may hold what is only known to lie in another: borders count, and so does lying wholly inside. */
import { describe, expect, it } from 'vitest';
import { areasTouch } from '../../src/analysis/areas-touch.ts';
import { preparePolygon } from '../../src/analysis/polygon.ts';
import type { Ring } from '../../src/domain/rings.ts';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];
const area = (...rings: Ring[]) => preparePolygon(rings);
const touch = (a: ReturnType<typeof area>, b: ReturnType<typeof area>) => {
  expect(areasTouch(a, b)).toBe(areasTouch(b, a));
  return areasTouch(a, b);
};
const one = area(box(113, 23, 113.2, 23.2));

describe('areas', () => {
  it('touch where edges cross, though no corner of either lies in the other', () => {
    expect(touch(one, area(box(113.05, 22.9, 113.1, 23.3)))).toBe(true);
  });

  it('touch at a corner and along an edge', () => {
    expect(touch(one, area(box(113.2, 23.2, 113.3, 23.3)))).toBe(true);
    expect(touch(one, area(box(113.2, 23.05, 113.3, 23.1)))).toBe(true);
  });

  it('touch where one lies wholly in the other, but not in its hole', () => {
    expect(touch(one, area(box(113.05, 23.05, 113.1, 23.1)))).toBe(true);
    const holed = area(box(113, 23, 113.2, 23.2), box(113.04, 23.04, 113.16, 23.16));
    expect(touch(holed, area(box(113.05, 23.05, 113.1, 23.1)))).toBe(false);
  });

  it('do not touch where edges lie in one line, apart from each other', () => {
    const two = area(box(113, 23, 113.1, 23.1), box(113.3, 23.3, 113.4, 23.4));
    const between = [
      box(113.15, 23, 113.25, 23.1),
      box(113, 23.15, 113.1, 23.25),
      box(113.15, 23.3, 113.25, 23.4),
      box(113.3, 23.15, 113.4, 23.25),
    ];
    expect(between.map((ring) => touch(two, area(ring)))).toEqual([false, false, false, false]);
  });
});
