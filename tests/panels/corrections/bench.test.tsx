import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { locatingQueue } from '../../../src/analysis/locating-queue.ts';
import { deviceStore } from '../../../src/data/device/corrections-store.ts';
import type { Config } from '../../../src/domain/schema/config.ts';
import { sceneOf } from '../../../src/map/scene-of-state.ts';
import { makeApp, PlanDetail, renderIn, type TestApp, words } from '../../fixtures/app.tsx';
import { deviceOf } from '../../fixtures/corrections.ts';
import { choose, type } from '../../fixtures/forms.ts';

function bench(config: Partial<Config> = {}): TestApp {
  const device = deviceOf();
  const probe = makeApp();
  const app = makeApp('view=locate&lang=en', {
    store: deviceStore(() => device),
    base: { config: { ...probe.state.base.config, ...config } },
  });
  app.state.actions.setMapStatus('ready');
  renderIn(app, <PlanDetail />);
  return app;
}
const queueOf = ({ state }: TestApp) => locatingQueue(state.sites.value, state.base.districts).map(({ site }) => site);
/** What Enter in a field does. */
const enter = () => {
  const form = screen.getByLabelText(/^Paste a position/).closest('form');
  if (form === null) throw new Error('the form');
  fireEvent.submit(form);
};
/** A place in the district of the record, where it has one. */
function placeOf(app: TestApp, id: string): string {
  const site = app.state.siteById.value.get(id);
  const district = app.state.base.districts.features.find(({ properties }) =>
    site?.districts.length === 0 ? true : properties.id === site?.districts[0],
  );
  const [lng, lat] = district?.properties.label ?? [0, 0];
  return `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
}

describe('the locating bench', () => {
  it('goes from record to record: what is pasted is kept with its source, and Enter goes on', async () => {
    const app = bench();
    const [first, second, third] = queueOf(app);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three records');
    await screen.findByRole('heading', { name: first.nameEn });
    expect(words(screen.getByLabelText(/^Record 1 of/).closest('.bench-where'))).toContain(`1. ${first.nameEn}`);
    const gains = words(screen.getByRole('region', { name: first.nameEn }));
    expect(gains).toMatch(/not on the map yet|may be off by/);
    choose(/^Datum of/, 'wgs84');
    type(/^Paste a position/, placeOf(app, first.id));
    await waitFor(() => expect(app.state.corrections.draft.value).toMatchObject({ record: first.id, radiusM: 300 }));
    enter();
    expect(words(await screen.findByRole('alert'))).toContain('State the title of the source');
    type(/^Title of the source/, 'Site visit of May');
    enter();
    await screen.findByRole('heading', { name: second.nameEn });
    expect(app.state.corrections.list.value).toMatchObject([
      { record: first.id, field: 'location', newValue: { precision: 'street', radiusM: 300 } },
    ]);
    // The source, the datum and how sure it is stay; the place is the next one's.
    expect(screen.getByLabelText(/^Title of the source/)).toHaveProperty('value', 'Site visit of May');
    expect(screen.getByLabelText(/^Datum of/)).toHaveProperty('value', 'wgs84');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Paste a position/)));
    expect(screen.getByLabelText(/^Longitude/)).toHaveProperty('value', '');
    enter();
    await screen.findByRole('heading', { name: third.nameEn });
    expect(app.state.corrections.list.value).toHaveLength(1);
    expect(words(screen.getByText(/^1 settled now/))).toContain('My corrections');
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    await screen.findByRole('heading', { name: second.nameEn });
  });

  it('loses nothing that it could not read', async () => {
    const app = bench();
    const [first] = queueOf(app);
    await screen.findByRole('heading', { name: first?.nameEn ?? '' });
    choose(/^Datum of/, 'wgs84');
    type(/^Paste a position/, 'somewhere');
    type(/^Title of the source/, 'Notice');
    enter();
    expect(words(await screen.findByRole('alert'))).toContain('What is pasted is no position yet');
    expect(screen.getByRole('heading', { name: first?.nameEn ?? '' })).toBeTruthy();
  });

  it('takes a click on the map, shows before and after with the distance, and puts the focus where Enter goes on', async () => {
    const app = bench();
    const coarse = queueOf(app).find(({ location }) => location.position !== null);
    if (coarse === undefined) throw new Error('a coarse record');
    await screen.findByLabelText(/^Record 1 of/);
    choose(/^Record 1 of/, coarse.id);
    await screen.findByRole('heading', { name: coarse.nameEn });
    const [lng = 0, lat = 0] = coarse.location.position ?? [];
    await waitFor(() => expect(app.state.corrections.draft.value?.record).toBe(coarse.id));
    await act(() => app.state.corrections.setDraft({ record: coarse.id, position: [lng, lat + 0.01], radiusM: 300 }));
    await waitFor(() => expect(screen.getByLabelText(/^Latitude/)).toHaveProperty('value', String(lat + 0.01)));
    expect(screen.getByText('1.1 km from the point on record')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save and go on' }));
    await waitFor(() => expect(app.state.corrections.draft.value?.from?.words).toBe('1.1 km from the point on record'));
    const { sketches } = sceneOf(app.state, app.i18n.value, { top: 0, right: 0, bottom: 0, left: 0 }, true);
    expect(sketches).toMatchObject([
      {
        kind: 'arrow',
        places: [
          [lng, lat],
          [lng, lat + 0.01],
        ],
      },
    ]);
  });

  it('has names and addresses to copy, and the search pages of the configuration alone', async () => {
    const placeSearch = [
      { label: 'Maps', url: 'https://maps.example/search?q={q}' },
      { label: 'x', url: 'ftp://y' },
    ];
    const app = bench({ placeSearch });
    const [first] = queueOf(app);
    await screen.findByRole('heading', { name: first?.nameEn ?? '' });
    const record = within(screen.getByRole('region', { name: first?.nameEn ?? '' }));
    expect(record.getByRole('button', { name: `Copy: ${first?.nameZh}` })).toBeTruthy();
    const link = record.getByRole('link', { name: `Look up at Maps: ${first?.nameZh}` });
    expect(link.getAttribute('href')).toBe(`https://maps.example/search?q=${encodeURIComponent(first?.nameZh ?? '')}`);
    expect(screen.getByText(/^config\.json: placeSearch 2: url:/)).toBeTruthy();
  });

  it('says so when nothing is left', async () => {
    const app = makeApp();
    const done = app.state.base.sites.filter(({ precision }) => precision === 'exact');
    const none = makeApp('view=locate&lang=en', { base: { sites: done } });
    renderIn(none, <PlanDetail />);
    expect(await screen.findByText(/No record is left/)).toBeTruthy();
  });
});
