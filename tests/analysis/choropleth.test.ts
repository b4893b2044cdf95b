import { describe, expect, it } from 'vitest';
import {
  availableKeys,
  availableYears,
  districtCounts,
  districtFigures,
  perArea,
} from '../../src/analysis/choropleth.ts';
import { type CountedSet, countedImport } from '../../src/analysis/counted-set.ts';
import { NOT_STATED } from '../../src/domain/point-set.ts';
import { statedDistricts } from '../../src/domain/row-districts.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { type Figure, Statistics } from '../../src/domain/schema/statistics.ts';
import { baseFile } from '../fixtures/data.ts';
import { randomSet } from '../fixtures/random-set.ts';

const { figures } = parseAs(Statistics, baseFile('statistics.json'), 'statistics');
const made = (id: string, changes: Partial<Figure>): Figure => ({
  key: 'gdp',
  label: { zh: '值', en: 'value' },
  value: 100,
  unit: 'CNY',
  qualifier: 'exact',
  asPrinted: '100',
  asOf: '2020',
  source: 's',
  scope: { entity: 'district', id },
  narrower: false,
  ...changes,
});
const seen = (list: readonly Figure[], key = 'gdp', year: string | null = '2020') =>
  districtFigures(list, key, year).map(({ value, why }) => value ?? why);

describe('districtFigures of the statistics', () => {
  it('colours the census of 2020 in all districts', () => {
    expect(seen(figures, 'population-census')).toEqual([1_300_000, 3_000_000, 2_500_000, 800_000, 500_000]);
  });

  it('keeps to one year, and "over 100 billion" is no number to colour by', () => {
    expect(seen(figures, 'gdp', '2022')).toEqual([
      'not-stated',
      370_000_000_000,
      'not-stated',
      'not-stated',
      'not-exact',
    ]);
  });

  it('offers the years there are, newest first, with the districts each can colour', () => {
    expect(availableYears(figures, 'gdp').at(-1)).toEqual({ year: '2016', districts: 5 });
    expect(availableYears(figures, 'gdp').map(({ year }) => year)).toEqual(['2025', '2022', '2021', '2016']);
    expect(availableYears(figures, 'area').at(-1)?.year).toBeNull();
  });

  it('offers only keys that can colour a district', () => {
    const keys = availableKeys(figures);
    expect(keys).toEqual(expect.arrayContaining(['population-census', 'population-year-end', 'gdp']));
    // Only "over 40 %" is stated of it.
    expect(keys).not.toContain('share-of-city-gdp-growth');
  });
});

describe('districtFigures', () => {
  it('says why a district has no colour', () => {
    expect(
      seen([
        made('chancheng', { narrower: true }),
        made('nanhai', { value: 1 }),
        made('nanhai', { value: 2 }),
        made('shunde', { value: { min: 1, max: 2 } }),
        made('sanshui', { qualifier: 'about' }),
        made('gaoming', { asOf: '2019' }),
      ]),
    ).toEqual(['narrower', 'contradicting', 'no-number', 'not-exact', 'not-stated']);
  });

  it('takes two sources that agree as one number, and an exact figure before "over"', () => {
    expect(
      seen([
        made('nanhai', {}),
        made('nanhai', {}),
        made('shunde', { value: 90, qualifier: 'over' }),
        made('shunde', { value: 99 }),
      ]).slice(1, 3),
    ).toEqual([100, 99]);
  });

  it('keeps the undated apart and ignores city and cluster figures', () => {
    const list = [made('nanhai', { asOf: null }), made('foshan', { scope: { entity: 'city', id: 'foshan' } })];
    expect(seen(list, 'gdp', null)[1]).toBe(100);
    expect(seen(list)).toEqual(Array(5).fill('not-stated'));
  });

  it('divides by area, unknown where either is', () => {
    const values = districtFigures([made('nanhai', {}), made('shunde', {})], 'gdp', '2020');
    expect(perArea(values, new Map([['nanhai', 50]])).map(({ value, why }) => value ?? why)).toEqual([
      'not-stated',
      2,
      'not-stated',
      'not-stated',
      'not-stated',
    ]);
  });
});

describe('numbers of rows by district', () => {
  const set = randomSet({ seed: 1, count: 6 });
  set.district.set([1, 1, 2, NOT_STATED, 0, 1]);
  set.town.fill(0);
  const plain = countedImport(set);
  const counted: CountedSet = {
    ...plain,
    isPart: (row) => row === 5,
    districtsOf: (row) => (row === 4 ? statedDistricts(['chancheng', 'gaoming']) : plain.districtsOf(row)),
  };

  it('counts as certain and possible', () => {
    const counts = districtCounts([{ counted }]);
    expect([...counts.values()].map(({ certain, possible }) => [certain, possible])).toEqual([
      [0, 2],
      [2, 3],
      [1, 2],
      [0, 1],
      [0, 2],
    ]);
    expect(districtCounts([{ counted }, { counted }]).get('nanhai')).toEqual({ certain: 4, inside: 4, possible: 6 });
  });
});
