import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { type PointSet, packText } from '../../../src/domain/point-set.ts';
import DataPanel from '../../../src/panels/data/data-panel.tsx';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { NO_STORE, smallImport } from '../../fixtures/imported.ts';

const { set: small, receipt } = smallImport();
const set: PointSet = {
  ...small,
  columns: [
    packText('行业', ['家电', '机械', '家电']),
    { kind: 'number', name: '员工数', values: Float64Array.of(120, 85, Number.NaN) },
    { kind: 'number', name: '产值', values: Float64Array.of(10, 30, 5) },
  ],
};

async function charts(of = set) {
  const app = makeApp('view=data&lang=en');
  const imports = createImports(NO_STORE, vi.fn());
  const session = createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn());
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  await imports.add({ set: of, receipt });
  renderIn(app, <DataPanel />);
  const details = screen.getByText('Charts').closest('details');
  if (details === null) throw new Error('no charts');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await within(details).findByLabelText('Column');
  const pick = (label: string, option: string) => {
    const select = within(details).getByLabelText<HTMLSelectElement>(label);
    const found = [...select.options].find((each) => words(each) === option);
    if (found === undefined) throw new Error(`${label} has no ${option}`);
    select.value = found.value;
    fireEvent(select, new Event('change', { bubbles: true }));
  };
  const rows = () => [...(imports.byId('import-1')?.rows ?? ['all'])];
  const bars = () =>
    within(details)
      .getAllByRole('button')
      .filter((each) => each.closest('.bar-chart') !== null);
  return { imports, details, pick, rows, bars };
}

/** The table beside the chart, a list a row. */
const tableOf = (details: HTMLElement): string[][] =>
  [...details.querySelectorAll('table tr')].map((row) => [...row.querySelectorAll('th, td')].map(words));

describe('charts of a set', () => {
  it('begin with a measure, whose bars filter the rows by click and by keys, and follow the filter', async () => {
    const { rows, bars, details } = await charts();
    expect(bars()).toHaveLength(20);
    const [first, ...others] = bars();
    const last = others.at(-1);
    if (first === undefined || last === undefined) throw new Error('no bars');
    expect(first.getAttribute('aria-label')).toBe('85: 1 of 1 row');
    expect(words(details)).toContain('1 row blank or without a number');
    fireEvent.click(last);
    expect(rows()).toEqual([0]);
    await waitFor(() => expect(bars()[0]?.getAttribute('aria-label')).toBe('85: 0 of 1 row'));
    expect(bars().filter((bar) => bar.getAttribute('aria-pressed') === 'true')).toHaveLength(1);
    // The same bar again lets all through.
    fireEvent.click(bars()[19] ?? last);
    expect(rows()).toEqual(['all']);

    await act(() => bars()[0]?.focus());
    fireEvent.keyDown(bars()[0] ?? first, { key: 'ArrowRight', shiftKey: true });
    expect(rows()).toEqual([1]);
    fireEvent.keyDown(bars()[1] ?? first, { key: 'End', shiftKey: true });
    expect(rows()).toEqual([0, 1]);
    fireEvent.keyDown(bars()[19] ?? first, { key: 'Escape' });
    expect(rows()).toEqual(['all']);
    // One stop of the Tab key.
    expect(bars().filter((bar) => bar.tabIndex === 0)).toHaveLength(1);
  });

  it('are bars of categories, of rows or of the sum of a measure, several to be chosen, with a table', async () => {
    const { imports, pick, rows, bars, details } = await charts();
    pick('Column', '行业');
    await waitFor(() =>
      expect(bars().map((bar) => bar.getAttribute('aria-label'))).toEqual(['家电: 2 of 2 rows', '机械: 1 of 1 row']),
    );
    pick('And a second column', 'sum of 产值');
    await waitFor(() =>
      expect(bars().map((bar) => bar.getAttribute('aria-label'))).toEqual(['机械: 30 of 30', '家电: 15 of 15']),
    );
    const [machines, appliances] = bars();
    if (machines === undefined || appliances === undefined) throw new Error('two bars');
    fireEvent.click(machines);
    expect(rows()).toEqual([1]);
    fireEvent.click(bars()[1] ?? appliances);
    expect(rows()).toEqual([0, 1, 2]);
    fireEvent.click(bars()[0] ?? machines);
    expect(rows()).toEqual([0, 2]);
    await waitFor(() =>
      expect(tableOf(details)).toEqual([
        ['行业', 'Shown', 'All'],
        ['机械', '0', '30'],
        ['家电', '15', '15'],
      ]),
    );
    fireEvent.click(within(details).getByRole('button', { name: 'Clear the filter on this column' }));
    expect(imports.byId('import-1')?.filter.columns).toEqual([]);
  });

  it('set two measures against each other, with a range for each and the pairs as a table', async () => {
    const { pick, rows, details } = await charts();
    pick('And a second column', 'against 产值');
    const picture = await within(details).findByRole('img', { name: /员工数 against 产值, 2 rows/ });
    expect(picture.tagName).toBe('CANVAS');
    expect(words(details)).toContain('2 rows with both numbers, 1 without one');
    const range = within(within(details).getByRole('group', { name: '产值' }));
    fireEvent.change(range.getByLabelText('From'), { target: { value: '20' } });
    expect(rows()).toEqual([1]);
    await waitFor(() =>
      expect(tableOf(details)).toEqual([
        ['Name', '员工数', '产值'],
        ['乙厂', '85', '30'],
      ]),
    );
  });

  it('say that there is nothing to draw', async () => {
    const app = makeApp('view=data&lang=en');
    const imports = createImports(NO_STORE, vi.fn());
    const session = createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn());
    app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
    await imports.add({ set: { ...set, columns: [] }, receipt });
    renderIn(app, <DataPanel />);
    const details = screen.getByText('Charts').closest('details');
    if (details === null) throw new Error('no charts');
    details.open = true;
    fireEvent(details, new Event('toggle'));
    expect(words(await within(details).findByText(/no column to draw/))).toBe('This set has no column to draw.');
  });
});
