import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import InvestSide from '../../../src/panels/invest/invest-side.tsx';
import { makeApp, renderIn, type TestOptions, words } from '../../fixtures/app.tsx';

async function show(hash: string, options: TestOptions = {}) {
  const test = makeApp(`mode=invest&${hash}`, options);
  const { container } = renderIn(test, <InvestSide />);
  await screen.findByText(test.i18n.value.t('ranking'));
  const rows = () => [...container.querySelectorAll('ol.ranked > li')];
  return {
    ...test,
    container,
    rows,
    type: (text: string) => fireEvent.input(need(container), { target: { value: text } }),
  };
}
function need(container: Element): HTMLInputElement {
  const found = container.querySelector('#need');
  if (!(found instanceof HTMLInputElement)) throw new Error('no box for words');
  return found;
}
const chips = (container: Element) => [...container.querySelectorAll('.chip:not(.is-offered)')].map(words);

describe('words', () => {
  it.each(['asdf qwerty', '土豆'])('that are not understood rank nothing: %s', async (words_) => {
    const { container, rows } = await show(`lang=en&need=${words_}`);
    expect(words(container)).toContain('None of these words is in our table');
    expect(rows()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Vehicles and new energy' }));
    expect(rows().length).toBeGreaterThan(5);
  });

  it('with an unlike sense offer readings, and rank nothing until one is chosen', async () => {
    const { container, rows, state } = await show('lang=en&need=potato chips');
    expect(words(container)).toContain(
      'It is not certain what “potato chips” means. Nothing is ranked until you choose',
    );
    expect(words(container)).toContain('Not understood: potato.');
    expect(rows()).toEqual([]);
    expect(chips(container)).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'snack chips (Food and beverages)' }));
    expect(state.invest.need.value).toBe('potato chips +food');
    expect(rows().length).toBeGreaterThan(5);
    expect(chips(container)).toEqual(['Food and beverages']);
  });

  it('that are misspelt are found, and put right by a click', async () => {
    const { container, rows, state } = await show('lang=en&need=hydrogn valv');
    expect(rows()).toEqual([]);
    expect(words(container)).toContain('Not understood: hydrogn, valv.');
    fireEvent.click(screen.getByText('hydrogen valve'));
    expect(state.invest.need.value).toBe('hydrogen valve');
    expect(rows().length).toBeGreaterThan(5);
  });

  it('become chips, a ranking and an announcement', async () => {
    const { container, rows, type, state } = await show('lang=en');
    expect(chips(container)).toEqual([]);
    expect(words(container)).toContain('without it there is nothing to rank by');
    expect(words(screen.getByRole('status'))).toBe('Not ranked: nothing is asked');
    expect(container.querySelectorAll('ul.ranked > li').length).toBeGreaterThan(10);
    expect(container.querySelector('.ranked-score, .rank-own')).toBeNull();
    type('we make hydrogen valves ');
    expect(state.invest.need.value).toBe('we make hydrogen valves');
    // The blank that is being typed stays.
    expect(need(container).value).toBe('we make hydrogen valves ');
    expect(chips(container)).toEqual(['Equipment manufacturing', 'Vehicles and new energy', 'hydrogen', 'valve']);
    expect(words(rows()[0] ?? null)).toMatch(/^1.*Xianhu Hydrogen Valley/);
    expect(words(screen.getByRole('status'))).toBe('12 ranked. First: Xianhu Hydrogen Valley.');
  });

  it('wait for an input method to be done', async () => {
    const { container, state } = await show('');
    const box = need(container);
    const letters = new InputEvent('input', { bubbles: true, isComposing: true });
    box.value = 'qingneng';
    box.dispatchEvent(letters);
    expect(state.invest.need.value).toBe('');
    fireEvent.compositionEnd(box, { target: { value: '氢能' } });
    expect(state.invest.need.value).toBe('氢能');
    expect(chips(container)).toEqual(['汽车及新能源', '氢能']);
  });

  it('are corrected: a chip goes, another comes, and the address keeps both', async () => {
    const { container, state } = await show('need=氢能阀门');
    fireEvent.click(screen.getByLabelText('去掉装备制造'));
    expect(chips(container)).toEqual(['汽车及新能源', '氢能', '阀门']);
    fireEvent.change(screen.getByLabelText('补充集群或产品'), { target: { value: 'materials' } });
    expect(chips(container)).toEqual(['汽车及新能源', '新材料', '氢能', '阀门']);
    expect(state.invest.need.value).toBe('氢能阀门 +materials -equipment');
    expect(need(container).value).toBe('氢能阀门');
  });

  it('are justified by the clause, and a judgement is called one', async () => {
    const { container, state } = await show('lang=en&need=hydrogen valves');
    const reasons = words(container.querySelector('.need-reasons'));
    expect(reasons).toContain('hydrogen: 二（二）1 氢能');
    expect(reasons).toContain('A judgement: the clause does not name it. The clause names no valves');
    fireEvent.click(screen.getByText('二（二）1'));
    expect(state.clause.value).toBe('2.2.1');
  });

  it('that nobody knows are said to be unknown, with the clusters to choose from', async () => {
    const { container, type } = await show('');
    type('泡泡');
    expect(words(container.querySelector('.note-warning'))).toBe('词表里没有这些词。请选最接近的集群：');
    fireEvent.click(screen.getByText('食品饮料'));
    expect(chips(container)).toEqual(['食品饮料']);
    expect(need(container).value).toBe('泡泡');
  });

  it('offer the further clusters that they may mean', async () => {
    const { container } = await show('lang=en&need=batteries');
    fireEvent.click(screen.getByLabelText('Add New materials'));
    expect(chips(container)).toEqual(['Vehicles and new energy', 'New materials', 'power battery']);
  });
});

describe('weights', () => {
  it('start from a kind of investor, and move by slider', async () => {
    const { state, rows } = await show('lang=en&need=hydrogen');
    const before = words(rows()[1] ?? null);
    fireEvent.change(screen.getByLabelText('Kind of investor'), { target: { value: 'logistics' } });
    expect(state.invest.weights.value).toBe('preset:logistics');
    fireEvent.input(screen.getByLabelText('Weight of Airport'), { target: { value: '5' } });
    expect(state.invest.weights.value).toBe('preset:logistics,airport:5');
    expect(words(rows()[1] ?? null)).not.toBe(before);
    fireEvent.click(screen.getByText('Back to the weights of this kind'));
    expect(state.invest.weights.value).toBe('preset:logistics');
  });

  it('say why one does not count yet', async () => {
    const { container } = await show('lang=en');
    const field = screen.getByLabelText('Weight of Cluster fit').closest('label');
    expect(words(field)).toContain('counts once you say what you make');
    expect(words(container)).toContain('counts once a district is preferred');
  });
});

describe('limits', () => {
  it('take out for certain, and say which took how many', async () => {
    const { container, rows, state } = await show('lang=en&need=hydrogen');
    fireEvent.change(screen.getByLabelText(/^Metro or rail at most/), { target: { value: '3' } });
    expect(state.invest.limits.value).toBe('station:3');
    expect(words(container.querySelector('.is-folded:not(.is-named) summary'))).toMatch(
      /^Outside the limits.*Taken out by: Metro or rail \d+$/,
    );
    expect(words(rows()[0] ?? null)).toContain('known');
    expect(
      [...container.querySelectorAll('.ranked-doubt')].some((p) => words(p) === 'May not pass: Metro or rail'),
    ).toBe(true);
    fireEvent.click(screen.getByText('Clear limits'));
    expect(state.invest.limits.value).toBeNull();
  });

  it('that leave nobody say so', async () => {
    const { container } = await show('limits=station:0.1,port:0.1,sure:1');
    expect(words(container)).toContain('所有候选都被条件去掉了。放宽一项试试。');
    expect(words(screen.getByRole('status'))).toBe('没有候选通过条件。');
  });

  it('tell a district that must be from one that is preferred', async () => {
    const { state } = await show('lang=en');
    fireEvent.change(screen.getByLabelText('Nanhai'), { target: { value: 'only' } });
    fireEvent.change(screen.getByLabelText('Gaoming'), { target: { value: 'prefer' } });
    expect(state.invest.limits.value).toBe('district:nanhai,prefer:gaoming');
    fireEvent.change(screen.getByLabelText('Nanhai'), { target: { value: 'any' } });
    expect(state.invest.limits.value).toBe('prefer:gaoming');
  });
});

describe('the list', () => {
  it('shows ranks with their ranges, parts and the known share; little known ones below, without a rank', async () => {
    const { container, rows } = await show('lang=en&need=hydrogen');
    await screen.findAllByText(/^\(\d+(–\d+)?\)$/);
    const [first] = rows();
    expect(first?.querySelectorAll('.parts-bar .part')).toHaveLength(10);
    expect(first?.querySelector('.parts-bar')?.getAttribute('aria-label')).toMatch(
      /^Cluster fit 22.7 of 22.7; Product fit/,
    );
    expect(words(first?.querySelector('.rank-no .visually-hidden') ?? null)).toMatch(/^Rank 1/);
    const little = screen.getByRole('region', { name: 'Too little known to rank' });
    expect(within(little).getAllByRole('listitem')).toHaveLength(3);
    expect(little.querySelector('.rank-own')).toBeNull();
    expect(little.querySelectorAll('.part.is-unknown').length).toBeGreaterThan(20);
    expect(words(container)).toContain('Taoyuan University biomedical industry park');
  });

  it('has zones and areas over several districts apart, ranked among themselves', async () => {
    await show('lang=en&need=hydrogen');
    const wide = screen.getByRole('region', { name: 'Zones and areas over several districts' });
    const names = within(wide)
      .getAllByRole('listitem')
      .map((row) => words(row.querySelector('.ranked-name')));
    expect(names).toContain('Foshan Sanlongwan High-end Innovation Cluster');
    expect(words(wide)).toMatch(/rank 1.*among zones and wider areas/i);
    expect(words(wide)).not.toContain('Xianhu Hydrogen Valley');
  });

  it('names what the register has for the product, with its place', async () => {
    const { container, state } = await show('lang=en&need=cathode materials');
    const named = container.querySelector('.is-named');
    expect(words(named)).toMatch(/^Named for this in the register\d/);
    const [first] = state.invest.finder.value?.named.value ?? [];
    fireEvent.click(named?.querySelector('.named-list button') ?? document.body);
    expect(state.selectedSite.value?.id).toBe(first?.id);
  });

  it('says what the known share means', async () => {
    const { rows } = await show('lang=en&need=hydrogen');
    expect(words(rows()[0] ?? null)).toContain('every criterion has a value');
    expect(rows()[0]?.querySelector('.ranked-facts > span')?.getAttribute('title')).toContain('not how good it is');
  });

  it('is walked with the arrow keys', async () => {
    const { container } = await show('lang=en&need=hydrogen');
    // Zones are a list of their own, with arrows of its own.
    const buttons = [...(container.querySelector('ol.ranked')?.querySelectorAll<HTMLElement>('.ranked-main') ?? [])];
    buttons[0]?.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp'])
      fireEvent.keyDown(document.activeElement ?? document.body, { key });
    expect(document.activeElement).toBe(buttons[1]);
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'End' });
    expect(document.activeElement).toBe(buttons.at(-1));
  });

  it('opens, lists and compares a candidate', async () => {
    const { state, rows } = await show('lang=en&need=hydrogen&compare=a,b,c,d');
    const [first] = rows();
    if (!(first instanceof HTMLElement)) throw new Error('no row');
    fireEvent.click(within(first).getByLabelText('Add Xianhu Hydrogen Valley to the shortlist'));
    expect(state.invest.shortlist.value).toEqual(['xianhu-hydrogen-valley']);
    expect(
      within(first).getByLabelText('Take Xianhu Hydrogen Valley off the shortlist').getAttribute('aria-pressed'),
    ).toBe('true');
    fireEvent.click(within(first).getByLabelText('Compare Xianhu Hydrogen Valley'));
    expect(state.notice.value).toBe('Four at most can be compared');
    fireEvent.click(within(first).getByText('Xianhu Hydrogen Valley'));
    expect(state.selectedSite.value?.id).toBe('xianhu-hydrogen-valley');
  });
});
