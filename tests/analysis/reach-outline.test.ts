import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { areaM2 } from '../../src/analysis/measure.ts';
import { reachOutline } from '../../src/analysis/reach-outline.ts';
import { simpleOutline } from '../../src/analysis/simple-outline.ts';
import type { RowGeometry } from '../../src/domain/geometries.ts';
import { type LngLat, wgs84 } from '../../src/domain/position.ts';
import { isInside, prepareRings, ringsOf } from '../../src/domain/rings.ts';
import { seeded } from '../fixtures/random-set.ts';
import { rectangle } from '../fixtures/shaped-set.ts';

const closed = (ring: readonly (readonly number[])[]) => [...ring, ...ring.slice(0, 1)].map((corner) => [...corner]);
const areaOf = (...rings: readonly (readonly (readonly number[])[])[]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map(closed),
});
const outlineOf = (geometry: RowGeometry, withinM: number): Polygon | MultiPolygon => {
  const outline = reachOutline(geometry, withinM);
  if (outline === null) throw new Error('no outline');
  return outline;
};
const holds = (outline: Polygon | MultiPolygon, [lng, lat]: LngLat) =>
  isInside(prepareRings(ringsOf(outline)).edges, lng, lat);

/** Least distance to some lines, metres, by Karney's method at a place every metre or so. */
function toLines(at: LngLat, lines: readonly (readonly (readonly number[])[])[], everyM: number): number {
  let least = Infinity;
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = line.slice(i - 1, i + 1);
      const steps = Math.ceil(distanceM(wgs84(x1, y1), wgs84(x2, y2)) / everyM);
      for (let t = 0; t <= steps; t++) {
        const [x, y] = [x1 + ((x2 - x1) * t) / steps, y1 + ((y2 - y1) * t) / steps];
        least = Math.min(least, distanceM(wgs84(...at), wgs84(x, y)));
      }
    }
  }
  return least;
}

/** A ring with deep bays about 113.1, 23. */
function star(random: () => number, size: number, corners: number): number[][] {
  return Array.from({ length: corners }, (_, i) => {
    const [angle, reach] = [(2 * Math.PI * i) / corners, size * (0.4 + 0.6 * random())];
    return [113.1 + reach * Math.cos(angle), 23 + reach * Math.sin(angle)];
  });
}

describe('the outline of what is within reach', () => {
  it('is as large as the Minkowski sum of a square kilometre says', () => {
    // 1 km by 1 km about 113, 23; within 2 km: 1 + 4 · 1 · 2 + π · 2² km².
    const [east, north] = [1 / 102.546_7, 1 / 110.767_4];
    const square = areaOf(rectangle(113 - east / 2, 23 - north / 2, 113 + east / 2, 23 + north / 2));
    const area = areaM2(ringsOf(outlineOf(square, 2000)));
    expect(area / 1e6).toBeCloseTo(1 + 8 + Math.PI * 4, 2);
  });

  it.each([1, 2, 3])('holds a place when, and only when, it is as near, bays and lines included, seed %i', (seed) => {
    const random = seeded(seed);
    const ring = star(random, 0.02, 11);
    const line = star(random, 0.02, 7);
    for (const geometry of [areaOf(ring), { type: 'LineString', coordinates: line } as const]) {
      const outline = outlineOf(geometry, 700);
      const lines = geometry.type === 'Polygon' ? geometry.coordinates : [geometry.coordinates];
      const inArea = prepareRings(geometry.type === 'Polygon' ? geometry.coordinates : []).edges;
      let near = 0;
      for (let n = 0; n < 60; n++) {
        const at: LngLat = [113.1 + 0.07 * (random() - 0.5), 23 + 0.07 * (random() - 0.5)];
        const distance = isInside(inArea, ...at) ? 0 : toLines(at, lines, 5);
        // Places every five metres miss the nearest by a few centimetres.
        if (Math.abs(distance - 700) < 0.5) continue;
        near += distance < 700 ? 1 : 0;
        expect([holds(outline, at), distance]).toEqual([distance < 700, distance]);
      }
      expect(near).toBeGreaterThan(5);
      expect(near).toBeLessThan(55);
    }
  });

  it('has every corner at the distance that was asked, thirty kilometres away too', () => {
    const line: RowGeometry = {
      type: 'LineString',
      coordinates: [
        [113, 23],
        [113.05, 23.02],
        [113.1, 22.99],
      ],
    };
    for (const within of [300, 30_000]) {
      const [ring = []] = ringsOf(outlineOf(line, within));
      const some = ring.filter((_, i) => i % Math.ceil(ring.length / 12) === 0);
      const off = some.map(([lng = 0, lat = 0]) => toLines([lng, lat], [line.coordinates], 5) - within);
      for (const metres of off) expect(Math.abs(metres)).toBeLessThan(0.3 + within * 1.2e-5);
    }
  });

  it('leaves the middle of a ring road out, and fills a hole that is reached from all sides', () => {
    const road: RowGeometry = { type: 'LineString', coordinates: closed(rectangle(113, 23, 113.05, 23.05)) };
    const outline = outlineOf(road, 1000);
    expect(ringsOf(outline)).toHaveLength(2);
    expect(holds(outline, [113.025, 23.025])).toBe(false);
    expect(holds(outline, [113.005, 23.025])).toBe(true);
    const holed = areaOf(rectangle(113, 23, 113.05, 23.05), rectangle(113.02, 23.02, 113.03, 23.03));
    expect(ringsOf(outlineOf(holed, 1000))).toHaveLength(1);
  });

  it('is of one piece for parts whose reaches meet', () => {
    const parts: RowGeometry = {
      type: 'MultiPolygon',
      coordinates: [[closed(rectangle(113, 23, 113.01, 23.01))], [closed(rectangle(113.02, 23, 113.03, 23.01))]],
    };
    expect(outlineOf(parts, 300).type).toBe('MultiPolygon');
    expect(outlineOf(parts, 600).type).toBe('Polygon');
  });
});

const same = (corner: LngLat): LngLat => corner;

describe('an outline of few corners', () => {
  it('is the very one where it has few, without an error but what is not searched', () => {
    const square = areaOf(rectangle(113, 23, 113.01, 23.01));
    const simple = simpleOutline(square, 100, same);
    expect(simple?.ring).toHaveLength(4);
    expect(simple?.left).toBe(0);
    expect(simple?.errorM).toBeLessThan(0.6);
  });

  it('has as few corners as asked, crosses nothing, and tells how far it is off', () => {
    const many = outlineOf(areaOf(star(seeded(4), 0.02, 40)), 150);
    const simple = simpleOutline(many, 40, same);
    if (simple === null) throw new Error('no outline');
    expect(simple.ring.length).toBeLessThanOrEqual(40);
    // Both ways, by places every five metres.
    const lines = ringsOf(many);
    const off = (from: readonly (readonly number[])[], to: readonly (readonly (readonly number[])[])[]) =>
      Math.max(...from.map(([lng = 0, lat = 0]) => toLines([lng, lat], to, 5)));
    const corners = lines.flat().filter((_, i) => i % 20 === 0);
    const measured = Math.max(off(corners, [closed(simple.ring)]), off(simple.ring, lines));
    expect(simple.errorM).toBeGreaterThanOrEqual(measured - 1);
    expect(simple.errorM).toBeLessThan(measured + 60);
  });

  it('says that holes and further parts are left out, and how far those are from it', () => {
    const parts: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [
        [closed(rectangle(113, 23, 113.02, 23.02)), closed(rectangle(113.005, 23.005, 113.006, 23.006))],
        // 0.03° of longitude to the east, some 3.1 km.
        [closed(rectangle(113.05, 23, 113.06, 23.01))],
      ],
    };
    const simple = simpleOutline(parts, 100, same);
    expect(simple?.left).toBe(2);
    expect(simple?.errorM).toBeCloseTo(distanceM(wgs84(113.02, 23), wgs84(113.06, 23)), -1);
  });
});
