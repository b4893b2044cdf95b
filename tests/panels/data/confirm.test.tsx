/** What the page asks before a file is read in, and what the importer is then told. */
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { ImportClient } from '../../../src/data/import/client.ts';
import { ImportError } from '../../../src/data/import/guards/notes.ts';
import type { DatumGuess, Preview } from '../../../src/data/import/types.ts';
import DataPanel from '../../../src/panels/data/data-panel.tsx';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { importClient, sessionInto } from '../../fixtures/import-client.ts';
import { NO_STORE, PREVIEW, smallImport } from '../../fixtures/imported.ts';

/** The page with a file on its way in, of which the worker says `preview`. */
async function confirming(preview: Preview, name = '企业.csv') {
  const app = makeApp('view=data');
  const imports = createImports(NO_STORE, vi.fn());
  const open = vi.fn<ImportClient['open']>(() => Promise.resolve(preview));
  const run = vi.fn<ImportClient['import']>(() => Promise.resolve(smallImport()));
  const session = sessionInto(imports, importClient({ open, import: run }));
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  await imports.settled();
  renderIn(app, <DataPanel />);
  app.state.actions.dropFiles([new File(['x'], name)]);
  await screen.findByRole('form');
  return { open, run };
}

const GRIDS: DatumGuess = {
  datum: null,
  basis: 'assumed',
  reason: { code: 'grids-undecided', params: { datum: 'epsg:4546', second: 'epsg:32649', metres: 1033 } },
  refusal: null,
  open: ['epsg:4546', 'epsg:32649'],
  evidence: [],
  swapped: false,
};

const datumField = () => screen.getByRole<HTMLInputElement>('combobox', { name: /坐标系：名称或 EPSG 编号/ });
const importButton = () => screen.getByRole<HTMLButtonElement>('button', { name: '导入' });
const options = () => screen.queryAllByRole('option').filter((option) => option.closest('.datum-options') !== null);

describe('the coordinate system', () => {
  it('is asked for where two grids fit, and nothing is read before the answer', async () => {
    const { run } = await confirming({ ...PREVIEW, datum: GRIDS });
    expect(importButton().disabled).toBe(true);
    expect(words(screen.getByRole('form'))).toContain('请先选择坐标系。');
    expect(words(screen.getByRole('form'))).toContain('两者相差约 1,033 米');
    fireEvent.click(screen.getByRole('button', { name: '是 WGS-84 UTM 49N，中央经线 111° (EPSG:32649)' }));
    fireEvent.click(importButton());
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(run.mock.calls[0]?.[1]).toMatchObject({ datum: 'epsg:32649', open: [] });
  });

  it('is found by part of its name, with the keyboard', async () => {
    const { run } = await confirming(PREVIEW);
    fireEvent.input(datumField(), { target: { value: '6 度 117' } });
    expect(options().map((option) => option.textContent)).toEqual([
      'CGCS2000 高斯—克吕格 6 度带，中央经线 117°，东坐标前加带号 20 (EPSG:4498)',
    ]);
    fireEvent.input(datumField(), { target: { value: 'utm' } });
    fireEvent.keyDown(datumField(), { key: 'ArrowDown' });
    fireEvent.keyDown(datumField(), { key: 'Enter' });
    expect(datumField().value).toContain('EPSG:32650');
    fireEvent.click(importButton());
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(run.mock.calls[0]?.[1]).toMatchObject({ datum: 'epsg:32650' });
  });

  it('is taken by its EPSG code, in the list or not', async () => {
    const { run } = await confirming(PREVIEW);
    fireEvent.input(datumField(), { target: { value: 'EPSG:4544' } });
    fireEvent.keyDown(datumField(), { key: 'Enter' });
    expect(datumField().value).toBe('CGCS2000 高斯—克吕格 3 度带，中央经线 105° (EPSG:4544)');
    fireEvent.input(datumField(), { target: { value: '4490' } });
    expect(options().map((option) => option.textContent)).toEqual(['WGS-84 / CGCS2000']);
    fireEvent.keyDown(datumField(), { key: 'Escape' });
    fireEvent.click(importButton());
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(run.mock.calls[0]?.[1]).toMatchObject({ datum: 'epsg:4544' });
  });

  it.each([
    ['27700', '不认识 EPSG:27700。可用的有经纬度'],
    ['epsg 2436', 'EPSG:2436 属于旧坐标系'],
    ['独立坐标', '没有名为“独立坐标”的坐标系'],
  ])('says of %s what to do instead', async (typed, said) => {
    await confirming(PREVIEW);
    fireEvent.input(datumField(), { target: { value: typed } });
    expect(options()).toEqual([]);
    expect(words(screen.getByRole('form'))).toContain(said);
    fireEvent.keyDown(datumField(), { key: 'Enter' });
    expect(datumField().getAttribute('aria-invalid')).toBe('true');
  });

  it('is not asked for where the file states one that cannot be converted', async () => {
    const refusal = { code: 'geographic-other', params: { name: 'Xian 1980' } } as const;
    await confirming({ ...PREVIEW, datum: { ...GRIDS, basis: 'stated', reason: refusal, refusal, open: [] } });
    expect(screen.queryByRole('combobox', { name: /EPSG/ })).toBeNull();
    expect(importButton().disabled).toBe(true);
  });
});

const TABLE: Preview = {
  ...PREVIEW,
  reading: { encoding: 'utf-8', delimiter: ',', headerRow: 1, headerRows: 1 },
  head: [['佛山企业名录'], [], ['名称', '区', null], ['', '', '经度'], ['甲厂', '禅城区', 113.1]],
};

describe('where the names of the columns stand', () => {
  it('is chosen by what the rows say, and how many they are', async () => {
    const { open } = await confirming(TABLE);
    const row = screen.getByLabelText<HTMLSelectElement>('列名所在行');
    expect([...row.options].map((option) => option.textContent)).toEqual([
      '没有列名行，全部是数据',
      '第 1 行：佛山企业名录',
      '第 3 行：名称 · 区',
      '第 4 行：经度',
      '第 5 行：甲厂 · 禅城区 · 113.1',
    ]);
    const columns = [{ name: '改名', samples: [] }, ...TABLE.columns.slice(1)];
    open.mockResolvedValue({ ...TABLE, columns, reading: { ...TABLE.reading, headerRow: 3 } });
    fireEvent.change(row, { target: { value: '3' } });
    expect(await screen.findByRole('columnheader', { name: /改名/ })).toBeTruthy();
    expect(row.value).toBe('3');
    expect(open.mock.calls[1]?.[1]).toEqual({ encoding: 'utf-8', delimiter: ',', headerRow: 3, headerRows: 1 });
    fireEvent.change(screen.getByLabelText('列名行数'), { target: { value: '2' } });
    await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(3));
    expect(open.mock.calls[2]?.[1]).toMatchObject({ headerRow: 3, headerRows: 2 });
    fireEvent.change(row, { target: { value: '0' } });
    await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(4));
    expect(open.mock.calls[3]?.[1]).toMatchObject({ headerRow: null });
  });

  it('keeps what is shown where the file cannot be read so, and says why', async () => {
    const { open } = await confirming(TABLE);
    open.mockRejectedValueOnce(new ImportError('no-rows'));
    fireEvent.change(screen.getByLabelText('列名所在行'), { target: { value: '5' } });
    expect(words(await screen.findByRole('alert'))).toContain(
      '文件不能这样读取；下面仍是原来的结果。 文件里没有数据行。',
    );
    expect(screen.getByLabelText<HTMLSelectElement>('列名所在行').value).toBe('1');
    expect(importButton().disabled).toBe(false);
  });
});

it.each([
  ['shapefile', { encoding: 'gb18030' }],
  ['kml', { encoding: 'utf-8' }],
  ['gpx', {}],
] as const)('the encoding of %s can be chosen, and the file is looked at again', async (format, reading) => {
  const { open } = await confirming({ ...PREVIEW, format, reading }, `a.${format}`);
  expect(screen.queryByLabelText('分隔符')).toBeNull();
  fireEvent.change(screen.getByLabelText('文字编码'), { target: { value: 'big5' } });
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2));
  expect(open.mock.calls[1]?.[1]).toEqual({ encoding: 'big5' });
});

describe('names of sites', () => {
  const JOIN: Preview = {
    ...PREVIEW,
    roles: [{ role: 'site', column: 0, score: 1, by: 'both' }],
    datum: { ...GRIDS, datum: 'wgs84', reason: { code: 'no-coordinates', params: {} }, open: [] },
    join: {
      exact: 6,
      stated: 9,
      near: [
        { text: '仙湖氢能谷', count: 1, rows: [7], candidates: ['xianhu-hydrogen-valley', 'jihua-laboratory'] },
        { text: '鲁班天工产业园', count: 40, rows: [8, 9], candidates: ['automation-park'] },
      ],
      unknown: [{ text: '天河软件园', count: 1, rows: [10], candidates: [] }],
    },
  };
  const nearField = (name: RegExp) => screen.getByRole<HTMLSelectElement>('combobox', { name });

  it('are counted, offered with their rows, and joined as the user says', async () => {
    const { run } = await confirming(JOIN);
    const form = words(screen.getByRole('form'));
    expect(form).toContain('9 行中有 6 行写的是名录中平台的编号或名称');
    expect(form).toContain('仙湖氢能谷 第 7 行');
    expect(form).toContain('鲁班天工产业园 第 8、9 行等，共 40 行');
    expect(form).toContain('天河软件园 第 10 行');
    // Nothing is asked of a datum where there are no coordinates.
    expect(screen.queryByRole('combobox', { name: /EPSG/ })).toBeNull();
    expect(nearField(/仙湖氢能谷/).value).toBe('');
    fireEvent.click(screen.getByRole('button', { name: '全部采用建议' }));
    expect(nearField(/仙湖氢能谷/).selectedOptions[0]?.textContent).toBe('就是 仙湖氢谷');
    fireEvent.change(nearField(/鲁班天工/), { target: { value: '' } });
    fireEvent.click(importButton());
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(run.mock.calls[0]?.[1]).toMatchObject({
      roles: { site: 0 },
      joins: [['仙湖氢能谷', 'xianhu-hydrogen-valley']],
    });
  });

  it('are joined to none of those that the user declined', async () => {
    const { run } = await confirming(JOIN);
    fireEvent.click(screen.getByRole('button', { name: '全部采用建议' }));
    fireEvent.click(screen.getByRole('button', { name: '全部不采用' }));
    fireEvent.click(importButton());
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(run.mock.calls[0]?.[1]).toMatchObject({ joins: [] });
  });
});
