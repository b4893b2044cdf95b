/** The pack for a board, as it is read on its sheets. */
import { signal } from '@preact/signals';
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import PackView from '../../../src/panels/invest/pack/pack-view.tsx';
import { renderIn, type TestApp, words } from '../../fixtures/app.tsx';
import { findOn, investApp } from '../../fixtures/invest-app.ts';

/** Without a map: the pages say so and are there all the same. */
async function packOn(hash: string): Promise<{ app: TestApp; sheets: () => HTMLElement[]; text: () => string }> {
  const app = investApp(`mode=invest&view=pack&${hash}`);
  await findOn(app);
  app.state.actions.setMapStatus('failed');
  renderIn({ ...app, map: signal(null) }, <PackView />);
  const sheets = () => [...document.querySelectorAll<HTMLElement>('.dos-sheet')];
  return { app, sheets, text: () => sheets().map(words).join(' ') };
}
const TWO = 'need=hydrogen&shortlist=xianhu-hydrogen-valley,shunde-nev-town';

describe('the pack', () => {
  it('has cover, ranking, comparison, a page a candidate, offers and method, numbered through', async () => {
    const { sheets, app } = await packOn(`lang=en&${TWO}`);
    const heads = sheets().map((sheet) => words(sheet.querySelector('h2, h3')));
    expect(heads).toEqual([
      'Where to build: hydrogen',
      'Ranking and places',
      'Side by side',
      app.state.siteById.value.get('xianhu-hydrogen-valley')?.nameEn,
      app.state.siteById.value.get('shunde-nev-town')?.nameEn,
      'Support that bears on this need',
      'Method',
    ]);
    sheets().forEach((sheet, at) => {
      const foot = words(sheet.querySelector('.dos-foot'));
      expect(foot).toContain('For internal reference');
      expect(foot).toContain(`Page ${at + 1} of 7`);
      expect(foot).toContain(app.state.base.version.data);
      expect(foot).toContain('WGS-84');
    });
  });

  it('says why, what could go wrong, and whom to ask for what', async () => {
    const { sheets } = await packOn(`lang=en&${TWO}`);
    const page = words(sheets()[4] ?? null);
    expect(page).toContain('Its position is known to ±7 km only');
    expect(page).toContain('Foshan Municipal Bureau of Natural Resources (市自然资源局)');
    expect(page).toContain('Which plots and factory buildings are free');
    expect(page).toContain('Foshan Municipal Bureau of Industry and Information Technology');
    expect(page).toContain('(Shunde)');
    expect(page).not.toMatch(/undefined|NaN|null/);
  });

  it('puts a brief in English before the Chinese words of a clause, and of a clause only what names the place', async () => {
    const { sheets, app } = await packOn(`lang=en&${TWO}`);
    const page = sheets()[3];
    const quote = page?.querySelector('.dos-clause blockquote');
    expect(quote?.previousElementSibling?.textContent).toContain('In brief, unofficial:');
    expect(app.state.policy.value.text).toContain(quote?.textContent);
    expect(quote?.textContent).toContain('仙湖氢谷');
  });

  it('carries a letterhead of one’s own, kept for the next time', async () => {
    const { text } = await packOn(`lang=en&${TWO}`);
    fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Acme Siting' } });
    await waitFor(() => expect(text()).toContain('Acme Siting'));
    document.body.replaceChildren();
    const again = await packOn(`lang=zh-Hans&${TWO}`);
    expect(again.text()).toContain('Acme Siting');
    expect(again.text()).toContain('选址建议：hydrogen');
  });

  it('is of the first that are ranked where nobody is on the list, and says when nothing can be ranked', async () => {
    const { sheets } = await packOn('lang=en&need=hydrogen');
    expect(sheets().filter((sheet) => sheet.querySelector('.pack-candidate') !== null).length).toBe(3);
    document.body.replaceChildren();
    const none = await packOn('lang=en');
    expect(none.sheets()).toHaveLength(0);
    expect(document.body.textContent).toContain('Nothing to print');
  });
});
