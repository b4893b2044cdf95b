import { booleanDisjoint, booleanWithin, polygon as turfPolygon } from '@turf/turf';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { CERTAIN, INSIDE, NO, POSSIBLE } from '../../src/analysis/answer.ts';
import { countedImport } from '../../src/analysis/counted-set.ts';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { reachFrom } from '../../src/analysis/shape-relations.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { withinPolygon } from '../../src/analysis/within-polygon.ts';
import { withinRadius } from '../../src/analysis/within-radius.ts';
import { geometryAt } from '../../src/domain/geometries.ts';
import type { PointSet } from '../../src/domain/point-set.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { seeded } from '../fixtures/random-set.ts';
import { type Corner, rectangle, shapedSet } from '../fixtures/shaped-set.ts';

/** One metre eastward and northward here, degrees. */
const [E, N] = [1 / 102_550, 1 / 110_750];
const closed = (ring: readonly Corner[]) => [...ring, ...ring.slice(0, 1)].map((corner) => [...corner]);
const outline = (...rings: readonly (readonly Corner[])[]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map(closed),
});
const asked = (set: PointSet, area: Polygon) =>
  withinPolygon(countedImport(set), buildIndex(set), area, { districts: new Map() });

/** A kilometre or so in each direction about 113, 23. */
const ASKED = outline(rectangle(113, 23, 113.01, 23.01));

describe('areas in an outline', () => {
  it('are certain when all of them is inside, possible when a part is, and neither when they only touch', () => {
    const set = shapedSet([
      { rings: [rectangle(113.002, 23.002, 113.004, 23.004)] },
      { rings: [rectangle(113.006, 23.002, 113.014, 23.004)], at: [113.007, 23.003] },
      { rings: [rectangle(113.006, 23.002, 113.014, 23.004)], at: [113.012, 23.003] },
      { rings: [rectangle(113.01, 23.002, 113.014, 23.004)] },
      { rings: [rectangle(113.02, 23.002, 113.024, 23.004)] },
      // Larger than what is asked, all about it.
      { rings: [rectangle(112.9, 22.9, 113.1, 23.1)] },
    ]);
    const { verdict, partly } = asked(set, ASKED);
    expect([...verdict]).toEqual([CERTAIN, INSIDE, POSSIBLE, NO, NO, INSIDE]);
    expect([...partly]).toEqual([1, 2, 5]);
  });

  it('are the very outline, or share an edge with it from within, and are wholly inside', () => {
    const set = shapedSet([
      { rings: [rectangle(113, 23, 113.01, 23.01)] },
      { rings: [rectangle(113, 23.002, 113.004, 23.004)] },
    ]);
    expect([...asked(set, ASKED).verdict]).toEqual([CERTAIN, CERTAIN]);
  });

  it('count their error: 50 m from the edge with 60 m of it they are inside and not certain', () => {
    const inner = rectangle(113 + 50 * E, 23.002, 113.004, 23.004);
    const outer = rectangle(113 - 400 * E, 23.002, 113 - 50 * E, 23.004);
    const verdicts = (radiusM: number) => [
      ...asked(shapedSet([inner, outer].map((ring) => ({ rings: [ring], radiusM }))), ASKED).verdict,
    ];
    expect(verdicts(40)).toEqual([CERTAIN, NO]);
    expect(verdicts(60)).toEqual([INSIDE, POSSIBLE]);
  });

  it('lie in a hole of the outline, or have a hole that holds it', () => {
    const holed = outline(rectangle(113, 23, 113.01, 23.01), rectangle(113.002, 23.002, 113.008, 23.008));
    const set = shapedSet([
      { rings: [rectangle(113.003, 23.003, 113.005, 23.005)] },
      { rings: [rectangle(113.0005, 23.0005, 113.0095, 23.0095)], at: [113.001, 23.001] },
    ]);
    expect([...asked(set, holed).verdict]).toEqual([NO, INSIDE]);
    const ringed = shapedSet([
      { rings: [rectangle(112.9, 22.9, 113.1, 23.1), rectangle(112.99, 22.99, 113.02, 23.02)], at: [112.95, 22.95] },
    ]);
    expect([...asked(ringed, ASKED).verdict]).toEqual([NO]);
  });

  it('of two parts with one outside are partly inside', () => {
    const parts = [[rectangle(113.002, 23.002, 113.004, 23.004)], [rectangle(113.05, 23.002, 113.06, 23.004)]];
    const { verdict, partly } = asked(shapedSet([{ parts, at: [113.003, 23.003] }]), ASKED);
    expect([...verdict]).toEqual([INSIDE]);
    expect([...partly]).toEqual([0]);
  });

  it.each([1, 2, 3, 4])('are those that turf finds within and not disjoint, seed %i', (seed) => {
    const random = seeded(seed);
    const star = (lng: number, lat: number, size: number, n: number): Corner[] =>
      Array.from({ length: n }, (_, i) => {
        const [angle, reach] = [(2 * Math.PI * i) / n, size * (0.3 + 0.7 * random())];
        return [lng + reach * Math.cos(angle), lat + reach * Math.sin(angle)];
      });
    const area = outline(star(113, 23, 0.05, 13));
    const rings = Array.from({ length: 400 }, () =>
      star(112.92 + 0.16 * random(), 22.92 + 0.16 * random(), 0.002 + 0.02 * random(), 7),
    );
    const { certain, possible } = asked(shapedSet(rings.map((ring) => ({ rings: [ring] }))), area);
    const rows = rings.map((ring) => turfPolygon([closed(ring)]));
    const expectedRows = (test: (row: (typeof rows)[number]) => boolean) =>
      rows.flatMap((row, at) => (test(row) ? [at] : []));
    expect([...certain]).toEqual(expectedRows((row) => booleanWithin(row, area)));
    expect([...possible]).toEqual(expectedRows((row) => !booleanDisjoint(row, area)));
    expect(certain.length).toBeGreaterThan(5);
    expect(possible.length - certain.length).toBeGreaterThan(5);
  });
});

describe('lines in an outline', () => {
  it('are inside, cross it, or stay outside', () => {
    const line = (...corners: Corner[]) => ({ line: corners, at: corners[0] ?? [0, 0] }) as const;
    const set = shapedSet([
      line([113.002, 23.002], [113.008, 23.008]),
      line([113.002, 23.002], [113.02, 23.002]),
      line([112.99, 23.005], [113.02, 23.005]),
      line([113.02, 23.002], [113.03, 23.002]),
    ]);
    const { verdict, partly } = asked(set, ASKED);
    expect([...verdict]).toEqual([CERTAIN, INSIDE, POSSIBLE, NO]);
    expect([...partly]).toEqual([1, 2]);
  });
});

describe('areas and lines about a place', () => {
  const centre = wgs84(113, 23);
  const ask = (set: PointSet, withinM: number, centreRadiusM = 0) =>
    withinRadius(set, buildIndex(set), centre, centreRadiusM, withinM);

  it('are within when their farthest corner is, and possible from their nearest edge on', () => {
    // From 1,000 m to 2,000 m east, 200 m high.
    const set = shapedSet([{ rings: [rectangle(113 + 1000 * E, 23, 113 + 2000 * E, 23 + 200 * N)] }]);
    const farthest = distanceM(centre, wgs84(113 + 2000 * E, 23 + 200 * N));
    expect(ask(set, 990).verdict[0]).toBe(NO);
    expect(ask(set, 1010).verdict[0]).toBe(POSSIBLE);
    expect([...ask(set, 1600).partly]).toEqual([0]);
    expect(ask(set, 1600).verdict[0]).toBe(INSIDE);
    expect(ask(set, farthest - 0.2).verdict[0]).toBe(INSIDE);
    expect(ask(set, farthest + 0.2).verdict[0]).toBe(CERTAIN);
    expect(ask(set, farthest + 0.2, 5).verdict[0]).toBe(INSIDE);
    expect(ask(set, 990, 20).verdict[0]).toBe(POSSIBLE);
  });

  it('are at no distance from a place within them', () => {
    const set = shapedSet([{ rings: [rectangle(112.99, 22.99, 113.02, 23.01)] }]);
    expect(ask(set, 1).verdict[0]).toBe(POSSIBLE);
    expect([...ask(set, 1).partly]).toEqual([0]);
  });

  it.each([1, 2])('measure as Karney does to a decimetre, twenty kilometres off, seed %i', (seed) => {
    const random = seeded(seed);
    for (let i = 0; i < 40; i++) {
      const [lng, lat] = [112.8 + 0.4 * random(), 22.85 + 0.3 * random()];
      const corners: Corner[] = [
        [lng, lat],
        [lng + 0.004 * random(), lat + 0.004 * random()],
      ];
      const { geometries } = shapedSet([{ line: corners }]);
      if (geometries === undefined) throw new Error('no line');
      const steps = Array.from({ length: 401 }, (_, t) => {
        const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = corners;
        return distanceM(centre, wgs84(x1 + ((x2 - x1) * t) / 400, y1 + ((y2 - y1) * t) / 400));
      });
      const { nearest, farthest } = reachFrom(geometries, 0, centre);
      expect(Math.abs(nearest - Math.min(...steps))).toBeLessThan(0.1);
      expect(Math.abs(farthest - Math.max(...steps))).toBeLessThan(0.1);
    }
  });
});

describe('what the builder keeps', () => {
  it('is closed and wound as GeoJSON has it, whatever came', () => {
    const clockwise = [...rectangle(113, 23, 113.01, 23.01)].reverse();
    const { geometries } = shapedSet([{ rings: [clockwise, rectangle(113.002, 23.002, 113.004, 23.004)] }]);
    expect(geometryAt(geometries, 0)).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [113, 23.01],
          [113, 23],
          [113.01, 23],
          [113.01, 23.01],
          [113, 23.01],
        ],
        [
          [113.002, 23.002],
          [113.002, 23.004],
          [113.004, 23.004],
          [113.004, 23.002],
          [113.002, 23.002],
        ],
      ],
    });
  });
});
