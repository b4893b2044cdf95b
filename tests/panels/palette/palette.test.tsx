import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readingOf } from '../../../geo/steps/search.ts';
import { LANGS } from '../../../src/domain/format.ts';
import { CONTEXT_LAYERS } from '../../../src/domain/vocabulary.ts';
import { COMMANDS } from '../../../src/panels/palette/commands.ts';
import { messages } from '../../../src/panels/palette/messages.zh-Hans.ts';
import Palette from '../../../src/panels/palette/palette.tsx';
import { PINYIN } from '../../../src/panels/palette/pinyin.ts';
import { MODE_IDS } from '../../../src/state/address/address.ts';
import { VIEWS } from '../../../src/state/address/views.ts';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';

afterEach(cleanup);

async function show(hash = '') {
  const test = makeApp(hash);
  const onClose = vi.fn();
  renderIn(test, <Palette onClose={onClose} />);
  await waitFor(() => expect(test.state.searchIndex.value).not.toBeNull());
  await waitFor(() => expect(screen.queryAllByRole('option')).toHaveLength(Object.keys(COMMANDS).length));
  const input = screen.getByRole('combobox');
  const type = (value: string) => fireEvent.input(input, { target: { value } });
  const press = (key: string, more = {}) => fireEvent.keyDown(input, { key, ...more });
  const options = () => screen.queryAllByRole('option').map(words);
  const chosen = () => words(document.getElementById(input.getAttribute('aria-activedescendant') ?? ''));
  return { ...test, onClose, input, type, press, options, chosen };
}

describe('the commands', () => {
  it('are every mode, every view, every switch of the base map and every language', () => {
    expect(Object.keys(COMMANDS)).toEqual(
      expect.arrayContaining([
        ...MODE_IDS.map((id) => `mode.${id}`),
        ...VIEWS.map((id) => `view.${id}`),
        ...CONTEXT_LAYERS.map((id) => `layer.${id}`),
        ...LANGS.map((id) => `lang.${id}`),
      ]),
    );
  });

  it('are read as the dictionary reads their names', () => {
    const names = Object.entries(messages).filter(([key]) => key.startsWith('cmd.'));
    expect(PINYIN).toEqual(Object.fromEntries(names.map(([key, name]) => [key.slice(4), readingOf(name)])));
  });

  it('that open a view open it', () => {
    const app = makeApp('lang=en');
    for (const id of VIEWS.filter((view) => view !== 'ask' && view !== 'cross')) {
      COMMANDS[`view.${id}`].run(app);
      expect(app.state.view.value).toBe(id);
    }
  });
});

describe('the palette', () => {
  it('shows all commands before anything is typed, and says how many', async () => {
    const { options, chosen } = await show();
    expect(options()).toHaveLength(Object.keys(COMMANDS).length);
    expect(words(screen.getByRole('status'))).toBe(`${Object.keys(COMMANDS).length} 项`);
    expect(chosen()).toBe('规划模式 开');
  });

  it.each([
    ['zcyw', '政策原文'],
    ['jiaochabiao', '交叉表'],
    ['cross table', '交叉表'],
    ['heliu', '显示河流水系 开'],
  ])('finds a command by initials, pinyin, English or traditional characters: %s', async (query, name) => {
    const { type, options } = await show();
    type(query);
    expect(options()).toContain(name);
  });

  it('finds traditional characters where they are shown', async () => {
    const { type, chosen } = await show('lang=zh-Hant');
    type('顯示邊界');
    expect(chosen()).toMatch(/^顯示邊界 /);
  });

  it('finds sites, districts and clauses beside them, and opens what is chosen', async () => {
    const { type, press, chosen, state, onClose } = await show();
    type('jhsys');
    expect(chosen()).toBe('季华实验室 项目、园区、平台');
    press('Enter');
    expect(state.selection.value).toEqual({ entity: 'site', id: 'jihua-laboratory' });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('is steered by arrows, and leaves the keys of an input method to it', async () => {
    const { type, press, chosen, options, state, onClose } = await show('lang=en');
    type('theme');
    expect(chosen()).toBe('Dark theme off');
    press('Enter', { isComposing: true });
    expect(onClose).not.toHaveBeenCalled();
    type('show');
    press('ArrowDown');
    press('ArrowDown');
    press('ArrowUp');
    expect(chosen()).toBe(options()[1]);
    press('PageDown');
    expect(chosen()).toBe(options().at(Math.min(9, options().length - 1)));
    expect(state.layers.value).toBeNull();
  });

  it('turns a switch and says how it stands', async () => {
    const { type, press, state } = await show('lang=en');
    type('roads');
    press('Enter');
    expect(state.layers.value).toEqual(CONTEXT_LAYERS.filter((layer) => layer !== 'roads'));
    type('show roads');
    await waitFor(() => expect(screen.getAllByRole('option').map(words)).toContain('Show roads off'));
  });

  it('says where nothing is found', async () => {
    const { type, options, press, onClose } = await show('lang=en');
    type('zzzzz');
    expect(options()).toEqual([]);
    expect(words(screen.getByRole('status'))).toBe('Nothing for “zzzzz”.');
    press('Enter');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('puts the focus where the answer is', async () => {
    const { type, press, places } = await show('lang=en');
    const panel = document.body.appendChild(document.createElement('section'));
    panel.tabIndex = -1;
    places.panel.current = panel;
    type('import data');
    void act(() => {
      press('Enter');
    });
    await waitFor(() => expect(document.activeElement).toBe(panel));
    panel.remove();
  });
});
