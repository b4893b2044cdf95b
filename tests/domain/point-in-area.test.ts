import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { districtAt, inArea } from '../../src/domain/point-in-area.ts';
import { realBase } from '../fixtures/data.ts';

const { districts } = await realBase();

describe('inArea', () => {
  it('agrees with turf over a grid of the whole city', () => {
    const geometries = districts.features.map(({ geometry }) => geometry);
    let inside = 0;
    for (let lng = 112.35; lng < 113.5; lng += 0.037) {
      for (let lat = 22.6; lat < 23.6; lat += 0.037) {
        for (const geometry of geometries) {
          const own = inArea([lng, lat], geometry);
          expect(own, `${lng}, ${lat}`).toBe(booleanPointInPolygon([lng, lat], geometry));
          if (own) inside++;
        }
      }
    }
    expect(inside).toBeGreaterThan(100);
  });

  it('leaves out a hole', () => {
    const ring = (w: number, s: number, size: number) => [
      [w, s],
      [w + size, s],
      [w + size, s + size],
      [w, s + size],
      [w, s],
    ];
    const geometry = { type: 'Polygon' as const, coordinates: [ring(0, 0, 10), ring(4, 4, 2)] };
    expect([inArea([1, 1], geometry), inArea([5, 5], geometry), inArea([11, 5], geometry)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('districtAt', () => {
  it('finds each district at its label, and none in the sea', () => {
    for (const { properties } of districts.features)
      expect(districtAt(properties.label, districts)).toBe(properties.id);
    expect(districtAt([114.5, 22.1], districts)).toBeNull();
  });
});
