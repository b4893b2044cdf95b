import { describe, expect, it } from 'vitest';
import { type BorderSpread, borderSpread, shareRange } from '../../src/analysis/border-spread.ts';
import { outlineShare } from '../../src/analysis/outline-share.ts';

/** Corners at whole shares of a degree; 0.01° of latitude are 1.1 km. */
const box = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ] satisfies [number, number][],
  ],
});
const district = box(113, 23, 113.1, 23.1);
const rangeOf = (site: ReturnType<typeof box>, spread: BorderSpread) =>
  shareRange((area) => outlineShare([site.coordinates], area).share, spread);
/** 2.05 km wide, half of it inside, in the middle of the eastern border. */
const across = box(113.09, 23.04, 113.11, 23.06);

describe('the share of what a border crosses', () => {
  it('is what it would be with the border moved in and out by its accuracy', () => {
    const range = rangeOf(across, borderSpread(district, { accuracyMetres: 300, doubtful: [] }));
    expect(range?.share).toBeCloseTo(0.5, 2);
    // 300 m of 2046 m.
    expect(range?.least).toBeCloseTo(0.5 - 300 / 2046, 2);
    expect(range?.most).toBeCloseTo(0.5 + 300 / 2046, 2);
  });

  it('is one number where the border is exact, or far away', () => {
    const exact = rangeOf(across, borderSpread(district, { accuracyMetres: 0, doubtful: [] }));
    expect([exact?.least, exact?.most]).toEqual([exact?.share, exact?.share]);
    const inside = rangeOf(
      box(113.04, 23.04, 113.05, 23.05),
      borderSpread(district, { accuracyMetres: 300, doubtful: [] }),
    );
    expect(inside?.least).toBeCloseTo(1, 9);
  });

  it('may be nothing and all within a circle in which the border is known to be worse', () => {
    const doubtful = [{ at: [113.1, 23.05] satisfies [number, number], radiusM: 3000, why: 'here' }];
    const range = rangeOf(across, borderSpread(district, { accuracyMetres: 300, doubtful }));
    expect(range?.least).toBe(0);
    expect(range?.most).toBeCloseTo(1, 9);
  });

  it('leaves nothing certain of an area that is narrower than its border is known', () => {
    const strip = borderSpread(box(113, 23, 113.1, 23.004), { accuracyMetres: 300, doubtful: [] });
    const range = rangeOf(box(113.04, 23, 113.05, 23.002), strip);
    expect([range?.least, range?.most]).toEqual([0, 1]);
  });

  it('is none of what has none', () => {
    expect(shareRange(() => null, borderSpread(district, { accuracyMetres: 300, doubtful: [] }))).toBeNull();
  });
});
