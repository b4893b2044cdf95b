/** The support that the policy states, as its reader sees it. */
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import OffersPanel from '../../../src/panels/invest/offers-panel.tsx';
import { renderIn, words } from '../../fixtures/app.tsx';
import { findOn, investApp } from '../../fixtures/invest-app.ts';

describe('the offers', () => {
  it('are told as aims and not as entitlements, with what the text is silent on', () => {
    renderIn(investApp('mode=invest&view=offers&lang=en'), <OffersPanel />);
    expect(screen.getByText(/aims and tasks of the city, not entitlements/)).toBeTruthy();
    expect(screen.getByText(/nothing of power, water or energy quotas/)).toBeTruthy();
  });

  it('stand in the words of the text, each with a link to its clause and the units that it names', () => {
    const app = investApp('mode=invest&view=offers&lang=en');
    renderIn(app, <OffersPanel />);
    const quote = screen.getByText(/^优先保障集群企业用地需求/);
    const offer = quote.closest('article');
    expect(quote.getAttribute('lang')).toBe('zh-Hans');
    expect(words(offer)).toContain('Land for firms of the clusters comes first');
    const link = offer?.querySelector('a.cite');
    expect(words(link ?? null)).toContain('四（三）');
    fireEvent.click(link as Element);
    expect(app.state.clause.value).toBe('4.3');
    expect(app.state.sentence.value).not.toBeNull();
  });

  it('narrow to the clusters that the need means, and widen again', async () => {
    const app = investApp(`mode=invest&view=offers&lang=en&need=${encodeURIComponent('酱油')}`);
    await findOn(app);
    const { container } = renderIn(app, <OffersPanel />);
    const count = () => container.querySelectorAll('.offer').length;
    const narrow = count();
    fireEvent.click(screen.getByRole('button', { name: 'All topics' }));
    const topics = count();
    expect(topics).toBeGreaterThan(narrow);
    fireEvent.change(screen.getByRole('combobox', { name: 'By cluster' }), { target: { value: 'all' } });
    expect(count()).toBeGreaterThan(topics);
  });

  it('narrow to the topics that are needed and to one unit, kept for the next time', () => {
    const hash = 'mode=invest&view=offers&lang=en';
    const { container, unmount } = renderIn(investApp(hash), <OffersPanel />);
    const count = () => container.querySelectorAll('.offer').length;
    fireEvent.click(screen.getByRole('button', { name: 'All topics' }));
    const all = count();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Talent' }));
    const without = count();
    expect(without).toBeLessThan(all);
    fireEvent.change(screen.getByRole('combobox', { name: 'Responsible unit' }), {
      target: { value: 'natural-resources' },
    });
    const units = count();
    expect(units).toBeLessThan(without);
    unmount();
    const again = renderIn(investApp(hash), <OffersPanel />);
    expect(again.container.querySelectorAll('.offer').length).toBe(units);
  });
});
