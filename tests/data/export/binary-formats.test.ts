import { strFromU8, unzipSync } from 'fflate';
import readXlsx from 'read-excel-file/universal';
import shp from 'shpjs';
import { describe, expect, it } from 'vitest';
import { dbfOf } from '../../../src/data/export/dbf.ts';
import { fitNames } from '../../../src/data/export/field-names.ts';
import { type GridId, gridOf } from '../../../src/data/export/grid.ts';
import { shapefileOf } from '../../../src/data/export/shapefile.ts';
import { columnLetters } from '../../../src/data/export/workbook.ts';
import { xlsxOf } from '../../../src/data/export/xlsx.ts';
import { CELLS, META, POSITIONS, TABLE } from './fixture.ts';

const WORDS = { fields: '字段', cut: (n: number) => `${n} 格截短` };
const zipped = async (id: GridId) =>
  shapefileOf(TABLE, await gridOf(id), META, { base: 'sites', date: '2026-11-22', words: WORDS });
const collection = async (bytes: Uint8Array<ArrayBuffer>) => {
  const read = await shp(bytes.buffer);
  if (Array.isArray(read)) throw new Error('one layer expected');
  return read;
};

describe('xlsxOf', () => {
  it('reads back equal, with text that looks like a formula as text', async () => {
    const blob = new Blob([xlsxOf(TABLE, META, '说明')]);
    const sheets = await readXlsx(blob);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['登记', '说明']);
    expect(sheets[0]?.data).toEqual([TABLE.columns.map(({ label }) => label), ...CELLS]);
    expect(sheets[1]?.data).toEqual(META.map(({ label, value }) => [label, value]));
  });

  it('writes no formula at all', () => {
    const files = unzipSync(xlsxOf(TABLE, META, '说明'));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('=HYPERLINK');
    expect(sheet).not.toMatch(/<f[ >]/);
  });

  it('refuses what no sheet holds', () => {
    expect(() => xlsxOf({ ...TABLE, count: 1_048_576 }, META, 'm')).toThrow(/1048575 rows/);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('calls column %i %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters);
  });
});

describe('shapefileOf', () => {
  it('reads back equal but for what the format cuts, and null shapes stay', async () => {
    const { features } = await collection(await zipped('wgs84'));
    expect(features.map(({ geometry }) => (geometry?.type === 'Point' ? geometry.coordinates : null))).toEqual(
      POSITIONS.map((p) => (p === null ? null : [...p])),
    );
    const [first, second, third] = features.map(({ properties }) => properties);
    expect(first).toEqual({
      id: 'jihua-laboratory',
      nameZh: '季华实验室',
      areaSquare: 12.5,
      areaSqua_1: '=HYPERLINK("http://example.org")',
      note: 'a, "b" <c> & d',
    });
    expect(second?.['nameZh']).toBe('没有位置的园区');
    expect(third?.['note']).toBe('长'.repeat(84));
  });

  it.each(['epsg:4547', 'epsg:4526', 'epsg:3857'] as const)(
    'comes back to WGS-84 from %s through its .prj',
    async (id) => {
      const { features } = await collection(await zipped(id));
      const [lng, lat] = features[0]?.geometry?.type === 'Point' ? features[0].geometry.coordinates : [];
      expect(lng).toBeCloseTo(113.0512345, 7);
      expect(lat).toBeCloseTo(22.9812345, 7);
    },
  );

  it('names what it cut, the whole names of its fields, and whose it is, in a text beside it', async () => {
    const files = unzipSync(await zipped('gcj02'));
    expect(Object.keys(files).sort()).toEqual([
      'sites-whole.csv',
      'sites.cpg',
      'sites.dbf',
      'sites.prj',
      'sites.shp',
      'sites.shx',
      'sites.txt',
    ]);
    const text = strFromU8(files['sites.txt'] ?? new Uint8Array());
    expect(text).toContain('areaSqua_1 = areaSquareMiles');
    expect(text).toContain('note = note · 说明 / Note · 1 格截短');
    expect(text).toContain('使用: 内部参考');
    expect(strFromU8(files['sites.prj'] ?? new Uint8Array())).toContain('GEOGCS["GCJ-02"');
    expect(strFromU8(files['sites-whole.csv'] ?? new Uint8Array())).toContain('长'.repeat(200));
    expect(strFromU8(files['sites.cpg'] ?? new Uint8Array())).toBe('UTF-8');
  });
});

describe('fitNames', () => {
  it('fits ten bytes, keeps names different whatever their case, and splits no character', () => {
    const names = fitNames(['statusDateNote', 'statusDateText', 'STATUSDATE', '所在镇街代码', '所在镇街', '', 'a b']);
    expect(names).toEqual(['statusDate', 'statusDa_1', 'STATUSDA_2', '所在镇', '所在_1', 'field6', 'a_b']);
  });

  it('keeps a hundred names of one beginning apart', () => {
    const names = fitNames(Array.from({ length: 120 }, (_, n) => `observation${n}`));
    expect(new Set(names).size).toBe(120);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(10);
  });
});

describe('dbfOf', () => {
  it('gives numbers that fit no field as text, and leaves the infinite out', () => {
    const rows = [
      [1e25, 0.1, Number.POSITIVE_INFINITY],
      [-2, -0.25, 1],
    ];
    const { bytes } = dbfOf({
      names: ['big', 'small', 'odd'],
      count: 2,
      row: (n) => rows[n] ?? [],
      date: '2026-11-22',
    });
    const text = strFromU8(bytes, true);
    expect(text).toContain('1e+25 0.10  -2   -0.251');
    expect([bytes[32 + 11], bytes[64 + 11], bytes[96 + 11]].map((code) => String.fromCharCode(code ?? 0))).toEqual([
      'C',
      'N',
      'N',
    ]);
  });
});
