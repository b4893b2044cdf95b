import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import type { Cell } from '../../../src/analysis/register-workbook/cells.ts';
import { compareWorkbook } from '../../../src/analysis/register-workbook/compare.ts';
import { layRegister } from '../../../src/analysis/register-workbook/layout.ts';
import { workbookOf } from '../../../src/data/export/workbook.ts';
import { readRegisterSheets } from '../../../src/data/import/register-sheets.ts';
import CorrectionsPanel from '../../../src/panels/corrections/corrections-panel.tsx';
import { EditingForm } from '../../../src/panels/corrections/workbook/export-form.tsx';
import { search, withCorrectedNames } from '../../../src/state/search.ts';
import { makeApp, renderIn, type TestApp, words } from '../../fixtures/app.tsx';
import { watchFiles } from '../../fixtures/handed-out.ts';

const lab = 'jihua-laboratory';

/** The register of the tests with some cells edited, as a file. */
function edited(
  app: TestApp,
  edits: Readonly<Record<string, Readonly<Record<string, Cell>>>>,
  added: Readonly<Record<string, Cell>> | null = null,
): File {
  const { records } = layRegister(app.state.sites.peek(), app.state.base.version.data, (key) => key);
  const at = (key: string) => records.columns.findIndex((column) => column.key === key);
  const rows = records.rows.map((row) => [...row]);
  for (const [id, cells] of Object.entries(edits)) {
    const row = rows.find(([first]) => first === id);
    for (const [key, cell] of Object.entries(cells)) if (row !== undefined) row[at(key)] = cell;
  }
  if (added !== null) {
    const row: Cell[] = records.columns.map(() => null);
    for (const [key, cell] of Object.entries(added)) row[at(key)] = cell;
    rows.push(row);
  }
  return new File(
    [workbookOf([{ name: '记录', rows: [records.headings, ...rows], columns: [], headed: true }])],
    'edited.xlsx',
  );
}

function shown(): TestApp {
  const app = makeApp('view=corrections&lang=en');
  renderIn(app, <CorrectionsPanel />);
  return app;
}

function open(file: File): void {
  fireEvent.change(screen.getByLabelText('Open a file'), { target: { files: [file] } });
}

const NEW = {
  nameZh: '新园区',
  nameEn: 'New Park',
  industryCluster: 'Food and beverages',
  kind: 'park',
  extent: 'area',
  districts: 'nanhai',
  lng: 113.1488,
  lat: 23.04,
  datum: 'wgs84',
  precision: 'street',
  radiusM: 300,
  'source.names': '开园报道 | https://example.org/open',
};

it('lists what would change, takes what is accepted, and leaves the rest', async () => {
  const app = shown();
  open(
    edited(
      app,
      { [lab]: { lng: 113.2321, nameEn: 'Ji Hua Laboratory', focusZh: null, focusEn: null, kind: 'castle' } },
      NEW,
    ),
  );
  const view = await screen.findByRole('region', { name: 'Edited register: edited.xlsx' });
  expect(words(view)).toContain('1 new, 2 changed, 1 emptied, 0 in conflict, 1 refused; 25 rows unchanged.');
  expect(words(view)).toMatch(/Jihua Laboratory · Name \(English\)\s*Jihua Laboratory → Ji Hua Laboratory/);
  expect(words(view)).toMatch(/moves \d/);
  expect(words(view)).toContain('“castle” is none of the values allowed');
  expect(words(view)).toContain('3 without a source are not taken');
  // Only the new record names a source.
  fireEvent.click(within(view).getByRole('button', { name: 'Accept all (1)' }));
  await waitFor(() => expect(app.state.siteById.value.has('new-park')).toBe(true));
  expect(app.state.siteById.value.get('new-park')).toMatchObject({ nameZh: '新园区', radiusM: 300 });
  expect(words(view)).toContain('1 change joined your corrections.');
  // It can be opened and linked to like any other.
  app.state.actions.restore({ ...app.state.address.peek(), selections: [{ entity: 'site', id: 'new-park' }] });
  expect(app.state.selection.value).toEqual({ entity: 'site', id: 'new-park' });
  const index = { entries: [], variants: {} };
  const [hit] = search(withCorrectedNames(index, app.state.sites.value), '新园');
  expect(hit?.entry).toMatchObject({ entity: 'site', id: 'new-park', en: ['New Park'] });
  app.state.actions.selectSite('no-such-park');
  expect(app.state.selection.value).toBeNull();
  app.state.actions.openView('corrections');

  fireEvent.click(within(view).getByText('One source for all that has none'));
  fireEvent.input(within(view).getByLabelText('Title of the source (required)'), { target: { value: '现场公示牌' } });
  fireEvent.click(await within(view).findByRole('button', { name: 'Accept all (2)' }));
  await waitFor(() => expect(app.state.corrections.list.value.length).toBe(3));
  expect(app.state.corrections.list.value.map(({ field }) => field)).toEqual(['record', 'nameEn', 'location']);
  expect(app.state.corrections.list.value[1]?.source).toEqual({ title: '现场公示牌', kind: 'web' });
  // What was emptied waits for a tick of its own.
  const emptied = within(view).getByRole('checkbox', { name: 'Take: Jihua Laboratory, Focus' });
  fireEvent.click(emptied);
  fireEvent.click(within(view).getByRole('button', { name: 'Accept the 1 ticked' }));
  await waitFor(() => expect(app.state.siteById.value.get(lab)?.focus).toBeNull());
  expect(words(view)).toContain('There is no change to take.');
  fireEvent.click(within(view).getByRole('button', { name: 'Close the file' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: /Edited register/ })).toBeNull());
});

it('takes a milestone as the form of the page makes it, and one that the user had added in its place', async () => {
  const app = shown();
  const milestones = (date: string, id: string | null) => {
    const laid = layRegister(app.state.sites.peek(), app.state.base.version.data, (key) => key).milestones;
    const cells: Readonly<Record<string, Cell>> = {
      ...{ milestone: id, site: 'battery-project', event: 'In operation', date },
      'source.milestone': '投产报道 | https://example.org/open',
    };
    const row = laid.columns.map(({ key }) => cells[key] ?? null);
    const rows = [laid.headings, ...laid.rows.filter(([first]) => first !== id), row];
    return new File([workbookOf([{ name: '经过', rows, columns: [], headed: true }])], 'edited.xlsx');
  };
  open(milestones('2020-04', null));
  const view = await screen.findByRole('region', { name: 'Edited register: edited.xlsx' });
  expect(words(view)).toContain('1 new, 0 changed');
  expect(words(view)).toContain('not on record → In operation · April 2020');
  fireEvent.click(within(view).getByRole('button', { name: 'Accept all (1)' }));
  await waitFor(() =>
    expect(app.state.siteById.value.get('battery-project')).toMatchObject({
      status: 'operating',
      statusDate: '2020-04',
    }),
  );

  const [own] = app.state.corrections.list.value;
  open(milestones('2020-05', `battery-project ${own?.field}`));
  await waitFor(() => expect(words(document.body)).toContain('In operation · May 2020'));
  fireEvent.click(screen.getByRole('button', { name: 'Accept all (1)' }));
  await waitFor(() => expect(app.state.corrections.list.value[0]).not.toBe(own));
  expect(app.state.corrections.list.value).toMatchObject([
    {
      oldValue: { milestone: null },
      newValue: { milestone: { event: 'operating', date: '2020-05' } },
      source: { title: '投产报道' },
    },
  ]);
});

it('looks at a new position on the map before it is taken', async () => {
  const app = shown();
  open(edited(app, { [lab]: { lng: 113.2321 } }));
  fireEvent.click(await screen.findByRole('button', { name: /Show on the map: Jihua Laboratory/ }));
  expect(app.state.corrections.draft.value).toMatchObject({ record: lab, isPreview: true });
  const [[west, , east] = []] = vi.mocked(app.port.fitBox).mock.lastCall ?? [];
  expect([west, east]).toEqual([expect.closeTo(113.2221), expect.closeTo(113.24456)]);
  expect(app.state.corrections.list.value).toEqual([]);
});

it('says what is wrong with a file that is no register, and changes nothing', async () => {
  const app = shown();
  open(new File(['名称,经度\n甲,113\n'], 'other.csv'));
  expect(words(await screen.findByRole('alert'))).toContain('No sheet of it is the register');
  fireEvent.click(screen.getByRole('button', { name: 'Close the file' }));
  open(new File([new Uint8Array([0x50, 0x4b, 3, 4, 1, 2])], 'broken.xlsx'));
  expect(words(await screen.findByRole('alert'))).toContain('broken.xlsx was not opened');
  expect(app.state.corrections.list.value).toEqual([]);
});

it('hands out a workbook that comes back unchanged, with a guide', async () => {
  const app = makeApp('view=export&lang=en');
  const files = watchFiles();
  renderIn(app, <EditingForm />);
  fireEvent.click(screen.getByRole('button', { name: 'Export for editing (XLSX)' }));
  await waitFor(() => expect(files).toHaveLength(1));
  const blob = files[0]?.file ?? new Blob();
  const sheets = await readRegisterSheets(new File([blob], 'register.xlsx'));
  expect(sheets.map(({ name }) => name)).toEqual(['Records', 'Facts', 'What happened', 'Outline', 'Guide']);
  const guide = sheets[4]?.rows.map(({ cells }) => cells.join(' ')).join('\n') ?? '';
  expect(guide).toContain('under-construction = Under construction');
  const outlines = sheets[3]?.rows.map(({ cells }) => cells.join(' ')) ?? [];
  const areas = app.state.sites.value.filter(({ extent, outline }) => extent === 'area' || outline !== undefined);
  expect(outlines).toHaveLength(1 + areas.length);
  for (const { id, outline } of areas)
    expect(outlines.some((row) => row.includes(`geo/register/outlines/${id}.geojson`))).toBe(outline !== undefined);
  expect(guide).toContain('topped-out = Topped out');
  expect(guide).toContain('Nine-digit codes of towns, or their names.');
  const { proposals, refused } = compareWorkbook(sheets, {
    sites: app.state.sites.value,
    recordOf: (id) => app.correcting.recordOf(id),
    districts: app.state.base.districts,
    towns: new Set(),
    toWgs84: vi.fn(),
    codeOf: () => () => undefined,
    made: '2026-03-04',
    dataVersion: app.state.base.version.data,
  });
  expect([proposals, refused]).toEqual([[], []]);
});
