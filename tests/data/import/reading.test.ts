/** What the user says of how a file is read: it goes before every guess, and the preview follows. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/data/import/open-file.ts';
import type { Preview, Reading } from '../../../src/data/import/types.ts';
import { byName, context, fixture, imported, textFile } from './helpers.ts';

const names = ({ columns }: Preview) => columns.map(({ name }) => name);
const cases = (name: string) => new Blob([readFileSync(`tests/fixtures/cases/${name}`)]);

describe('the rows with the names', () => {
  const TABLE =
    '佛山企业,,\n说明,二〇二六,\n名称,坐标,\n,经度,纬度\n甲一厂,113.1052,23.0187\n乙二厂,113.1431,23.0412\n';
  const read = (reading: Reading) => openFile(textFile(TABLE), 'a.csv', context, reading);

  test('are where the user says, as many as they say', async () => {
    const one = await read({ headerRow: 4, headerRows: 1 });
    expect(names(one)).toEqual(['#1', '经度', '纬度']);
    expect(one.rows[0]).toEqual(['甲一厂', '113.1052', '23.0187']);
    const two = await read({ headerRow: 3, headerRows: 2 });
    expect(names(two)).toEqual(['名称', '坐标 经度', '坐标 纬度']);
    expect(two.reading).toMatchObject({ headerRow: 3, headerRows: 2 });
    const none = await read({ headerRow: null });
    expect(none.rows).toHaveLength(6);
    expect(none.rows[0]?.[0]).toBe('佛山企业');
  });

  test('can be told from the rows as they stand', async () => {
    const { head } = await read({ headerRow: 3, headerRows: 2 });
    expect(head.slice(0, 6).map((row) => row[0])).toEqual(['佛山企业', '说明', '名称', '', '甲一厂', '乙二厂']);
  });

  test('of a workbook too, and the import follows', async () => {
    const preview = await openFile(fixture('points.xlsx'), 'points.xlsx', context);
    expect(preview.head[(preview.reading.headerRow ?? 0) - 1]).toContain('名称');
    const next = await imported(fixture('points.xlsx'), 'points.xlsx', {}, { headerRow: 2 });
    expect(next.preview.reading.headerRow).toBe(2);
    expect(next.receipt.rowsRead).toBe(preview.sampled - 1);
  });
});

describe('the encoding of XML', () => {
  test('is found where the file leaves it open, and stands in the receipt', async () => {
    const result = await imported(cases('k-gbk-undeclared.kml'), 'k.kml');
    expect([...byName(result).keys()]).toContain('甲一厂');
    expect(result.preview.reading.encoding).toBe('gb18030');
    expect(result.receipt.encoding).toBe('gb18030');
  });

  const kml = (declaration: string) =>
    `${declaration}<kml><Placemark><name>甲一厂</name><Point><coordinates>113.1052,23.0187</coordinates></Point></Placemark></kml>`;

  test('is UTF-8 where it is declared GB 2312 and is not', async () => {
    const preview = await openFile(textFile(kml('<?xml version="1.0" encoding="GB2312"?>')), 'a.kml', context);
    expect(preview.rows[0]).toContain('甲一厂');
    expect(preview.warnings.map(({ code }) => code)).toEqual(['encoding-doubt']);
  });

  test('is as declared where the letters are plain, and nothing is said', async () => {
    const text = kml('<?xml version="1.0" encoding="GB2312"?>').replace('甲一厂', 'A');
    const preview = await openFile(textFile(text), 'a.kml', context);
    expect(preview.reading.encoding).toBe('gb18030');
    expect(preview.warnings).toEqual([]);
  });

  test('is what the user says, and what it cannot read is counted', async () => {
    const preview = await openFile(cases('k-gbk-undeclared.kml'), 'k.kml', context, { encoding: 'utf-8' });
    const broken = preview.warnings.find(({ code }) => code === 'undecodable');
    expect(Number(broken?.params.count)).toBeGreaterThan(10);
    expect(preview.reading.encoding).toBe('utf-8');
  });

  test('can be chosen in an archive, and for GPX', async () => {
    const kmz = await openFile(fixture('points.kmz'), 'points.kmz', context, { encoding: 'gb18030' });
    expect(kmz.reading.encoding).toBe('gb18030');
    const gpx = await openFile(fixture('points.gpx'), 'points.gpx', context, { encoding: 'utf-8' });
    expect(gpx.warnings).toEqual([]);
  });
});

test('the encoding of the table beside a Shapefile is what the user says, and the preview follows', async () => {
  const guessed = await openFile(fixture('points-gbk.zip'), 'points-gbk.zip', context);
  const said = await openFile(fixture('points-gbk.zip'), 'points-gbk.zip', context, { encoding: 'big5' });
  expect(guessed.reading.encoding).toBe('gb18030');
  expect(said.reading.encoding).toBe('big5');
  expect(said.rows[0]).not.toEqual(guessed.rows[0]);
});
