import { signal } from '@preact/signals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { deviceStore } from '../../../src/data/device/corrections-store.ts';
import { makeApp, PlanDetail, renderIn, type TestApp, words } from '../../fixtures/app.tsx';
import { deviceOf, moved } from '../../fixtures/corrections.ts';
import { choose, type } from '../../fixtures/forms.ts';

async function opened(hash: string, room?: number): Promise<TestApp> {
  const device = deviceOf({}, room);
  const app = makeApp(`${hash}&lang=en`, { store: deviceStore(() => device) });
  app.state.actions.setMapStatus('ready');
  renderIn(app, <PlanDetail />);
  fireEvent.click(await screen.findByRole('button', { name: 'Correct this record' }));
  await screen.findByRole('heading', { name: /^Correct:/ });
  return app;
}

const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save the correction' }));

describe('correcting a position', () => {
  it('starts at the register’s point, follows the map, and shows the correction beside what it replaces', async () => {
    const app = await opened('site=jihua-laboratory');
    const { corrections } = app.state;
    expect(screen.getByLabelText(/^Longitude/)).toHaveProperty('value', '113.23456');
    const start = { record: 'jihua-laboratory', position: [113.23456, 22.99876], radiusM: 6500 };
    await waitFor(() => expect(corrections.draft.value).toEqual(start));

    await act(() => {
      corrections.setDraft({ record: 'jihua-laboratory', position: [113.2318, 22.9965], radiusM: 6500 });
    });
    await waitFor(() => expect(screen.getByLabelText(/^Latitude/)).toHaveProperty('value', '22.9965'));
    choose(/^How sure/, 'exact');
    type(/^Error radius/, '30');
    await waitFor(() => expect(corrections.draft.value?.radiusM).toBe(30));
    type(/^Title of the source/, 'Sign at the gate');
    expect(screen.getByText(/the register will not take it/)).toBeTruthy();
    type(/^Web address/, 'https://example.org/sign');
    expect(screen.queryByText(/the register will not take it/)).toBeNull();
    save();

    await screen.findByRole('heading', { name: 'Jihua Laboratory' });
    expect(corrections.list.value).toMatchObject([
      { field: 'location', newValue: { position: [113.2318, 22.9965], precision: 'exact', radiusM: 30 } },
    ]);
    expect(corrections.draft.value).toBeNull();
    expect(screen.getAllByText('Corrected').length).toBeGreaterThan(0);
    // What is read after the head of the panel comes a frame later.
    const struck = await screen.findByText('113.23456, 22.99876 · Town · ± 6.5 km');
    expect(struck.tagName).toBe('DEL');
    const block = words(struck.closest('.corrected'));
    expect(block).toContain('Source of the correction: Sign at the gate');
    expect(block).toContain('样例指南：实验室');
    expect(screen.getByRole('button', { name: 'My corrections (1)' })).toBeTruthy();
  });

  it('says all that is wrong, keeps the form, and takes the focus there', async () => {
    const app = await opened('site=jihua-laboratory');
    type(/^Longitude/, '112.9');
    type(/^Latitude/, '22.8');
    type(/^Title of the source/, 'Sign');
    save();
    const alert = await screen.findByRole('alert');
    expect(words(alert)).toBe(
      'This point is not in the district on record (Nanhai). If it comes from AMap or Baidu, it may not have been converted.',
    );
    await waitFor(() => expect(document.activeElement).toBe(alert));
    expect(screen.getByLabelText(/^Longitude/).getAttribute('aria-invalid')).toBe('true');
    expect(app.state.corrections.list.value).toEqual([]);
  });

  it('needs a source', async () => {
    const app = await opened('site=jihua-laboratory');
    type(/^Error radius/, '30');
    save();
    expect(words(await screen.findByRole('alert'))).toBe('State the title of the source.');
    expect(app.state.corrections.list.value).toEqual([]);
  });

  it('takes a pair pasted into one input', async () => {
    await opened('site=jihua-laboratory');
    type(/^Longitude/, '113.2318, 22.9965');
    expect(screen.getByLabelText(/^Latitude/)).toHaveProperty('value', '22.9965');
  });

  it('is left by Escape without closing the record', async () => {
    const app = await opened('site=jihua-laboratory');
    const key = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    await act(() => void screen.getByLabelText(/^Longitude/).dispatchEvent(key));
    expect(key.defaultPrevented).toBe(true);
    await screen.findByRole('heading', { name: 'Jihua Laboratory' });
    expect(app.state.corrections.draft.value).toBeNull();
  });

  it('says so where the device keeps nothing', async () => {
    const app = await opened('site=jihua-laboratory', 5);
    type(/^Error radius/, '30');
    type(/^Title of the source/, 'Sign');
    save();
    await screen.findByRole('heading', { name: 'Jihua Laboratory' });
    expect(app.state.notice.value).toContain('does not allow keeping data, or is full');
    expect(app.state.corrections.list.value).toHaveLength(1);
  });

  it('asks for typing where there is no map', async () => {
    const app = makeApp('site=jihua-laboratory&lang=en');
    app.state.actions.setMapStatus('failed');
    app.state.corrections.edit('jihua-laboratory', 'location');
    renderIn({ ...app, map: signal(null) }, <PlanDetail />);
    expect(await screen.findByText(/There is no map here/)).toBeTruthy();
  });
});

describe('correcting other fields', () => {
  it('changes a status with its date', async () => {
    const app = await opened('site=jihua-laboratory');
    choose(/^What to correct/, 'status');
    await screen.findByLabelText('Status');
    choose(/^Status$/, 'suspended');
    type(/^Date$/, '2026-02');
    type(/^Title of the source/, 'Notice');
    save();
    await screen.findByRole('heading', { name: 'Jihua Laboratory' });
    expect(app.state.selectedSite.value).toMatchObject({ status: 'suspended', statusDate: '2026-02' });
    expect(screen.getByText('Operating · April 2023').tagName).toBe('DEL');
  });

  it('changes one of two facts of a key, from the fact itself', async () => {
    const app = makeApp('site=jihua-laboratory&lang=en');
    renderIn(app, <PlanDetail />);
    const facts = (await screen.findAllByText('Construction start, phase II'))[0]?.closest('div');
    const second = [...(facts?.querySelectorAll('dd') ?? [])][1];
    if (second === undefined) throw new Error('two statements stand side by side');
    fireEvent.click(within(second).getByRole('button', { name: 'Correct' }));
    await screen.findByRole('heading', { name: /^Correct:/ });
    expect(screen.getByLabelText(/^English/)).toHaveProperty('value', 'Second half of 2019');
    type(/^Chinese/, '2020年春');
    type(/^English/, 'Spring 2020');
    type(/printed/i, '2020年春');
    type(/^Title of the source/, 'Notice');
    save();
    await screen.findByRole('heading', { name: 'Jihua Laboratory' });
    expect(app.state.corrections.list.value).toMatchObject([{ field: 'fact:construction-start-phase-2#1' }]);
    expect(screen.getByText('Spring 2020')).toBeTruthy();
    expect(screen.getAllByText('23 April 2020').length).toBeGreaterThan(0);
  });

  it('opens again with what was corrected', async () => {
    const app = makeApp('site=jihua-laboratory&lang=en');
    const site = app.state.selectedSite.value;
    if (site === null) throw new Error('selected');
    app.correcting.add(moved(site));
    app.state.corrections.edit(site.id, 'location');
    renderIn(app, <PlanDetail />);
    expect(await screen.findByLabelText(/^Longitude/)).toHaveProperty('value', '113.2318');
    expect(screen.getByLabelText(/^Title of the source/)).toHaveProperty('value', '现场公示牌');
    expect(screen.getByText(/^On record: 113.23456/)).toBeTruthy();
  });
});

describe('correcting an outline', () => {
  const SQUARE: [number, number][] = [
    [113.2, 22.905],
    [113.21, 22.905],
    [113.21, 22.915],
    [113.2, 22.915],
    [113.2, 22.905],
  ];

  it('takes what is drawn on the map, with its day and its source, and shows it as the site’s own', async () => {
    const app = await opened('site=robot-valley');
    const { corrections, plan } = app.state;
    choose(/^What to correct/, 'outline');
    fireEvent.click(await screen.findByRole('button', { name: 'Draw on the map' }));
    expect(plan.drawing.value).toBe('outline');
    await act(() => {
      corrections.setSketch({ record: 'robot-valley', outline: [[SQUARE]] });
      plan.stopDrawing();
    });
    await screen.findByText(/New outline: 4 corners, 1\.14 km²/);
    type(/^Outline as of/, '2025-03');
    save();
    expect(words(await screen.findByRole('alert'))).toContain('title');
    type(/^Title of the source/, 'A notice');
    save();
    await screen.findByText('Area of the outline');
    expect(corrections.list.value).toMatchObject([
      { field: 'outline', oldValue: { digest: null, date: null }, newValue: { outline: [[SQUARE]], date: '2025-03' } },
    ]);
    expect(corrections.sketch.value).toBeNull();
    expect(words(document.body)).toContain('1.136 km² (on the ellipsoid)');
    expect(words(document.body)).toContain('A notice');
  });

  it('is refused where it cannot be, and the reason is said', async () => {
    const app = await opened('site=robot-valley');
    choose(/^What to correct/, 'outline');
    await screen.findByRole('button', { name: 'Draw on the map' });
    type(/^Title of the source/, 'A notice');
    save();
    expect(words(await screen.findByRole('alert'))).toContain('Draw, paste or import an outline.');
    await act(() => {
      app.state.corrections.setSketch({
        record: 'robot-valley',
        outline: [[SQUARE.map(([x, y]): [number, number] => [x, y + 0.25])]],
      });
    });
    save();
    await waitFor(() => expect(words(screen.getByRole('alert'))).toContain('touches none of the districts on record'));
    expect(app.state.corrections.list.value).toEqual([]);
  });

  it('takes the register’s outline away', async () => {
    const app = await opened('site=automation-park');
    choose(/^What to correct/, 'outline');
    expect(words(await screen.findByText(/^On record/))).toContain('an outline of June 2024');
    fireEvent.click(await screen.findByRole('button', { name: 'Take away the outline on record' }));
    type(/^Title of the source/, 'A notice');
    save();
    await waitFor(() => expect(app.state.corrections.list.value).toHaveLength(1));
    expect(app.state.siteById.value.get('automation-park')?.outline).toBeUndefined();
    expect(screen.queryByText('Area of the outline')).toBeNull();
  });
});
