/** axe over every view and mode, in three languages, two themes and two widths. One page a language: views change by their address. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LANGS, type Lang } from '../../src/domain/format.ts';
import { expect, test } from './fixtures.ts';

/** An address, and what must be on screen before it is looked at. */
type Stop = readonly [hash: string, there: string];

const PLAN: readonly Stop[] = [
  ['', '.start'],
  ['site=xianhu-hydrogen-valley', '#detail .rows'],
  ['cluster=equipment', '#detail .detail-head'],
  ['district=nanhai', '#detail .detail-head'],
  ['unit=industry-it', '#detail .detail-head'],
  ['clause=3.5&view=reader', '.reader-clause.is-open'],
  ['view=units', '.unit-matrix'],
  ['view=targets', '.wide-body'],
  ['view=coverage', '.coverage'],
  ['view=table', '.register-table'],
  ['cross=cluster.district', '.cross-grid'],
  ['ask=radius:113.12,23.02:10', '.ask-total'],
  ['ask=polygon:113.05,22.95,113.2,22.95,113.2,23.05', '.ask-total'],
  ['view=ask', '.ask-kinds'],
  ['view=shade&shade=gdp.2016', '.shade-key'],
  ['shade=population-census.2020&site=jihua-laboratory', '.shade-key'],
  ['view=data', '.drop-zone'],
  ['view=export', '.details select, .sheet select'],
  ['view=corrections', '#detail .detail-head'],
  ['view=licences', '#detail .plain-table'],
  ['view=accessibility', '#detail .notes'],
];
const CHOSEN = 'shortlist=sanlongwan,xianhu-hydrogen-valley&compare=xianhu-hydrogen-valley,sanlongwan';
const OTHER_MODES: readonly Stop[] = [
  ['mode=invest', '.need-box'],
  ['mode=invest&need=氢能&view=method', '.method-result'],
  ['mode=invest&view=offers', '.offer'],
  [`mode=invest&${CHOSEN}&view=shortlist`, '.candidates'],
  [`mode=invest&${CHOSEN}&view=compare`, '.compare-table'],
  ['mode=present', '.present-chooser'],
  ['mode=present&tour=policy&stop=5', '.stage-title'],
];

async function faultsOf(page: Page, what: string): Promise<string[]> {
  // Links to other views have the page's own address: those that are scrolled out of sight are taken for skip links.
  // The page's real ones are buttons.
  const { violations } = await new AxeBuilder({ page }).disableRules('skip-link').analyze();
  return violations.map(
    (v) =>
      `${what}: ${v.id}: ${v.nodes
        .map((n) => n.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

async function go(page: Page, [hash, there]: Stop, more: string): Promise<void> {
  await page.evaluate((next) => (location.hash = next), `${hash}&${more}`);
  await page.locator(there).first().waitFor({ state: 'attached' });
}

/**
 * Each language on a desk in one theme and on a phone in the other, turned about from language to language: so every
 * view is looked at in every theme at every width, in every language at every width and in every theme.
 */
const LOOKS = {
  'zh-Hans': [
    ['light', 1440],
    ['dark', 390],
  ],
  'zh-Hant': [
    ['dark', 1440],
    ['light', 390],
  ],
  en: [
    ['light', 1440],
    ['dark', 390],
  ],
} as const;

async function sweep(page: Page, lang: Lang, stops: readonly Stop[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [theme, width] of LOOKS[lang]) {
    await page.setViewportSize({ width, height: 900 });
    for (const stop of stops) {
      await go(page, stop, `lang=${lang}&theme=${theme}`);
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      faults.push(...(await faultsOf(page, `${stop[0]} ${theme} ${width}`)));
    }
  }
  return faults;
}

for (const lang of LANGS) {
  test(`axe finds nothing in the planner's mode: ${lang}`, async ({ app, page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.open(`lang=${lang}`);
    expect(await sweep(page, lang, PLAN)).toEqual([]);
  });

  test(`axe finds nothing in the investor's and the presenter's mode: ${lang}`, async ({ app, page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await app.open(`mode=invest&lang=${lang}`);
    expect(await sweep(page, lang, OTHER_MODES)).toEqual([]);
  });
}

test('axe finds nothing in the notes of a presenter', async ({ app, page, origin }) => {
  for (const [lang, theme] of [
    ['zh-Hans', 'dark'],
    ['en', 'light'],
  ]) {
    await page.goto('about:blank');
    await page.goto(`${origin}#mode=present&tour=policy&stop=5&display=notes&lang=${lang}&theme=${theme}`);
    await page.locator('.notes-window').waitFor();
    expect(await faultsOf(page, `notes ${lang} ${theme}`)).toEqual([]);
  }
  expect(app.faults).toEqual([]);
});

test('axe finds nothing with imported rows, their list and the table of service', async ({ app, page }) => {
  await app.open('view=data&lang=en&theme=dark');
  await page.locator('.drop-zone input[type="file"]').setInputFiles('tests/fixtures/import/points.csv');
  await page.locator('.confirm-actions .primary').click();
  await expect(page.locator('.receipt').first()).toBeVisible();
  await page.getByText('List of rows').click();
  await expect(page.locator('.set-list li').first()).toBeVisible();
  const faults = await faultsOf(page, 'rows');
  for (const stop of [
    ['cross=cluster.district', '.wide-section + .wide-section .cross-grid'],
    ['ask=radius:113.12,23.02:10', '.ask-total'],
  ] as const) {
    await go(page, stop, 'lang=en&theme=dark');
    faults.push(...(await faultsOf(page, stop[0])));
  }
  expect(faults).toEqual([]);
});

test('axe finds nothing behind the tabs of a phone', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open('site=jihua-laboratory');
  for (const tab of ['列表', '图例', '详情']) {
    await page.getByRole('tab', { name: tab }).click();
    expect(await faultsOf(page, tab)).toEqual([]);
  }
});
