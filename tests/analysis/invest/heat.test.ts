import { describe, expect, it } from 'vitest';
import { createDrawThread } from '../../../src/analysis/invest/draw-thread.ts';
import { type HeatInput, heatAt, isHeatCriterion, startHeat } from '../../../src/analysis/invest/heat.ts';
import { measurePlaces } from '../../../src/analysis/invest/own-places.ts';
import { scoreOf } from '../../../src/analysis/invest/score.ts';
import { candidateOf } from '../../../src/analysis/invest/values.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import { prepareRings } from '../../../src/domain/rings.ts';
import { heatClasses, heatSteps } from '../../../src/state/invest/heat-classes.ts';
import { asked, force, makeWorld } from '../../fixtures/invest.ts';
import { makeSite } from '../../fixtures/site.ts';

/** About 10 km a side, with the fixture's station in its middle. */
const square = prepareRings([
  [
    [112.95, 22.955],
    [113.05, 22.955],
    [113.05, 23.045],
    [112.95, 23.045],
    [112.95, 22.955],
  ],
]);
const input = (change: Partial<HeatInput> = {}): HeatInput => ({
  ...{ world: makeWorld(), inForce: force({ station: 2, motorway: 1 }), end: 'low', clusters: [], withinM: 10_000 },
  ...{ preferred: [], own: [], districts: [{ id: 'chancheng', rings: square, accuracyM: 0 }] },
  ...change,
});

describe('how good it is at a place', () => {
  it('is what a candidate of no error would score there by the same criteria', () => {
    const at = wgs84(113.02, 22.98);
    const there = candidateOf(
      makeSite('there', { position: at, radiusM: 0, precision: 'exact' }),
      makeWorld(),
      asked(),
    );
    expect(heatAt(input(), at)).toBeCloseTo(scoreOf(there, force({ station: 2, motorway: 1 })).score ?? -1, 9);
  });

  it('is not told where less than half of the weight can be', () => {
    const world = makeWorld();
    const none = { ...world, targets: { ...world.targets, airport: [] } };
    const at = wgs84(113, 23);
    expect(heatAt(input({ world: none, inForce: force({ airport: 2, station: 1 }) }), at)).toBeNaN();
    // Two of three are known: what is unknown is nothing at the low end and all at the high one.
    const two = { world: none, inForce: force({ airport: 1, station: 2 }) };
    expect(heatAt(input({ ...two, end: 'low' }), at)).toBeCloseTo(66.67, 1);
    expect(heatAt(input({ ...two, end: 'high' }), at)).toBeCloseTo(100, 1);
  });

  it('counts points of the user by the most that a candidate has near', () => {
    const places = {
      ...{ id: 'own-near-1' as const, kind: 'near' as const, name: 'suppliers', areas: [], cannotTell: 0 },
      points: [112.99, 113, 113.01].map((lng) => ({ position: wgs84(lng, 23), radiusM: 0 })),
    };
    const choice = { lessIsBetter: false, withinM: 2000 };
    const one = makeSite('one', { position: wgs84(113.03, 23), radiusM: 0 });
    const { found: _, ...own } = measurePlaces(places, [one], { ...choice, withinM: 2100 });
    expect(own.most).toBe(1);
    const near = input({ inForce: [{ criterion: places.id, weight: 1 }], own: [own] });
    // Three are near: more than any candidate has scores no more than full.
    expect(heatAt(near, wgs84(113, 23))).toBe(100);
    expect(heatAt(near, wgs84(112.9, 23))).toBe(0);
  });

  it('knows a preferred district as well as its border is known', () => {
    const half = (west: number, east: number) =>
      prepareRings([
        [
          [west, 22.95],
          [east, 22.95],
          [east, 23.05],
          [west, 23.05],
          [west, 22.95],
        ],
      ]);
    const two = input({
      ...{ inForce: force({ district: 1 }), preferred: ['nanhai'] },
      districts: [
        { id: 'nanhai', rings: half(112.9, 113), accuracyM: 300 },
        { id: 'shunde', rings: half(113, 113.1), accuracyM: 300 },
      ],
    });
    expect(heatAt(two, wgs84(112.95, 23))).toBe(100);
    expect(heatAt(two, wgs84(113.05, 23))).toBe(0);
    const edge = heatAt(two, wgs84(113, 23));
    expect(edge).toBeGreaterThan(30);
    expect(edge).toBeLessThan(70);
  });

  it('follows from positions alone', () => {
    const all = ['station', 'neighbours', 'district', 'own-near-1', 'own-in-1'] as const;
    expect(all.every(isHeatCriterion)).toBe(true);
    expect((['cluster', 'focus', 'status', 'recent', 'located', 'own-1'] as const).some(isHeatCriterion)).toBe(false);
  });
});

describe('the surface', () => {
  it('has squares of a kilometre, and only those whose middle lies in the city', () => {
    const triangle = prepareRings([
      [
        [112.95, 22.955],
        [113.05, 22.955],
        [113.05, 23.045],
        [112.95, 22.955],
      ],
    ]);
    const { surface, row } = startHeat(input({ districts: [{ id: 'chancheng', rings: triangle, accuracyM: 0 }] }));
    for (let y = 0; y < surface.height; y++) row(y);
    expect([surface.width, surface.height]).toEqual([11, 10]);
    const inside = surface.inside.reduce((sum, one) => sum + one, 0);
    expect(inside).toBeGreaterThan(45);
    expect(inside).toBeLessThan(60);
    surface.scores.forEach((score, i) => {
      expect(Number.isNaN(score)).toBe(surface.inside[i] === 0);
    });
  });

  it('falls into classes of whole points that hold every score', () => {
    const { surface, row } = startHeat(input());
    for (let y = 0; y < surface.height; y++) row(y);
    const shown = heatClasses(surface);
    const steps = heatSteps(shown);
    const known = [...surface.scores].filter((score) => !Number.isNaN(score));
    expect(steps.length).toBeLessThanOrEqual(5);
    expect(steps[0]?.from).toBeLessThanOrEqual(Math.min(...known));
    expect(steps.at(-1)?.to).toBeGreaterThanOrEqual(Math.max(...known));
    expect(shown.hasUnknown).toBe(false);
  });

  it('is made to the end only for the last who asks', async () => {
    const thread = createDrawThread(() => Promise.resolve());
    const [first, second] = await Promise.all([thread.heat(input()), thread.heat(input())]);
    expect(first).toBeNull();
    expect(second?.width).toBeGreaterThan(5);
    const third = thread.heat(input());
    await thread.heat(null);
    expect(await third).toBeNull();
  });
});
