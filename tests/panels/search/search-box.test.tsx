import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { SearchBox } from '../../../src/panels/search/search-box.tsx';
import { makeApp, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';

function show(hash = '', options: TestOptions = {}) {
  const test = makeApp(hash, options);
  renderIn(test, <SearchBox />);
  return test;
}
const field = () => screen.getByRole('combobox');
const type = (value: string) => {
  field().focus();
  fireEvent.input(field(), { target: { value } });
};
const press = (key: string) => fireEvent.keyDown(field(), { key });
const hits = () => screen.queryAllByRole('option').map(words);

describe('searching with the keyboard alone', () => {
  it('opens a site by its initials', () => {
    const { state } = show();
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(field());
    type('jhsys');
    expect(hits()[0]).toContain('季华实验室');
    press('Enter');
    expect(state.selectedSite.value?.id).toBe('jihua-laboratory');
    expect([state.filters.value.q, hits()]).toEqual(['', []]);
  });

  it('moves through the hits, not past the ends, and says where it is', () => {
    const { state } = show();
    type('le');
    const marked = () => words(screen.getByRole('option', { selected: true }));
    const [first, second] = hits();
    expect(marked()).toBe(first);
    press('ArrowDown');
    expect(marked()).toBe(second);
    expect(document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent).toContain(
      second?.slice(0, 3) ?? '?',
    );
    press('ArrowUp');
    press('ArrowUp');
    expect(marked()).toBe(first);
    for (let i = 0; i < 30; i++) press('ArrowDown');
    expect(marked()).toBe(hits().at(-1));
    type('jhsys');
    press('Enter');
    expect(state.selectedSite.value?.id).toBe('jihua-laboratory');
  });

  it('finds a place by its coordinates, once for each datum that they may be in, and asks what is around it', () => {
    const { state } = show('mode=invest&lang=en');
    type('23.0200N 113.1200E');
    expect(hits()).toEqual([
      '113.12°E, 23.02°NWGS-84 / CGCS2000',
      // Half a kilometre apart: GCJ-02 shifts what it shows here by some 540 m, BD-09 by more.
      expect.stringMatching(/^113\.114\d+°E, 23\.022\d*°NGCJ-02$/),
      expect.stringMatching(/^113\.10\d+°E, 23\.01\d+°NBD-09$/),
    ]);
    press('Enter');
    expect(state.mode.value).toBe('plan');
    expect(state.address.value.ask).toEqual({
      ...{ kind: 'radius', withinKm: 5 },
      around: { entity: 'pin', at: [113.12, 23.02] },
    });
    expect(state.filters.value.q).toBe('');
    type('https://uri.amap.com/marker?position=113.12,23.02');
    expect(hits()).toEqual([expect.stringContaining('GCJ-02')]);
    // No place of this map: words are searched for, and none are found.
    type('39.9, 116.4');
    expect(hits().join()).not.toContain('°');
  });

  it('still opens the first hit where an arrow was pressed before there were any', () => {
    const { state } = show();
    field().focus();
    press('ArrowDown');
    state.actions.setQuery('jhsys');
    press('Enter');
    expect(state.selectedSite.value?.id).toBe('jihua-laboratory');
  });

  it('leaves with Esc, without closing what is open', () => {
    const { state } = show('site=sanlongwan');
    let escaped = 0;
    const listen = () => {
      escaped += 1;
    };
    document.addEventListener('keydown', listen);
    type('jh');
    press('Escape');
    document.removeEventListener('keydown', listen);
    expect([state.filters.value.q, hits(), state.selectedSite.value?.id, escaped]).toEqual(['', [], 'sanlongwan', 0]);
  });

  it('does not take Enter while an input method composes', () => {
    const { state } = show();
    type('jhsys');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(state.selection.value).toBeNull();
  });

  it('leaves "/" to fields that take text', () => {
    show();
    const other = document.body.appendChild(document.createElement('input'));
    other.focus();
    fireEvent.keyDown(other, { key: '/' });
    expect(document.activeElement).toBe(other);
    other.remove();
  });
});

describe('what is found', () => {
  it.each([
    ['zhangchajiedao', '张槎街道', 'town=440604011'],
    ['nanhai', '南海区', 'district'],
    ['cljjxny', '', ''],
    ['fanjiaju', '泛家居', 'cluster'],
    ['工信局', '市工业和信息化局', 'unit'],
  ])('%s', (query, name, kind) => {
    const { state } = show();
    type(query);
    if (name === '') {
      expect(hits()).toEqual([`没有找到“${query}”`]);
      return;
    }
    expect(hits()[0]).toContain(name);
    press('Enter');
    expect(kind).toContain(state.selection.value?.entity);
  });

  it('opens a clause in the reader', () => {
    const { state } = show();
    type('三（五）');
    press('Enter');
    expect([state.clause.value, state.view.value]).toEqual(['3.5', 'reader']);
  });

  it('opens with the mouse too', () => {
    const { state } = show();
    type('建陶');
    fireEvent.mouseDown(screen.getByText('建陶小镇'));
    expect(state.selectedSite.value?.id).toBe('nanzhuang-ceramics-town');
  });

  it('announces how many there are', () => {
    show();
    type('jiao');
    expect(words(screen.getByRole('status'))).toBe(`${hits().length} 个结果`);
  });

  it('shows names in the language of the page, whatever was typed', () => {
    show('', { lang: 'en' });
    type('jhsys');
    expect(hits()[0]).toContain('Jihua Laboratory');
    type('zhangchajiedao');
    expect(hits()[0]).toContain('Zhangcha');
  });

  it('takes traditional characters, and shows them', () => {
    show('', { lang: 'zh-Hant' });
    type('樂從');
    expect(hits()[0]).toContain('樂從鎮');
  });
});
