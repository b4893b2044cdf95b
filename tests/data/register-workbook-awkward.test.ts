/** Workbooks as offices make them: copied sheets, merged cells, columns sorted apart, formulas, strange digits. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/analysis/register-workbook/cells.ts';
import { compareWorkbook } from '../../src/analysis/register-workbook/compare.ts';
import type { Comparison } from '../../src/analysis/register-workbook/comparison.ts';
import { columnLetters, workbookOf } from '../../src/data/export/workbook.ts';
import { readRegisterSheets } from '../../src/data/import/register-sheets.ts';
import { against, editor, lay, SOURCE_LINE } from '../fixtures/register-workbook.ts';

const lab = 'jihua-laboratory';
const SHEET = 'xl/worksheets/sheet1.xml';
type Grid = ReturnType<typeof editor>['grid'];
type Files = Record<string, string>;

const sheetOf = (name: string, { head, rows }: Grid) => ({
  name,
  rows: [head, ...rows],
  columns: lay().records.columns.map(() => ({ width: 9 })),
  headed: true,
});

function edited(bytes: Uint8Array, edit: (files: Files) => void): Uint8Array {
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  edit(files);
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** Puts XML in the place of what stands in a cell. */
function put(files: Files, { at, grid }: ReturnType<typeof editor>, id: string, key: string, xml: string): void {
  const ref = `${columnLetters(at(key))}${grid.rows.findIndex(([first]) => first === id) + 2}`;
  const cell = new RegExp(`<c r="${ref}"[^>]*>.*?</c>`);
  expect(files[SHEET]).toMatch(cell);
  files[SHEET] = (files[SHEET] ?? '').replace(cell, `<c r="${ref}" ${xml}</c>`);
}

async function compared(bytes: Uint8Array, name = 'register.xlsx'): Promise<Comparison> {
  return compareWorkbook(await readRegisterSheets(new File([new Uint8Array(bytes)], name)), against());
}
const book = (edit: { grid: Grid }) => workbookOf([sheetOf('记录', edit.grid)]);
const said = ({ proposals }: Comparison) => proposals.map(({ id, correction }) => [id, correction.newValue]);
const why = ({ refused }: Comparison) => refused.map(({ column, code, detail }) => [column, code, detail]);

describe('what people type', () => {
  it('is read in full-width digits, with hours of nought, and with signs that nobody sees', async () => {
    const edit = editor();
    edit.set(lab, {
      status: 'suspended',
      statusDate: '２０２６年３月',
      areaKm2: '１，２３４．５',
      nameEn: 'Ji\u200Bhua\uFEFF',
    });
    edit.set('robot-valley', { status: 'sus\u200Bpended', statusDate: '2026/3/1 0:00:00' });
    expect(said(await compared(book(edit)))).toEqual([
      [`${lab} nameEn`, { attribute: 'Jihua' }],
      [`${lab} areaKm2`, { attribute: 1234.5 }],
      [`${lab} status`, { value: 'suspended', date: '2026-03' }],
      ['robot-valley status', { value: 'suspended', date: '2026-03-01' }],
    ]);
  });
});

describe('formulas', () => {
  it('count by the value that was saved; without one, or with an error, they are refused', async () => {
    const edit = editor();
    const bytes = edited(book(edit), (files) => {
      put(files, edit, lab, 'nameEn', 't="str"><f>UPPER("x")</f><v>LAB</v>');
      put(files, edit, lab, 'lng', '><f>113+0.1</f>');
      put(files, edit, lab, 'status', 't="e"><f>A1</f><v>#REF!</v>');
      put(files, edit, lab, 'focusZh', 't="str"><f>A1</f>');
    });
    const result = await compared(bytes);
    expect(said(result)).toEqual([[`${lab} nameEn`, { attribute: 'LAB' }]]);
    expect(why(result)).toEqual([
      ['列 lng [lng]', 'formula', '='],
      ['列 status [status]', 'formula', '#REF!'],
      ['列 focusZh [focusZh]', 'formula', '='],
    ]);
  });
});

describe('dates', () => {
  const dated = (cell: string, book1904 = false) => {
    const edit = editor();
    edit.set(lab, { status: 'suspended' });
    return edited(book(edit), (files) => {
      const formats = '<xf numFmtId="14"/><xf numFmtId="17"/></cellXfs>';
      files['xl/styles.xml'] = (files['xl/styles.xml'] ?? '').replace('</cellXfs>', formats);
      const start = '<workbookPr date1904="1"/><sheets>';
      if (book1904) files['xl/workbook.xml'] = (files['xl/workbook.xml'] ?? '').replace('<sheets>', start);
      put(files, edit, lab, 'statusDate', cell);
    });
  };

  it.each([
    ['counted from 1904, shown as a day', 's="3"><v>44621</v>', true, '2026-03-02'],
    ['counted from 1904, shown as a month', 's="4"><v>44621</v>', true, '2026-03'],
    ['written as text of ISO, shown as a day', 's="3" t="d"><v>2026-03-01T00:00:00</v>', false, '2026-03-01'],
    ['written as text of ISO, shown as a month', 's="4" t="d"><v>2026-03-01</v>', false, '2026-03'],
  ])('%s', async (_, cell, from1904, date) => {
    expect(said(await compared(dated(cell, from1904)))).toEqual([[`${lab} status`, { value: 'suspended', date }]]);
  });
});

describe('sheets', () => {
  it('of which a copy was edited say that it was not read, and one that is not shown comes last', async () => {
    const edit = editor();
    edit.set(lab, { nameEn: 'In the copy' });
    const bytes = workbookOf([sheetOf('记录', editor().grid), sheetOf('记录 (2)', edit.grid)]);
    const result = await compared(bytes);
    expect([said(result), result.copies]).toEqual([[], ['记录 (2)']]);
    const shown = await compared(
      edited(bytes, (files) => {
        const name = 'xl/workbook.xml';
        files[name] = (files[name] ?? '').replace('<sheet name="记录"', '<sheet state="hidden" name="记录"');
      }),
    );
    expect([said(shown), shown.copies]).toEqual([[[`${lab} nameEn`, { attribute: 'In the copy' }]], ['记录']]);
  });

  it('with titles above, merged headings, headings that come again, rows hidden and a sum below', async () => {
    const edit = editor();
    edit.set(lab, { nameEn: 'Hidden' });
    const rows: (readonly Cell[])[] = [['佛山项目登记表'], [], [null, '名称'], edit.grid.head, ...edit.grid.rows];
    rows.splice(12, 0, edit.grid.head);
    rows.push(['合计', String(edit.grid.rows.length)]);
    const bytes = edited(workbookOf([{ name: 'x', rows, columns: [], headed: false }]), (files) => {
      files[SHEET] = (files[SHEET] ?? '')
        .replaceAll('<row ', '<row hidden="1" ')
        .replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A1:Z1"/></mergeCells>');
    });
    const result = await compared(bytes);
    expect(said(result)).toEqual([[`${lab} nameEn`, { attribute: 'Hidden' }]]);
    expect(why(result)).toEqual([['列 id [id]', 'badId', '合计']]);
    expect(result.missing).toEqual([]);
  });

  it('in which a source is merged over several rows have it in each', async () => {
    const edit = editor();
    const ids = edit.grid.rows.slice(0, 3).map(([id]) => String(id));
    for (const id of ids) edit.set(id, { status: 'suspended', statusDate: '2026-03', 'source.status': null });
    edit.set(ids[0] ?? '', { 'source.status': SOURCE_LINE });
    const column = columnLetters(edit.at('source.status'));
    const merged = `</sheetData><mergeCells count="1"><mergeCell ref="${column}2:${column}4"/></mergeCells>`;
    const bytes = edited(book(edit), (files) => {
      files[SHEET] = (files[SHEET] ?? '').replace('</sheetData>', merged);
    });
    expect((await compared(bytes)).proposals.map(({ sourced }) => sourced)).toEqual([true, true, true]);
  });
});

describe('columns sorted by themselves', () => {
  it('heal where only the marks were left behind', async () => {
    const { grid, at } = editor();
    const marks = grid.rows.map((row) => row[at('foshan224-edit')] ?? null);
    for (const [n, row] of grid.rows.entries()) row[at('foshan224-edit')] = marks[(n + 1) % marks.length] ?? null;
    const result = await compared(book({ grid }));
    expect([result.proposals, result.refused, result.unmarked]).toEqual([[], [], 0]);
  });

  it('are refused where the ids went astray', async () => {
    const { grid } = editor();
    const ids = grid.rows.map(([id]) => id ?? null);
    for (const [n, row] of grid.rows.entries()) row[0] = ids[(n + 1) % ids.length] ?? null;
    const result = await compared(book({ grid }));
    expect(result.proposals).toEqual([]);
    expect(why(result)).toEqual(ids.map((id) => [null, 'apart', id]));
  });

  it('that stand there twice are named', async () => {
    const edit = editor();
    for (const row of [edit.grid.head, ...edit.grid.rows]) row.push(row[edit.at('nameEn')] ?? null);
    expect((await compared(book(edit))).unknownColumns).toEqual(['列 nameEn [nameEn]']);
  });
});
