import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { deviceStore } from '../../../src/data/device/corrections-store.ts';
import { patchOf, patchText } from '../../../src/data/export/patch.ts';
import { makeApp, PlanDetail, renderIn, type TestApp, words } from '../../fixtures/app.tsx';
import { correct, deviceOf } from '../../fixtures/corrections.ts';
import { choose, type } from '../../fixtures/forms.ts';

function shown(hash: string): TestApp {
  const device = deviceOf();
  const app = makeApp(`${hash}&lang=en`, { store: deviceStore(() => device) });
  app.state.actions.setMapStatus('ready');
  renderIn(app, <PlanDetail />);
  return app;
}

async function correcting(field: string): Promise<TestApp> {
  const app = shown('site=jihua-laboratory');
  fireEvent.click(await screen.findByRole('button', { name: 'Correct this record' }));
  await screen.findByRole('heading', { name: /^Correct:/ });
  choose(/^What to correct/, field);
  return app;
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const list = (app: TestApp) => app.state.corrections.list.value;
const laboratory = (app: TestApp) => {
  const site = app.state.corrections.registerById.get('jihua-laboratory');
  if (site === undefined) throw new Error('the laboratory is in the register');
  return site;
};

describe('correcting a field of its own', () => {
  it('changes a text, a text in both languages, a list, a choice and several', async () => {
    const app = await correcting('nameEn');
    const save = async () => {
      type(/^Title of the source/, 'A notice');
      press('Save the correction');
      await screen.findByRole('heading', { level: 2, name: /Laboratory|Lab/ });
    };
    const next = async (field: string) => {
      app.state.corrections.edit('jihua-laboratory', field === 'kind' ? 'kind' : 'nameEn');
      await screen.findByRole('heading', { name: /^Correct:/ });
      choose(/^What to correct/, field);
    };
    expect(screen.getByLabelText(/^Name \(English\)/)).toHaveProperty('value', 'Jihua Laboratory');
    type(/^Name \(English\)/, 'Ji Hua Laboratory');
    await save();
    await next('address');
    type(/^Address · Chinese/, '新地址1号');
    type(/^Address · English/, '1 New Road');
    await save();
    await next('aliases');
    type(/^Also called/, '实验室一\n\n 实验室二 ');
    await save();
    await next('industryCluster');
    choose(/^Cluster$/, 'materials');
    await save();
    await next('towns');
    const boxes = screen.getAllByRole('checkbox');
    expect(boxes.length).toBeGreaterThan(3);
    const off = boxes.find((box) => box instanceof HTMLInputElement && !box.checked);
    if (off === undefined) throw new Error('a town of the district that is not stated');
    fireEvent.click(off);
    await save();
    expect(list(app).map(({ field, newValue }) => [field, newValue])).toEqual([
      ['nameEn', { attribute: 'Ji Hua Laboratory' }],
      ['address', { attribute: { zh: '新地址1号', en: '1 New Road' } }],
      ['aliases', { attribute: ['实验室一', '实验室二'] }],
      ['industryCluster', { attribute: 'materials' }],
      ['towns', { attribute: [...laboratory(app).towns, expect.stringMatching(/^440605/)] }],
    ]);
    expect(screen.getAllByText('Corrected').length).toBeGreaterThan(2);
  });

  it('refuses a name that another record has, and half a bilingual text', async () => {
    const app = await correcting('nameEn');
    const other = app.state.sites.value.find(({ id }) => id !== 'jihua-laboratory');
    type(/^Name \(English\)/, other?.nameEn ?? '');
    type(/^Title of the source/, 'A notice');
    press('Save the correction');
    expect(words(await screen.findByRole('alert'))).toContain(`This is a name of another record: ${other?.nameEn}`);
    choose(/^What to correct/, 'focus');
    type(/^Focus · Chinese/, '只有中文');
    type(/^Focus · English/, '');
    type(/^Title of the source/, 'A notice');
    press('Save the correction');
    await waitFor(() => expect(words(screen.getByRole('alert'))).toContain('Both the Chinese and the English'));
    expect(list(app)).toEqual([]);
  });
});

describe('a draft', () => {
  it('is kept without a source, marked wherever it shows, and first in the list until it has one', async () => {
    const app = await correcting('nameEn');
    type(/^Name \(English\)/, 'Ji Hua Laboratory');
    press('Keep as a draft, without a source');
    await screen.findByRole('heading', { name: 'Ji Hua Laboratory' });
    expect(list(app)).toMatchObject([{ field: 'nameEn', source: null }]);
    expect(screen.getAllByText('Draft, no source').length).toBeGreaterThan(0);
    await act(() => app.state.actions.openView('corrections'));
    expect(words(await screen.findByText(/1 is a draft without a source/))).toBeTruthy();
    expect(screen.getByText('Draft: no source stated yet')).toBeTruthy();
    press('State the source');
    await screen.findByRole('heading', { name: /^Correct:/ });
    type(/^Title of the source/, 'A notice');
    press('Save the correction');
    await screen.findByRole('heading', { name: 'Ji Hua Laboratory' });
    expect(list(app)).toMatchObject([{ field: 'nameEn', source: { title: 'A notice' } }]);
  });
});

describe('adding a record', () => {
  it('asks for what a record must say, in words, and shows it at once', async () => {
    const app = shown('view=corrections');
    press('Add a record');
    const heading = await screen.findByRole('heading', { name: 'Add a record' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    press('Add this record');
    const alert = words(await screen.findByRole('alert'));
    for (const part of ['Name (Chinese): A name must', 'Cluster: Choose one', 'Source: State the title'])
      expect(alert).toContain(part);
    type(/^Name \(Chinese\)/, '新园区');
    type(/^Name \(English\)/, 'New Park (East)');
    choose(/^Cluster$/, 'food');
    choose(/^Kind$/, 'park');
    expect(screen.getByLabelText(/^Extent/)).toHaveProperty('value', 'area');
    choose(/^Datum of/, 'gcj02');
    type(/^Paste a position/, '113.1541, 23.0374');
    // The point says which district it lies in.
    expect(screen.getByRole('checkbox', { name: 'Nanhai' })).toHaveProperty('checked', true);
    expect(words(screen.getByText(/^In WGS-84/))).toContain('113.148');
    expect(screen.getByLabelText(/^How sure/)).toHaveProperty('value', 'street');
    type(/^Title of the source/, 'A notice');
    press('Add this record');
    await screen.findByRole('heading', { level: 2, name: 'New Park (East)' });
    expect(list(app)).toMatchObject([
      {
        record: 'new-park-east',
        field: 'record',
        newValue: {
          added: {
            districts: ['nanhai'],
            extent: 'area',
            status: { value: 'unknown', date: null },
            location: { precision: 'street', radiusM: 300 },
          },
        },
      },
    ]);
    expect(app.state.siteById.value.get('new-park-east')?.position).not.toBeNull();
    // What was added is corrected like any other.
    press('Correct this record');
    await screen.findByRole('heading', { name: /^Correct:/ });
    choose(/^What to correct/, 'nameEn');
    type(/^Name \(English\)/, 'New Park');
    type(/^Title of the source/, 'Another notice');
    press('Save the correction');
    await screen.findByRole('heading', { level: 2, name: 'New Park' });
  });

  it('names a name that is taken, and a point of another district', async () => {
    const app = shown('view=corrections');
    press('Add a record');
    await screen.findByRole('heading', { name: 'Add a record' });
    type(/^Name \(Chinese\)/, '季华实验室');
    type(/^Name \(English\)/, 'Another Laboratory');
    choose(/^Cluster$/, 'food');
    choose(/^Kind$/, 'laboratory');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Nanhai' }));
    type(/^Longitude/, '113.25');
    type(/^Latitude/, '22.8');
    press('Keep as a draft, without a source');
    const alert = words(await screen.findByRole('alert'));
    expect(alert).toContain('季华实验室 · jihua-laboratory');
    expect(alert).toContain('not in the district on record');
    expect(list(app)).toEqual([]);
  });
});

describe('a record that gives its place to another', () => {
  it('is a correction of the survivor, to which links to it lead from then on', async () => {
    const app = await correcting('former:jihua-laboratory');
    expect(words(document.body)).toMatch(/This record has \d+ facts/);
    type(/^Title of the source/, 'A notice');
    press('Save the correction');
    expect(words(await screen.findByRole('alert'))).toContain('Choose one');
    choose(/^The record that stays/, 'robot-valley');
    choose(/^Why/, 'superseded');
    press('Save the correction');
    await screen.findByText('jihua-laboratory', { selector: 'code' });
    expect(list(app)).toMatchObject([
      { record: 'robot-valley', field: 'former:jihua-laboratory', newValue: { former: 'superseded' } },
    ]);
    expect(app.state.selectedSite.value?.id).toBe('robot-valley');
    await act(() => app.state.actions.selectSite('jihua-laboratory'));
    expect(app.state.selectedSite.value?.id).toBe('robot-valley');
    expect(app.state.sites.value.some(({ id }) => id === 'jihua-laboratory')).toBe(false);
  });
});

describe('a register that has moved on', () => {
  it('is said first in the list, and beside every way to it', async () => {
    const app = shown('view=corrections');
    const stale = { oldValue: { attribute: 'As it was' } };
    await act(() =>
      app.correcting.add(
        correct(laboratory(app), 'status', { value: 'ended', date: '2026' }),
        correct(laboratory(app), 'nameEn', { attribute: 'Mine' }, stale),
      ),
    );
    await screen.findByText(/1 correction is in conflict: the register has changed since/);
    const [first] = screen.getAllByRole('listitem');
    expect(words(first ?? null)).toContain('On record now: Jihua Laboratory');
    fireEvent.click(screen.getByRole('button', { name: 'Correct what is on record now' }));
    await screen.findByRole('heading', { name: /^Correct:/ });
    expect(screen.getByLabelText(/^Name \(English\)/)).toHaveProperty('value', 'Mine');
    fireEvent.click(screen.getAllByRole('button', { name: 'Cancel' })[0] ?? document.body);
    expect(await screen.findByRole('button', { name: 'My corrections (2) 1 in conflict' })).toBeTruthy();
    await act(() => app.state.corrections.edit('jihua-laboratory', 'nameEn'));
    await screen.findByRole('heading', { name: /^Correct:/ });
    press('Save the correction');
    await screen.findByRole('heading', { name: 'Mine' });
    expect(list(app).map(({ field, oldValue }) => [field, oldValue])).toContainEqual([
      'nameEn',
      { attribute: 'Jihua Laboratory' },
    ]);
  });
});

describe('a file against the user’s own corrections', () => {
  it('lists both values, and takes the other’s only when told to', async () => {
    const app = shown('view=corrections');
    const mine = correct(laboratory(app), 'nameEn', { attribute: 'Mine' });
    await act(() => app.correcting.add(mine));
    const theirs = correct(laboratory(app), 'nameEn', { attribute: 'Theirs' });
    const text = patchText(patchOf([theirs], 'x', '2026-03-04'));
    const input = await screen.findByLabelText('Open a file');
    fireEvent.change(input, { target: { files: [new File([text], 'patch.json')] } });
    await screen.findByText(/0 added, 0 known already, 1 not taken/);
    const report = within(screen.getByRole('status'));
    expect(report.getByText('Your own correction: Mine')).toBeTruthy();
    expect(app.state.siteById.value.get('jihua-laboratory')?.nameEn).toBe('Mine');
    press('Take the one of the file instead');
    await screen.findByText(/1 added, 0 known already, 0 not taken/);
    expect(list(app)).toEqual([theirs]);
  });
});
