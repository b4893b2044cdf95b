import { describe, expect, it } from 'vitest';
import { pathBetween } from '../../src/map/camera-path.ts';

const CITY = { lng: 112.9, lat: 23.1, zoom: 9.2, bearing: 0, pitch: 0 };
const LAB = { lng: 113.19, lat: 23.02, zoom: 14, bearing: 20, pitch: 30 };
const PARK = { lng: 112.75, lat: 23.25, zoom: 13.5, bearing: -170, pitch: 0 };
const SCREEN = 1920;

describe('pathBetween', () => {
  it('starts and ends at its views exactly', () => {
    const flight = pathBetween(CITY, LAB, SCREEN);
    expect(flight.at(0)).toBe(CITY);
    expect(flight.at(1)).toBe(LAB);
    const near = flight.at(1 - 1e-9);
    for (const key of ['lng', 'lat', 'zoom', 'bearing', 'pitch'] as const) expect(near[key]).toBeCloseTo(LAB[key], 6);
  });

  it('rises between two near views that lie far apart, and comes down again', () => {
    const flight = pathBetween({ ...LAB, bearing: 0 }, { ...PARK, bearing: 0 }, SCREEN);
    const zooms = Array.from({ length: 21 }, (_, n) => flight.at(n / 20).zoom);
    const lowest = Math.min(...zooms);
    expect(lowest).toBeLessThan(12);
    expect(lowest).toBeGreaterThan(9);
    expect(zooms.indexOf(lowest)).toBeGreaterThan(5);
    expect(zooms.indexOf(lowest)).toBeLessThan(15);
  });

  it('only zooms where the centre stays, at an even pace of doublings', () => {
    const flight = pathBetween({ ...CITY, zoom: 8 }, { ...CITY, zoom: 12 }, SCREEN);
    expect(flight.at(0.5).zoom).toBeCloseTo(10, 6);
    expect(flight.at(0.5).lng).toBeCloseTo(CITY.lng, 9);
  });

  it('turns the short way round', () => {
    expect(pathBetween(LAB, PARK, SCREEN).at(0.5).bearing).toBeCloseTo(20 + 170 / 2, 6);
  });

  it('moves without a jump: no step of a hundredth of the time crosses a third of the screen', () => {
    const flight = pathBetween(LAB, PARK, SCREEN);
    for (let n = 0; n < 100; n++) {
      const a = flight.at(n / 100);
      const b = flight.at((n + 1) / 100);
      const pixels = (Math.abs(b.lng - a.lng) / 360) * 512 * 2 ** Math.max(a.zoom, b.zoom);
      expect(pixels).toBeLessThan(SCREEN / 3);
      expect(Math.abs(b.zoom - a.zoom)).toBeLessThan(0.5);
    }
  });

  it('takes no time where there is no way, and never too long', () => {
    expect(pathBetween(CITY, CITY, SCREEN).seconds).toBe(0);
    expect(pathBetween(CITY, { ...CITY, bearing: 40 }, SCREEN).seconds).toBeGreaterThan(0);
    expect(pathBetween({ ...CITY, zoom: 17 }, { ...PARK, zoom: 17 }, SCREEN).seconds).toBeLessThanOrEqual(3);
  });
});
