import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const VIEWS = [
  '',
  'site=xianhu-hydrogen-valley',
  'cluster=equipment',
  'district=nanhai',
  'unit=industry-it',
  'clause=3.5&view=reader',
];
/** The bench, each view with what must be on screen before it is looked at. */
const BENCH = [
  ['ask=radius:113.12,23.02:10', '.ask-total'],
  ['ask=polygon:113.05,22.95,113.2,22.95,113.2,23.05', '.ask-total'],
  ['view=ask', '.ask'],
  ['cross=cluster.district', '.cross-grid'],
  ['view=table', '.register-table'],
  ['view=shade&shade=gdp.2016', '.shade-key'],
  ['shade=population-census.2020&site=jihua-laboratory', '.shade-key'],
] as const;

async function faultsOf(page: Page, what: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(
    (v) =>
      `${what}: ${v.id}: ${v.nodes
        .map((n) => n.target.join(' '))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

for (const [lang, theme] of [
  ['zh-Hans', 'light'],
  ['en', 'dark'],
] as const) {
  test(`axe finds nothing: ${lang}, ${theme}`, async ({ app, page }) => {
    for (const view of VIEWS) {
      await page.goto('about:blank');
      await app.open(`${view}&lang=${lang}&theme=${theme}`);
      expect(await faultsOf(page, view)).toEqual([]);
    }
  });
}

for (const [lang, theme, width] of [
  ['zh-Hans', 'dark', 1440],
  ['en', 'light', 390],
] as const) {
  test(`axe finds nothing on the bench: ${lang}, ${theme}, ${width} px`, async ({ app, page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    const faults: string[] = [];
    const look = async (hash: string, there: string) => {
      await page.goto('about:blank');
      await app.open(`${hash}&lang=${lang}&theme=${theme}`);
      await expect(page.locator(there).first()).toBeVisible();
      faults.push(...(await faultsOf(page, hash)));
    };
    for (const [hash, there] of BENCH) await look(hash, there);
    // Imported rows bring the table of service and their own choices.
    await page.goto('about:blank');
    await app.open(`view=data&lang=${lang}&theme=${theme}`);
    await page.locator('.drop-zone input[type="file"]').setInputFiles('tests/fixtures/import/points.csv');
    await page.locator('.confirm-actions .primary').click();
    await expect(page.locator('.receipt').first()).toBeVisible();
    await look('cross=cluster.district', '.wide-section + .wide-section .cross-grid');
    await look('ask=radius:113.12,23.02:10', '.ask-total');
    expect(faults).toEqual([]);
  });
}

test('axe finds nothing on a phone', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open('site=jihua-laboratory');
  for (const tab of ['列表', '图例', '详情']) {
    await page.getByRole('tab', { name: tab }).click();
    expect(await faultsOf(page, tab)).toEqual([]);
  }
});
