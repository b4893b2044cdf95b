import { describe, expect, it } from 'vitest';
import { chartOfRows, countRows } from '../../src/analysis/rows-by-district.ts';
import { noRows } from '../../src/data/import/place/set-builder.ts';
import { packDistricts } from '../../src/domain/row-districts.ts';
import { DISTRICT_IDS } from '../../src/domain/vocabulary.ts';

const rows = [
  { possible: ['nanhai'], counted: 'nanhai', certain: true, known: true },
  { possible: ['nanhai', 'chancheng'], counted: 'nanhai', certain: false, known: true },
  { possible: ['nanhai'], counted: null, certain: false, known: true },
  { possible: [], counted: null, certain: false, known: true },
  { possible: DISTRICT_IDS, counted: null, certain: false, known: false },
] as const;
const set = {
  ...noRows('import-1', '企业').set,
  count: rows.length,
  located: { codes: Uint16Array.from(rows, packDistricts), disagreeing: new Uint32Array() },
};

describe('rows of a set by district', () => {
  it('are certain, with their point inside, or possible; rows of which nothing is known may be in any', () => {
    const found = Object.fromEntries(
      countRows(set, undefined).map(({ place, certain, inside, possible }) => [place, [certain, inside, possible]]),
    );
    expect(found).toMatchObject({
      nanhai: [1, 2, 4],
      chancheng: [0, 0, 2],
      shunde: [0, 0, 1],
      // One lies outside for certain, one has only its point there.
      elsewhere: [1, 2, 2],
      none: [1, 1, 1],
    });
  });

  it('are those that pass the filter, and a district without any is said', () => {
    const { rows: bars } = chartOfRows(set, Uint32Array.of(0));
    expect(bars.map(({ values, inside }) => [values, inside])).toContainEqual([[1, 0], 1]);
    expect(bars).toHaveLength(DISTRICT_IDS.length);
  });
});
