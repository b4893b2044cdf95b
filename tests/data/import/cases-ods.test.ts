/** Workbooks of LibreOffice in three formats, made of one by sheets.py; and cells that repeat. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/data/import/open-file.ts';
import { districtAt } from '../../../src/domain/point-set.ts';
import { byName, context, fixture, imported, worstError } from './helpers.ts';

describe.each([
  ['sheets.ods', 'ods'],
  ['sheets.xlsx', 'xlsx'],
  // A page has no hidden sheets and shows degrees to a hundredth of a second.
  ['sheets.html', 'html'],
])('%s by LibreOffice', (name, format) => {
  test('degrees typed as hours, districts merged over their rows, a title above the names', async () => {
    const result = await imported(fixture(name), name);
    expect(result.preview).toMatchObject({ format, reading: { headerRow: 2 } });
    expect(result.receipt).toMatchObject({ rowsRead: 8, placed: 8, placedBy: { coordinates: 8 } });
    expect(worstError(result)).toBeLessThan(format === 'html' ? 0.5 : 0.05);
    const row = byName(result).get('容桂五厂')?.row ?? -1;
    expect(districtAt(result.set, row)).toBe('shunde');
    const stated = Array.from({ length: 8 }, (_, at) => districtAt(result.set, at));
    expect(stated).not.toContain(null);
  });

  test('dates as dates, codes with all their digits', async () => {
    const { rows } = await openFile(fixture(name), name, context);
    expect(rows[0]?.slice(4)).toEqual(['2019-05-06', '440604211000000123']);
  });
});

test('the sheet that is hidden is marked and not taken', async () => {
  const preview = await openFile(fixture('sheets.ods'), 'sheets.ods', context);
  expect(preview).toMatchObject({ parts: ['字典', '企业'], hiddenParts: ['字典'], reading: { part: '企业' } });
});

test('rows that repeat in the file are as many rows', async () => {
  const preview = await openFile(fixture('sheets.ods'), 'sheets.ods', context, { part: '字典' });
  expect(preview.rows).toEqual([
    ['a', '甲'],
    ['a', '甲'],
    ['a', '甲'],
  ]);
});

const ods = (rows: string, manifest = '') =>
  new Blob([
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'META-INF/manifest.xml': strToU8(`<manifest:manifest>${manifest}</manifest:manifest>`),
      'content.xml': strToU8(
        `<office:document-content><office:body><office:spreadsheet><table:table table:name="a">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
      ),
    }).slice(),
  ]);
const cell = (text: string, more = '') => `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`;

test('blanks, breaks, notes and pictures in cells, and gaps between them', async () => {
  const rows =
    `<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>` +
    `<table:table-row>${['名称', '区', '备注', '值'].map((name) => cell(name)).join('')}</table:table-row>` +
    `<table:table-header-rows><table:table-row>${cell('甲<text:s text:c="2"/>厂<text:line-break/><text:span>一</text:span>')}${cell('禅城区')}` +
    `<table:table-cell table:number-columns-repeated="1"/><table:table-cell office:value-type="float" office:value="1.50"><office:annotation><text:p>批注</text:p></office:annotation><text:p>1.5</text:p></table:table-cell></table:table-row></table:table-header-rows>` +
    `<table:table-row>${cell('乙')}${cell('南海区', ' table:number-columns-repeated="2"')}${cell('', ' office:value-type="boolean" office:boolean-value="true"')}</table:table-row>` +
    `<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>`;
  const preview = await openFile(ods(rows), 'a.ods', context);
  expect(preview.reading.headerRow).toBe(3);
  expect(preview.rows).toEqual([
    ['甲  厂\n一', '禅城区', null, 1.5],
    ['乙', '南海区', '南海区', 'TRUE'],
  ]);
});

test('a password is said', async () => {
  const file = ods('', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>');
  await expect(openFile(file, 'a.ods', context)).rejects.toMatchObject({ code: 'xlsx-password' });
});

test('a text document is no table', async () => {
  const file = new Blob([
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'META-INF/manifest.xml': strToU8('<manifest/>'),
      'content.xml': strToU8('<document/>'),
    }).slice(),
  ]);
  await expect(openFile(file, 'a.odt', context)).rejects.toMatchObject({ code: 'document-other' });
});
