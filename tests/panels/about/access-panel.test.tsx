import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import AccessPanel from '../../../src/panels/about/access-panel.tsx';
import { StartPanel } from '../../../src/panels/frame/start-panel.tsx';
import { SearchBox } from '../../../src/panels/search/search-box.tsx';
import { makeApp, renderIn, words } from '../../fixtures/app.tsx';

describe('the accessibility statement', () => {
  it('is reached from the foot of the start page', () => {
    const app = makeApp('lang=en');
    renderIn(app, <StartPanel />);
    screen.getByRole('button', { name: 'Accessibility' }).click();
    expect(app.state.view.value).toBe('accessibility');
  });

  it.each([
    ['zh-Hans', '还不够的地方', '2026年11月25日'],
    ['zh-Hant', '還不夠的地方', '2026年11月25日'],
    ['en', 'What falls short', '25 November 2026'],
  ] as const)('says what was tested and what falls short, and when: %s', (lang, short, date) => {
    const { container } = renderIn(makeApp(`lang=${lang}`), <AccessPanel />);
    expect(words(container)).toContain('WCAG');
    expect(words(container)).toContain(date);
    const section = screen.getByRole('heading', { name: short }).closest('section');
    if (section === null) throw new Error('no section');
    expect(within(section).getAllByRole('listitem').length).toBeGreaterThan(3);
  });

  it('names whom to write to, where the deployer says it', () => {
    const app = makeApp('lang=en');
    const { container, unmount } = renderIn(app, <AccessPanel />);
    expect(words(container)).toContain('ask whoever gave you this map');
    unmount();
    const config = { ...app.state.base.config, reportTo: 'maps@example.gov.cn' };
    renderIn(makeApp('lang=en', { base: { config } }), <AccessPanel />);
    const link = screen.getByRole('link', { name: 'Write to maps@example.gov.cn' });
    expect(link.getAttribute('href')).toMatch(/^mailto:maps@example\.gov\.cn\?subject=Accessibility/);
  });

  it('turns shortcuts of a single key off and on', () => {
    renderIn(
      makeApp('lang=en'),
      <>
        <SearchBox />
        <AccessPanel />
      </>,
    );
    const search = screen.getByRole('combobox');
    const slash = () => fireEvent.keyDown(document.body, { key: '/' });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Use shortcuts of a single key' }));
    slash();
    expect(document.activeElement).not.toBe(search);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Use shortcuts of a single key' }));
    slash();
    expect(document.activeElement).toBe(search);
  });
});
