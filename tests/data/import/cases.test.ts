/** Files as people have them, through the real importer, with the guesses as they are. */
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/data/import/open-file.ts';
import { valueAt } from '../../../src/domain/point-set.ts';
import { importCase as all, errorsOf, openCase as open } from './firms.ts';
import { context, textFile } from './helpers.ts';

const errors = async (name: string) => errorsOf(await all(name));

describe('the six firms are found', () => {
  test.each([
    ['dms-ordinal-uba.csv', 2],
    ['dms-ditto-u3003.csv', 2],
    ['dms-dots.csv', 2],
    ['pair-slash.csv', 0.1],
    ['pair-labelled.csv', 0.1],
    // Whole seconds.
    ['pair-glued-dms.csv', 22],
    ['num-sci.csv', 0.1],
    ['num-zwsp.csv', 0.1],
    ['num-decimal-comma.csv', 0.1],
    ['num-eq-quoted.csv', 0.1],
    ['head-numeric-years.csv', 0.1],
    ['head-two-rows.csv', 0.1],
    ['geom-geojson.csv', 0.1],
    ['geom-wkb.csv', 0.1],
    // A point and a line of a hundred metres: it stands half way along the line.
    ['geom-wkt-gc.csv', 60],
    ['grid-utm49.csv', 1],
    ['gj-utf16.geojson', 0.1],
    ['gj-bigint.geojson', 0.1],
    ['s-ids.zip', 0.1],
    ['s-gbk-cpgutf8.zip', 0.1],
    ['s-utf8-longname-nocpg.zip', 0.1],
    // Parcels around them.
    ['s-poly-ccw.zip', 100],
    ['s-poly-ccw-nodistrict.zip', 100],
  ])('in %s, to %f m', async (name, metres) => {
    for (const error of await errors(name)) expect(error).toBeLessThan(metres);
  });
});

test.each(['num-amounts-nocoord.csv', 'num-dates-nocoord.csv', 'num-products-nocoord.csv', 'head-pinyin.csv'])(
  'numbers that cannot be coordinates are none: the rows of %s go by their district',
  async (name) => {
    const { receipt } = await all(name);
    expect(receipt.placedBy).toEqual({ coordinates: 0, town: 0, district: 6 });
    expect(receipt.rejected.count).toBe(0);
  },
);

test('where some rows have coordinates and others none, each goes by what it has', async () => {
  const { receipt } = await all('num-amounts-partcoord.csv');
  expect(receipt.placedBy).toEqual({ coordinates: 3, town: 0, district: 3 });
});

test.each([
  ['s-ids.zip', '440604211000000120'],
  ['gj-bigint.geojson', '440604211000000123'],
])('codes of eighteen digits keep every one of them: %s', async (name, first) => {
  const { set } = await all(name);
  const column = set.columns.find((each) => /bsm|编码|code/i.test(each.name));
  const codes = Array.from({ length: set.count }, (_, row) => (column === undefined ? null : valueAt(column, row)));
  for (const code of codes) expect(code).toMatch(/^440604211000000\d{3}$/);
  expect(codes[0]).toBe(first);
});

test('words above numbers are a second row of names, a row of data with a gap is none', async () => {
  const head = '区,企业,位置,,经济指标,,备注\n,,经度,纬度,产值,用地,\n';
  const rows =
    '禅城区,甲,113.1052,23.0187,12.5,3,\n南海区,乙,113.1431,23.0412,,4,\n三水区,丙,112.8967,23.1559,8,暂无,\n';
  const names = async (text: string) =>
    (await openFile(textFile(text), 'a.csv', context)).columns.map(({ name }) => name);
  expect(await names(`${head}${rows}`)).toEqual([
    '区',
    '企业',
    '位置 经度',
    '位置 纬度',
    '经济指标 产值',
    '经济指标 用地',
    '备注',
  ]);
  expect(await names('名称,经度,纬度,备注,负责人\n甲,113.1,23.0,,张三\n乙,113.2,23.1,好,\n')).toHaveLength(5);
});

test('names in two rows are joined', async () => {
  const { columns, reading } = await open('head-two-rows.csv');
  expect(reading).toMatchObject({ headerRow: 1, headerRows: 2 });
  expect(columns.map(({ name }) => name)).toEqual([
    '序号',
    '企业名称',
    '所属区',
    '坐标 经度',
    '坐标 纬度',
    '产值 万元',
  ]);
});

test('years are names of columns', async () => {
  const { columns } = await open('head-numeric-years.csv');
  expect(columns.slice(4).map(({ name }) => name)).toEqual(['2021', '2022', '2023']);
});

test('Big5 is noticed', async () => {
  const { columns, reading } = await open('enc-big5.csv');
  expect(reading.encoding).toBe('big5');
  expect(columns.map(({ name }) => name)).toEqual(['名稱', '所屬區', '經度', '緯度']);
});

test('a .cpg that lies is not believed, and that is said', async () => {
  const { columns, reading, warnings } = await open('s-gbk-cpgutf8.zip');
  expect(reading.encoding).toBe('gb18030');
  expect(columns.map(({ name }) => name)).toContain('名称');
  expect(warnings.map(({ code }) => code)).toContain('encoding-doubt');
});

test('a field name that is cut within a character loses that character alone', async () => {
  const { columns, reading } = await open('s-utf8-longname-nocpg.zip');
  expect(reading.encoding).toBe('utf-8');
  expect(columns.map(({ name }) => name).join()).not.toContain('\uFFFD');
});

test('a NaN in GeoJSON costs its own row', async () => {
  const { receipt } = await all('gj-nan.geojson');
  expect(receipt).toMatchObject({ placed: 5, rowsRead: 6 });
  expect(receipt.rejected.byReason).toEqual([{ code: 'not-a-number', count: 1 }]);
});

test('codes of places that are not read are named', async () => {
  const { warnings } = await open('geohash.csv');
  expect(warnings).toContainEqual({
    code: 'place-codes',
    params: { name: 'geohash', system: 'Geohash', example: 'ws06vy2tw' },
  });
});

test('a column that is called coordinates and gives none is named, with an example', async () => {
  const text = '名称,所属区,坐标\n甲,禅城区,见附图\n乙,南海区,见附图\n';
  const { warnings } = await openFile(new Blob([text]), 'a.csv', context);
  expect(warnings).toContainEqual({ code: 'coordinates-unread', params: { name: '坐标', example: '见附图' } });
});
