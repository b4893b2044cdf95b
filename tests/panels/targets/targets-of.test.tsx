import { screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { makeApp, PlanDetail, renderIn, words } from '../../fixtures/app.tsx';

it('a cluster says how far its target is met, and what others have set it', async () => {
  renderIn(makeApp('cluster=equipment&lang=en'), <PlanDetail />);
  await screen.findByText('Targets stated elsewhere');
  expect(words(screen.getByText('Progress').parentElement)).toBe('Progressreached (2020)');
  const stated = [...document.querySelectorAll('.stated-targets > li')].map(words);
  expect(stated).toHaveLength(1);
  expect(stated[0]).toMatch(
    /^Output value about 1 trillion yuan · by 2020\s*reached \(2020\)\s*A mayor, 2019\s*万亿级/,
  );
});

it('a district without any says so, and leads to the rule', async () => {
  const app = makeApp('district=chancheng&lang=en');
  renderIn(app, <PlanDetail />);
  await screen.findByText('No target stated elsewhere was found.');
  screen.getByRole('button', { name: 'How progress is told' }).click();
  expect(app.state.view.value).toBe('targets');
});
