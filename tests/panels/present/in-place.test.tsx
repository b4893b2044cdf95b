import { act, fireEvent, screen, waitFor } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { withChange } from '../../../src/domain/tour-edit.ts';
import { InPlace } from '../../../src/panels/present/author/in-place.tsx';
import { useApp } from '../../../src/state/app.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp, renderIn } from '../../fixtures/app.tsx';
import { memoryTours } from '../../fixtures/memory-stores.ts';
import { stopOf, tourOf } from '../../fixtures/tour.ts';

function StageAndField() {
  const { authoring } = presentationOf(useApp());
  const stop = authoring.tour.value?.stops[0];
  if (stop === undefined) return null;
  return (
    <>
      <section class="present-stage">
        <h2 class="stage-title">{stop.title.zh}</h2>
        {stop.words.zh !== '' && <p class="stage-words">{stop.words.zh}</p>}
      </section>
      <InPlace
        stop={stop}
        onChange={(change, run) => authoring.edit((tour) => withChange(tour, 0, change), run)}
        onRest={() => authoring.settle()}
      />
    </>
  );
}

async function stage(words = '') {
  const app = makeApp('mode=present');
  const { authoring } = presentationOf(app, memoryTours);
  await authoring.loaded;
  authoring.open({ ...tourOf(), stops: [stopOf('a', { words: { zh: words, en: words } })] });
  const view = renderIn(app, <StageAndField />);
  await act(() => Promise.resolve());
  const press = (name: string) => act(() => screen.getByRole('button', { name }).click());
  const field = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
  return { ...view, authoring, press, field, stop: () => authoring.tour.value?.stops[0] };
}

it('the title is written on the stage, letter by letter one step, and Enter ends it', async () => {
  const { press, field, stop, authoring } = await stage();
  await press('在画面上写标题');
  expect(document.activeElement).toBe(field('在画面上写标题'));
  expect(document.documentElement.dataset['writing']).toBe('title');
  for (const value of ['新', '新标', '新标题']) fireEvent.input(field('在画面上写标题'), { target: { value } });
  expect(document.querySelector('.stage-title')?.textContent).toBe('新标题');
  fireEvent.keyDown(field('在画面上写标题'), { key: 'Enter' });
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(document.documentElement.dataset['writing']).toBeUndefined();
  // Who writes by keys goes on from there.
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('在画面上写标题'));
  authoring.undo();
  expect(stop()?.title.zh).toBe('第 a 站');
});

it('words that are missing have a place below the title, and Enter makes their second line', async () => {
  const { press, field, stop } = await stage();
  await press('在画面上写说明');
  const words = field('在画面上写说明');
  fireEvent.input(words, { target: { value: '一' } });
  fireEvent.keyDown(words, { key: 'Enter' });
  fireEvent.input(words, { target: { value: '一\n二\n三\n四\n五' } });
  // Five lines are all that a stop holds.
  fireEvent.input(words, { target: { value: '一\n二\n三\n四\n五\n六' } });
  expect(stop()?.words.zh).toBe('一\n二\n三\n四\n五');
  fireEvent.keyDown(words, { key: 'Escape' });
  expect(screen.queryByRole('textbox')).toBeNull();
});
