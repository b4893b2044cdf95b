/** GeoPackages by GDAL, and what databases hold beyond what it writes. */
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/data/import/open-file.ts';
import { varintAt } from '../../../src/data/import/readers/sqlite-record.ts';
import { columnsOfSql } from '../../../src/data/import/readers/sqlite-schema.ts';
import { geometryAt } from '../../../src/domain/geometries.ts';
import { valueAt } from '../../../src/domain/point-set.ts';
import { byName, context, fixture, imported, worstError } from './helpers.ts';

describe('GeoPackages of GDAL', () => {
  test.each([
    ['points.gpkg', 'epsg:4547'],
    ['utm49.gpkg', 'epsg:32649'],
  ])('%s is read in %s, to the centimetre', async (name, datum) => {
    const result = await imported(fixture(name), name);
    expect(result.preview).toMatchObject({ format: 'geopackage', parts: [], hasShapes: true });
    expect(result.receipt).toMatchObject({ datumIn: datum, rowsRead: 8, placed: 8 });
    expect(worstError(result)).toBeLessThan(0.01);
    expect(result.set.columns.map(({ name: column }) => column)).toEqual([
      'fid',
      '名称',
      '区',
      '镇街',
      '行业',
      '员工数',
      'lng',
      'lat',
    ]);
  });

  test('of several layers the first is read, which is said, and each can be chosen', async () => {
    const preview = await openFile(fixture('layers.gpkg'), 'layers.gpkg', context);
    // The table without geometries comes last.
    expect(preview).toMatchObject({ parts: ['企业', '地块', '道路', '名录'], reading: { part: '企业' } });
    expect(preview.warnings).toContainEqual({ code: 'more-layers', params: { count: 4, used: '企业' } });
  });

  test('areas: beside the hole, and in the larger part', async () => {
    const result = await imported(fixture('layers.gpkg'), 'a.gpkg', { roles: { name: 1 } }, { part: '地块' });
    const places = byName(result);
    expect(places.get('地块甲')?.lng).toBeCloseTo(113.102, 6);
    expect(places.get('地块甲')?.lat).toBeCloseTo(23.025, 6);
    expect(places.get('地块乙')?.lng).toBeCloseTo(113.215, 6);
    const { geometries } = result.set;
    expect(geometryAt(geometries, places.get('地块甲')?.row ?? -1)).toMatchObject({
      type: 'Polygon',
      coordinates: [{}, {}],
    });
    expect(geometryAt(geometries, places.get('地块乙')?.row ?? -1)?.type).toBe('MultiPolygon');
  });

  test('lines: half way along the longest, yes and no as words', async () => {
    const result = await imported(fixture('layers.gpkg'), 'a.gpkg', { roles: { name: 1 } }, { part: '道路' });
    const places = byName(result);
    expect(places.get('路甲')?.lng).toBeCloseTo(113.11, 6);
    expect(places.get('路乙')?.lng).toBeCloseTo(113.22, 6);
    expect(result.preview.rows.map((row) => row[2])).toEqual(['TRUE', 'FALSE']);
  });

  test('a table without geometries goes by its columns', async () => {
    const result = await imported(fixture('layers.gpkg'), 'a.gpkg', {}, { part: '名录' });
    expect(result.preview).toMatchObject({ hasShapes: false });
    expect(result.preview.datum.basis).toBe('assumed');
    expect(worstError(result)).toBeLessThan(0.01);
  });

  test('a layer that is not there', async () => {
    await expect(openFile(fixture('layers.gpkg'), 'a.gpkg', context, { part: 'x' })).rejects.toMatchObject({
      code: 'no-sheet',
    });
  });
});

async function changed(change: (bytes: Uint8Array, view: DataView) => void): Promise<Blob> {
  const bytes = new Uint8Array(await fixture('points.gpkg').arrayBuffer());
  change(bytes, new DataView(bytes.buffer));
  return new Blob([bytes]);
}

describe('GeoPackages that are not whole', () => {
  test.each([
    ['cut off', fixture('points.gpkg').slice(0, 60_000), 'gpkg-damaged'],
    ['its head alone', fixture('points.gpkg').slice(0, 100), 'gpkg-damaged'],
    ['encrypted', new Blob([Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251)]), 'gpkg-damaged'],
  ])('%s', async (_, file, code) => {
    const read = imported(file, 'a.gpkg');
    await expect(read).rejects.toMatchObject({ code });
  });

  test('one that was open elsewhere when it was copied is read, with a word about it', async () => {
    const file = await changed((bytes) => bytes.fill(2, 18, 20));
    const { preview, receipt } = await imported(file, 'a.gpkg');
    expect(receipt.placed).toBe(8);
    expect(preview.warnings).toContainEqual({ code: 'gpkg-log', params: {} });
  });

  test('bytes of a geometry that are none cost their own row', async () => {
    const file = await changed((bytes) => {
      // The heads of geometries: GP, version 0.
      let found = 0;
      for (let at = 0; at + 3 < bytes.length && found < 3; at++)
        if (bytes[at] === 0x47 && bytes[at + 1] === 0x50 && bytes[at + 2] === 0 && bytes[at + 3] === 1) {
          bytes[at] = 0;
          found++;
        }
    });
    const { receipt } = await imported(file, 'a.gpkg');
    expect(receipt).toMatchObject({ placed: 5, rowsRead: 8 });
    expect(receipt.rejected.byReason).toEqual([{ code: 'unreadable', count: 3 }]);
  });
});

describe('databases beyond what GDAL writes', () => {
  test.each(['wide.gpkg', 'utf16.gpkg'])(
    '%s: long rows over many pages, other pages, other letters, rows that went',
    async (name) => {
      const { preview, set, receipt } = await imported(fixture(name), name);
      expect(receipt).toMatchObject({ rowsRead: 60, placed: 60 });
      const [, , note, big, late] = preview.columns.map(({ name: column }) => column);
      expect([note, big, late]).toEqual(['备注', 'big', '后加']);
      const last = preview.rows[2];
      expect(last?.[1]).toBe('企业3');
      // A text over several pages, whole; cut for the preview alone.
      const text = set.columns.find(({ name: own }) => own === '备注');
      expect(text === undefined ? null : valueAt(text, 53 - 20)).toBe(`${'长'.repeat(34)}34`);
      expect(text === undefined ? null : valueAt(text, 53)).toBe(`${'长'.repeat(74)}74`);
      expect(text === undefined ? null : valueAt(text, 35)).toBe(`${'长'.repeat(1800)}36`);
      expect(last?.[3]).toBe('440604211000000123');
      expect(last?.[4]).toBe('无');
    },
  );

  test('a system that is not stated is assumed, one by its definition alone is taken from it', async () => {
    const undefinedCrs = await openFile(fixture('wide.gpkg'), 'a.gpkg', context);
    expect(undefinedCrs.datum.basis).toBe('assumed');
    const own = await imported(fixture('utf16.gpkg'), 'a.gpkg');
    expect(own.preview.datum).toMatchObject({ basis: 'stated', datum: 'file' });
  });

  test('a database without layers is no GeoPackage', async () => {
    await expect(openFile(fixture('other.sqlite'), 'other.sqlite', context)).rejects.toMatchObject({
      code: 'gpkg-other',
    });
  });
});

test.each<[string, readonly string[] | null]>([
  [
    'CREATE TABLE "a b" ("fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "geom" POINT, "名 称" TEXT(20))',
    ['fid*', 'geom', '名 称'],
  ],
  ["create table t(a int, [b,c] real default (1+2), `d` text default 'x,y', primary key (a))", ['a', 'b,c', 'd']],
  [
    'CREATE TABLE t (a INTEGER, b, CONSTRAINT k PRIMARY KEY (a), CHECK (b > 0), FOREIGN KEY (b) REFERENCES u(v))',
    ['a*', 'b'],
  ],
  ['CREATE TABLE t (a INTEGER, b INTEGER, PRIMARY KEY (a, b))', ['a', 'b']],
  [
    'CREATE TABLE t (a, -- a comment, with, commas\n b /* ( */, c GENERATED ALWAYS AS (a || b) VIRTUAL, d AS (a) STORED)',
    ['a', 'b', 'd'],
  ],
  ['CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID', null],
  ['CREATE VIRTUAL TABLE t USING rtree(id, minx)', null],
  ['', null],
])('the columns of %s', (sql, names) => {
  const columns = columnsOfSql(sql);
  expect(columns?.map(({ name, isRowid }) => `${name}${isRowid ? '*' : ''}`) ?? null).toEqual(names);
});

test.each([
  [[0x7f], 127, 1],
  [[0x81, 0x00], 128, 2],
  [[0xff, 0xff, 0xff, 0xff, 0x7f], 0x7ffffffff, 5],
  [[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], -1, 9],
])('the number in %j', (bytes, value, end) => {
  expect(varintAt(new DataView(Uint8Array.from(bytes).buffer), 0)).toEqual({ value, end });
});
