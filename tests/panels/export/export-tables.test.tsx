import { describe, expect, it } from 'vitest';
import { changedSet } from '../../../src/analysis/changed-set.ts';
import type { ExportTable } from '../../../src/data/export/table.ts';
import { type PointSet, packText } from '../../../src/domain/point-set.ts';
import { wgs84 } from '../../../src/domain/position.ts';
import { NO_CHANGES, withStep } from '../../../src/domain/set-changes.ts';
import { registerTable, setTable, shapeCounts, withMeta } from '../../../src/panels/export/tables.ts';
import { tonguesOf } from '../../../src/panels/paper/languages.ts';
import { filterWords, metaOf } from '../../../src/panels/paper/meta.ts';
import { makeApp } from '../../fixtures/app.tsx';
import { smallImport } from '../../fixtures/imported.ts';
import { rectangle, shapedSet } from '../../fixtures/shaped-set.ts';

const cell = (table: ExportTable, key: string, row = 0) =>
  table.row(row)[table.columns.findIndex((column) => column.key === key)];

async function register(hash: string, both: boolean, sites?: string) {
  const { state, i18n, correcting } = makeApp(hash);
  const tongues = await tonguesOf(i18n.value, both);
  const chosen = sites === undefined ? state.visibleSites.value : state.sites.value.filter(({ id }) => id === sites);
  const context = { policy: state.policy.value, clusters: state.clusters, towns: state.things.value.town };
  return { state, correcting, tongues, table: registerTable(chosen, 'register', tongues, context) };
}

describe('registerTable', () => {
  it('says of a laboratory what the register says: codes, words, place and sources', async () => {
    const { state, table } = await register('', false, 'jihua-laboratory');
    const site = state.siteById.value.get('jihua-laboratory');
    expect(cell(table, 'nameZh')).toBe('季华实验室');
    expect(cell(table, 'industryCluster')).toBe(site?.industryCluster);
    expect(cell(table, 'statusNameZh')).toBe('运营');
    expect(cell(table, 'precision')).toBe(site?.precision);
    expect(cell(table, 'radiusM')).toBe(site?.radiusM);
    expect(table.position(0)).toEqual(site?.position);
    for (const [key, source] of Object.entries(site?.sources ?? {}))
      expect(cell(table, 'sources')).toContain(`${key}: ${source.title}`);
    for (const fact of site?.facts ?? []) expect(cell(table, 'factsZh')).toContain(fact.asPrinted);
    expect(table.columns.some(({ key }) => key.endsWith('En') && key !== 'nameEn')).toBe(false);
  });

  it('holds what the filter shows and nothing else, places or not', async () => {
    const { state, table } = await register('clusters=food', false);
    expect(table.count).toBe(state.sites.value.filter((site) => site.industryCluster === 'food').length);
    expect(table.count).toBeGreaterThan(0);
    for (let row = 0; row < table.count; row++) expect(cell(table, 'clusterZh', row)).toBe('食品饮料');
  });

  it('puts Chinese and English side by side, and every key once', async () => {
    const { table } = await register('lang=en', true, 'jihua-laboratory');
    expect([cell(table, 'statusNameEn'), cell(table, 'statusNameZh')]).toEqual(['Operating', '运营']);
    expect(table.columns.find(({ key }) => key === 'id')?.label).toBe('Id / 编号');
    expect(new Set(table.columns.map(({ key }) => key)).size).toBe(table.columns.length);
  });

  it('marks a corrected record with the field, the source and the day', async () => {
    const { state, correcting, tongues } = await register('', false);
    const site = state.sites.value.find(({ id }) => id === 'jihua-laboratory');
    if (site === undefined) throw new Error('no such site');
    correcting.add({
      record: site.id,
      field: 'status',
      oldValue: { value: site.status, date: site.statusDate },
      newValue: { value: 'ended', date: '2026-01' },
      source: { title: '公告', publisher: '某局', date: '2026-01-05', kind: 'web' },
      made: '2026-11-20',
      dataVersion: state.base.version.data,
    });
    const table = registerTable(
      state.sites.value.filter(({ id }) => id === site.id),
      'register',
      tongues,
      { policy: state.policy.value, clusters: state.clusters, towns: state.things.value.town },
    );
    expect(cell(table, 'corrected')).toBe('status (2026-11-20): 公告, 某局, 2026-01-05');
    expect(cell(table, 'statusNameZh')).toBe('终止');
  });
});

describe('setTable', () => {
  const set: PointSet = {
    id: 'a',
    name: '企业.csv',
    origin: 'import',
    count: 3,
    positions: Float64Array.of(113.1, 23, Number.NaN, Number.NaN, 113.2, 22.9),
    radiusM: Float32Array.of(20, Number.POSITIVE_INFINITY, 500),
    precision: Uint8Array.of(0, 5, 2),
    cluster: Uint8Array.of(0, 255, 6),
    district: Uint8Array.of(1, 255, 2),
    town: Uint32Array.of(440605125, 0, 0),
    siteKind: Uint8Array.of(255, 255, 255),
    status: Uint8Array.of(255, 255, 255),
    label: packText('名称', ['甲', '乙', '丙']),
    columns: [
      packText('名称', ['甲', '乙', '丙']),
      { kind: 'number', name: '产值', values: Float64Array.of(1.5, Number.NaN, 3) },
    ],
  };

  it('writes the rows that pass the filter with the columns of the file and what was read from them', async () => {
    const { i18n } = makeApp();
    const table = setTable(set, '企业', Uint32Array.of(1, 2), await tonguesOf(i18n.value, false));
    expect(table.columns.slice(0, 3).map(({ key }) => key)).toEqual(['名称', '产值', 'industryCluster']);
    expect(table.row(0)).toEqual(['乙', null, null, null, null, null, null, 'unknown', null]);
    expect(table.row(1)).toEqual(['丙', 3, 'food', 'shunde', null, null, null, 'town', 500]);
    expect([table.position(0), table.position(1), table.name(1)]).toEqual([null, wgs84(113.2, 22.9), '丙']);
  });

  it('writes areas that tiles cut into pieces as the points that stand for them', async () => {
    const { i18n } = makeApp();
    const whole = shapedSet([{ rings: [rectangle(113.1, 23, 113.11, 23.01)] }]);
    const cut = { ...whole, isCut: true } as const;
    const geometryOf = async (each: PointSet) =>
      setTable(each, '地块', undefined, await tonguesOf(i18n.value, false)).geometry(0)?.type ?? null;
    expect([await geometryOf(whole), await geometryOf(cut)]).toEqual(['Polygon', null]);
    expect([shapeCounts(whole, undefined), shapeCounts(cut, undefined)]).toEqual([{ lines: 0, areas: 1 }, null]);
  });

  it('gives the id of the site that a joined row stands for', async () => {
    const sites = { ids: ['jihua-laboratory'], codes: Uint32Array.of(0, 1, 0) };
    const { i18n } = makeApp();
    const table = setTable({ ...set, sites }, '企业', undefined, await tonguesOf(i18n.value, false));
    expect([0, 1, 2].map((row) => cell(table, 'siteId', row))).toEqual([null, 'jihua-laboratory', null]);
  });
});

describe('metaOf', () => {
  it('states version, datum, filter and the mark, in a CSV in every row', async () => {
    const { state, tongues, table } = await register('clusters=food&districts=sanshui', false);
    expect(filterWords(state, tongues)).toBe('集群: 食品饮料; 所在区: 三水区');
    const byUnit = makeApp('units=education,none');
    expect(filterWords(byUnit.state, [byUnit.i18n.value])).toBe('责任单位: 市教育局、未载明');
    const meta = metaOf(state, tongues, { grid: 'gcj02', origin: '登记', filter: filterWords(state, tongues) });
    expect(Object.fromEntries(meta.map(({ key, value }) => [key, value]))).toMatchObject({
      dataVersion: state.base.version.data,
      datum: 'GCJ-02',
      borders: `${state.base.version.boundaries.districts.source}；误差约 300 米`,
      use: '内部参考',
    });
    const whole = withMeta(table, meta);
    expect(whole.row(table.count - 1).at(-1)).toBe('内部参考');
  });

  it('gives the approval number of the config instead of the mark', async () => {
    const plain = makeApp().state.base.config;
    const { state, i18n } = makeApp('', { base: { config: { ...plain, mapApproval: '粤S(2026)001号' } } });
    const meta = metaOf(state, [i18n.value], { grid: 'wgs84', origin: 'x', filter: '' });
    expect(meta.at(-1)?.value).toBe('审图号：粤S(2026)001号');
  });
});

describe('a set that the user has changed', () => {
  it('names the edited columns row by row, and has no row that was taken out', async () => {
    const { i18n } = makeApp('lang=en');
    const tongues = await tonguesOf(i18n.value, false);
    const { set } = smallImport();
    const step = { kind: 'cell', column: 1, row: 2, before: null, after: '9' } as const;
    const changes = withStep(withStep(NO_CHANGES, step), { kind: 'delete', rows: Uint32Array.of(0) });
    const table = setTable(changedSet(set, changes), '企业', undefined, tongues);
    expect(table.columns.find(({ key }) => key === 'edited')?.label).toBe('Edited by hand');
    expect(
      [0, 1].map((row) => [cell(table, '名称', row), cell(table, '员工数', row), cell(table, 'edited', row)]),
    ).toEqual([
      ['乙厂', 85, null],
      ['丙厂', 9, '员工数'],
    ]);
    expect(setTable(set, '企业', undefined, tongues).columns.map(({ key }) => key)).not.toContain('edited');
  });
});
