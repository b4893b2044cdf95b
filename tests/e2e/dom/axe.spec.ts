/** axe over every view and mode. One page a look: views change by their address. */
import { coversMap, VIEWS, type View } from '../../../src/state/address/views.ts';
import { expectNoAxeFaults } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { choose, POINTS } from '../imports.ts';

/** An address, and what must be on screen before it is looked at. */
type Stop = readonly [hash: string, there: string];

const CHOSEN = 'shortlist=sanlongwan,xianhu-hydrogen-valley&compare=xianhu-hydrogen-valley,sanlongwan';

/** Views that show all that they have only with more in the address, or later than their head. */
const STOPS: Partial<Record<View, Stop>> = {
  reader: ['clause=3.5&view=reader', '.reader-clause.is-open'],
  units: ['view=units', '.unit-matrix'],
  coverage: ['view=coverage', '.coverage'],
  counting: ['view=counting', '.counting-table'],
  method: ['mode=invest&need=氢能&view=method', '.method-result'],
  table: ['view=table', '.register-table'],
  ask: ['view=ask', '.ask-kinds'],
  cross: ['cross=cluster.district', '.cross-grid'],
  shade: ['view=shade&shade=gdp.2016', '.shade-key'],
  data: ['view=data', '.drop-zone'],
  export: ['view=export', '.details select, .sheet select'],
  licences: ['view=licences', '#detail .plain-table'],
  shortlist: [`mode=invest&${CHOSEN}&view=shortlist`, '.candidates'],
  accessibility: ['view=accessibility', '#detail .notes'],
  compare: [`mode=invest&${CHOSEN}&view=compare`, '.compare-table'],
  offers: ['mode=invest&view=offers', '.offer'],
  dossier: [`mode=invest&${CHOSEN}&view=dossier`, '.dos-sheet'],
  pack: [`mode=invest&${CHOSEN}&view=pack`, '.dos-sheet'],
};
const stopOf = (view: View): Stop =>
  STOPS[view] ?? [`view=${view}`, coversMap(view) ? '#wide .wide-body' : '#detail .detail-head'];
const ofMode = (invest: boolean) => VIEWS.map(stopOf).filter(([hash]) => hash.startsWith('mode=invest') === invest);

const PLAN: readonly Stop[] = [
  ['', '.start'],
  ['site=xianhu-hydrogen-valley', '#detail .rows'],
  ['cluster=equipment', '#detail .detail-head'],
  ['district=nanhai', '#detail .detail-head'],
  ['unit=industry-it', '#detail .detail-head'],
  ...ofMode(false),
  ['ask=radius:113.12,23.02:10', '.ask-total'],
  ['ask=polygon:113.05,22.95,113.2,22.95,113.2,23.05', '.ask-total'],
  ['shade=population-census.2020&site=jihua-laboratory', '.shade-key'],
];
const OTHER_MODES: readonly Stop[] = [
  ['mode=invest', '.need-box'],
  ['mode=invest&need=氢能&site=xianhu-hydrogen-valley', '.parts-bar'],
  ...ofMode(true),
  ['mode=present', '.present-chooser'],
  ['mode=present&tour=overview&stop=4', '.stage-title'],
  ['mode=present&tour=policy&stop=5', '.stage-title'],
];

/**
 * What axe finds depends on the view, and on the theme (contrast), the width (what is a sheet, a tab, a target) and the
 * language (words that are missing, parts in another language), each by itself: so every view is looked at in each
 * language, theme and width, but not in each of their twelve pairings.
 */
const LOOKS = [
  ['zh-Hans', 'light', 1440],
  ['zh-Hant', 'dark', 1440],
  ['en', 'dark', 390],
] as const;

for (const [lang, theme, width] of LOOKS) {
  for (const [mode, stops] of [
    ["the planner's mode", PLAN],
    ["the investor's and the presenter's mode", OTHER_MODES],
  ] as const) {
    test(`axe finds nothing in ${mode}: ${lang}, ${theme}, ${width} px`, async ({ app, page }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await app.open(`lang=${lang}&theme=${theme}`);
      for (const [hash, there] of stops) {
        await app.show(`${hash}&lang=${lang}&theme=${theme}`);
        await expect(page.locator(there).first()).toBeAttached();
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await expectNoAxeFaults(page, hash);
        if (/view=(dossier|pack)$/.test(hash)) await page.keyboard.press('Escape');
      }
    });
  }
}

test("axe finds nothing in the investor's weights and limits, unfolded", async ({ app, page }) => {
  await app.open('mode=invest&need=hydrogen valves&limits=station:3&heat=1&lang=en&theme=light');
  await expect(page.locator('.parts-bar').first()).toBeVisible();
  await expect(page.locator('.heat-key').first()).toBeVisible();
  for (const fold of await page.locator('.invest-fold:not(:has(.heat-key)) > summary').all()) await fold.click();
  await expectNoAxeFaults(page, 'unfolded');
});

test('axe finds nothing in the notes of a presenter', async ({ page, origin }) => {
  for (const [lang, theme] of [
    ['zh-Hans', 'dark'],
    ['en', 'light'],
  ]) {
    await page.goto('about:blank');
    await page.goto(`${origin}#mode=present&tour=policy&stop=5&display=notes&lang=${lang}&theme=${theme}`);
    await page.locator('.notes-window').waitFor();
    await expectNoAxeFaults(page, `notes ${lang} ${theme}`);
  }
});

for (const [lang, theme, width] of [
  ['zh-Hans', 'light', 1440],
  ['en', 'dark', 390],
] as const) {
  test(`axe finds nothing while importing: ${lang}, ${theme}, ${width} px`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await app.open(`view=data&lang=${lang}&theme=${theme}`);
    await page.locator('.drop-zone .link-button').click();
    await expectNoAxeFaults(page, 'ways in');
    await choose(page, POINTS);
    await expect(page.locator('.confirm')).toBeVisible();
    await expectNoAxeFaults(page, 'to be confirmed');
    await page.locator('.confirm-actions .primary').click();
    await expect(page.locator('.receipt').first()).toBeVisible();
    for (const folded of await page.locator('.set-card summary').all()) await folded.click();
    await expectNoAxeFaults(page, 'receipt and set');
  });
}

test('axe finds nothing with imported rows, their list and the table of service', async ({ app, page }) => {
  await app.open('view=data&lang=en&theme=dark');
  await choose(page, POINTS);
  await page.locator('.confirm-actions .primary').click();
  await expect(page.locator('.receipt').first()).toBeVisible();
  await page.getByText('List of rows').click();
  await expect(page.locator('.set-list li').first()).toBeVisible();
  await expectNoAxeFaults(page, 'rows');
  for (const [hash, there] of [
    ['cross=cluster.district', '.wide-section + .wide-section .cross-grid'],
    ['ask=radius:113.12,23.02:10', '.ask-total'],
  ] as const) {
    await app.show(`${hash}&lang=en&theme=dark`);
    await expect(page.locator(there).first()).toBeAttached();
    await expectNoAxeFaults(page, hash);
  }
});

test('axe finds nothing in the form of a correction, nor in the columns of an export', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open('site=jihua-laboratory');
  await page.getByRole('button', { name: '更正这一项' }).click();
  await expect(page.getByRole('heading', { name: '更正：季华实验室' })).toBeVisible();
  await expectNoAxeFaults(page, 'correction');
  for (const field of ['aliases', 'districts', 'address', 'former:jihua-laboratory']) {
    await page.getByLabel('更正哪一项').selectOption(field);
    await expectNoAxeFaults(page, `correction of ${field}`);
  }
  await app.show('view=corrections');
  await page.getByRole('button', { name: '新增记录' }).click();
  await expect(page.getByRole('heading', { name: '新增记录' })).toBeVisible();
  await page.getByText('更多项').click();
  await expectNoAxeFaults(page, 'a new record');
  await page.setViewportSize({ width: 1440, height: 900 });
  await app.show('view=export');
  await page.getByText(/^列（/).click();
  await expectNoAxeFaults(page, 'export', '.details');
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing behind the tabs of a phone: ${theme}`, async ({ app, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await app.open(`site=jihua-laboratory&theme=${theme}`);
    for (const tab of ['列表', '图例', '详情']) {
      await page.getByRole('tab', { name: tab }).click();
      await expectNoAxeFaults(page, tab);
    }
  });
}
