import { describe, expect, it } from 'vitest';
import { among, CERTAIN, INSIDE, NO, POSSIBLE } from '../../src/analysis/answer.ts';
import { byTown } from '../../src/analysis/by-area.ts';
import { type CountedSet, countedImport } from '../../src/analysis/counted-set.ts';
import { buildIndex } from '../../src/analysis/spatial-index.ts';
import { tally } from '../../src/analysis/tally.ts';
import { type TownAreas, townAreasOf, withTowns } from '../../src/analysis/town-areas.ts';
import { NOT_STATED } from '../../src/domain/point-set.ts';
import { DISTRICT_IDS, type DistrictId, PRECISIONS, type Precision } from '../../src/domain/vocabulary.ts';
import { testBase } from '../fixtures/data.ts';
import { randomSet } from '../fixtures/random-set.ts';
import { TWO_TOWNS, townFile, townSquare, ZHANGCHA, ZUMIAO } from '../fixtures/town-areas.ts';

const { towns } = await testBase();
const SHIWAN = 440604010;
const NANZHUANG = 440604100;

interface Row {
  readonly lng: number;
  readonly radiusM?: number;
  readonly states?: DistrictId | null;
  readonly town?: number;
  readonly precision?: Precision;
}

/** Rows on one parallel, two kilometres from the north and south ends of both towns. */
function rowsAt(rows: readonly Row[]): CountedSet {
  const set = randomSet({ seed: 1, count: rows.length, unplacedShare: 0 });
  rows.forEach(({ lng, radiusM = 10, states = 'chancheng', town = 0, precision = 'exact' }, row) => {
    set.positions.set([lng, 23.015], 2 * row);
    set.radiusM[row] = radiusM;
    set.district[row] = states === null ? NOT_STATED : DISTRICT_IDS.indexOf(states);
    set.town[row] = town;
    set.precision[row] = PRECISIONS.indexOf(precision);
  });
  return countedImport(set);
}

function known(): TownAreas {
  const areas = townAreasOf(TWO_TOWNS, towns.features);
  if (areas === null) throw new Error('no areas');
  return areas;
}

const found = (row: Row) => withTowns(rowsAt([row]), buildIndex, known()).townFound?.(0) ?? null;

describe('areas of towns', () => {
  it('are those of the city, by name and place; towns without one are named', () => {
    const { areas, unknown, accuracyM, day } = known();
    expect([...areas.keys()]).toEqual([ZHANGCHA, ZUMIAO]);
    expect(unknown).toHaveLength(towns.features.length - 2);
    expect([accuracyM, day]).toEqual([500, '2026-11-01']);
  });

  it('are not those of a town of the same name elsewhere, nor one of two', () => {
    const elsewhere = townSquare('祖庙街道', [112.5, 23.4, 112.6, 23.5]);
    expect(townAreasOf(townFile([elsewhere]), towns.features)).toBeNull();
    const here = townSquare('祖庙街道', [113.08, 22.98, 113.13, 23.05]);
    expect(townAreasOf(townFile([here, elsewhere]), towns.features)?.areas.size).toBe(1);
    expect(townAreasOf(townFile([here, here]), towns.features)).toBeNull();
  });
});

describe('the town of a row that states none', () => {
  it('is the one that it lies in, farther from every border than both errors', () => {
    expect(found({ lng: 113.1 })).toEqual({ counted: ZUMIAO, certain: true, possible: [ZUMIAO] });
  });

  it('is open near a border, to the town beyond it and to those whose area nobody has', () => {
    // 308 m from the border, which is known to 500 m.
    expect(found({ lng: 113.083 })).toEqual({
      counted: ZUMIAO,
      certain: false,
      possible: [ZUMIAO, ZHANGCHA, SHIWAN, NANZHUANG],
    });
    // 820 m, and an error of 400 m beside the border's.
    expect(found({ lng: 113.088 })?.certain).toBe(true);
    expect(found({ lng: 113.088, radiusM: 400 })?.certain).toBe(false);
  });

  it('is not found outside of all areas, against the stated district, or where the place stands for an area', () => {
    expect(found({ lng: 113.2 })).toBeNull();
    expect(found({ lng: 113.1, states: 'shunde' })).toBeNull();
    expect(found({ lng: 113.1, precision: 'district' })).toBeNull();
    expect(found({ lng: 113.1, town: SHIWAN })).toBeNull();
  });

  it('is no surer than its district', () => {
    expect(found({ lng: 113.1, states: null })).toEqual({ counted: ZUMIAO, certain: false, possible: [ZUMIAO] });
  });
});

describe('a question about a town', () => {
  const rows = rowsAt([
    { lng: 113.1 },
    { lng: 113.083 },
    { lng: 113.06 },
    { lng: 113.2 },
    { lng: 113.06, town: ZUMIAO },
    { lng: 113.1, states: null },
    { lng: 113.1, states: 'shunde' },
  ]);

  it('goes by where a row lies only where nothing is stated, and says which rows that are', () => {
    const answer = byTown(withTowns(rows, buildIndex, known()), ZUMIAO);
    expect([...answer.verdict]).toEqual([CERTAIN, INSIDE, NO, POSSIBLE, CERTAIN, POSSIBLE, NO]);
    expect([...(answer.byTownArea ?? [])]).toEqual([0, 1, 2, 5]);
    expect(tally(rows, answer).byTownArea).toEqual({ in: 3, out: 1 });
    const asked = among(answer, Uint32Array.of(2, 3));
    expect([...(asked.byTownArea ?? [])]).toEqual([2]);
  });

  it('leaves everything possible without the areas', () => {
    const answer = byTown(rows, ZUMIAO);
    expect([...answer.verdict]).toEqual([POSSIBLE, POSSIBLE, POSSIBLE, POSSIBLE, CERTAIN, POSSIBLE, NO]);
    expect([...(answer.byTownArea ?? [])]).toEqual([]);
  });
});
