import { describe, expect, it } from 'vitest';
import { FOSHAN_BBOX, inBbox, wgs84 } from '../../src/domain/position.ts';
import { testBase } from '../fixtures/data.ts';

describe('inBbox', () => {
  it('takes [lng, lat] and counts the edge in', () => {
    expect(inBbox(wgs84(113.12, 23.02), FOSHAN_BBOX)).toBe(true);
    expect(inBbox([112.3, 22.6], FOSHAN_BBOX)).toBe(true);
    expect(inBbox([112.29, 23], FOSHAN_BBOX)).toBe(false);
    expect(inBbox([113, 23.61], FOSHAN_BBOX)).toBe(false);
  });

  it('catches swapped columns', () => {
    expect(inBbox([23.02, 113.12], FOSHAN_BBOX)).toBe(false);
  });

  it('holds every position of the register, other positions included', async () => {
    const { sites, towns } = await testBase();
    const points = [
      ...sites.flatMap((s) => [s.position, ...s.otherLocations.map((o) => o.position)]),
      ...towns.features.map((f) => f.geometry?.coordinates ?? null),
    ].filter((p) => p !== null);
    expect(points.length).toBeGreaterThan(50);
    expect(points.filter((p) => !inBbox(p, FOSHAN_BBOX))).toEqual([]);
  });
});
