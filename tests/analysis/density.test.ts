import { describe, expect, it } from 'vitest';
import { densitySurface, paintSurface } from '../../src/analysis/density-surface.ts';
import { countClasses, countHexagons } from '../../src/analysis/hexagon-classes.ts';
import { COUNT_RAMP } from '../../src/domain/set-look.ts';
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
    expect(count.hexagons.every(({ level }) => count.classes[level] !== undefined)).toBe(true);
    expect(countHexagons(smallSet(), Uint32Array.of(1), 1000).counted).toBe(1);
  });
});
