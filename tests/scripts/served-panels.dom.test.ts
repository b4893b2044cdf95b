import { describe, expect, it } from 'vitest';
import { FIRST_LANG, spokenIn } from '../../scripts/first-view/first-state.ts';
import { markupInThemes } from '../../scripts/first-view/markup-in-themes.ts';
import { MAP_PLACE, servedPanels } from '../../scripts/first-view/panels.tsx';
import { testBase } from '../fixtures/data.ts';

describe('one markup for both themes', () => {
  it('names a property where the colours differ, once for each pair', () => {
    const { markup, style } = markupInThemes(
      '<path fill="#111111"/><path stroke="#eeeeee" fill="none"/><path fill="#111111"/><path fill="#333333"/>',
      '<path fill="#aaaaaa"/><path stroke="#bbbbbb" fill="none"/><path fill="#aaaaaa"/><path fill="#333333"/>',
      '.here',
    );
    expect(markup).toBe(
      '<path fill="var(--m0)"/><path stroke="var(--m1)" fill="none"/><path fill="var(--m0)"/><path fill="#333333"/>',
    );
    expect(style).toBe('.here{--m0:#111111;--m1:#eeeeee}[data-theme="dark"] .here{--m0:#aaaaaa;--m1:#bbbbbb}');
  });

  it('has both of two icon buttons that differ, each for its theme', () => {
    const button = (label: string) => `<button type="button" class="icon-button" aria-label="${label}">·</button>`;
    const { markup } = markupInThemes(button('copy') + button('dark'), button('copy') + button('light'), '.here');
    const only = (theme: string, label: string) =>
      `<button type="button" class="icon-button in-${theme}" aria-label="${label}">·</button>`;
    expect(markup).toBe(button('copy') + only('light', 'dark') + only('dark', 'light'));
  });

  it('refuses what differs in anything else', () => {
    expect(() => markupInThemes('<p>day</p>', '<p>night</p>', '.here')).toThrow('day');
    expect(() => markupInThemes('<path fill="#111111"/>', '<path fill="none"/>', '.here')).toThrow('differ');
  });
});

describe('the panels in the page as it is served', async () => {
  const base = await testBase();
  const { wide, sheet } = await servedPanels(base, await spokenIn(FIRST_LANG));
  const page = new DOMParser().parseFromString(`<div>${wide}</div>${sheet}`, 'text/html');

  it('are head, legend, list, map and start panel, and the sheet of a narrow screen', () => {
    expect(wide.split(MAP_PLACE)).toHaveLength(2);
    for (const part of ['.top-bar', '.sidebar .legend', '.sidebar .site-list', '.stage .plan-bar', '.details .start'])
      expect([part, page.querySelectorAll(`div > ${part}, div > * > ${part}`).length]).toEqual([part, 1]);
    expect(page.querySelector('.sheet .start h2')?.textContent).toBe('佛山“2+2+4”产业集群地图');
  });

  it('have every record as a link to its address', () => {
    const rows = [...page.querySelectorAll('.list-row')];
    expect(rows.map((row) => row.getAttribute('href'))).toEqual(
      rows.map((row) => `#site=${row.getAttribute('data-site')}`),
    );
    expect(new Set(rows.map((row) => row.getAttribute('data-site')))).toEqual(new Set(base.sites.map(({ id }) => id)));
  });

  it('name each thing once, and draw each sign once', () => {
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const use of page.querySelectorAll('use'))
      expect(page.querySelector(use.getAttribute('href') ?? '')?.childElementCount).toBeGreaterThan(0);
    const drawn = [...page.querySelectorAll('.mark')].map(({ innerHTML }) => innerHTML);
    expect(drawn.filter((one) => !one.startsWith('<use')).length).toBe(
      new Set(drawn.filter((one) => !one.startsWith('<use'))).size,
    );
  });

  it('have nothing that the policy forbids', () => {
    expect(wide + sheet).not.toMatch(/ style=| on\w+="|<script|<style/);
  });
});
