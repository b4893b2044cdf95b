import { describe, expect, it } from 'vitest';
import { among } from '../../src/analysis/answer.ts';
import { areasByDistrict } from '../../src/analysis/areas-by-district.ts';
import { columnSums } from '../../src/analysis/column-sums.ts';
import { countedImport } from '../../src/analysis/counted-set.ts';
import { areaBlocks, countInAreas, type InAreas } from '../../src/analysis/rows-in-areas.ts';
import { areaFeature, shareInside } from '../../src/analysis/shape-share.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { tally } from '../../src/analysis/tally.ts';
import { addUnplaced } from '../../src/analysis/unplaced-in-areas.ts';
import { withinPolygon } from '../../src/analysis/within-polygon.ts';
import { geometryAt } from '../../src/domain/geometries.ts';
import type { PointSet } from '../../src/domain/point-set.ts';
import { DISTRICT_IDS } from '../../src/domain/vocabulary.ts';
import { testBase } from '../fixtures/data.ts';
import { randomSet, seeded } from '../fixtures/random-set.ts';
import { type Corner, rectangle, type ShapedRow, shapedSet } from '../fixtures/shaped-set.ts';

const { districts: collection } = await testBase();
const districts = new Map(collection.features.map(({ geometry, properties }) => [properties.id, geometry]));

const [E, N] = [1 / 102_550, 1 / 110_750];

/** Runs it to its end. */
function ended<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

function counted(areas: PointSet, set: PointSet, values?: Float64Array, rows?: Uint32Array): InAreas {
  const blocks = areaBlocks(areas, buildIndex(areas));
  if (blocks === null) throw new Error('no areas');
  const asked = { counted: countedImport(set), index: buildIndex(set), rows, values };
  const found = ended(countInAreas(blocks, asked));
  ended(addUnplaced(found, blocks, buildIndex(areas), asked, districts));
  return found;
}

/** A star of `n` corners, with bays. */
function star(random: () => number, size: number): Corner[] {
  const [lng, lat] = [112.6 + 0.6 * random(), 22.8 + 0.6 * random()];
  return Array.from({ length: 7 }, (_, i) => {
    const [angle, reach] = [(2 * Math.PI * i) / 7, size * (0.4 + 0.6 * random())];
    return [lng + reach * Math.cos(angle), lat + reach * Math.sin(angle)] as const;
  });
}

describe('rows in the areas of a set', () => {
  it('are three numbers by hand: errors of both ends are added', () => {
    const areas = shapedSet([
      { rings: [rectangle(113, 23, 113.02, 23.02)], radiusM: 20 },
      { rings: [rectangle(113.02, 23, 113.04, 23.02)], radiusM: 20 },
    ]);
    // Metres to the east of the edge that the two areas share; each is known to 50 m.
    const east = [-500, -60, 60, 80, 500];
    const set = { ...randomSet({ seed: 1, count: 5, unplacedShare: 0, radiusM: 50 }) };
    set.positions.set(east.flatMap((metres) => [113.02 + metres * E, 23.01]));
    const { certain, inside, possible, least, middle, greatest } = counted(
      areas,
      set,
      Float64Array.of(1, 2, 4, 8, -16),
    );
    expect([[...certain], [...inside], [...possible]]).toEqual([
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    // In the first: 1 is certain, 2 lies in it, 4 may; in the second 8 and −16 are certain, 4 lies in it, 2 may.
    expect([[...least], [...middle], [...greatest]]).toEqual([
      [1, -8],
      [3, -4],
      [7, -2],
    ]);
  });

  it.each([1, 2, 3])('are those of a question with each area, rows without a place too, seed %i', (seed) => {
    const random = seeded(seed);
    const rows: ShapedRow[] = Array.from({ length: 40 }, () => ({
      rings: [star(random, 0.002 + 0.05 * random())],
      radiusM: random() < 0.5 ? 5 : 400 * random(),
    }));
    const areas = shapedSet([...rows, { line: star(random, 0.03) }]);
    const lines: ShapedRow[] = Array.from({ length: 60 }, (_, n) =>
      n % 2 === 0 ? { line: star(random, 0.02), radiusM: 30 } : { rings: [star(random, 0.01)], radiusM: 30 },
    );
    for (const set of [randomSet({ seed: seed + 7, count: 700, spread: 'mixed' }), shapedSet(lines)]) {
      const values = Float64Array.from({ length: set.count }, (_, n) =>
        n % 9 === 0 ? Number.NaN : Math.round(99 * random()) - 20,
      );
      const passing = Uint32Array.from({ length: set.count }, (_, n) => n).filter((n) => n % 5 !== 0);
      const found = counted(areas, set, values, passing);
      let most = 0;
      for (let row = 0; row < 40; row++) {
        const outline = geometryAt(areas.geometries, row);
        if (outline?.type !== 'Polygon') throw new Error('no area');
        const one = countedImport(set);
        const blurred = { accuracyM: areas.radiusM[row] ?? 0, widened: outline };
        const answer = among(withinPolygon(one, buildIndex(set), outline, { districts }, blurred), passing);
        const { total } = tally(one, answer);
        const { sum } = columnSums({ counted: one, answer, values, rows: passing });
        expect({
          certain: found.certain[row],
          inside: found.inside[row],
          possible: found.possible[row],
          least: found.least[row],
          middle: found.middle[row],
          greatest: found.greatest[row],
        }).toEqual({ ...total, ...sum });
        most = Math.max(most, total.possible - total.certain);
      }
      expect(most).toBeGreaterThan(0);
      // A line has no inside.
      expect(found.possible[40]).toBe(0);
    }
  });
});

describe('areas by district', () => {
  it('lie wholly, partly with their share, or as far as their error goes, by hand', () => {
    const nanhai = {
      type: 'Polygon' as const,
      coordinates: [[...rectangle(113, 23, 113.1, 23.1), [113, 23] as const].map((c) => [...c])],
    };
    const shunde = {
      type: 'Polygon' as const,
      coordinates: [[...rectangle(113.1, 23, 113.2, 23.1), [113.1, 23] as const].map((c) => [...c])],
    };
    const set = shapedSet([
      { rings: [rectangle(113.02, 23.02, 113.04, 23.04)], radiusM: 10 },
      { rings: [rectangle(113.09, 23.02, 113.13, 23.04)], radiusM: 10 },
      // Ten metres from the border that it is known to twenty of.
      { rings: [rectangle(113.05, 23.05, 113.1 - 10 * E, 23.05 + 500 * N)], radiusM: 20 },
      {
        line: [
          [113.05, 23.01],
          [113.15, 23.01],
        ],
      },
    ]);
    const lines = ended(
      areasByDistrict(
        countedImport(set),
        buildIndex(set),
        new Map([
          ['nanhai', nanhai],
          ['shunde', shunde],
        ] as const),
        undefined,
      ),
    );
    const of = (id: string) => {
      const { wholly, nearly, partly, byError } = lines.find(({ district }) => district === id) ?? never();
      return [wholly, nearly, partly, byError].map((rows) => [...rows]);
    };
    expect(of('nanhai')).toEqual([[0], [2], [1], []]);
    expect(of('shunde')).toEqual([[], [], [1], [2]]);
    expect(of('gaoming')).toEqual([[], [], [], []]);
    if (set.geometries === undefined) throw new Error('no areas');
    expect(shareInside(set.geometries, 1, areaFeature(nanhai))).toBeCloseTo(0.25, 4);
  });

  it('have the same shares of an outline of many corners, which is cut down to their surroundings', () => {
    const random = seeded(9);
    const set = shapedSet(Array.from({ length: 60 }, () => ({ rings: [star(random, 0.06)] })));
    if (set.geometries === undefined) throw new Error('no areas');
    let partly = 0;
    for (let row = 0; row < set.count; row++) {
      const shares = DISTRICT_IDS.map((id) => {
        const outline = districts.get(id) ?? never();
        return shareInside(set.geometries ?? never(), row, areaFeature(outline)) ?? 0;
      });
      const sum = shares.reduce((a, b) => a + b, 0);
      // Districts do not overlap, so that shares add up to one within the city.
      expect(sum).toBeLessThan(1.0001);
      if (shares.filter((share) => share > 0.001).length > 1) partly++;
    }
    expect(partly).toBeGreaterThan(5);
  });
});

function never(): never {
  throw new Error('not there');
}
