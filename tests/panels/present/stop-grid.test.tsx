import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, it, vi } from 'vitest';
import Editor from '../../../src/panels/present/author/editor.tsx';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp, renderIn } from '../../fixtures/app.tsx';
import { memoryTours } from '../../fixtures/memory-stores.ts';
import { tourOf } from '../../fixtures/tour.ts';

async function grid(...ids: string[]) {
  const app = makeApp('mode=present');
  const presentation = presentationOf(app, memoryTours);
  await presentation.authoring.loaded;
  presentation.authoring.open(tourOf(...ids));
  app.state.present.play('own-1');
  renderIn(app, <Editor onClose={vi.fn()} />);
  fireEvent.click(screen.getByRole('button', { name: '全部各站' }));
  const dialog = screen.getByRole('dialog', { name: '全部各站' });
  const cards = () => [...dialog.querySelectorAll<HTMLElement>('.grid-card')];
  const stops = () =>
    presentation.authoring.tour.value?.stops.map(({ id, hidden }) => (hidden ? `(${id})` : id)).join(' ');
  const focused = () => Array.from<Element | null>(cards()).indexOf(document.activeElement);
  const press = (key: string, more = {}) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
  return { ...presentation, dialog, cards, stops, focused, press };
}

it('goes between the cards by arrows, and one card alone is in the order of Tab', async () => {
  const { cards, focused, press } = await grid('a', 'b', 'c');
  expect(focused()).toBe(0);
  press('End');
  expect(focused()).toBe(2);
  press('ArrowLeft');
  expect(focused()).toBe(1);
  expect(cards().map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1]);
});

it('sorts, hides, removes and takes back by keys, and the focus stays with the card', async () => {
  const { stops, focused, press } = await grid('a', 'b', 'c');
  press('ArrowRight', { altKey: true });
  expect([stops(), focused()]).toEqual(['b a c', 1]);
  press(' ');
  expect(stops()).toBe('b (a) c');
  press('Delete');
  expect([stops(), focused()]).toEqual(['b c', 1]);
  press('z', { ctrlKey: true });
  press('z', { ctrlKey: true });
  press('z', { ctrlKey: true });
  expect(stops()).toBe('a b c');
});

it('has a button for all of it, for the chosen card', async () => {
  const { dialog, cards, stops } = await grid('a', 'b', 'c');
  const button = (name: string | RegExp) => within(dialog).getByRole('button', { name });
  fireEvent.click(cards()[2] ?? document.body);
  fireEvent.click(button('往前移'));
  expect(stops()).toBe('a c b');
  fireEvent.click(button(/^隐藏这一站/));
  fireEvent.click(button('复制这一站'));
  expect(stops()).toBe('a (c) (stop-1) b');
  fireEvent.click(button('删除这一站'));
  expect(stops()).toBe('a (c) b');
});

it('moves a card that is dragged, and not one that is clicked', async () => {
  const { cards, stops } = await grid('a', 'b', 'c');
  cards().forEach((card, n) => {
    vi.spyOn(card, 'getBoundingClientRect').mockReturnValue(new DOMRect(n * 110, 0, 100, 80));
    Object.assign(card, { setPointerCapture: vi.fn() });
  });
  const [card] = cards();
  if (card === undefined) throw new Error('no card');
  fireEvent.pointerDown(card, { button: 0, clientX: 10, clientY: 10 });
  fireEvent.pointerMove(card, { clientX: 12, clientY: 10 });
  fireEvent.pointerUp(card);
  expect(stops()).toBe('a b c');
  fireEvent.pointerDown(card, { button: 0, clientX: 10, clientY: 10 });
  fireEvent.pointerMove(card, { clientX: 260, clientY: 20 });
  fireEvent.pointerUp(card);
  expect(stops()).toBe('b a c');
});
