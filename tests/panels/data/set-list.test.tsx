import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { SetsStore } from '../../../src/data/device/sets-store.ts';
import type { PointSet } from '../../../src/domain/point-set.ts';
import DataPanel from '../../../src/panels/data/data-panel.tsx';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { smallImport } from '../../fixtures/imported.ts';
import { randomSet } from '../../fixtures/random-set.ts';

const store: SetsStore = {
  read: () => Promise.resolve({ kept: [], damaged: 0 }),
  readOne: () => Promise.resolve(null),
  add: () => Promise.resolve(null),
  replace: () => Promise.resolve(null),
  setLook: () => Promise.resolve(null),
  remove: () => Promise.resolve(null),
};

async function listOf(set: PointSet) {
  const app = makeApp('view=data&lang=en');
  const imports = createImports(store, vi.fn());
  const session = createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn());
  app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
  const { receipt } = smallImport();
  await imports.add({ set, receipt });
  const { container } = renderIn(app, <DataPanel />);
  const details = screen.getByText('List of rows').closest('details');
  if (details === null) throw new Error('no list');
  details.open = true;
  fireEvent(details, new Event('toggle'));
  await waitFor(() => expect(details.querySelector('ol')).not.toBeNull());
  return { imports, container, details, rows: () => within(details).queryAllByRole('listitem') };
}

describe('the rows of an imported set as a list', () => {
  it('names every row that passes the filter, with its precision', async () => {
    const { imports, rows, details } = await listOf(smallImport().set);
    expect(rows().map(words)).toEqual(['甲厂 Building or gate', '乙厂 Road, village or station', '丙厂 Town']);
    imports.refilter('import-1', { clusters: ['food'] });
    await waitFor(() => expect(rows().map(words)).toEqual(['乙厂 Road, village or station']));
    expect(words(within(details).getByRole('status'))).toBe('Rows 1 to 1 of 1');
  });

  it('opens a row, and the way back ends at that row', async () => {
    const { imports } = await listOf(smallImport().set);
    fireEvent.click(screen.getByRole('button', { name: '乙厂' }));
    expect(imports.chosen.value).toEqual({ setId: 'import-1', row: 1 });
    fireEvent.click(await screen.findByRole('button', { name: /Back to the list of data/ }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '乙厂' })));
  });

  it('turns pages through a large set and numbers its rows', async () => {
    const set = randomSet({ seed: 1, count: 120 });
    const { rows, details } = await listOf(set);
    const said = () => words(within(details).getByRole('status'));
    expect([rows().length, said()]).toEqual([50, 'Rows 1 to 50 of 120']);
    const [back, on] = ['Previous page', 'Next page'].map((name) => within(details).getByRole('button', { name }));
    if (back === undefined || on === undefined) throw new Error('no pages');
    expect(back).toHaveProperty('disabled', true);
    fireEvent.click(on);
    fireEvent.click(on);
    expect([rows().length, said()]).toEqual([20, 'Rows 101 to 120 of 120']);
    expect(details.querySelector('ol')?.getAttribute('start')).toBe('101');
    expect(on).toHaveProperty('disabled', true);
    fireEvent.click(back);
    expect(said()).toBe('Rows 51 to 100 of 120');
  });
});
