/** What leaves as a file and comes back: the same rows, in every format, datum and language. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRID_IDS, type GridId } from '../../src/data/export/grid.ts';
import { settled } from '../../src/data/import/import-file.ts';
import type { Imported } from '../../src/data/import/types.ts';
import {
  clusterAt,
  districtAt,
  isDatumAssumed,
  type OffsetDatum,
  precisionAt,
  valueAt,
} from '../../src/domain/point-set.ts';
import { registerTable, setTable } from '../../src/panels/export/tables.ts';
import { EXPORT_FORMATS, type ExportFormat, wgs84Only, writeExport } from '../../src/panels/export/write.ts';
import { tonguesOf } from '../../src/panels/paper/languages.ts';
import { metaOf } from '../../src/panels/paper/meta.ts';
import { makeApp } from '../fixtures/app.tsx';
import { context, imported, textFile } from './import/helpers.ts';

const app = makeApp();
const tongues = await tonguesOf(app.i18n.value, true);

/** As the user saves it. */
async function written({ set, receipt }: Imported, format: ExportFormat, grid: GridId = 'wgs84') {
  const assumed = set.datum !== undefined && isDatumAssumed(set) ? { assumed: set.datum } : {};
  return writeExport({
    table: setTable(set, '清单', undefined, tongues, receipt.datumSaid === true),
    format,
    grid,
    meta: metaOf(app.state, tongues, { grid, origin: '文件', filter: '', ...assumed }),
    tongues,
    base: 'list',
    date: '2026-11-28',
  });
}

async function thereAndBack(went: Imported, format: ExportFormat, grid: GridId = 'wgs84') {
  const { name, content } = await written(went, format, grid);
  return imported(content, name);
}

/** What must come back, row by row, by the id of each; positions to a hundredth of a millimetre. */
function facts({ set, receipt }: Imported) {
  const id = set.columns.find(({ name }) => name === '编号');
  if (id === undefined) throw new Error('no ids');
  const rows = Array.from({ length: set.count }, (_, row) => [
    String(valueAt(id, row)),
    (set.positions[2 * row] ?? 0).toFixed(10),
    (set.positions[2 * row + 1] ?? 0).toFixed(10),
    set.radiusM[row],
    precisionAt(set, row),
    set.datum === undefined ? null : set.datum.byCoordinates[row],
    set.datum === undefined ? null : set.datum.ownRadiusM[row],
    set.datum === undefined ? null : set.datum.ownPrecision[row],
    clusterAt(set, row),
    districtAt(set, row),
    set.town[row],
  ]);
  return {
    rows: rows.sort((a, b) => String(a[0]).localeCompare(String(b[0]))),
    assumed: isDatumAssumed(set),
    open: [...(set.datum?.open ?? [])].sort(),
    said: receipt.datumSaid === true,
    placedBy: receipt.placedBy,
    rejected: receipt.rejected.count,
  };
}

/** A list whose datum nothing gives away; one of its rows has a town alone, one a district alone. */
const LIST = [
  '编号,名称,所属区,镇街,行业,经度,纬度',
  '440604211000000101,甲厂,,,汽车,113.1200,23.0200',
  '440604211000000102,"乙, ""二""",,,食品,113.29,22.81',
  '00000000000000003,+丙,,北滘镇,,,',
  '440604211000000104,=丁,禅城区,,,,',
].join('\n');

const STATES = {
  assumed: () => imported(textFile(LIST), 'a.csv'),
  said: async () => settledAs('bd09'),
  'said to be as it was taken': async () => settledAs('wgs84'),
  stated: () => imported(textFile(LIST.replace('经度,纬度', '经度_gcj02,纬度_gcj02')), 'a.csv'),
} as const;

async function settledAs(said: OffsetDatum): Promise<Imported> {
  return settled(await imported(textFile(LIST), 'a.csv'), said, context);
}

describe.each(EXPORT_FORMATS)('a set that goes as %s', (format) => {
  it.each(Object.entries(STATES))('comes back with its datum %s', async (_, make) => {
    const went = await make();
    const came = await thereAndBack(went, format);
    expect(facts(came)).toEqual({ ...facts(went), ...(went.set.datum?.open.length === 0 ? {} : { said: false }) });
    expect(came.preview.datum.basis).toBe('stated');
    expect(came.receipt.warnings.filter(({ code }) => code.startsWith('marks'))).toEqual([]);
    expect(came.set.columns.map(({ name }) => name)).not.toContain('foshan224');
  });

  it('may be settled afterwards as if it had never gone', async () => {
    const went = await STATES.assumed();
    const came = await thereAndBack(went, format);
    for (const said of ['gcj02', 'bd09'] as const)
      expect(facts(settled(came, said, context)).rows).toEqual(facts(settled(went, said, context)).rows);
  });

  it.each(wgs84Only(format) ? [] : GRID_IDS)('comes back from %s where it stood', async (grid) => {
    const went = await STATES.assumed();
    expect(facts(await thereAndBack(went, format, grid))).toEqual(facts(went));
  });
});

it('wherever rows stand, whatever they are called, they come back', async () => {
  const row = fc.record({
    lng: fc.double({ min: 112.5, max: 113.3, noNaN: true }),
    lat: fc.double({ min: 22.7, max: 23.4, noNaN: true }),
    id: fc.stringMatching(/^[0-9=+'\-A-Z]{1,20}$/),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: ({ id }) => id }),
      fc.constantFrom(...EXPORT_FORMATS),
      fc.constantFrom(...GRID_IDS),
      async (rows, format, grid) => {
        const text = ['编号,经度,纬度', ...rows.map(({ id, lng, lat }) => `x${id},${lng},${lat}`)].join('\n');
        const went = await imported(textFile(text), 'a.csv');
        expect(facts(await thereAndBack(went, format, wgs84Only(format) ? 'wgs84' : grid))).toEqual(facts(went));
      },
    ),
    { numRuns: 40 },
  );
});

it('the register comes back with every position, radius and precision that it went with', async () => {
  const { state } = app;
  const sites = state.sites.value.filter(({ position }) => position !== null);
  const table = registerTable(sites, '登记', tongues, {
    policy: state.policy.value,
    clusters: state.clusters,
    towns: state.things.value.town,
  });
  for (const format of EXPORT_FORMATS) {
    const file = await writeExport({ table, format, grid: 'wgs84', meta: [], tongues, base: 'r', date: '2026-11-28' });
    const { set } = await imported(file.content, file.name);
    const came = Array.from({ length: set.count }, (_, row) => [
      set.positions[2 * row],
      set.positions[2 * row + 1],
      Number.isNaN(set.radiusM[row]) ? null : set.radiusM[row],
      precisionAt(set, row),
      clusterAt(set, row),
    ]);
    const went = sites.map((site) => [...(site.position ?? []), site.radiusM, site.precision, site.industryCluster]);
    expect(came, format).toEqual(went);
  }
});

describe('a mark', () => {
  it('no longer counts once its row was moved, and that is said', async () => {
    const went = await STATES.assumed();
    const { content } = await written(went, 'csv');
    const text = (await content.text()).replaceAll('113.12,', '113.130001,');
    const { set, receipt } = await imported(textFile(text), 'moved.csv');
    expect(receipt.warnings).toContainEqual({ code: 'marks-lost', params: { count: 1 } });
    const row = set.positions.indexOf(113.130001) / 2;
    // The heading of its coordinates states the datum.
    expect(precisionAt(set, row)).toBe('exact');
    expect(set.datum?.byCoordinates[row]).toBe(0);
  });

  it('is none where the column holds something else', async () => {
    const text =
      '名称,经度,纬度,foshan224\n甲,113.12,23.02,v1 113.12 23.02 0 exact coordinates auto\n乙,113.2,22.9,v9\n';
    const { set, receipt } = await imported(textFile(text), 'a.csv');
    expect(isDatumAssumed(set)).toBe(true);
    expect(set.columns.map(({ name }) => name)).toContain('foshan224');
    expect(receipt.warnings).toEqual([]);
  });

  it('of another datum than most keeps its place', async () => {
    const [assumed, said] = [await STATES.assumed(), await STATES.said()];
    const [a, b] = [
      await (await written(assumed, 'csv')).content.text(),
      await (await written(said, 'csv')).content.text(),
    ];
    const one = b.split('\r\n').find((line) => line.startsWith('440604211000000102')) ?? '';
    const both = await imported(textFile(`${a}${one.replace('0102', '0105')}\r\n`), 'both.csv');
    expect(both.receipt.warnings).toContainEqual({ code: 'marks-differ', params: { count: 1 } });
    expect(isDatumAssumed(both.set)).toBe(true);
    expect(facts(both).rows.at(-1)?.slice(1, 6)).toEqual([...(facts(said).rows[2]?.slice(1, 5) ?? []), 0]);
  });
});

it('a file says that the datum of its rows is assumed', async () => {
  const assumed = await written(await STATES.assumed(), 'geojson');
  expect(await assumed.content.text()).toContain('not stated: taken as WGS-84');
  const stated = await written(await STATES.stated(), 'geojson');
  expect(await stated.content.text()).not.toContain('not stated');
});
