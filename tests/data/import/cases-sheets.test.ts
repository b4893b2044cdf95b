/** Workbooks as people have them, through the real importer. */

import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../../src/data/import/open-file.ts';
import { datesOf } from '../../../src/domain/column-dates.ts';
import { districtAt, textAt } from '../../../src/domain/point-set.ts';
import { errorsOf, importCase, openCase } from './firms.ts';
import { context, imported } from './helpers.ts';

test.each(['x-hidden-first.xlsx', 'x-cover-first.xlsx', 'x-dms-time.xlsx'])(
  'the six firms stand where they are in %s',
  async (name) => {
    for (const error of errorsOf(await importCase(name))) expect(error).toBeLessThan(0.5);
  },
);

test.each([
  ['x-hidden-first.xlsx', ['字典', '企业'], ['字典']],
  ['x-cover-first.xlsx', ['填表说明', '企业'], []],
])('of %s the first sheet that is shown and holds a table is read', async (name, parts, hiddenParts) => {
  const preview = await openCase(name);
  expect(preview).toMatchObject({ parts, hiddenParts, reading: { part: '企业' } });
  expect(preview.warnings).toContainEqual({ code: 'more-sheets', params: { count: 2, used: '企业' } });
  // What the user chooses is read, a hidden one too.
  const [other = ''] = parts;
  expect((await openCase(name, { part: other })).reading.part).toBe(other);
});

test('the value of a merged cell holds for its rows, and that is said', async () => {
  const result = await importCase('x-merged-district.xlsx');
  const { set, receipt } = result;
  const districts = Array.from({ length: set.count }, (_, row) => [textAt(set.label, row), districtAt(set, row)]);
  expect(districts).toEqual([
    ['甲一厂', 'chancheng'],
    ['甲二厂', 'chancheng'],
    ['甲三厂', 'chancheng'],
    ['乙一厂', 'nanhai'],
    ['乙二厂', 'nanhai'],
    ['丙一厂', 'shunde'],
  ]);
  expect(receipt.placedBy.district).toBe(6);
  expect(receipt.warnings).toContainEqual({ code: 'merged-cells', params: { count: 3 } });
});

/** A workbook of sheets, each the XML of its rows and what follows them. */
function book(sheets: readonly (readonly [name: string, rows: string, behind?: string])[], properties = ''): Blob {
  const all = sheets.map(([name], at) => `<sheet name="${name}" r:id="r${at}"/>`).join('');
  const relations = sheets.map((_, at) => `<Relationship Id="r${at}" Type="x/worksheet" Target="s${at}.xml"/>`);
  const members = {
    'xl/workbook.xml': `<workbook>${properties}<sheets>${all}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(([, rows, behind = ''], at) => [
        `xl/s${at}.xml`,
        `<worksheet><sheetData>${rows}</sheetData>${behind}</worksheet>`,
      ]),
    ),
  };
  return new Blob([zipSync(Object.fromEntries(Object.entries(members).map(([k, v]) => [k, strToU8(v)]))).slice()]);
}
const cell = (at: string, value: string | number) =>
  typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, ...values: readonly (string | number | null)[]) =>
  `<row r="${number}">${values.map((value, at) => (value === null ? '' : cell(`${String.fromCharCode(65 + at)}${number}`, value))).join('')}</row>`;

describe('which sheet is read', () => {
  const places = ['企业', row(1, '企业名称', '所属区') + row(2, '甲', '禅城区')] as const;
  const codes = ['代码', row(1, '代码', '含义') + row(2, 'a', '甲')] as const;
  const cover = ['封面', row(1, '填表说明') + row(2, '一、如实填写')] as const;
  const pairs = ['说明', row(1, '单位', '某局') + row(2, '电话', '123')] as const;
  const empty = ['空', ''] as const;
  test.each([
    [[cover, places], '企业'],
    [[codes, places], '企业'],
    [[pairs, places], '企业'],
    [[empty, codes], '代码'],
    [[empty, cover], '封面'],
    [[places, codes], '企业'],
  ])('%j', async (sheets, used) => {
    expect((await openFile(book(sheets), 'a.xlsx', context)).reading.part).toBe(used);
  });
});

test('merged names of columns are not data, and merged blocks end where they end', async () => {
  const rows =
    row(1, '企业', '区', '镇街') +
    row(2, '甲', '禅城区', '石湾镇街道') +
    row(3, '乙') +
    row(4, '丙', null, '祖庙街道') +
    row(5, '丁', '南海区');
  const merges =
    '<mergeCells><mergeCell ref="A1:A1"/><mergeCell ref="B2:B4"/><x:mergeCell ref="C2:C3"/><mergeCell ref="B1:C1"/></mergeCells>';
  const { preview } = await imported(book([['a', rows, merges]]), 'a.xlsx');
  const all = await openFile(book([['a', rows, merges]]), 'a.xlsx', context);
  expect(all.rows).toEqual([
    ['甲', '禅城区', '石湾镇街道'],
    ['乙', '禅城区', '石湾镇街道'],
    ['丙', '禅城区', '祖庙街道'],
    ['丁', '南海区', null],
  ]);
  expect(preview.warnings).toContainEqual({ code: 'merged-cells', params: { count: 3 } });
});

test('long whole numbers keep their digits where the file has them, and where it has not, that is said', async () => {
  const rows =
    row(1, '名称', '区', '编码') +
    `<row r="2">${cell('A2', '甲')}${cell('B2', '禅城区')}<c r="C2"><v>440604211000000123</v></c></row>` +
    `<row r="3">${cell('A3', '乙')}${cell('B3', '禅城区')}<c r="C3"><v>4.40604211E+17</v></c></row>`;
  const { rows: shown, warnings } = await openFile(book([['a', rows]]), 'a.xlsx', context);
  expect(shown[0]?.[2]).toBe('440604211000000123');
  expect(warnings).toContainEqual({ code: 'digits-lost', params: { count: 1 } });
});

describe('dates that lost their format', () => {
  const rows = (serial: number) =>
    row(1, '企业名称', '所属区', '投产日期') + row(2, '甲', '禅城区', serial) + row(3, '乙', '南海区', null);
  test.each([
    ['', 45_123],
    ['<workbookPr date1904="1"/>', 45_123 - 1462],
  ])('are taken for days as the workbook counts them, and said (%s)', async (properties, serial) => {
    const { set, receipt } = await imported(book([['企业', rows(serial)]], properties), 'a.xlsx');
    const [, , started] = set.columns;
    if (started === undefined) throw new Error('the column is gone');
    expect([...(datesOf(started, set.count) ?? [])]).toEqual([20_230_716, 0]);
    expect(receipt.warnings).toContainEqual({ code: 'serial-dates', params: { columns: '投产日期' } });
  });
});
