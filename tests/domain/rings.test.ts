import { booleanPointInPolygon } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { isWithin, prepareRings, ringsOf } from '../../src/domain/rings.ts';
import { testBase } from '../fixtures/data.ts';

const { districts } = await testBase();

describe('isWithin', () => {
  it('agrees with turf over a grid of the whole city', () => {
    const areas = districts.features.map(({ geometry }) => ({ geometry, rings: prepareRings(ringsOf(geometry)) }));
    let inside = 0;
    for (let lng = 112.35; lng < 113.5; lng += 0.037) {
      for (let lat = 22.6; lat < 23.6; lat += 0.037) {
        for (const { geometry, rings } of areas) {
          const own = isWithin(rings, lng, lat);
          expect(own, `${lng}, ${lat}`).toBe(booleanPointInPolygon([lng, lat], geometry));
          if (own) inside++;
        }
      }
    }
    expect(inside).toBeGreaterThan(100);
  });

  it('leaves out a hole, but neither its edge nor the outer one', () => {
    const ring = (w: number, s: number, size: number) => [
      [w, s],
      [w + size, s],
      [w + size, s + size],
      [w, s + size],
      [w, s],
    ];
    const rings = prepareRings([ring(0, 0, 10), ring(4, 4, 2)]);
    expect([isWithin(rings, 1, 1), isWithin(rings, 5, 5), isWithin(rings, 11, 5)]).toEqual([true, false, false]);
    expect([isWithin(rings, 4, 5), isWithin(rings, 5, 6), isWithin(rings, 0, 10)]).toEqual([true, true, true]);
    expect([isWithin(rings, 3, 4), isWithin(rings, 8, 6)]).toEqual([true, true]);
  });

  it('finds nothing inside of what has no edge', () => {
    expect(isWithin(prepareRings([[[1, 1]]]), 1, 1)).toBe(false);
    expect(isWithin(prepareRings([]), 0, 0)).toBe(false);
  });

  it('finds each district at its label alone', () => {
    const at = ([lng, lat]: readonly [number, number]) =>
      districts.features.filter(({ geometry }) => isWithin(prepareRings(ringsOf(geometry)), lng, lat));
    for (const { properties } of districts.features)
      expect(at(properties.label).map((found) => found.properties.id)).toEqual([properties.id]);
    expect(at([114.5, 22.1])).toEqual([]);
  });
});
