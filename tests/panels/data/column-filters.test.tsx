import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { type PointSet, packText } from '../../../src/domain/point-set.ts';
import DataPanel from '../../../src/panels/data/data-panel.tsx';
import { filterWords } from '../../../src/panels/paper/meta.ts';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { NO_STORE, smallImport } from '../../fixtures/imported.ts';

const { set: small, receipt } = smallImport();
const set: PointSet = {
  ...small,
  columns: [
    ...small.columns,
    packText('成立', ['2023', '2024年5月', '2024-05-17']),
    packText('行业', ['家电', '机械', '家电']),
  ],
};

async function filtersOf() {
  const app = makeApp('view=data&lang=en');
  const imports = createImports(NO_STORE, vi.fn());
  const session = createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn());
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  await imports.add({ set, receipt });
  renderIn(app, <DataPanel />);
  const details = screen.getByText('Filter').closest('details');
  if (details === null) throw new Error('no filters');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  const add = (name: string) => {
    const select = screen.getByLabelText<HTMLSelectElement>('Add a filter on a column');
    const option = [...select.options].find((o) => words(o) === name);
    fireEvent.change(select, { target: { value: option?.value } });
    return within(screen.getByRole('group', { name }));
  };
  const put = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
  await waitFor(() => screen.getByLabelText('Add a filter on a column'));
  const rows = () => [...(imports.byId('import-1')?.rows ?? ['all'])];
  return { app, imports, add, put, rows };
}

describe('filters on columns', () => {
  it('narrow by a range, typed or by its handles, and say what is no number', async () => {
    const { add, put, rows } = await filtersOf();
    const staff = add('员工数');
    expect(rows()).toEqual(['all']);
    expect(words(staff.getByRole('img', { name: /from 85 to 120; at most 1 row a bar/ }))).toBe('');
    put(staff.getByLabelText('From'), '100');
    expect(rows()).toEqual([0]);
    fireEvent.click(staff.getByRole('checkbox', { name: /blank too 1/ }));
    expect(rows()).toEqual([0, 2]);
    put(staff.getByLabelText('From'), 'many');
    expect(words(await staff.findByRole('alert'))).toBe('Not a number, so the limit stays as it was.');
    expect(rows()).toEqual([0, 2]);
    put(staff.getByLabelText('From'), '');
    fireEvent.input(staff.getByRole('slider', { name: '员工数: to' }), { target: { value: '50' } });
    await waitFor(() => expect(staff.getByLabelText<HTMLInputElement>('To').value).toBe('102.5'));
    expect(rows()).toEqual([1, 2]);
  });

  it('narrow by dates, values and words, together; each can be removed, and all at once', async () => {
    const { app, add, put, rows } = await filtersOf();
    put(add('成立').getByLabelText('From'), '2024年5月');
    expect(rows()).toEqual([1, 2]);
    const trade = add('行业');
    expect(words(trade.getByText(/Nothing is ticked/))).toBe('Nothing is ticked yet: all rows are shown.');
    fireEvent.click(trade.getByRole('checkbox', { name: '家电 2' }));
    expect(rows()).toEqual([2]);
    const { filter } = app.state.imports.value?.byId('import-1') ?? {};
    expect(filterWords(app.state, [app.i18n.value], filter)).toBe('成立: 2024年5月 –; 行业: 家电');
    fireEvent.click(await screen.findByRole('button', { name: 'Remove the filter on “成立”' }));
    expect(rows()).toEqual([0, 2]);
    expect(document.activeElement).toBe(screen.getByLabelText('Add a filter on a column'));
    put(trade.getByLabelText('Filter by'), 'text');
    expect(rows()).toEqual(['all']);
    fireEvent.input(await trade.findByLabelText('Contains'), { target: { value: '机' } });
    expect(rows()).toEqual([1]);
    fireEvent.click(await screen.findByRole('button', { name: 'Clear the filter' }));
    expect(rows()).toEqual(['all']);
    await waitFor(() => expect(screen.queryByRole('group', { name: '行业' })).toBeNull());
  });
});
