/** The register's workbook out and in again, with the edits that people and spreadsheets make. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { compareWorkbook } from '../../src/analysis/register-workbook/compare.ts';
import type { Comparison } from '../../src/analysis/register-workbook/comparison.ts';
import type { Sheet } from '../../src/analysis/register-workbook/sheet-table.ts';
import { registerCsv } from '../../src/data/export/register-workbook.ts';
import { workbookOf } from '../../src/data/export/workbook.ts';
import { readRegisterSheets } from '../../src/data/import/register-sheets.ts';
import { applyCorrections } from '../../src/domain/corrections.ts';
import type { Site } from '../../src/domain/site.ts';
import { correct, moved } from '../fixtures/corrections.ts';
import { testBase } from '../fixtures/data.ts';
import { against, editor, lay, SOURCE, SOURCE_LINE, VERSION } from '../fixtures/register-workbook.ts';

const base = await testBase();
const lab = 'jihua-laboratory';
const said = ({ proposals }: Comparison) =>
  proposals.map(({ correction }) => [`${correction.record} ${correction.field}`, correction.newValue]);
const why = ({ refused }: Comparison) => refused.map(({ row, column, code }) => `${row} ${column} ${code}`);

async function throughXlsx(edit: (xml: Record<string, string>) => void = () => undefined): Promise<readonly Sheet[]> {
  const { records, facts, milestones } = lay();
  const bytes = workbookOf([
    {
      name: '记录',
      rows: [records.headings, ...records.rows],
      columns: records.columns.map(() => ({ width: 9 })),
      headed: true,
    },
    { name: '事实', rows: [facts.headings, ...facts.rows], columns: [], headed: true },
    { name: '经过', rows: [milestones.headings, ...milestones.rows], columns: [], headed: true },
  ]);
  const files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
  edit(files);
  const zip = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  return readRegisterSheets(new File([zip], 'register.xlsx'));
}

describe('an unchanged round trip', () => {
  it('changes nothing, as XLSX', async () => {
    const result = compareWorkbook(await throughXlsx(), against());
    const rows = base.sites.reduce((sum, { facts, milestones }) => sum + facts.length + milestones.length, 0);
    expect(result).toEqual({
      proposals: [],
      refused: [],
      missing: [],
      copies: [],
      unchanged: base.sites.length + rows,
      unknownColumns: [],
      missingColumns: [],
      leftWith: [VERSION],
      unmarked: 0,
    });
  });

  it('changes nothing, as CSV', async () => {
    const file = new File([registerCsv(lay().records)], 'register.csv');
    const result = compareWorkbook(await readRegisterSheets(file), against());
    expect([result.proposals, result.refused, result.missing, result.unchanged]).toEqual([
      [],
      [],
      [],
      base.sites.length,
    ]);
  });

  it('changes nothing with the user’s own corrections in it', () => {
    const own = applyCorrections(base.sites, [moved(siteOf(lab))]);
    const result = compareWorkbook(editor('records', own).sheets(), against(own));
    expect([result.proposals, result.refused]).toEqual([[], []]);
  });

  it('survives moved, renamed and deleted columns, another order and deleted rows', () => {
    const { grid, sheets, at } = editor();
    const gone = at('operatorEn');
    grid.rows = grid.rows.slice(1).reverse();
    for (const row of [grid.head, ...grid.rows]) {
      row.splice(gone, 1);
      row.reverse();
      row.push(row === grid.head ? '我的备注' : 'x');
    }
    grid.head = grid.head.map((cell) => (String(cell).endsWith('[kind]') ? '类别改名 [kind]' : cell));
    const result = compareWorkbook(sheets(), against());
    expect([result.proposals, result.refused]).toEqual([[], []]);
    expect(result.missing).toEqual([base.sites[0]?.id]);
    expect([result.unknownColumns, result.missingColumns]).toEqual([['我的备注'], ['operatorEn']]);
  });
});

function siteOf(id: string): Site {
  const site = base.sites.find((each) => each.id === id);
  if (site === undefined) throw new Error(id);
  return site;
}

describe('edited cells', () => {
  it('become corrections with old and new value and the source of their group', () => {
    const { set, sheets } = editor();
    set(lab, {
      nameEn: 'Ji Hua Laboratory',
      addressZh: '新地址1号',
      addressEn: '1 New Road',
      status: 'suspended',
      statusDate: '2026-01',
      'source.status': SOURCE_LINE,
    });
    const result = compareWorkbook(sheets(), against());
    expect(said(result)).toEqual([
      [`${lab} nameEn`, { attribute: 'Ji Hua Laboratory' }],
      [`${lab} address`, { attribute: { zh: '新地址1号', en: '1 New Road' } }],
      [`${lab} status`, { value: 'suspended', date: '2026-01' }],
    ]);
    expect(result.proposals.map(({ sourced }) => sourced)).toEqual([false, false, true]);
    expect(result.proposals[2]?.correction).toMatchObject({
      source: SOURCE,
      oldValue: { value: siteOf(lab).status, date: siteOf(lab).statusDate },
    });
  });

  it('take words for codes, in the table’s own order', () => {
    const { set, sheets } = editor();
    const other = base.sites.find(({ status }) => status === 'planned')?.id ?? '';
    set(other, { status: '运营中', statusDate: '2026' });
    expect(said(compareWorkbook(sheets(), against()))).toEqual([
      [`${other} status`, { value: 'operating', date: '2026' }],
    ]);
  });

  it('move a point, in any datum, with the distance', () => {
    const { set, sheets } = editor();
    const [lng = 0, lat = 0] = siteOf(lab).location.position ?? [];
    set(lab, { lng: lng + 0.001 });
    const [near] = compareWorkbook(sheets(), against()).proposals;
    expect(near?.movedM).toBeCloseTo(102.6, 0);
    set(lab, { lng, lat, datum: 'gcj02', 'source.location': SOURCE_LINE });
    const [shifted] = compareWorkbook(sheets(), against()).proposals;
    expect(shifted?.movedM).toBeGreaterThan(400);
    expect(shifted).toMatchObject({ sourced: true, conflict: null, emptied: false });
    set(lab, { datum: null, lng: lng + 0.001 });
    expect(why(compareWorkbook(sheets(), against()))).toEqual([expect.stringMatching(/\[datum\] datum$/)]);
  });

  it('are refused with row, column and reason where they cannot be read', () => {
    const { set, sheets, grid } = editor();
    const row = grid.rows.findIndex(([id]) => id === lab) + 2;
    set(lab, {
      kind: 'castle',
      areaKm2: 'large',
      districts: 'nanhai mars',
      nameZh: null,
      statusDate: 45_000,
      addressEn: 'Somewhere',
      parent: 'nobody',
      heldAt: lab,
      lat: null,
    });
    expect(why(compareWorkbook(sheets(), against())).sort()).toEqual(
      [
        `${row} 列 nameZh [nameZh] required`,
        `${row} 列 kind [kind] code`,
        `${row} 列 areaKm2 [areaKm2] number`,
        `${row} 列 districts [districts] code`,
        `${row} 列 addressZh [addressZh] bothLanguages`,
        `${row} 列 lat [lat] pair`,
        `${row} 列 statusDate [statusDate] dateNumber`,
        `${row} null noSuchRecord`,
        `${row} null noSuchRecord`,
      ].sort(),
    );
  });

  it('are held against the rules of the register, the row as a whole', () => {
    const { set, sheets } = editor();
    // A point in Shunde, while the record states Nanhai.
    set(lab, { lng: 113.25, lat: 22.8 });
    expect(compareWorkbook(sheets(), against()).refused.map(({ code, rule }) => [code, rule])).toEqual([
      ['rule', 'wrongDistrict'],
    ]);
    set(lab, { districts: 'shunde', towns: null });
    expect(said(compareWorkbook(sheets(), against())).map(([what]) => what)).toEqual([
      `${lab} districts`,
      `${lab} towns`,
      `${lab} location`,
    ]);
  });

  it('that were emptied are proposals of their own', () => {
    const { set, sheets } = editor();
    set(lab, { lng: null, lat: null, focusZh: null, focusEn: null });
    const { proposals } = compareWorkbook(sheets(), against());
    expect(proposals.map(({ id, emptied }) => [id, emptied])).toEqual([
      [`${lab} location`, true],
      [`${lab} focus`, true],
    ]);
    expect(proposals[0]?.correction.newValue).toEqual({ position: null, precision: 'unknown', radiusM: null });
  });
});

describe('a workbook older than the register', () => {
  const newer = base.sites.map(
    (site): Site =>
      site.id === lab ? { ...site, nameEn: 'Renamed since', status: 'ended', statusDate: '2026-02' } : site,
  );
  const register = new Map(newer.map((site) => [site.id, site]));
  const now = against(newer, { recordOf: (id) => register.get(id) });

  it('takes nothing back that it says nothing of', () => {
    const result = compareWorkbook(editor().sheets(), now);
    expect([result.proposals, result.refused]).toEqual([[], []]);
  });

  it('is in conflict where both have changed, and in none where both say the same', () => {
    const { set, sheets } = editor();
    set(lab, { nameEn: 'Renamed here', status: 'ended', statusDate: '2026-02', areaKm2: 3 });
    const { proposals } = compareWorkbook(sheets(), now);
    expect(proposals.map(({ id, conflict }) => [id, conflict])).toEqual([
      [`${lab} nameEn`, 'register'],
      [`${lab} areaKm2`, null],
    ]);
    expect(proposals[0]?.correction.oldValue).toEqual({ attribute: 'Renamed since' });
  });

  it('is in conflict with a correction that the user made since', () => {
    const own = applyCorrections(base.sites, [correct(siteOf(lab), 'nameEn', { attribute: 'Mine' })]);
    const { set, sheets } = editor();
    set(lab, { nameEn: 'From the workbook' });
    expect(compareWorkbook(sheets(), against(own)).proposals.map(({ conflict }) => conflict)).toEqual(['own']);
  });

  it('without its marks differs wherever the register does, and says how many rows', () => {
    const { grid, sheets, at } = editor();
    for (const row of [grid.head, ...grid.rows]) row.splice(at('foshan224-edit'), 1);
    const result = compareWorkbook(sheets(), now);
    expect(result.proposals.map(({ id }) => id)).toEqual([`${lab} nameEn`, `${lab} status`]);
    expect(result.unmarked).toBe(base.sites.length);
  });
});

describe('rows of no record', () => {
  const row = {
    nameZh: '新园区',
    nameEn: 'New Park (East)',
    industryCluster: 'food',
    kind: 'park',
    extent: 'area',
    districts: 'nanhai',
    towns: '桂城街道',
    lng: 113.1488,
    lat: 23.04,
    datum: 'wgs84',
    precision: 'street',
    radiusM: 300,
    status: 'planned',
    statusDate: '2025-06',
    'source.names': SOURCE_LINE,
  };

  it('are added, with an id of their own', () => {
    const { add, sheets } = editor();
    add(row);
    add({
      ...row,
      nameZh: '别的园区',
      'source.names': null,
      lng: null,
      lat: null,
      datum: null,
      precision: null,
      radiusM: null,
      status: null,
      statusDate: null,
    });
    const { proposals, refused } = compareWorkbook(sheets(), against());
    expect(refused.map(({ code, detail }) => [code, detail])).toEqual([
      ['nameTaken', expect.stringContaining('new-park-east')],
    ]);
    expect(proposals.map(({ id, sourced }) => [id, sourced])).toEqual([['new-park-east record', true]]);
    expect(proposals[0]?.correction).toMatchObject({
      source: SOURCE,
      newValue: {
        added: { towns: ['440605011'], location: { position: [113.1488, 23.04], precision: 'street', radiusM: 300 } },
      },
    });
  });

  it('say what they lack', () => {
    const { add, sheets, set } = editor();
    add({ ...row, kind: null, datum: null });
    add({ nameZh: '只有名字' });
    add({});
    set(lab, { id: 'renamed-by-hand' });
    const codes = compareWorkbook(sheets(), against()).refused.map(({ row: at, code }) => `${at} ${code}`);
    const n = base.sites.length + 1;
    expect(codes).toEqual([
      `${n + 1} required`,
      `${n + 1} datum`,
      ...Array.from({ length: 4 }, () => `${n + 2} required`),
      expect.stringMatching(/nameTaken$/),
    ]);
  });

  it('of the same id are refused, and so is one that the register has no more', () => {
    const { grid, sheets } = editor();
    grid.rows.push([...(grid.rows[0] ?? [])]);
    const without = base.sites.slice(1);
    const refused = compareWorkbook(sheets(), against(without)).refused.map(({ code }) => code);
    expect(refused).toEqual(['gone', 'twice']);
  });
});

describe('facts', () => {
  it('are corrected in the unit of their cell; new rows are refused', () => {
    const { set, sheets, grid, at, add } = editor('facts');
    const id = `${lab} fact:floor-area-phase-1#0`;
    set(id, { value: 13, unit: '万平方米', asPrinted: '13万平方米', 'source.fact': SOURCE_LINE });
    add({ label: '新的事实', value: 3 });
    const result = compareWorkbook(sheets(), against());
    expect(said(result)[0]).toEqual([
      id,
      { value: 13, unit: '万平方米', qualifier: 'exact', asPrinted: '13万平方米', asOf: '2020-12' },
    ]);
    expect(result.refused.map(({ code }) => code)).toContain('newFact');
    expect(grid.head[at('fact')]).toContain('[fact]');
  });
});

describe('dates that a spreadsheet has made', () => {
  const withDate = (format: string, value: number) =>
    throughXlsx((files) => {
      const styles = files['xl/styles.xml'] ?? '';
      files['xl/styles.xml'] = styles
        .replace('<fonts', `<numFmts count="1"><numFmt numFmtId="170" formatCode="${format}"/></numFmts><fonts`)
        .replace(
          '</cellXfs>',
          '<xf numFmtId="170" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
        );
      const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
      const column = 'Y';
      const row = base.sites.findIndex(({ id }) => id === lab) + 2;
      files['xl/worksheets/sheet1.xml'] = sheet.replace(
        new RegExp(`<c r="${column}${row}"[^>]*>.*?</c>`),
        `<c r="${column}${row}" s="3"><v>${value}</v></c>`,
      );
    });
  const dateFrom = async (format: string, value = 44_256) => {
    const result = compareWorkbook(await withDate(format, value), against());
    return result.proposals.map(({ correction }) => correction.newValue);
  };

  it('are taken no finer than their cells show them', async () => {
    expect(await dateFrom('mmm\\-yy')).toMatchObject([{ date: '2021-03' }]);
    expect(await dateFrom('yyyy&quot;年&quot;m&quot;月&quot;')).toMatchObject([{ date: '2021-03' }]);
    expect(await dateFrom('yyyy')).toMatchObject([{ date: '2021' }]);
    expect(await dateFrom('yyyy/m/d')).toMatchObject([{ date: '2021-03-01' }]);
    const noYear = compareWorkbook(await withDate('m&quot;月&quot;d&quot;日&quot;', 44_256), against());
    expect(noYear.refused).toMatchObject([{ code: 'date', detail: '--03-01' }]);
  });
});
