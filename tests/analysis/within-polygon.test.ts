import { booleanPointInPolygon as turfInside } from '@turf/turf';
import type { Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { CERTAIN, INSIDE, NO, POSSIBLE } from '../../src/analysis/answer.ts';
import { type CountedSet, countedImport } from '../../src/analysis/counted-set.ts';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { type KnownAreas, withinPolygon } from '../../src/analysis/within-polygon.ts';
import { isPlaced, NOT_STATED } from '../../src/domain/point-set.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { type Ring, ringsOf } from '../../src/domain/rings.ts';
import { statedDistricts } from '../../src/domain/row-districts.ts';
import { DistrictCollection } from '../../src/domain/schema/area.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { baseFile } from '../fixtures/data.ts';
import { randomSet, seeded } from '../fixtures/random-set.ts';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
/** Positions as GeoJSON's types have them. */
const area = (rings: readonly Ring[]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => ring.map((position) => [...position])),
});
const NO_AREAS: KnownAreas = { districts: new Map() };
const ask = (counted: CountedSet, rings: readonly Ring[], areas = NO_AREAS) =>
  withinPolygon(counted, buildIndex(counted.set), area(rings), areas);

/** A ring of `n` corners around a centre, some far out and some near, so that it has deep bays. */
function star(random: () => number, lng: number, lat: number, size: number, n: number): Ring {
  const corners = Array.from({ length: n }, (_, i) => {
    const [angle, reach] = [(2 * Math.PI * i) / n, size * (0.25 + 0.75 * random())];
    return [lng + reach * Math.cos(angle), lat + reach * Math.sin(angle)];
  });
  return [...corners, corners[0] ?? []];
}

/** Least distance to an edge, metres, by trying a place every few metres. */
function toEdge(lng: number, lat: number, rings: readonly Ring[], steps: number): number {
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i - 1] ?? [];
      const [x2 = 0, y2 = 0] = ring[i] ?? [];
      for (let t = 0; t <= steps; t++) {
        least = Math.min(
          least,
          distanceM(wgs84(lng, lat), wgs84(x1 + ((x2 - x1) * t) / steps, y1 + ((y2 - y1) * t) / steps)),
        );
      }
    }
  }
  return least;
}

describe('withinPolygon', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'gives the rows that turf gives where positions are exact, holes and bays included, seed %i',
    (seed) => {
      const random = seeded(seed);
      const set = randomSet({ seed, count: 3000, radiusM: 0 });
      const rings = [star(random, 112.9, 23.1, 0.4, 17), star(random, 112.9, 23.1, 0.09, 9)];
      const { certain, possible } = ask(countedImport(set), rings);
      const expected = Array.from({ length: set.count }, (_, row) => row).filter(
        (row) =>
          isPlaced(set, row) &&
          turfInside([set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0], {
            type: 'Polygon',
            coordinates: rings.map((ring) => ring.map((p) => [...p])),
          }),
      );
      expect(expected.length).toBeGreaterThan(100);
      expect([...certain]).toEqual(expected);
      expect([...possible]).toEqual(expected);
    },
  );

  it('gives the rows that turf gives for the real districts, of one part and of two', () => {
    const { features } = parseAs(DistrictCollection, baseFile('districts.geojson'), 'districts');
    const set = randomSet({ seed: 30, count: 1500, radiusM: 0, unplacedShare: 0 });
    const rows = Array.from({ length: set.count }, (_, row) => row);
    for (const { geometry } of features) {
      const expected = rows.filter((row) =>
        turfInside([set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0], geometry),
      );
      expect(expected.length).toBeGreaterThan(15);
      expect([...ask(countedImport(set), ringsOf(geometry)).certain]).toEqual(expected);
    }
  });

  it("is certain when the circle of error is inside and possible when it touches, a hole's edge included", () => {
    const random = seeded(31);
    const set = randomSet({ seed: 31, count: 350, unplacedShare: 0 });
    const rings = [star(random, 112.9, 23.1, 0.4, 8), star(random, 112.9, 23.1, 0.09, 5)];
    const { verdict } = ask(countedImport(set), rings);
    const seen = [0, 0, 0, 0];
    for (let row = 0; row < set.count; row++) {
      const [lng, lat, r] = [set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0, set.radiusM[row] ?? 0];
      const d = toEdge(lng, lat, rings, 60);
      // The search is coarse: it may overstate the distance by half a step along an edge of up to 45 km.
      if (Math.abs(d - r) < 400) continue;
      const inside = turfInside([lng, lat], {
        type: 'Polygon',
        coordinates: rings.map((ring) => ring.map((p) => [...p])),
      });
      const expected = inside ? (d < r ? INSIDE : CERTAIN) : d < r ? POSSIBLE : NO;
      seen[expected] = (seen[expected] ?? 0) + 1;
      expect([row, verdict[row]]).toEqual([row, expected]);
    }
    expect(Math.min(...seen)).toBeGreaterThan(2);
  });

  it('measures to an edge to a centimetre, within a long edge too', () => {
    // Half a degree of the parallel 23° N: a great circle between its ends would run 20 m farther north.
    const rings = [box(112.8, 22.9, 113.3, 23)];
    const set = randomSet({ seed: 32, count: 1, radiusM: 1000, unplacedShare: 0 });
    set.positions.set([112.93, 22.98]);
    const d = distanceM(wgs84(112.93, 22.98), wgs84(112.93, 23));
    const verdictOf = (radius: number) => {
      // One step of a Float32 at 2 km is 0.12 mm.
      set.radiusM[0] = radius;
      return ask(countedImport(set), rings).verdict[0];
    };
    expect([verdictOf(d - 0.01), verdictOf(d + 0.01)]).toEqual([CERTAIN, INSIDE]);
    set.positions.set([112.93, 23.02]);
    const outside = distanceM(wgs84(112.93, 23.02), wgs84(112.93, 23));
    expect([verdictOf(outside - 0.01), verdictOf(outside + 0.01)]).toEqual([NO, POSSIBLE]);
  });

  it('gives the same rows block by block as for each row alone', () => {
    const set = randomSet({ seed: 35, count: 1500, unplacedShare: 0 });
    // A dense set, so that blocks are small beside their errors.
    set.positions.forEach((value, i) => {
      set.positions[i] = i % 2 === 0 ? 113 + (value - 113) / 12 : 23 + (value - 23) / 12;
    });
    const rings = [star(seeded(35), 113, 23, 0.03, 9)];
    const together = ask(countedImport(set), rings).verdict;
    const alone = randomSet({ seed: 36, count: 1, unplacedShare: 0 });
    const oneByOne = Array.from({ length: set.count }, (_, row) => {
      alone.positions.set(set.positions.subarray(2 * row, 2 * row + 2));
      alone.radiusM[0] = set.radiusM[row] ?? 0;
      return ask(countedImport(alone), rings).verdict[0];
    });
    expect([...together]).toEqual(oneByOne);
    expect(new Set(oneByOne)).toEqual(new Set([NO, POSSIBLE, INSIDE, CERTAIN]));
  });

  it('takes a place on the edge as inside, and circles larger than the polygon as possible', () => {
    const set = randomSet({ seed: 33, count: 3, radiusM: 0, unplacedShare: 0 });
    set.positions.set([113, 23.05, 113, 23, 113.05, 23.05]);
    set.radiusM[2] = 50_000;
    expect([...ask(countedImport(set), [box(113, 23, 113.1, 23.1)]).verdict]).toEqual([CERTAIN, CERTAIN, INSIDE]);
  });

  it('gives nothing of nothing', () => {
    const empty = ask(countedImport(randomSet({ seed: 34, count: 0 })), [box(113, 23, 113.1, 23.1)]);
    expect([empty.certain.length, empty.possible.length, empty.byAreaOnly.length]).toEqual([0, 0, 0]);
    const set = randomSet({ seed: 34, count: 50, unplacedShare: 0 });
    expect(ask(countedImport(set), []).possible).toHaveLength(0);
    expect(ask(countedImport(set), [[]]).possible).toHaveLength(0);
  });
});

describe('rows without a position', () => {
  const areas: KnownAreas = {
    districts: new Map([
      ['chancheng', area([box(113, 23, 113.1, 23.1)])],
      ['nanhai', area([box(113.1, 23, 113.3, 23.1)])],
      ['shunde', area([box(113, 22.7, 113.3, 22.9)])],
    ]),
  };
  const set = randomSet({ seed: 40, count: 5, unplacedShare: 1 });
  set.district.set([0, 1, 2, NOT_STATED, NOT_STATED]);
  set.town.set([0, 0, 0, 440605011, 0]);
  const counted = countedImport(set);

  it('are possible where a stated district touches, listed apart; a town goes by its district; unknown cannot be asked', () => {
    const answer = ask(counted, [box(113.15, 23.05, 113.2, 23.2)], areas);
    expect([...answer.byAreaOnly]).toEqual([1, 3]);
    expect([...answer.possible]).toEqual([1, 3]);
    expect([...answer.certain]).toEqual([]);
    expect([...answer.cannotTell]).toEqual([4]);
  });

  it('are possible too where the error of the outline itself reaches the stated area', () => {
    const [apart, reaching] = [area([box(113.15, 23.101, 113.2, 23.2)]), area([box(113.14, 23.09, 113.21, 23.21)])];
    const index = buildIndex(counted.set);
    expect([...withinPolygon(counted, index, apart, areas).byAreaOnly]).toEqual([]);
    const blurred = { accuracyM: 1200, widened: reaching };
    expect([...withinPolygon(counted, index, apart, areas, blurred).byAreaOnly]).toEqual([1, 3]);
  });

  it('are possible where one area holds the other, or where they share no more than a border', () => {
    expect([...ask(counted, [box(113.01, 22.8, 113.02, 22.81)], areas).byAreaOnly]).toEqual([2]);
    expect([...ask(counted, [box(112, 22, 114, 24)], areas).byAreaOnly]).toEqual([0, 1, 2, 3]);
    expect([...ask(counted, [box(112.9, 23, 113, 23.1)], areas).byAreaOnly]).toEqual([0]);
  });

  it.each<[string, readonly Ring[], readonly Ring[], boolean]>([
    ['cross, no corner of either in the other', [box(113, 23, 113.2, 23.2)], [box(113.05, 22.9, 113.1, 23.3)], true],
    ['share a corner', [box(113, 23, 113.2, 23.2)], [box(113.2, 23.2, 113.3, 23.3)], true],
    [
      'lie one in the hole of the other',
      [box(113, 23, 113.2, 23.2), box(113.04, 23.04, 113.16, 23.16)],
      [box(113.05, 23.05, 113.1, 23.1)],
      false,
    ],
    ['have edges in one line, apart', [box(113, 23, 113.1, 23.1)], [box(113.15, 23, 113.25, 23.1)], false],
  ])('are possible or not where the areas %s, whichever was drawn', (_, one, other, touch) => {
    for (const [drawn, stated] of [
      [one, other],
      [other, one],
    ] as const) {
      const { byAreaOnly } = ask(counted, drawn, { districts: new Map([['chancheng', area(stated)]]) });
      expect([...byAreaOnly]).toEqual(touch ? [0] : []);
    }
  });

  it("go by the town's own area where it is known, and by each of several districts", () => {
    const towns = new Map([[440605011, area([box(113.25, 23.05, 113.28, 23.08)])]]);
    const drawn = [box(113.11, 23.01, 113.12, 23.02)];
    expect([...ask(counted, drawn, { ...areas, towns }).byAreaOnly]).toEqual([1]);
    const several: CountedSet = {
      ...counted,
      districtsOf: (row) => (row === 0 ? statedDistricts(['chancheng', 'nanhai']) : counted.districtsOf(row)),
    };
    expect([...ask(several, drawn, { ...areas, towns }).byAreaOnly]).toEqual([NO, POSSIBLE]);
  });
});
