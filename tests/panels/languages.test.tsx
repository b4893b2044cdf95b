import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { Legend } from '../../src/panels/list/legend.tsx';
import { SiteList } from '../../src/panels/list/site-list.tsx';
import { makeApp, PlanDetail, renderIn, words } from '../fixtures/app.tsx';

const HAN = /\p{Script=Han}/u;

/** Texts, labels and titles that a user meets outside anything marked as Chinese. */
function unmarkedChinese(root: Element): string[] {
  const found: string[] = [];
  const marked = (element: Element | null) =>
    element?.closest('[lang]')?.getAttribute('lang')?.startsWith('zh') === true;
  const walker = document.createTreeWalker(root, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    if (HAN.test(text) && !marked(node.parentElement)) found.push(text);
  }
  for (const element of root.querySelectorAll('[aria-label], [title], [placeholder]')) {
    for (const name of ['aria-label', 'title', 'placeholder']) {
      const text = element.getAttribute(name) ?? '';
      if (HAN.test(text) && !marked(element)) found.push(`${name}: ${text}`);
    }
  }
  return found;
}
function unfold(root: Element): void {
  for (const details of root.querySelectorAll('details')) details.open = true;
}

const ADDRESSES = [
  '',
  'site=jihua-laboratory',
  'site=green-food-park',
  'site=fhidz-nanhai-park',
  'site=foshan-university',
  'site=automation-park',
  'site=equipment-fair',
  'site=battery-project',
  'site=sanshui-water-capital-base',
  'cluster=equipment',
  'cluster=auto',
  'district=nanhai',
  'town=440605122',
  'unit=industry-it',
];

describe('the English interface', () => {
  it.each(ADDRESSES)('leaves no Chinese unmarked: #%s', (address) => {
    const { container } = renderIn(makeApp(address, { lang: 'en' }), <PlanDetail />);
    unfold(container);
    expect(words(container).length).toBeGreaterThan(200);
    expect(unmarkedChinese(container)).toEqual([]);
  });

  it('leaves none in list and legend', () => {
    const { container } = renderIn(
      makeApp('', { lang: 'en' }),
      <>
        <Legend />
        <SiteList />
      </>,
    );
    expect(unmarkedChinese(container)).toEqual([]);
  });
});

describe('the traditional interface', () => {
  it.each(ADDRESSES)('shows its own words in traditional script: #%s', (address) => {
    const { container } = renderIn(makeApp(address, { lang: 'zh-Hant' }), <PlanDetail />);
    unfold(container);
    const own = [
      ...container.querySelectorAll('h2, h3, h4, dt, .kicker, .status, .note-quiet, .tally span, .site-link'),
    ].filter((e) => e.closest('[lang="zh-Hans"]') === null && e.querySelector('[lang="zh-Hans"]') === null);
    expect(own.length).toBeGreaterThan(5);
    // Characters of these panels that traditional print does not have.
    expect(own.map(words).filter((text) => /[区镇园发产业实验电车与项说关这对领据没条门现经纬]/.test(text))).toEqual(
      [],
    );
  });
});

describe('switching the language', () => {
  it('changes the panel, the list and the legend, and keeps what is open', async () => {
    const test = makeApp('site=jihua-laboratory');
    const { container } = renderIn(
      test,
      <>
        <Legend />
        <SiteList />
        <PlanDetail />
      </>,
    );
    expect(screen.getByRole('heading', { level: 2, name: '季华实验室' })).toBeTruthy();
    test.state.actions.setLang('en');
    await screen.findByRole('heading', { level: 2, name: 'Jihua Laboratory' });
    expect(unmarkedChinese(container)).toEqual([]);
    test.state.actions.setLang('zh-Hant');
    await screen.findByRole('heading', { level: 2, name: '季華實驗室' });
    await waitFor(() => expect(words(container.querySelector('.legend h2'))).toBe('圖例與篩選'));
    expect(test.state.selectedSite.value?.id).toBe('jihua-laboratory');
  });
});
