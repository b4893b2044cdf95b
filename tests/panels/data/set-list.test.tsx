import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { PointSet } from '../../../src/domain/point-set.ts';
import { DISTRICT_IDS } from '../../../src/domain/vocabulary.ts';
import DataPanel from '../../../src/panels/data/data-panel.tsx';
import { createImportSession } from '../../../src/state/imports/import-session.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { keptSources } from '../../../src/state/imports/remote-sets.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';
import { NO_STORE, smallImport } from '../../fixtures/imported.ts';
import { randomSet } from '../../fixtures/random-set.ts';

async function listOf(set: PointSet) {
  const app = makeApp('view=data&lang=en');
  const imports = createImports(NO_STORE, vi.fn());
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

  it('says of a joined row that it stands at its site, how surely, and of one without a place that it has none', async () => {
    const { set } = smallImport();
    const positions = Float64Array.of(113.2318, 22.9965, 113.2, 22.9, Number.NaN, Number.NaN);
    const joined: PointSet = {
      ...set,
      positions,
      radiusM: Float32Array.of(6500, 50, Number.POSITIVE_INFINITY),
      sites: { ids: ['jihua-laboratory', 'zhimeng-textile-town'], codes: Uint32Array.of(1, 0, 2) },
    };
    const { rows, imports } = await listOf(joined);
    expect(rows().map(words)).toEqual([
      '甲厂 Building or gate · at the position of the site, ± 6.5 km',
      '乙厂 Road, village or station',
      '丙厂 Town · The site has no known place, so the row has none.',
    ]);
    imports.choose({ setId: 'import-1', row: 0 });
    expect(words(await screen.findByRole('article', { name: '甲厂' }))).toContain(
      'Site of the registerJihua Laboratoryat the position of the site, ± 6.5 km',
    );
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

describe('rows outside the district that they state', () => {
  async function listed() {
    const app = makeApp('view=data&lang=en');
    const imports = createImports(NO_STORE, vi.fn());
    const session = createImportSession(() => Promise.reject(new Error('no file is read here')), vi.fn());
    app.state.provide({ imports: { ...imports, session, kept: keptSources(() => localStorage) } });
    const { set, receipt } = smallImport();
    const outsideStated = {
      rows: Uint32Array.of(0, 1),
      liesIn: Uint8Array.of(DISTRICT_IDS.indexOf('nanhai'), 255),
      metres: Float32Array.of(4.2, 3210),
    };
    await imports.add({ set, receipt: { ...receipt, outsideStated } });
    renderIn(app, <DataPanel />);
    return { imports, fitBox: vi.mocked(app.port.fitBox) };
  }

  it('are a list that says what the file says, where the point lies and how far off; a row opens on the map', async () => {
    const { imports, fitBox } = await listed();
    fireEvent.click(
      screen.getByRole('button', { name: 'List the 2 rows whose place and statement disagree', hidden: true }),
    );
    const title = await screen.findByText('Rows whose place and stated district disagree (2)');
    await waitFor(() => expect(document.activeElement).toBe(title));
    const details = title.closest('details');
    if (details === null) throw new Error('no list');
    expect(within(details).getAllByRole('listitem').map(words)).toEqual([
      '甲厂 the file says Chancheng, place: Nanhai · 5 m from Chancheng',
      '乙厂 the file says Shunde, place: Outside Foshan · 3.2 km from Shunde',
    ]);
    fireEvent.click(within(details).getByRole('button', { name: '乙厂' }));
    expect(imports.chosen.value).toEqual({ setId: 'import-1', row: 1 });
    const [west, south, east, north] = fitBox.mock.calls[0]?.[0] ?? [0, 0, 0, 0];
    expect([(west + east) / 2, (south + north) / 2].map((each) => each.toFixed(4))).toEqual(['113.2000', '22.9000']);
    fireEvent.click(await screen.findByRole('button', { name: /Back to the list of data/ }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '乙厂' })));
  });
});
