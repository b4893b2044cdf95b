/** Lists without any place join the register: land prices by park. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rejectionAt } from '../../../src/data/import/guards/rejections.ts';
import { importFile } from '../../../src/data/import/import-file.ts';
import { defaultChoices, openFile } from '../../../src/data/import/open-file.ts';
import { siteIndexOf } from '../../../src/data/import/place/site-index.ts';
import { registerOf } from '../../../src/data/import/register.ts';
import type { Choices, ImportContext } from '../../../src/data/import/types.ts';
import { isPlaced, labelAt, precisionAt, siteIdAt } from '../../../src/domain/point-set.ts';
import { parseAs } from '../../../src/domain/schema/parse.ts';
import { SearchIndex } from '../../../src/domain/schema/search.ts';
import { baseFile, testBase } from '../../fixtures/data.ts';
import { context as areas, textFile } from './helpers.ts';

const { sites } = await testBase();
const { variants } = parseAs(SearchIndex, baseFile('search.json'), 'search');
const context: ImportContext = { ...areas, register: registerOf(sites, variants) };
const siteOf = (id: string) => sites.find((site) => site.id === id);

const PRICES = () => new Blob([readFileSync('tests/fixtures/cases/land-prices.csv')]);

async function joined(file: Blob, change: Partial<Choices> = {}) {
  const preview = await openFile(file, 'a.csv', context);
  return {
    preview,
    ...(await importFile(file, 'a.csv', { ...defaultChoices(preview, 'import-1'), ...change }, context)),
  };
}

describe('land prices by park', () => {
  test('the column of parks is found; exact names are counted, near ones offered, others named with their rows', async () => {
    const { roles, join, warnings } = await openFile(PRICES(), 'a.csv', context);
    expect(roles.filter(({ column }) => column === 0).map(({ role }) => role)).toContain('site');
    expect(warnings).toEqual([]);
    expect(join).toMatchObject({ exact: 6, stated: 9 });
    expect(join?.near.map(({ text, rows, candidates }) => [text, rows, candidates[0]])).toEqual([
      ['仙湖氢能谷', [7], 'xianhu-hydrogen-valley'],
      ['鲁班天工智能制造产业园', [8], 'automation-park'],
    ]);
    expect(join?.unknown.map(({ text, rows }) => [text, rows])).toEqual([['天河软件园', [10]]]);
  });

  test('a joined row takes its site’s position, radius and precision; several rows of a site are fine', async () => {
    const { set, receipt } = await joined(PRICES());
    const nanhai = siteOf('fhidz-nanhai-park');
    expect([0, 1].map((row) => siteIdAt(set, row))).toEqual(['fhidz-nanhai-park', 'fhidz-nanhai-park']);
    expect([...set.positions.slice(0, 2)]).toEqual([...(nanhai?.position ?? [])]);
    expect(set.radiusM[1]).toBe(nanhai?.radiusM);
    expect(precisionAt(set, 1)).toBe(nanhai?.precision);
    expect([2, 3, 4].map((row) => siteIdAt(set, row))).toEqual([
      'sanlongwan',
      'jihua-laboratory',
      'xianhu-hydrogen-valley',
    ]);
    expect(receipt.placedBy).toEqual({ coordinates: 0, site: 5, town: 0, district: 0 });
  });

  test('a site without a known place: the row is there, has none, and the receipt says so', async () => {
    const { set, receipt } = await joined(PRICES());
    expect(siteIdAt(set, 5)).toBe('zhimeng-textile-town');
    expect(isPlaced(set, 5)).toBe(false);
    expect(precisionAt(set, 5)).toBe('unknown');
    expect(receipt).toMatchObject({ rowsRead: 10, placed: 5, withoutPlace: 1 });
    expect(receipt.rejected.count).toBe(4);
    expect(receipt.warnings).toContainEqual({ code: 'site-unplaced', params: { count: 1 } });
  });

  test('names that are only like one are joined when the user says so, and not before', async () => {
    const before = await joined(PRICES());
    const rejected = Array.from({ length: 4 }, (_, at) => rejectionAt(before.receipt.rejected, at));
    expect(rejected).toEqual([
      { row: 7, code: 'no-site', detail: '仙湖氢能谷' },
      { row: 8, code: 'no-site', detail: '鲁班天工智能制造产业园' },
      { row: 10, code: 'no-site', detail: '天河软件园' },
      { row: 11, code: 'no-place', detail: '' },
    ]);
    const { set, receipt } = await joined(PRICES(), { joins: [['仙湖氢能谷', 'xianhu-hydrogen-valley']] });
    expect(receipt.placedBy.site).toBe(6);
    expect(siteIdAt(set, 5)).toBe('xianhu-hydrogen-valley');
    expect(labelAt(set, 5)).toContain('仙湖氢能谷');
  });
});

test('a row that names no site goes by its district, and is listed with its number', async () => {
  const { set, receipt } = await joined(
    textFile('载体名称,所在区,地价\n季华实验室,南海区,1\n某某产业园,顺德区,2\n仙湖氢谷,南海区,3\n'),
  );
  expect(receipt.placedBy).toEqual({ coordinates: 0, site: 2, town: 0, district: 1 });
  expect(receipt.unjoined?.count).toBe(1);
  expect(receipt.unjoined && rejectionAt(receipt.unjoined, 0)).toEqual({
    row: 3,
    code: 'no-site',
    detail: '某某产业园',
  });
  expect(siteIdAt(set, 1)).toBeNull();
});

test('a list with coordinates of its own is not asked which site it belongs to', async () => {
  const file = textFile(
    '名称,所在园区,经度,纬度\n甲厂,季华实验室,113.231234,22.996123\n乙厂,仙湖氢谷,112.881234,23.043123\n',
  );
  const { preview, set } = await joined(file);
  expect(preview.join).toBeNull();
  expect(set.sites).toBeUndefined();
});

test('a name that two sites go by is neither’s, until the user says whose', () => {
  const [first, second] = context.register?.sites ?? [];
  if (first === undefined || second === undefined) throw new Error('no sites');
  const twin = { ...second, aliases: [...second.aliases, first.nameZh] };
  const index = siteIndexOf({ sites: [first, twin], variants });
  expect(index.exact(first.nameZh)).toBeNull();
  expect(index.near(first.nameZh).map(({ site }) => site.id)).toEqual([first.id, second.id]);
});

test('former names are offered, not taken; whole sentences are neither', () => {
  const index = siteIndexOf(
    registerOf(
      sites.filter(({ succession }) => succession.length > 0),
      {},
    ),
  );
  expect(index.near('三龙湾科技城管委会')[0]?.site.id).toBe('sanlongwan');
  expect(index.near(`在三龙湾科技城${'附近'.repeat(40)}`)).toEqual([]);
});

test('districts and towns are known in traditional characters too', async () => {
  const file = textFile('名稱,區,鎮街\n甲,南海區,獅山鎮\n乙,順德區,北滘鎮\n丙,三水區,\n');
  const { receipt } = await joined(file, { roles: { name: 0, district: 1, town: 2 } });
  expect(receipt.placedBy).toEqual({ coordinates: 0, town: 2, district: 1 });
});

describe('a table that is wanted for its columns alone', () => {
  const file = () => textFile('编号,区,产值\n0601,南海区,12\n0602,,\n,禅城区,7\n');

  test('keeps every row, places none, and reads them as any other', async () => {
    const { set, receipt } = await joined(file(), { asTable: true, roles: {} });
    expect(set.count).toBe(3);
    expect(Array.from({ length: 3 }, (_, row) => isPlaced(set, row))).toEqual([false, false, false]);
    expect(set.columns.map(({ name }) => name)).toEqual(['编号', '区', '产值']);
    expect([receipt.rowsRead, receipt.rejected.count]).toEqual([3, 0]);
  });
});
