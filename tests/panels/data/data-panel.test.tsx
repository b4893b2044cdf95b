import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { ImportClient } from '../../../src/data/import/client.ts';
import { FAILURES, type FailureCode, ImportError, REASONS, WARNINGS } from '../../../src/data/import/guards/notes.ts';
import DataPanel from '../../../src/panels/data/data-panel.tsx';
import { noteWords } from '../../../src/panels/data/note-text.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { importClient, sessionInto } from '../../fixtures/import-client.ts';
import { NO_STORE, PREVIEW, smallImport } from '../../fixtures/imported.ts';

async function panelWith(hash = 'view=data') {
  const app = makeApp(hash);
  const imports = createImports(NO_STORE, vi.fn());
  const open = vi.fn<ImportClient['open']>(() => Promise.resolve(PREVIEW));
  const run = vi.fn<ImportClient['import']>(() => Promise.resolve(smallImport()));
  const session = sessionInto(imports, importClient({ open, import: run }));
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  await imports.settled();
  renderIn(app, <DataPanel />);
  return { app, imports, open, run };
}

describe('the panel of imported data', () => {
  it('shows what was recognised, takes changes and imports as confirmed', async () => {
    const { app, open, run } = await panelWith();
    app.state.actions.dropFiles([new File(['x'], '企业.csv')]);
    expect((await screen.findByLabelText<HTMLSelectElement>(/经度/)).value).toBe('2');
    expect(screen.getByText(/按 GCJ-02（高德、腾讯），4 行写明区的有 3 行落在该区/)).toBeTruthy();

    fireEvent.change(screen.getByLabelText('产业集群: 其他'), { target: { value: 'home' } });
    fireEvent.change(screen.getByLabelText(/^镇街/), { target: { value: '4' } });
    await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2));
    expect(open.mock.calls[1]?.[2]).toMatchObject({ x: 2, y: 3, town: 4 });
    fireEvent.input(screen.getByLabelText('数据名称'), { target: { value: '名录' } });
    fireEvent.click(screen.getByRole('button', { name: '导入' }));

    const receipt = await screen.findByRole('region', { name: /导入回执/ });
    expect(run.mock.calls[0]?.[1]).toMatchObject({
      name: '名录',
      datum: 'gcj02',
      roles: { name: 0, industry: 1, x: 2, y: 3, town: 4 },
      clusters: [['其他', 'home']],
    });
    expect(words(receipt)).toContain('3 已定位 · 1 未导入 · 4 读到的行');
    expect(words(receipt)).toContain('按坐标 2 · 只按镇街 1');
    expect(words(receipt)).toContain('1 行的格数与列名不符');
    expect(words(receipt)).toContain('4坐标不是数字abc');
  });

  it('takes several files one after the other, and loose parts of a Shapefile as one', async () => {
    const { app, open } = await panelWith();
    const [csv, dbf, shp, last] = ['a.csv', '图斑.dbf', '图斑.shp', 'b.csv'].map((name) => new File(['x'], name));
    app.state.actions.dropFiles([csv, dbf, shp, last].flatMap((file) => (file === undefined ? [] : [file])));
    expect(await screen.findByText(/还有 2 个文件在等；下一个是 图斑.shp/)).toBeTruthy();
    expect(open.mock.calls[0]?.[0]).toBe(csv);
    // Not before the first one is done with.
    await screen.findByRole('button', { name: '导入' });
    expect(screen.queryByRole('button', { name: /^继续/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    fireEvent.click(await screen.findByRole('button', { name: '继续：图斑.shp' }));
    await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2));
    expect(open.mock.calls[1]?.[0]).toBe(shp);
    expect(open.mock.calls[1]?.[3]).toMatchObject({ beside: [dbf] });
    expect(screen.getByText(/还有 1 个文件在等；下一个是 b.csv/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '不再读它们' }));
    await vi.waitFor(() => expect(screen.queryByText(/在等/)).toBeNull());
  });

  it('names file and reason of a failure, and keeps what is there', async () => {
    const { app, imports, open } = await panelWith();
    await imports.add(smallImport());
    open.mockRejectedValueOnce(new ImportError('shp-missing', { found: 'a.dbf' }));
    app.state.actions.dropFiles([new File(['x'], '图斑.zip')]);
    const alert = await screen.findByRole('alert');
    expect(words(alert)).toContain('图斑.zip：没有导入');
    expect(words(alert)).toContain('a.dbf');
    expect(screen.getByRole('region', { name: '企业' })).toBeTruthy();
  });

  it('says that the reader is silent, and leaves it to the user to wait or to stop', async () => {
    const { app, imports, open } = await panelWith();
    await imports.add(smallImport());
    const silence: ((silent: boolean) => void)[] = [];
    const stopped = vi.fn();
    open.mockImplementation((_file, _reading, _roles, waiting) => {
      if (waiting?.onSilence !== undefined) silence.push(waiting.onSilence);
      waiting?.signal?.addEventListener('abort', stopped);
      return new Promise(() => undefined);
    });
    app.state.actions.dropFiles([new File(['x'], '大.csv')]);
    await vi.waitFor(() => expect(silence).toHaveLength(1));
    expect(screen.queryByRole('alert')).toBeNull();
    silence[0]?.(true);
    expect(words(await screen.findByRole('alert'))).toContain('半分钟以上没有回应');
    fireEvent.click(screen.getByRole('button', { name: '继续等待' }));
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByText('正在查看 大.csv…')).toBeTruthy();

    silence[0]?.(true);
    fireEvent.click(await screen.findByRole('button', { name: '停止读取' }));
    expect(stopped).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByText('选择文件')).toBeTruthy();
    expect(screen.getByRole('region', { name: '企业' })).toBeTruthy();
  });

  it('shows, filters and removes a set', async () => {
    const { imports } = await panelWith();
    await imports.add(smallImport());
    const card = await screen.findByRole('region', { name: '企业' });
    const choices = within(card).getByText('筛选').closest('details');
    if (choices === null) throw new Error('no choices');
    choices.open = true;
    fireEvent(choices, new Event('toggle'));
    fireEvent.click(await within(card).findByLabelText(/顺德区/));
    expect(words(card)).toContain('2 / 3 行');
    expect([...(imports.byId('import-1')?.rows ?? [])]).toEqual([0, 2]);
    fireEvent.click(within(card).getByRole('button', { name: '删除“企业”' }));
    fireEvent.click(within(card).getByRole('button', { name: /确定删除/ }));
    expect(await screen.findByText('还没有导入的数据。')).toBeTruthy();
  });

  it('shows the row that was chosen on the map with every cell, and the way back', async () => {
    const { imports } = await panelWith();
    await imports.add(smallImport());
    imports.choose({ setId: 'import-1', row: 2 });
    const card = await screen.findByRole('article', { name: '丙厂' });
    expect(words(card)).toContain('镇街');
    expect(words(within(card).getByRole('row', { name: /员工数/ }))).toContain('（空）');
    fireEvent.click(within(card).getByRole('button', { name: /返回数据列表/ }));
    expect(await screen.findByRole('region', { name: '企业' })).toBeTruthy();
  });
});

describe('words of the import', () => {
  it('say every code in every language, without a bare code or an open bracket', () => {
    for (const lang of ['zh-Hans', 'zh-Hant', 'en'] as const) {
      const i18n = makeApp('', { lang }).i18n.value;
      for (const code of [...FAILURES, ...WARNINGS, ...REASONS]) {
        const text = noteWords(i18n, { code, params: {} });
        expect(text, `${lang} ${code}`).not.toMatch(/import\.|[{}]/);
        expect(text.length).toBeGreaterThan(2);
      }
    }
    const params: Record<string, string> = { name: 'Xian 1980' };
    const code: FailureCode = 'unknown-datum';
    expect(noteWords(makeApp('', { lang: 'en' }).i18n.value, { code, params })).toContain('Xian 1980');
  });
});
