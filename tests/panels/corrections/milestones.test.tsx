import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { deviceStore } from '../../../src/data/device/corrections-store.ts';
import { makeApp, PlanDetail, renderIn, words } from '../../fixtures/app.tsx';
import { deviceOf } from '../../fixtures/corrections.ts';
import { choose, type } from '../../fixtures/forms.ts';

async function opened(id: string) {
  const app = makeApp(`site=${id}&lang=en`, { store: deviceStore(() => deviceOf()) });
  app.state.actions.setMapStatus('ready');
  renderIn(app, <PlanDetail />);
  await screen.findByText('At the end of each year');
  return app;
}

describe('what happened to a site', () => {
  it('stands in the order of time, the plan beside what came, with the months between', async () => {
    await opened('car-works');
    const lines = [...document.querySelectorAll('.history > li')].map((line) => words(line.querySelector('summary')));
    expect(lines).toEqual([
      'Building beganMay 2010',
      'In operation10 July 2012 · planned March 2012',
      'Built (Phase 2)planned 2021',
      'Topped out (Phase 2)November 2022',
      'Seen: OperatingMarch 2023',
    ]);
    const slips = [...document.querySelectorAll('.history-slip')].map(words);
    expect(slips).toEqual(['4 months late', 'No report that it came was found.']);
  });

  it('says of years before the first event that they are not known', async () => {
    await opened('robot-valley');
    const years = [...document.querySelectorAll('.history-years li')].map(words);
    expect(years.slice(0, 4)).toEqual(['2018Planned', '2019Operating', '2020Operating', '2021Suspended']);
  });

  it('is withdrawn where the register is wrong, stays in sight, and can be taken back', async () => {
    const app = await opened('car-works');
    const old = app.state.selectedSite.value;
    fireEvent.click(screen.getByRole('button', { name: 'Put right or withdraw: Seen: Operating · March 2023' }));
    fireEvent.click(await screen.findByLabelText('It is wrong: withdraw it'));
    expect(screen.queryByLabelText(/^Date$/)).toBeNull();
    type(/^Why it is wrong \(English\)/, 'Another works of the same name');
    type(/^Title of the source/, 'Letter of the owner');
    fireEvent.click(screen.getByRole('button', { name: 'Save the correction' }));
    await screen.findByText('At the end of each year');
    const line = [...document.querySelectorAll('.history > li')].at(-1);
    expect(words(line ?? null)).toMatch(/^Seen: Operating.*March 2023 · withdrawn .*Another works of the same name/);
    expect(line?.querySelector('del')).not.toBeNull();
    expect(app.state.selectedSite.value).toMatchObject({ status: 'operating', statusDate: '2012-07-10' });
    expect(app.state.corrections.list.value).toMatchObject([
      {
        oldValue: { milestone: { event: 'seen' } },
        newValue: { milestone: null },
        source: { title: 'Letter of the owner' },
      },
    ]);

    fireEvent.click(screen.getByRole('button', { name: 'Put right or withdraw: Seen: Operating · March 2023' }));
    const box = await screen.findByLabelText<HTMLInputElement>('It is wrong: withdraw it');
    expect(box.checked).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Take my statement back' }));
    await screen.findByText('At the end of each year');
    expect(app.state.corrections.list.value).toEqual([]);
    expect(app.state.selectedSite.value).toEqual(old);
  });

  it('that the user has added is taken back from the site itself', async () => {
    const app = await opened('battery-project');
    fireEvent.click(screen.getByRole('button', { name: 'Add what happened' }));
    await screen.findByLabelText(/^What happened/);
    type(/^Date$/, '2020-04');
    type(/^Title of the source/, 'Sign at the gate');
    fireEvent.click(screen.getByRole('button', { name: 'Save the correction' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Put right or withdraw: Building began · April 2020' }));
    // Nobody withdraws from the register what it does not say.
    await screen.findByLabelText(/^What happened/);
    expect(screen.queryByLabelText('It is wrong: withdraw it')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Take my statement back' }));
    await screen.findByText('At the end of each year');
    expect(app.state.corrections.list.value).toEqual([]);
  });

  it('is added with date and source, and then says the status', async () => {
    const app = await opened('battery-project');
    fireEvent.click(screen.getByRole('button', { name: 'Add what happened' }));
    await screen.findByLabelText(/^What happened/);
    choose(/^What happened/, 'operating');
    type(/^Date$/, '2019-1');
    type(/^Title of the source/, 'Sign at the gate');
    fireEvent.click(screen.getByRole('button', { name: 'Save the correction' }));
    expect(words(await screen.findByRole('alert'))).toBe('A date is YYYY, YYYY-MM or YYYY-MM-DD.');

    type(/^Date$/, '2020-04');
    fireEvent.click(screen.getByRole('button', { name: 'Save the correction' }));
    await screen.findByText('At the end of each year');
    expect(app.state.corrections.list.value).toMatchObject([
      { oldValue: { milestone: null }, newValue: { milestone: { event: 'operating', date: '2020-04' } } },
    ]);
    const history = document.querySelector<HTMLElement>('.history');
    expect(within(history ?? document.body).getByText('4 to 15 months late')).toBeTruthy();
    await waitFor(() =>
      expect(app.state.selectedSite.value).toMatchObject({ status: 'operating', statusDate: '2020-04' }),
    );
  });
});
