/** A price list by the names of parks, from the file to the ranking and the map. */
import { expect, test } from './fixtures.ts';
import { choose, confirm, overlayDrawn } from './imports.ts';

const PRICES =
  '园区,地价（万元/亩）,联系人\n仙湖氢谷,95,李女士\n织梦小镇,40,\n佛山高新区南海园,30,何先生\n建陶小镇,60,\n';

test('a price list by name changes the ranking in two clicks, and stands on the map', async ({ app, page }) => {
  await app.open('mode=invest&need=氢能阀门&view=data');
  await choose(page, { name: '报价.csv', mimeType: 'text/csv', buffer: Buffer.from(PRICES) });
  await confirm(page);
  await overlayDrawn(page);
  const names = page.locator('ol.ranked').first().locator('.ranked-name');
  const order = async () => (await names.allTextContents()).join(' ');
  await expect(names.first()).toBeVisible();
  await expect(page.locator('.rank-range').first()).toBeVisible();
  const before = await order();

  await page.getByText('权重', { exact: true }).click();
  await page.getByRole('button', { name: '地价（万元/亩）: 越小越好' }).click();
  await expect(page).toHaveURL(/weights=own-[a-z0-9]+:-3/);
  await expect.poll(order).not.toBe(before);
  const first = page.locator('.ranked-row').filter({ hasText: '佛山高新区南海园' });
  await expect(first.locator('.parts-bar')).toHaveAttribute('aria-label', /地价（万元\/亩）/);
});
