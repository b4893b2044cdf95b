import { describe, expect, it } from 'vitest';
import { MOST_CATEGORIES } from '../../src/domain/column-look.ts';
import { HATCH_IDS, hatchOfClass, hatchStrokes } from '../../src/domain/hatches.ts';
import { hatchIn, opacityOf } from '../../src/domain/set-look.ts';

describe('hatches', () => {
  it('are enough for every category that has a colour, and none is given twice', () => {
    const given = Array.from({ length: MOST_CATEGORIES }, (_, at) => hatchOfClass(at));
    expect(given).not.toContain(null);
    expect(new Set(given).size).toBe(MOST_CATEGORIES);
    expect(hatchOfClass(HATCH_IDS.length)).toBeNull();
  });

  it('stand as far apart over a box as they say', () => {
    // Level strokes every 6 px: at 3 and 9 of a box 12 px high.
    const level = hatchStrokes('level', 20, 12).map(([, y]) => Math.round(y));
    expect(level.filter((y) => y > 0 && y < 12).sort((a, b) => a - b)).toEqual([3, 9]);
    const dots = hatchStrokes('dots', 12, 6).filter(([x, y]) => x < 12 && y < 6);
    expect(dots.map(([x, y]) => [x, y])).toEqual([
      [3, 3],
      [9, 3],
    ]);
    // A slanted stroke rises to the right, where y grows downward.
    const [x1, y1, x2, y2] = hatchStrokes('slant', 10, 10)[0] ?? [0, 0, 0, 0];
    expect((x2 - x1) * (y2 - y1)).toBeLessThan(0);
  });

  it('are one for all, or each class its own where the classes are kinds', () => {
    const kinds = { colour: 'blue', colourBy: { kind: 'category', column: 'k' }, hatch: 'classes' } as const;
    expect([hatchIn(kinds, 0), hatchIn(kinds, 1), hatchIn(kinds, null)]).toEqual(['slant', 'level', null]);
    expect(hatchIn({ ...kinds, hatch: 'cross' }, null)).toBe('cross');
    const numbers = { kind: 'number', column: 'n', method: 'equal', ramp: 'heat', breaks: [] } as const;
    expect(hatchIn({ ...kinds, colourBy: numbers }, 0)).toBeNull();
    expect(hatchIn({ colour: 'cluster', hatch: 'classes' }, 2)).toBe('dots');
    expect(hatchIn({ colour: 'blue', hatch: 'classes' }, 0)).toBeNull();
  });

  it('a kept opacity out of range is brought into it', () => {
    expect([opacityOf({}), opacityOf({ opacity: 0.5 }), opacityOf({ opacity: 0 }), opacityOf({ opacity: 7 })]).toEqual([
      1, 0.5, 0.2, 1,
    ]);
  });
});
