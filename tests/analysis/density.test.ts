import { describe, expect, it } from 'vitest';
import { densitySurface, paintSurface } from '../../src/analysis/density-surface.ts';
import { countClasses, countHexagons } from '../../src/analysis/hexagon-classes.ts';
import { COUNT_RAMP, hexagonWidth } from '../../src/domain/set-look.ts';
import { smallSet } from '../fixtures/imported.ts';

describe('density', () => {
  it('in records per km² sums up to the records that are known closely enough', () => {
    const surface = densitySurface(smallSet(), undefined);
    if (surface === null) throw new Error('nothing counted');
    expect(surface).toMatchObject({ counted: 2, tooCoarse: 1 });
    const [west, south, east, north] = surface.bounds;
    const mid = ((south + north) / 2) * (Math.PI / 180);
    const cellKm2 =
      (((east - west) * 111.195 * Math.cos(mid)) / surface.width) * (((north - south) * 111.195) / surface.height);
    const total = surface.perKm2.reduce((sum, value) => sum + value, 0) * cellKm2;
    expect(total).toBeCloseTo(2, 2);
    // A wider radius spreads the same records.
    expect(densitySurface(smallSet(), Uint32Array.of(0), 3000)?.most).toBeCloseTo(1 / (2 * Math.PI * 9), 3);
    // A single record smoothed over 750 m peaks at 1 / (2π · 0.75²) per km².
    expect(surface.most).toBeCloseTo(1 / (2 * Math.PI * 0.75 ** 2), 2);
  });

  it('is null where every row is too coarse', () => {
    expect(densitySurface(smallSet(), Uint32Array.of(2))).toBeNull();
  });

  it('paints the densest in the last colour and leaves empty ground clear', () => {
    const surface = densitySurface(smallSet(), Uint32Array.of(0));
    if (surface === null) throw new Error('nothing counted');
    const pixels = paintSurface(surface, COUNT_RAMP.light);
    const densest = surface.perKm2.indexOf(surface.most);
    expect([...pixels.subarray(4 * densest, 4 * densest + 3)]).toEqual([...(COUNT_RAMP.light.at(-1) ?? [])]);
    expect(pixels[3]).toBe(0);
  });
});

describe('hexagons', () => {
  it('fall into classes that hold every count once', () => {
    for (const most of [1, 2, 7, 500, 123_456]) {
      const classes = countClasses(most);
      expect(classes.length).toBeLessThanOrEqual(5);
      expect(classes[0]?.from).toBe(1);
      expect(classes.at(-1)?.to).toBe(most);
      expect(classes.slice(1).map(({ from }) => from)).toEqual(classes.slice(0, -1).map(({ to }) => to + 1));
    }
    expect(countClasses(0)).toEqual([]);
  });

  it('count what is known closer than they are wide', () => {
    const count = countHexagons(smallSet(), undefined, 1000);
    expect(count).toMatchObject({ counted: 2, tooCoarse: 1 });
    expect(count.hexagons.every(({ level }) => level !== null && count.classes[level] !== undefined)).toBe(true);
    expect(countHexagons(smallSet(), Uint32Array.of(1), 1000).counted).toBe(1);
  });

  it('say what a column says in each, and nothing where it has no number', () => {
    const measure = { column: '员工数', kind: 'sum' } as const;
    const count = countHexagons(smallSet(), undefined, 5000, measure);
    // 甲厂 has 120 and 乙厂 85, in hexagons of their own; 丙厂 has no number.
    expect(count.classes.map(({ from, to }) => [from, to])).toEqual([
      [85, 85],
      [120, 120],
    ]);
    expect(count.hexagons.map(({ level }) => level).sort()).toEqual([0, 1, null]);
    expect(countHexagons(smallSet(), undefined, 5000, { column: '没有', kind: 'sum' }).measure).toBeNull();
  });

  it('are about as wide on the screen at every zoom, unless the user said how wide', () => {
    expect([9.2, 11, 13, 16].map((zoom) => hexagonWidth({ acrossM: null }, zoom))).toEqual([5000, 1000, 200, 100]);
    expect(hexagonWidth({ acrossM: 2000 }, 16)).toBe(2000);
  });
});
