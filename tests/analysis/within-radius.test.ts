import { distance as turfDistance } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { type Answer, INSIDE } from '../../src/analysis/answer.ts';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { withinRadius } from '../../src/analysis/within-radius.ts';
import { isPlaced, type PointSet } from '../../src/domain/point-set.ts';
import { type Wgs84, wgs84 } from '../../src/domain/position.ts';
import { randomSet, seeded } from '../fixtures/random-set.ts';

const at = (set: PointSet, row: number): Wgs84 =>
  wgs84(set.positions[2 * row] ?? Number.NaN, set.positions[2 * row + 1] ?? Number.NaN);

/** Every row by Karney's method, one after the other: the rule of the data model and nothing else. */
function byHand(set: PointSet, centre: Wgs84, centreRadius: number, within: number) {
  const certain: number[] = [];
  const inside: number[] = [];
  const possible: number[] = [];
  for (let row = 0; row < set.count; row++) {
    if (!isPlaced(set, row)) continue;
    const d = distanceM(centre, at(set, row));
    const r = (set.radiusM[row] ?? 0) + centreRadius;
    if (d + r <= within) certain.push(row);
    if (d <= within) inside.push(row);
    if (d - r <= within) possible.push(row);
  }
  return { certain, inside, possible };
}

const listed = ({ certain, possible, verdict }: Answer) => ({
  certain: [...certain],
  inside: [...possible].filter((row) => (verdict[row] ?? 0) >= INSIDE),
  possible: [...possible],
});

function asked(set: PointSet, centre: Wgs84, centreRadius: number, within: number) {
  return listed(withinRadius(set, buildIndex(set), centre, centreRadius, within));
}

describe('withinRadius', () => {
  const random = seeded(11);
  it.each(Array.from({ length: 12 }, (_, seed) => [seed, ['even', 'mixed'][seed % 2] ?? 'even']))(
    'gives the rows of an exhaustive search, seed %i, %s',
    (seed, spread) => {
      const set = randomSet({ seed: Number(seed), count: 2500, spread: spread === 'mixed' ? 'mixed' : 'even' });
      const index = buildIndex(set);
      for (let i = 0; i < 6; i++) {
        const centre = wgs84(112.4 + random(), 22.65 + 0.9 * random());
        const [centreRadius, within] = [Math.floor(2000 * random()), 10 ** (2 + 3.2 * random())];
        expect(listed(withinRadius(set, index, centre, centreRadius, within))).toEqual(
          byHand(set, centre, centreRadius, within),
        );
      }
    },
  );

  it.each([1, 2, 3])('gives them for a dense set too, whose blocks are small beside their errors, seed %i', (seed) => {
    const set = randomSet({ seed, count: 3000 });
    set.positions.forEach((value, i) => {
      set.positions[i] = i % 2 === 0 ? 113 + (value - 113) / 15 : 23 + (value - 23) / 15;
    });
    const index = buildIndex(set);
    for (const within of [1000, 2500, 4000, 6000, 9000]) {
      expect(listed(withinRadius(set, index, wgs84(113.01, 23.01), 150, within))).toEqual(
        byHand(set, wgs84(113.01, 23.01), 150, within),
      );
    }
  });

  it('gives the rows that turf gives, but for the 0.5 % that its sphere is off', () => {
    const set = randomSet({ seed: 21, count: 4000, radiusM: 0 });
    const centre = wgs84(113, 23);
    for (const within of [3000, 12_000, 45_000]) {
      const found = new Set(asked(set, centre, 0, within).certain);
      let compared = 0;
      for (let row = 0; row < set.count; row++) {
        if (!isPlaced(set, row)) continue;
        const metres = turfDistance([...centre], [...at(set, row)], { units: 'meters' });
        if (Math.abs(metres / within - 1) < 0.005) continue;
        expect(found.has(row)).toBe(metres < within);
        compared++;
      }
      expect(compared).toBeGreaterThan(3400);
      expect(found.size).toBeGreaterThan(5);
    }
  });

  it('decides at the very edge by the geodesic', () => {
    const set = randomSet({ seed: 22, count: 400, radiusM: 0, unplacedShare: 0 });
    const centre = wgs84(113, 23);
    const d = distanceM(centre, at(set, 7));
    expect(asked(set, centre, 0, d).certain).toContain(7);
    expect(asked(set, centre, 0, d - 1e-6).possible).not.toContain(7);
  });

  it('adds the radii of both ends', () => {
    const set = randomSet({ seed: 23, count: 1, radiusM: 300, unplacedShare: 0 });
    const centre = wgs84(113, 23);
    const d = distanceM(centre, at(set, 0));
    const size = (within: number) => {
      const a = asked(set, centre, 200, within);
      return [a.certain.length, a.possible.length];
    };
    expect(size(d - 501)).toEqual([0, 0]);
    expect(size(d - 499)).toEqual([0, 1]);
    expect(size(d + 499)).toEqual([0, 1]);
    expect(size(d + 501)).toEqual([1, 1]);
  });

  it('is certain of nothing when the error exceeds the distance asked', () => {
    const set = randomSet({ seed: 24, count: 200, radiusM: 3000, unplacedShare: 0 });
    expect(asked(set, wgs84(113, 23), 0, 2999).certain).toEqual([]);
  });

  it('never takes a row of unknown error as certain, and always as possible', () => {
    const set = randomSet({ seed: 25, count: 300, radiusM: Number.POSITIVE_INFINITY, unplacedShare: 0 });
    const answer = asked(set, wgs84(0, 0), 0, 1e6);
    expect(answer.certain).toEqual([]);
    expect(answer.possible).toHaveLength(300);
  });

  it('says which rows it could not ask', () => {
    const set = randomSet({ seed: 26, count: 500, unplacedShare: 0.3 });
    const { cannotTell, possible, verdict } = withinRadius(set, buildIndex(set), wgs84(113, 23), 0, 1e6);
    expect(cannotTell.length + possible.length).toBe(500);
    expect([...cannotTell].every((row) => !isPlaced(set, row) && verdict[row] === 0)).toBe(true);
  });

  it('works across the date line and of nothing', () => {
    const set = randomSet({ seed: 27, count: 2, radiusM: 0, unplacedShare: 0 });
    set.positions.set([179.99, 0, -179.99, 0]);
    expect(asked(set, wgs84(-179.995, 0), 0, 2000).certain).toEqual([0, 1]);
    expect(asked(randomSet({ seed: 1, count: 0 }), wgs84(113, 23), 0, 1e6)).toEqual({
      certain: [],
      inside: [],
      possible: [],
    });
  });
});
