import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { deviceStore } from '../../../src/data/device/corrections-store.ts';
import { DEVICE_KEYS } from '../../../src/data/device/keys.ts';
import { patchOf, patchText, readPatch } from '../../../src/data/export/patch.ts';
import CorrectionsPanel from '../../../src/panels/corrections/corrections-panel.tsx';
import { StartPanel } from '../../../src/panels/frame/start-panel.tsx';
import { makeApp, renderIn, type TestApp, words } from '../../fixtures/app.tsx';
import { correct, deviceOf, moved } from '../../fixtures/corrections.ts';
import { watchFiles } from '../../fixtures/handed-out.ts';

const laboratory = (app: TestApp) => {
  const site = app.state.base.sites.find(({ id }) => id === 'jihua-laboratory');
  if (site === undefined) throw new Error('the laboratory is in the register');
  return site;
};

function shown(kept: Record<string, string> = {}): TestApp {
  const device = deviceOf(kept);
  const app = makeApp('view=corrections&lang=en', { store: deviceStore(() => device) });
  renderIn(app, <CorrectionsPanel />);
  return app;
}

function open(text: string): void {
  const input = screen.getByLabelText('Open a file');
  fireEvent.change(input, { target: { files: [new File([text], 'patch.json')] } });
}

describe('the list of corrections', () => {
  it('shows old and new, the source and how each stands, and withdraws one', async () => {
    const app = shown();
    const site = laboratory(app);
    app.correcting.add(moved(site));
    app.correcting.add(correct(site, 'status', { value: 'ended', date: '2026' }));
    const [entry] = await screen.findAllByRole('listitem');
    if (entry === undefined) throw new Error('two entries');
    expect(words(entry)).toContain(
      '113.23456, 22.99876 · Town · ± 6.5 km → 113.23180, 22.99650 · Building or gate · ± 30 m',
    );
    expect(words(entry)).toContain('现场公示牌');
    expect(words(entry)).toContain('Shown on the map and in the panels');
    fireEvent.click(
      within(entry).getByRole('button', { name: 'Withdraw: Jihua Laboratory, Position, precision and error' }),
    );
    expect(app.state.corrections.list.value.map(({ field }) => field)).toEqual(['status']);
    expect(app.state.siteById.value.get('jihua-laboratory')?.position).toEqual(site.position);
  });

  it('withdraws all only when asked twice', async () => {
    const app = shown();
    app.correcting.add(moved(laboratory(app)));
    fireEvent.click(await screen.findByRole('button', { name: 'Withdraw all' }));
    expect(app.state.corrections.list.value).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Yes, withdraw all 1' }));
    expect(await screen.findByText(/There is no correction yet/)).toBeTruthy();
  });

  it('names a conflict with what the register says now', () => {
    const probe = makeApp();
    const stale = correct(
      laboratory(probe),
      'status',
      { value: 'ended', date: '2026' },
      { oldValue: { value: 'planned', date: '2015' } },
    );
    shown({ [DEVICE_KEYS.corrections]: JSON.stringify({ schema: 1, corrections: [stale] }) });
    const entry = words(screen.getByRole('listitem'));
    expect(entry).toContain('Conflict: the register has changed; not applied');
    expect(entry).toContain('On record now: Operating · April 2023');
  });

  it('offers what could not be read, and forgets it when told to', async () => {
    const app = shown({ [DEVICE_KEYS.corrections]: '{"broken' });
    const files = watchFiles();
    fireEvent.click(screen.getByRole('button', { name: 'Export what could not be read' }));
    expect(await files[0]?.file.text()).toBe('{"broken');
    fireEvent.click(screen.getByRole('button', { name: 'Delete what could not be read' }));
    await waitFor(() => expect(screen.queryByText(/could not be read/)).toBeNull());
    expect(app.state.corrections.aside.value).toEqual([]);
  });
});

describe('the file', () => {
  it('goes out with the data version and comes back on another machine', async () => {
    const app = shown();
    const correction = moved(laboratory(app));
    app.correcting.add(correction);
    const files = watchFiles();
    fireEvent.click(await screen.findByRole('button', { name: 'Export as a file' }));
    const text = (await files[0]?.file.text()) ?? '';
    expect(readPatch(text, 'patch.json')).toMatchObject({
      dataVersion: app.state.base.version.data,
      corrections: [correction],
    });
    app.correcting.withdrawAll();
    open(text);
    expect(await screen.findByText('1 added, 0 known already, 0 not taken.')).toBeTruthy();
    expect(app.state.corrections.list.value).toEqual([correction]);
  });

  it('lists what conflicts and what breaks a rule, and overwrites nothing', async () => {
    const app = shown();
    const site = laboratory(app);
    app.correcting.add(moved(site));
    const stale = correct(
      site,
      'status',
      { value: 'ended', date: '2026' },
      { oldValue: { value: 'planned', date: '2015' } },
    );
    const undated = correct(site, 'status', { value: 'ended', date: null });
    open(patchText(patchOf([moved(site, [113.24, 23]), stale, undated], 'v', '2026-03-04')));
    expect(await screen.findByText('0 added, 0 known already, 3 not taken.')).toBeTruthy();
    expect(screen.getByText('This device has another correction of it')).toBeTruthy();
    expect(screen.getByText('The register differs from the old value in the file')).toBeTruthy();
    expect(screen.getByText('Against the rules of the register')).toBeTruthy();
    expect(app.state.corrections.list.value).toEqual([moved(site)]);
  });

  it('says why a file cannot be opened', async () => {
    const app = shown();
    open('{"format":"geojson"}');
    await waitFor(() => expect(app.state.notice.value).toContain('The file could not be opened: patch.json: format'));
    expect(app.state.corrections.list.value).toEqual([]);
  });
});

it('the start page leads here, with the number of corrections', () => {
  const app = makeApp('lang=en');
  app.correcting.add(moved(laboratory(app)));
  renderIn(app, <StartPanel />);
  fireEvent.click(screen.getByRole('button', { name: 'My corrections (1)' }));
  expect(app.state.view.value).toBe('corrections');
});
