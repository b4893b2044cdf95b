/** The address is the state: a link that is opened afresh draws the map of who came to it by clicks, pixel for pixel. */

import type { Page } from '@playwright/test';
import { expect, SHARP, test } from './fixtures.ts';
import { difference, ROUNDING } from './pixels.ts';
import { settled } from './settled.ts';

test.use(SHARP);

/** In a link that names it the camera stands, so that both maps look at the very same ground. */
const CAMERA = 'map=10.50/23.00000/113.10000';

/** The map and what lies over it, once two pictures in a row are the same. */
async function pictureOf(page: Page): Promise<Buffer> {
  // What is under the pointer stands out.
  await page.mouse.move(720, 2);
  let before = await page.locator('.map canvas').first().screenshot();
  for (let i = 0; i < 40; i++) {
    await settled(page);
    const now = await page.locator('.map canvas').first().screenshot();
    if (now.equals(before)) return now;
    before = now;
  }
  throw new Error('the map does not come to rest');
}

const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: '分析工具' }).getByRole('button', { name });
const listed = (page: Page, id: string) => page.locator(`#list [data-site="${id}"]`);

/**
 * By clicks, then afresh: the same picture, pixel for pixel, but for what the renderer rounds.
 *
 * @param names share of the picture that a name may take which lies on another side of its point: MapLibre leaves a
 * name where it was when others go, so that it depends on what was there before
 */
async function expectSameMap(
  page: Page,
  open: (hash: string) => Promise<void>,
  hash: RegExp,
  names = 0,
): Promise<void> {
  await expect(page).toHaveURL(hash);
  const clicked = await pictureOf(page);
  const link = new URL(page.url()).hash;
  expect(link, 'the map stands where it stood').toContain(CAMERA);
  await page.goto('about:blank');
  await open(link);
  await expect(async () => {
    const opened = await pictureOf(page);
    if (names === 0) expect(await difference(page, clicked, opened, ROUNDING)).toBe(0);
    else expect(await difference(page, clicked, opened)).toBeLessThan(names);
  }).toPass();
}

test('a question and a site', async ({ app, page }) => {
  await app.open(`${CAMERA}&ask=radius:113.12,23.02:10`);
  await expect(page.locator('.ask-total')).toBeVisible();
  const alone = await pictureOf(page);
  await listed(page, 'jihua-laboratory').click();
  await expectSameMap(page, app.open, /site=jihua-laboratory.*ask=radius/);
  // What answers the question stands out in both.
  await page.goto('about:blank');
  await app.open(`${CAMERA}&site=jihua-laboratory`);
  expect(await difference(page, await pictureOf(page), alone)).toBeGreaterThan(0);
});

test('districts shaded, behind another panel', async ({ app, page }) => {
  await app.open(CAMERA);
  await tool(page, '分级设色').click();
  await expect(page.locator('.shade-key')).toBeVisible();
  await tool(page, '导出').click();
  await expectSameMap(page, app.open, /view=export.*shade=records/);
});

test('the investor’s candidates, with one of them open', async ({ app, page }) => {
  await app.open(CAMERA);
  await page.getByRole('button', { name: '招商选址' }).click();
  await page.locator('#need').fill('氢能阀门');
  // One that is in sight: the map does not move for it.
  await page
    .locator('ol.ranked > li')
    .getByRole('button', { name: /建陶小镇/ })
    .first()
    .click();
  await expectSameMap(page, app.open, /mode=invest.*site=.*need=/, 0.003);
  // Pale symbols alone are more than a name.
  const found = await pictureOf(page);
  await page.goto('about:blank');
  await app.open(`${CAMERA}&site=nanzhuang-ceramics-town`);
  expect(await difference(page, await pictureOf(page), found)).toBeGreaterThan(0.01);
});
