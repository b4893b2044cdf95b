/** The receipt, the rows without coordinates, columns as they came, and what a position is worth. */
import { gpx, kml } from '@tmcw/togeojson';
import { Window } from 'happy-dom';
import readXlsx from 'read-excel-file/node';
import shp from 'shpjs';
import { expect, test } from 'vitest';
import { ColumnBuilder } from '../../../src/data/import/place/columns.ts';
import { rejectionsCsv } from '../../../src/data/import/receipt-csv.ts';
import { buffersOf } from '../../../src/data/import/transfer.ts';
import { precisionAt, valueAt } from '../../../src/domain/point-set.ts';
import { byName, context, fixture, imported, textFile } from './helpers.ts';

test('rows without coordinates go to their town, else their district, with that precision, and are counted apart', async () => {
  const file = textFile(
    '名称,区,镇街,经度,纬度\n甲,顺德区,北滘,113.206681,22.932901\n乙,顺德,北滘镇,,\n丙,三水区,,,\n丁,三水区,南山镇,,\n戊,天河区,,,\n己,南海区,北滘镇,,\n庚,,容桂,0,0\n',
  );
  const result = await imported(file, 'a.csv', { open: [] });
  const { set, receipt } = result;
  expect(receipt).toMatchObject({ rowsRead: 7, placed: 5, placedBy: { coordinates: 1, town: 2, district: 2 } });
  expect(receipt.byPrecision).toMatchObject({ exact: 1, town: 2, district: 2 });
  expect(receipt.rejected.byReason).toEqual([
    { code: 'no-place', count: 1 },
    { code: 'town-district-conflict', count: 1 },
  ]);
  const places = byName(result);
  const town = context.towns.features.find(({ properties }) => properties.nameZh === '北滘镇');
  expect(places.get('乙')).toMatchObject({ lng: town?.geometry?.coordinates[0], lat: town?.geometry?.coordinates[1] });
  // The error is the town's own extent, not that of the point that stands for it.
  expect(set.radiusM[places.get('乙')?.row ?? -1]).toBeGreaterThan(5 * (town?.properties.radiusM ?? Number.NaN));
  const sanshui = context.districts.features.find(({ properties }) => properties.id === 'sanshui');
  // No source places this town: its district is the finest that is known. Its code stays.
  const row = places.get('丁')?.row ?? -1;
  expect(places.get('丁')).toMatchObject({ lng: sanshui?.properties.label[0], lat: sanshui?.properties.label[1] });
  expect(precisionAt(set, row)).toBe('district');
  expect(set.town[row]).toBe(440607106);
  expect(set.radiusM[row]).toBeGreaterThan(10_000);
  expect(receipt.warnings).toContainEqual({ code: 'town-unplaced', params: { count: 1 } });
  expect(receipt.warnings).toContainEqual({ code: 'district-unread', params: { count: 1 } });
});

test('the digits that were written bound the error; what stays coarse is not exact', async () => {
  const file = textFile('名称,经度,纬度\n甲,113.123456,23.012345\n乙,113.12,23.01\n丙,113.1,23\n丁,113.1234,23.0123\n');
  const result = await imported(file, 'a.csv', { open: [] });
  const { set } = result;
  const at = (name: string) => byName(result).get(name)?.row ?? -1;
  const half = (digits: number) => 0.5 * 10 ** -digits * 111_320 * Math.SQRT2;
  expect(set.radiusM[at('甲')]).toBeCloseTo(half(6), 3);
  // Four digits may be six with their zeros lost; two are not.
  expect(set.radiusM[at('丁')]).toBeCloseTo(half(6), 3);
  expect(set.radiusM[at('乙')]).toBeCloseTo(half(2), 0);
  expect(precisionAt(set, at('甲'))).toBe('exact');
  expect(precisionAt(set, at('乙'))).toBe('street');
  expect(precisionAt(set, at('丙'))).toBe('district');
});

test('the mapping of the user goes before the default table', async () => {
  const file = textFile(
    '名称,行业,经度,纬度\n甲,家电,113.1234,23.0123\n乙,房地产,113.1234,23.0123\n丙,家电,113.1,23\n',
  );
  const plain = await imported(file, 'a.csv');
  expect(plain.preview.industries).toEqual([
    { term: '家电', count: 2, cluster: 'home', by: '家电' },
    { term: '房地产', count: 1, cluster: null, by: null },
  ]);
  const changed = await imported(file, 'a.csv', {
    clusters: [
      ['家电', 'robotics'],
      ['房地产', 'cross'],
    ],
  });
  expect([...changed.set.cluster]).toEqual([4, 8, 4]);
  expect([...plain.set.cluster]).toEqual([1, 255, 1]);
});

test('all rejected rows can be written as a table, formulas made safe', async () => {
  const { receipt } = await imported(textFile('名称,经度,纬度\n甲,=1+1,23\n乙,113.1,23\n'), 'a.csv');
  const csv = rejectionsCsv(receipt.rejected, { headers: ['行', '原因', '内容'], reason: (code) => `(${code})` });
  expect(csv).toBe('\uFEFF行,原因,内容\r\n2,(not-a-number),"\'=1+1, 23"\r\n');
});

test('columns keep every cell as it came', () => {
  const column = new ColumnBuilder(1);
  const cells = ['007', '1.50', '-3', '12345678901234567890', '', '1e5', null, 2.5, 'x'];
  for (const cell of cells) column.push(cell);
  const text = column.finish('c');
  expect(cells.map((_, at) => valueAt(text, at + 1))).toEqual([
    '007',
    '1.50',
    '-3',
    '12345678901234567890',
    null,
    '1e5',
    null,
    '2.5',
    'x',
  ]);
  expect(valueAt(text, 0)).toBeNull();

  const late = new ColumnBuilder();
  for (const cell of ['1.50', '2', null, '0.10']) late.push(cell);
  expect(late.finish('n')).toMatchObject({ kind: 'number' });
  const turned = new ColumnBuilder();
  for (const cell of ['1.50', '2', null, '0.10', '无']) turned.push(cell);
  const kept = turned.finish('n');
  expect([0, 1, 2, 3, 4].map((at) => valueAt(kept, at))).toEqual(['1.50', '2', null, '0.10', '无']);

  const many = new ColumnBuilder();
  for (let n = 0; n < 25_000; n++) many.push(`值${n}`);
  const packed = many.finish('m');
  expect(packed.kind).toBe('text');
  expect([valueAt(packed, 0), valueAt(packed, 19_999), valueAt(packed, 24_999)]).toEqual(['值0', '值19999', '值24999']);
});

test('a workbook reads as another reader of workbooks reads it', async () => {
  const [first] = await readXlsx('tests/fixtures/import/points.xlsx');
  const sheet = first?.data ?? [];
  expect(sheet).toHaveLength(9);
  const { set } = await imported(fixture('points.xlsx'), 'points.xlsx');
  const own = sheet.slice(1).map((_, row) => set.columns.map((column) => valueAt(column, row)));
  expect(own).toEqual(sheet.slice(1));
  expect(set.columns.map(({ name }) => name)).toEqual(sheet[0]);
});

test('a shapefile reads as another reader of shapefiles reads it', async () => {
  const reference = await shp(await fixture('points-gbk.zip').arrayBuffer());
  const collection = Array.isArray(reference) ? reference[0] : reference;
  const result = await imported(fixture('points-gbk.zip'), 'points-gbk.zip');
  expect(collection?.features.map(({ properties }) => properties)).toEqual(
    Array.from({ length: 8 }, (_, row) =>
      Object.fromEntries(result.set.columns.map((column) => [column.name, valueAt(column, row)])),
    ),
  );
});

test('KML and GPX read as another reader of them reads them', async () => {
  for (const [name, convert] of [
    ['points.kml', kml],
    ['points.gpx', gpx],
  ] as const) {
    const { window } = new Window();
    const text = new TextDecoder().decode(await fixture(name).arrayBuffer());
    const { features } = convert(new window.DOMParser().parseFromString(text, 'text/xml'));
    const result = await imported(fixture(name), name);
    expect(features).toHaveLength(8);
    for (const [row, { geometry, properties }] of features.entries()) {
      const at = [...result.set.positions.slice(2 * row, 2 * row + 2)];
      // A height may stand behind the two.
      expect(geometry?.type === 'Point' ? geometry.coordinates.slice(0, 2) : null).toEqual(at);
      for (const column of result.set.columns) {
        const value = valueAt(column, row);
        expect(String(properties?.[column.name]), `${name} ${column.name}`).toBe(String(value));
      }
    }
  }
});

test('each buffer is handed over once, and none is left behind', async () => {
  const result = await imported(textFile('名称,经度,纬度\n甲,113.1,23\n乙,x,23\n'), 'a.csv');
  const buffers = buffersOf(result);
  expect(new Set(buffers).size).toBe(buffers.length);
  const copy = structuredClone({ set: result.set, receipt: result.receipt }, { transfer: buffers });
  expect(copy.set.positions).toHaveLength(2);
  expect(result.set.positions).toHaveLength(0);
  expect(result.receipt.rejected.rows).toHaveLength(0);
});

test('a row with one usable coordinate goes to its town with the error of the town, and the receipt says of how many', async () => {
  const file = textFile(
    '名称,区,镇街,经度,纬度\n甲,顺德区,北滘镇,113.206681,22.932901\n乙,顺德区,北滘镇,113.2,\n丙,,容桂街道,暂缺位置,22.76\n丁,顺德区,,113.2,\n戊,南海区,北滘镇,113.2,\n己,顺德区,北滘镇,不详处,不详处\n',
  );
  const { set, receipt } = await imported(file, 'a.csv');
  expect(receipt.placedBy).toEqual({ coordinates: 1, town: 2, district: 0 });
  expect(receipt.warnings).toContainEqual({ code: 'half-to-town', params: { count: 2 } });
  expect([1, 2].map((row) => precisionAt(set, row))).toEqual(['town', 'town']);
  expect(Math.min(...set.radiusM.slice(1))).toBeGreaterThan(3000);
  // What states no town, or one of another district, or no coordinate that can be read, is rejected as before.
  expect(receipt.rejected.byReason).toEqual([
    { code: 'not-a-number', count: 1 },
    { code: 'half-coordinate', count: 2 },
  ]);
});
