/** Broken, hostile and odd files: each its own code, and one bad row never costs the rest. */

import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { rejectionAt } from '../../../src/data/import/guards/rejections.ts';
import { importFile } from '../../../src/data/import/import-file.ts';
import { openFile } from '../../../src/data/import/open-file.ts';
import { readDirectory } from '../../../src/data/import/readers/zip.ts';
import type { Imported } from '../../../src/data/import/types.ts';
import { clusterAt, districtAt, valueAt } from '../../../src/domain/point-set.ts';
import { HOSTILE_KML, HOSTILE_KML_CELLS } from '../../fixtures/hostile/words.ts';
import { byName, context, fixture, imported, textFile } from './helpers.ts';

const open = (file: Blob, name: string) => openFile(file, name, context);
const rejections = ({ receipt: { rejected } }: Imported) =>
  Array.from({ length: rejected.count }, (_, index) => rejectionAt(rejected, index));
const HEAD = '名称,经度,纬度\n';
const GOOD = '好,113.1234,23.0123\n';
const kml = (body: string) => `<?xml version="1.0"?>${body}`;
/** The byte in the metadata that says that a column's place follows says that something else does. */
async function withoutPlace(): Promise<Blob> {
  const bytes = new Uint8Array(await fixture('points.parquet').arrayBuffer());
  bytes[1295] = 1;
  return new Blob([bytes]);
}
/** Said to be packed with Brotli. */
const brotli = () =>
  new Blob([
    parquetWriteBuffer({
      columnData: [{ name: 'a', data: ['x'] }],
      codec: 'BROTLI',
      compressors: { BROTLI: (bytes) => bytes },
    }),
  ]);
const zipped = (members: Record<string, Uint8Array>) => new Blob([zipSync(members).slice()]);

/** A file with one byte that is another. */
async function withByte(name: string, at: number, byte: number): Promise<Blob> {
  const bytes = new Uint8Array(await fixture(name).arrayBuffer());
  bytes[at] = byte;
  return new Blob([bytes]);
}

describe('files that cannot be read', () => {
  test.each<[string, Blob, string, string]>([
    ['an empty file', textFile(''), 'a.csv', 'empty-file'],
    ['only blank lines', textFile('\n\n  \n'), 'a.csv', 'no-rows'],
    ['a header alone', textFile('名称,经度,纬度\n'), 'a.csv', 'no-rows'],
    ['a password', fixture('password.xlsx'), 'a.xlsx', 'xlsx-password'],
    ['Excel 97', fixture('old.xls'), 'a.xls', 'old-xls'],
    ['a program', new Blob([Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3)]), 'a.exe', 'unknown-format'],
    ['a truncated workbook', fixture('points.xlsx').slice(0, 3000), 'a.xlsx', 'zip-truncated'],
    ['a truncated shapefile', fixture('points-gbk.zip').slice(0, 900), 'a.zip', 'zip-truncated'],
    ['an archive of nothing we know', zipped({ 'a.bin': strToU8('x') }), 'a.zip', 'zip-nothing'],
    ['a .dbf without its .shp', zipped({ 'a.dbf': strToU8('x') }), 'a.zip', 'shp-missing'],
    ['broken JSON', textFile('{"type":"FeatureCollection","features":[{'), 'a.geojson', 'json-broken'],
    ['JSON that is no GeoJSON', textFile('{"a":1}'), 'a.json', 'json-not-geojson'],
    ['KML cut off', textFile(kml('<kml><Document><Placemark>')), 'a.kml', 'xml-broken'],
    ['tags that cross', textFile(kml('<kml><a></kml></a>')), 'a.kml', 'xml-broken'],
    ['entities', textFile('<!DOCTYPE kml [<!ENTITY a "aaaa">]><kml>&a;</kml>'), 'a.kml', 'xml-doctype'],
    ['deep nesting', textFile(`<kml>${'<Folder>'.repeat(500)}`), 'a.kml', 'too-deep'],
    ['a codec that is not there', brotli(), 'a.parquet', 'parquet-codec'],
    ['Parquet cut off', fixture('points.parquet').slice(0, 1500), 'a.parquet', 'parquet-damaged'],
    ['FlatGeobuf cut off in its header', fixture('points.fgb').slice(0, 20), 'a.fgb', 'fgb-damaged'],
  ])('%s', async (_, file, name, code) => {
    await expect(open(file, name)).rejects.toMatchObject({ code });
  });

  test('Parquet that tells of more columns than it has', async () => {
    const file = await withByte('points.parquet', 1189, 36);
    await expect(open(file, 'a.parquet')).rejects.toMatchObject({ code: 'parquet-damaged' });
  });

  test('Parquet that does not say where a column lies', async () => {
    await expect(open(await withoutPlace(), 'a.parquet')).rejects.toMatchObject({ code: 'parquet-damaged' });
  });

  test('a member that unpacks to more than it declares is a bomb, one that declares too much too', async () => {
    const bytes = zipSync({ 'doc.kml': strToU8(`<kml>${' '.repeat(5_000_000)}</kml>`) });
    const view = new DataView(bytes.buffer);
    // The size in the directory, which starts where the end record says.
    const end = bytes.length - 22;
    const directory = view.getUint32(end + 16, true);
    view.setUint32(directory + 24, 1000, true);
    await expect(open(new Blob([bytes.slice()]), 'a.kmz')).rejects.toMatchObject({ code: 'zip-bomb' });
    view.setUint32(directory + 24, 0xfffffff0, true);
    await expect(open(new Blob([bytes.slice()]), 'a.kmz')).rejects.toMatchObject({ code: 'zip-bomb' });
  });

  test('a flipped byte in the packed data is damage, not nonsense', async () => {
    const bytes = new Uint8Array(await fixture('points.kmz').arrayBuffer());
    const members = await readDirectory(fixture('points.kmz'));
    const { entry, name } = members.reduce((a, b) => (b.size > a.size ? b : a));
    bytes.fill(0xff, entry.offset + 30 + name.length + 40, entry.offset + 30 + name.length + 80);
    await expect(open(new Blob([bytes]), 'a.kmz')).rejects.toMatchObject({ code: 'zip-damaged' });
  });

  test('a table without any place is refused, its columns counted', async () => {
    const file = textFile('a,b\n1,2\n3,4\n');
    const preview = await open(file, 'a.csv');
    expect(preview.warnings.map(({ code }) => code)).toContain('no-place-column');
    await expect(imported(file, 'a.csv')).rejects.toMatchObject({ code: 'no-place-column', params: { columns: 2 } });
  });

  test('a delimiter that was chosen wrongly leaves one column and says so; left alone it is found', async () => {
    const file = textFile('名称;经度;纬度\n甲;113.1;23.0\n乙;113.2;23.1\n');
    const wrong = await openFile(file, 'a.csv', context, { delimiter: ',' });
    expect(wrong.columns).toHaveLength(1);
    expect(wrong.warnings.map(({ code }) => code)).toContain('one-column');
    expect((await open(file, 'a.csv')).reading.delimiter).toBe(';');
  });

  test('a cancelled import rejects and gives nothing', async () => {
    const stop = new AbortController();
    stop.abort();
    const file = textFile(HEAD + GOOD);
    const { preview } = await imported(file, 'a.csv');
    const choices = {
      id: 'x',
      name: 'x',
      reading: preview.reading,
      roles: { x: 1, y: 2 },
      datum: 'wgs84',
      swapped: false,
      clusters: [],
    } as const;
    const running = importFile(file, 'a.csv', choices, context, () => undefined, stop.signal);
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('bad rows beside good ones', () => {
  test('each with its number and reason, the good ones placed', async () => {
    const rows = [
      '甲,113.1234,23.0123',
      '乙,abc,23.0',
      '丙,NaN,23.0',
      '丁,Infinity,23.0',
      '戊,113.1,',
      '己,0,0',
      '庚,114.5,21.2',
      '辛,2.35,48.85',
      '',
      '壬,23.0234,113.1345',
      '癸,,',
    ];
    const result = await imported(textFile(HEAD + rows.join('\n')), 'a.csv');
    expect(rejections(result)).toEqual([
      { row: 3, code: 'not-a-number', detail: 'abc, 23.0' },
      { row: 4, code: 'not-a-number', detail: 'NaN, 23.0' },
      { row: 5, code: 'not-a-number', detail: 'Infinity, 23.0' },
      { row: 6, code: 'half-coordinate', detail: '113.1' },
      { row: 7, code: 'zero', detail: '0, 0' },
      { row: 8, code: 'sea', detail: '114.5, 21.2' },
      { row: 9, code: 'outside-guangdong', detail: '2.35, 48.85' },
      { row: 12, code: 'no-place', detail: '' },
    ]);
    expect(result.receipt).toMatchObject({ rowsRead: 10, placed: 2 });
    expect(byName(result).get('壬')).toMatchObject({ lng: 113.1345, lat: 23.0234 });
    expect(result.receipt.warnings).toContainEqual({ code: 'swapped-rows', params: { count: 1 } });
    expect(result.receipt.warnings).toContainEqual({ code: 'mostly-rejected', params: { count: 8, of: 10 } });
  });

  test('a place beyond Guangdong on any side is no row of it', async () => {
    const beyond = ['113.1,25.9', '109.4,23', '117.6,24', '113.1,20.05'].map((pair) => `甲,${pair}`).join('\n');
    const result = await imported(textFile(`${HEAD}${GOOD}${beyond}\n`), 'a.csv');
    expect(rejections(result).map(({ code }) => code)).toEqual(Array(4).fill('outside-guangdong'));
  });

  test('a row that states no place is in no district and no cluster, and what it states is quoted', async () => {
    const head = '名称,区,行业,经度,纬度\n';
    const result = await imported(
      textFile(`${head}甲,,,113.1,23.0\n乙,禅城区,食品,113.1,23.0\n丙,天河区,,,\n`),
      'a.csv',
    );
    const { set } = result;
    expect([districtAt(set, 0), clusterAt(set, 0)]).toEqual([null, null]);
    expect([districtAt(set, 1), clusterAt(set, 1)]).toEqual(['chancheng', 'food']);
    expect(rejections(result)).toEqual([{ row: 4, code: 'no-place', detail: '天河区' }]);
  });

  test('a number that is no degrees by far is one rejected row, whatever the datum', async () => {
    const point = (lng: number) => ({
      ...{ type: 'Feature', properties: { name: '好' } },
      geometry: { type: 'Point', coordinates: [lng, 23] },
    });
    const text = JSON.stringify({ type: 'FeatureCollection', features: [113.1, 1e300, 113.2].map(point) });
    for (const datum of ['wgs84', 'gcj02', 'bd09'] as const) {
      const { receipt } = await imported(textFile(text), 'a.geojson', { datum });
      expect([receipt.placed, receipt.rejected.count]).toEqual([2, 1]);
    }
  });

  test('a cell of ten megabytes is one rejected row, quoted or not', async () => {
    const long = 'x'.repeat(10_000_000);
    for (const cell of [long, `"${long}\n${'y'.repeat(100)}"`]) {
      const result = await imported(textFile(`${HEAD}${GOOD}${cell},113.1,23.0\n${GOOD}`), 'a.csv');
      expect(result.receipt).toMatchObject({ rowsRead: 3, placed: 2, rejected: { count: 1 } });
      expect(rejections(result)[0]).toMatchObject({ row: 3, code: 'cell-too-long' });
    }
  });

  test('a stray quote costs no other row, and keeps its own where the cells still fit', async () => {
    const text = `${HEAD}"甲" 公司,113.1,23.0\n${GOOD}"乙,113.2,23.1\n丙,113.2,23.1\n${GOOD.repeat(5000)}`;
    const result = await imported(textFile(text), 'a.csv');
    expect(result.receipt).toMatchObject({ rowsRead: 5004, placed: 5004 });
    const names = [...byName(result).keys()];
    expect(names).toEqual(['"甲" 公司', '好', '"乙', '丙']);
    expect(result.receipt.warnings).toContainEqual({ code: 'quotes-kept', params: { count: 2 } });
  });

  test('two hundred columns, and columns named like the members of objects', async () => {
    const names = ['__proto__', 'constructor', 'toString', ...Array.from({ length: 197 }, (_, n) => `c${n}`)];
    const cells = names.map((_, n) => n);
    const text = `经度,纬度,${names.join(',')}\n113.1,23.0,${cells.join(',')}\n`;
    const { set } = await imported(textFile(text), 'a.csv');
    expect(set.columns.slice(2).map(({ name }) => name)).toEqual(names);
    const json = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"__proto__":{"x":1},"constructor":"c"},"geometry":{"type":"Point","coordinates":[113.1,23]}}]}`;
    const fromJson = await imported(textFile(json), 'a.geojson');
    expect(fromJson.set.columns.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  test('markup in the words of a placemark, escaped, in CDATA or bare: cells that are text', async () => {
    const { set, receipt } = await imported(textFile(HOSTILE_KML), 'a.kml');
    expect(receipt).toMatchObject({ placed: 1, rejected: { count: 0 } });
    expect(set.columns.map((column) => [column.name, valueAt(column, 0)])).toEqual(HOSTILE_KML_CELLS);
  });

  test('a feature nested too deep is rejected alone', async () => {
    const deep = '{"type":"GeometryCollection","geometries":['.repeat(50) + ']}'.repeat(50);
    const point = '{"type":"Point","coordinates":[113.1,23]}';
    const feature = (geometry: string) => `{"type":"Feature","properties":null,"geometry":${geometry}}`;
    const text = `{"type":"FeatureCollection","features":[${[deep, point, 'null'].map(feature).join(',')}]}`;
    const result = await imported(textFile(text), 'a.geojson');
    expect(result.set.count).toBe(1);
    expect(rejections(result).map(({ row, code }) => [row, code])).toEqual([
      [1, 'too-deep'],
      [3, 'no-geometry'],
    ]);
  });

  test('features behind the end of a cut-off file are counted as unreadable', async () => {
    const whole = fixture('points.fgb');
    const result = await imported(whole.slice(0, whole.size - 400), 'a.fgb');
    expect(result.receipt.rowsRead).toBe(8);
    expect(result.receipt.placed).toBeGreaterThan(0);
    expect(result.receipt.placed + result.receipt.rejected.count).toBe(8);
    expect(rejections(result).every(({ code }) => code === 'unreadable')).toBe(true);
  });

  test('bytes that are no text in the encoding are counted', async () => {
    const bytes = [
      ...new TextEncoder().encode(`${HEAD}甲,113.1,23.0\n`),
      0xff,
      0x2c,
      ...new TextEncoder().encode('113.1,23.0\n'),
    ];
    const { receipt } = await imported(new Blob([Uint8Array.from(bytes)]), 'a.csv', {}, { encoding: 'utf-8' });
    expect(receipt.placed).toBe(2);
    expect(receipt.warnings).toContainEqual({ code: 'undecodable', params: { count: 1, encoding: 'utf-8' } });
  });
});
