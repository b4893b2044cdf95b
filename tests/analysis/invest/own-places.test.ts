import { describe, expect, it } from 'vitest';
import {
  inMark,
  measurePlaces,
  nearMark,
  type OwnPlaces,
  ownPlaces,
  placeValue,
} from '../../../src/analysis/invest/own-places.ts';
import { rangeList, rangesOf } from '../../../src/analysis/invest/ranges.ts';
import { type PointSet, packText } from '../../../src/domain/point-set.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import { PRECISIONS } from '../../../src/domain/vocabulary.ts';
import { smallSet } from '../../fixtures/imported.ts';
import { rectangle, shapedSet } from '../../fixtures/shaped-set.ts';
import { makeSite } from '../../fixtures/site.ts';

const at = (lng: number, lat: number, radiusM = 0) => makeSite(`${lng},${lat}`, { position: wgs84(lng, lat), radiusM });

/** Suppliers at a degree of longitude, each with its error; a row of NaN is not placed. */
function suppliers(...rows: readonly (readonly [lng: number, radiusM: number])[]): PointSet {
  return {
    ...smallSet('s', 'suppliers'),
    count: rows.length,
    positions: Float64Array.from(rows.flatMap(([lng]) => [lng, Number.isNaN(lng) ? Number.NaN : 23])),
    radiusM: Float32Array.from(rows, ([, radiusM]) => radiusM),
    precision: new Uint8Array(rows.length).fill(PRECISIONS.indexOf('exact')),
    label: packText(
      'name',
      rows.map((_, i) => `firm ${i}`),
    ),
    columns: [],
  };
}
function only(places: readonly OwnPlaces[]): OwnPlaces {
  const [one] = places;
  if (one === undefined || places.length > 1) throw new Error(`${places.length} sets`);
  return one;
}

describe('points of one’s own', () => {
  // 0.1° of longitude is 10.25 km here: one at the place, one at 10 km, one at 20.5 km whose error is a kilometre.
  const places = only(
    ownPlaces([{ name: 'suppliers', set: suppliers([113, 0], [113.1, 0], [113.2, 1000], [Number.NaN, 0]) }]),
  );
  const near = at(113, 23);
  const far = at(113.6, 23);
  const said = (lessIsBetter = false) => {
    const measured = measurePlaces(places, [near, far], { lessIsBetter, withinM: 20_000 });
    return [placeValue(measured, near.id), placeValue(measured, far.id)];
  };

  it('are counted for certain and possibly; what is not placed is counted apart', () => {
    expect(places.id).toBe(nearMark('suppliers'));
    const [value] = said();
    expect(value).toMatchObject({ said: { kind: 'count', value: 2, min: 2, max: 3, withinM: 20_000, cannotTell: 1 } });
  });

  it('score by the greatest count, in either direction; what is not placed may be near, and lies between the ends', () => {
    const scores = (less: boolean) => said(less).map((value) => (value.known ? [value.score, value.scoreHigh] : null));
    // Of two at most, one more is a half.
    expect(scores(false)).toEqual([
      [1, 1],
      [0, 0.5],
    ]);
    expect(scores(true)).toEqual([
      [0, 0],
      [0.5, 1],
    ]);
  });

  it('say nothing of a candidate that is not placed', () => {
    const coarse = makeSite('c', { position: wgs84(113, 23), precision: 'district', radiusM: 9000 });
    const nowhere = makeSite('n', { position: null, precision: 'unknown', radiusM: null });
    const measured = measurePlaces(places, [coarse, nowhere], { lessIsBetter: false, withinM: 20_000 });
    expect([placeValue(measured, 'c'), placeValue(measured, 'n')]).toEqual([
      { known: false, reason: 'placed-coarsely' },
      { known: false, reason: 'not-placed' },
    ]);
  });

  it('are none where every row stands for a park', () => {
    const set = { ...suppliers([113, 0]), sites: { ids: ['a'], codes: Uint32Array.of(1) } };
    expect(ownPlaces([{ name: 'prices', set }])).toEqual([]);
  });
});

describe('areas of one’s own', () => {
  // From 113 to 113.1 and from 23 to 23.1: some ten kilometres either way.
  const set = shapedSet([{ rings: [rectangle(113, 23, 113.1, 23.1)] }]);
  const places = only(ownPlaces([{ name: 'flood', set }]));
  const sites = [at(113.05, 23.05, 100), at(113.2, 23.05, 100), at(113.1, 23.05, 2000)];
  const values = (lessIsBetter: boolean) => {
    const measured = measurePlaces(places, sites, { lessIsBetter, withinM: 0 });
    return sites.map(({ id }) => placeValue(measured, id));
  };

  it('hold a candidate for certain, not at all, or perhaps where its error reaches over the edge', () => {
    expect(places).toMatchObject({ id: inMark('flood'), kind: 'in' });
    expect(values(false).map((value) => (value.known ? value.said : null))).toMatchObject([
      { kind: 'inside', min: 1, max: 1, set: 'flood' },
      { kind: 'inside', min: 0, max: 0 },
      { kind: 'inside', min: 0, max: 1 },
    ]);
  });

  it('score by the share of the disc that lies inside, or outside', () => {
    const scores = (less: boolean) => values(less).map((value) => (value.known ? value.score : -1));
    const [inside, outside, edge = 0] = scores(false);
    expect([inside, outside]).toEqual([1, 0]);
    // The edge runs through the middle of the disc: about half of its points are inside.
    expect(edge).toBeGreaterThanOrEqual(7 / 19);
    expect(edge).toBeLessThanOrEqual(12 / 19);
    expect(scores(true)).toEqual([0, 1, 1 - edge].map((score) => expect.closeTo(score, 9)));
  });

  it('move the rank as far as the error may', () => {
    const id = places.id;
    const candidates = sites.map((site, i) => ({
      site,
      values: new Map([[id, values(false)[i] ?? { known: false as const, reason: 'not-stated' as const }]]),
    }));
    const inForce = [{ criterion: id, weight: 1 }];
    const ranges = rangesOf(rangeList(candidates, inForce, 'low'), new Map(), { inForce, end: 'low', draws: 19 });
    expect(ranges.map(({ rankRange }) => rankRange)).toEqual([
      [1, 1],
      [2, 3],
      [1, 2],
    ]);
  });
});
