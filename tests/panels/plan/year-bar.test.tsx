import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { BenchBar } from '../../../src/panels/plan/plan-bar.tsx';
import { startShading } from '../../../src/state/plan/shading.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';

function opened(hash: string) {
  const app = makeApp(`${hash}&lang=en`);
  startShading(app.state);
  renderIn(app, <BenchBar />);
  return app;
}

describe('the slider of years', () => {
  it('opens at today, goes to a year, says how many of what there were, and goes away', async () => {
    const app = opened('mode=plan');
    fireEvent.click(screen.getByRole('button', { name: 'Years' }));
    const slider = await screen.findByRole<HTMLInputElement>('slider', { name: 'Year' });
    expect(slider.value).toBe('2026');
    expect(slider.getAttribute('aria-valuetext')).toBe('22 November 2026, the day of the data');

    fireEvent.input(slider, { target: { value: '2018' } });
    await waitFor(() => expect(slider.getAttribute('aria-valuetext')).toBe('31 December 2018'));
    const counted = [...document.querySelectorAll('.year-counts li')].map(words);
    expect(counted).toEqual(['Planned: 2', 'Operating: 4', 'Ended: 1', 'Not known: 17']);
    expect(app.state.address.value.year).toBe(2018);

    fireEvent.click(screen.getByRole('button', { name: 'Back to today' }));
    await waitFor(() => expect(screen.queryByRole('slider')).toBeNull());
    expect(app.state.address.value.year).toBeNull();
  });

  it('plays from the first year where it stands at the last, and stops when told', async () => {
    const app = opened('year=2026');
    fireEvent.click(await screen.findByRole('button', { name: 'Play the years' }));
    expect(app.state.address.value.year).toBe(2018);
    fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(await screen.findByRole('button', { name: 'Play the years' })).toBeTruthy();
    expect(app.state.address.value.year).toBe(2018);
  });

  it('says that a shading keeps its own year', async () => {
    const app = opened('year=2020&shade=gdp.2016');
    const statistics = await import('../../fixtures/data.ts').then(({ fileSource }) =>
      import('../../../src/data/load-later.ts').then(({ loadStatistics }) => loadStatistics(fileSource)),
    );
    app.state.provide({ statistics });
    expect(await screen.findByText(/The shading keeps its own year: 2016\./)).toBeTruthy();
  });
});
