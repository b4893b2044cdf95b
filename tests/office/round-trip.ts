/**
 * `npm run test:office`: the register's workbook, rewritten by LibreOffice as a person's computer would, comes back
 * with every change and no other. Needs LibreOffice (`soffice`), so it is no part of `npm test`. Fails where a change is
 * lost or one appears that nobody made.
 */
import { deepStrictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Cell } from '../../src/analysis/register-workbook/cells.ts';
import { compareWorkbook } from '../../src/analysis/register-workbook/compare.ts';
import type { Comparison } from '../../src/analysis/register-workbook/comparison.ts';
import { registerCsv } from '../../src/data/export/register-workbook.ts';
import { columnLetters, workbookOf } from '../../src/data/export/workbook.ts';
import { readRegisterSheets } from '../../src/data/import/register-sheets.ts';
import { milestoneField } from '../../src/domain/corrections.ts';
import type { Site } from '../../src/domain/site.ts';
import { testBase } from '../fixtures/data.ts';
import { against, editor, lay, SOURCE_LINE } from '../fixtures/register-workbook.ts';

const base = await testBase();
const folder = mkdtempSync(join(tmpdir(), 'office-'));
const lab = 'jihua-laboratory';

/** A file as LibreOffice writes it again. `how`: its filter of import, where a person would have clicked one. */
async function rewritten(name: string, content: Uint8Array | string, to: string, how: readonly string[] = []) {
  const out = join(folder, 'out');
  mkdirSync(out, { recursive: true });
  writeFileSync(join(folder, name), content);
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      ...how,
      '--convert-to',
      to,
      '--outdir',
      out,
      join(folder, name),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const written = `${basename(name, extname(name))}.${to.split(':')[0]}`;
  return readRegisterSheets(new File([readFileSync(join(out, written))], written));
}

const { records, facts, milestones } = lay();
const sheetsOf = (
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  events: readonly (readonly Cell[])[] = milestones.rows,
) => [
  {
    name: '记录',
    rows: [head, ...rows],
    columns: records.columns.map(({ kind }) => ({ width: 12, text: kind !== 'number' })),
    headed: true,
  },
  { name: '事实', rows: [facts.headings, ...facts.rows], columns: [], headed: true },
  {
    name: '经过',
    rows: [milestones.headings, ...events],
    columns: milestones.columns.map(() => ({ width: 12, text: true })),
    headed: true,
  },
];

const changes = ({ proposals }: Comparison) => proposals.map(({ id }) => id).sort();
const CSV = 'Text - txt - csv (StarCalc)';

/** What a person changes: each kind of change once, and two that cannot be taken. */
function edits() {
  const edit = editor();
  const [lng = 0, lat = 0] = base.sites.find(({ id }) => id === lab)?.location.position ?? [];
  edit.set(lab, { nameEn: 'Ji Hua Laboratory', lng: lng + 0.001, lat, 'source.location': SOURCE_LINE, focusZh: null });
  edit.set(lab, { focusEn: null, kind: 'castle' });
  edit.set('robot-valley', { status: 'suspended', statusDate: '2026-01', 'source.status': SOURCE_LINE });
  edit.set('car-works', { nameZh: '改名汽车厂' });
  edit.add({
    nameZh: '新园区',
    nameEn: 'New Park',
    industryCluster: 'food',
    kind: 'park',
    extent: 'area',
    districts: 'nanhai',
    status: 'planned',
    statusDate: '2025-06',
    'source.names': SOURCE_LINE,
  });
  // Columns elsewhere, another order, a column and a row less.
  const gone = edit.at('operatorEn');
  edit.grid.rows = edit.grid.rows.filter(([id]) => id !== 'tram-base').reverse();
  for (const row of [edit.grid.head, ...edit.grid.rows]) {
    row.splice(gone, 1);
    row.unshift(row.splice(5, 1)[0] ?? null);
  }
  return edit.grid;
}

/** A milestone that is new, with a month for its date. */
function withNewMilestone(): readonly (readonly Cell[])[] {
  const { add, grid } = editor('milestones');
  add({ site: 'battery-project', event: 'operating', date: '2020-04', 'source.milestone': SOURCE_LINE });
  return grid.rows;
}

/** The cell of a month that a spreadsheet has made a date of, shown as a month. */
function withMonth(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const at = `${columnLetters(records.columns.findIndex(({ key }) => key === 'statusDate'))}${base.sites.findIndex(({ id }) => id === lab) + 2}`;
  files['xl/styles.xml'] = strToU8(
    text('xl/styles.xml')
      .replace('<fonts', '<numFmts count="1"><numFmt numFmtId="170" formatCode="mmm\\-yy"/></numFmts><fonts')
      .replace(
        '</cellXfs>',
        '<xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
      ),
  );
  files['xl/worksheets/sheet1.xml'] = strToU8(
    text('xl/worksheets/sheet1.xml').replace(
      new RegExp(`<c r="${at}"[^>]*>.*?</c>`),
      `<c r="${at}" s="3"><v>44256</v></c>`,
    ),
  );
  return zipSync(files);
}

function said(what: string, found: unknown, wanted: unknown): void {
  deepStrictEqual(found, wanted, what);
  console.log(`ok  ${what}`);
}

try {
  const plain = workbookOf(sheetsOf(records.headings, records.rows));
  const nothing = ({ proposals, refused, missing }: Comparison) => [proposals, refused, missing];
  const asXlsx = compareWorkbook(await rewritten('plain.xlsx', plain, 'xlsx'), against());
  said('saved unchanged as XLSX: nothing changes', nothing(asXlsx), [[], [], []]);

  const asOds = compareWorkbook(await rewritten('plain.xlsx', plain, 'ods'), against());
  said('saved unchanged as ODS: nothing changes', nothing(asOds), [[], [], []]);

  const asCsv = await rewritten('sheet.xlsx', plain, `csv:${CSV}:44,34,76,1`);
  said('saved unchanged as CSV: nothing changes', nothing(compareWorkbook(asCsv, against())), [[], [], []]);

  // The last option has LibreOffice make dates of what looks like one.
  const opened = ['--infilter=CSV:44,34,76,1,,0,false,true'];
  const fromCsv = await rewritten('opened.csv', registerCsv(records), 'xlsx', opened);
  said('CSV opened, its dates detected, saved as XLSX', nothing(compareWorkbook(fromCsv, against())), [[], [], []]);

  const { head, rows } = edits();
  const edited = await rewritten('edited.xlsx', workbookOf(sheetsOf(head, rows, withNewMilestone())), 'xlsx');
  const result = compareWorkbook(edited, against());
  said('every kind of change', changes(result), [
    `battery-project ${milestoneField({ event: 'operating', date: '2020-04' })}`,
    'car-works nameZh',
    `${lab} focus`,
    `${lab} location`,
    `${lab} nameEn`,
    'new-park record',
    'robot-valley status',
  ]);
  said(
    'what is refused',
    result.refused.map(({ record, code }) => `${record} ${code}`),
    [`${lab} code`],
  );
  said('rows and columns that are not there', [result.missing, result.missingColumns], [['tram-base'], ['operatorEn']]);
  said(
    'what is emptied',
    result.proposals.filter(({ emptied }) => emptied).map(({ id }) => id),
    [`${lab} focus`],
  );

  const newer = base.sites.map(
    (site): Site =>
      site.id === 'car-works' ? { ...site, nameZh: '已改名', address: { zh: '新址', en: 'New address' } } : site,
  );
  const register = new Map(newer.map((site) => [site.id, site]));
  const late = compareWorkbook(edited, against(newer, { recordOf: (id) => register.get(id) }));
  said(
    'against a newer register: one conflict, nothing taken back',
    late.proposals.filter(({ conflict }) => conflict !== null).map(({ id }) => id),
    ['car-works nameZh'],
  );
  said('and no change that nobody made', changes(late), changes(result));

  for (const to of ['xlsx', 'ods']) {
    const month = compareWorkbook(await rewritten('month.xlsx', withMonth(plain), to), against());
    said(
      `a month stays a month, as ${to.toUpperCase()}`,
      month.proposals.map(({ correction }) => correction.newValue),
      [{ value: 'operating', date: '2021-03' }],
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
