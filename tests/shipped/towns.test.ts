import { describe, expect, it } from 'vitest';
import { districtOf } from '../../geo/steps/districts.ts';
import { shippedBase } from './data.ts';

const { towns, districts } = await shippedBase();
describe('the shipped towns', () => {
  it('are in every district, each code once', () => {
    const codes = towns.features.map(({ properties }) => properties.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(towns.features.map(({ properties }) => properties.district))).toEqual(
      new Set(districts.features.map(({ properties }) => properties.id)),
    );
  });

  it('lie in their district where a source places them, and nowhere else', () => {
    for (const { geometry, properties } of towns.features) {
      expect(properties.sourced, properties.nameZh).toBe(geometry !== null);
      if (geometry === null) continue;
      expect(districtOf(geometry.coordinates, districts), properties.nameZh).toBe(properties.district);
      expect(properties.radiusM, properties.nameZh).toBeGreaterThan(0);
    }
  });
});
