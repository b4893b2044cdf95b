import { CLUSTER_COLOURS } from '../../src/domain/colours.ts';
import { expect, test } from './fixtures.ts';
import { shareOfColour } from './pixels.ts';

/** The only site within a kilometre of this point, so its symbol stands in the middle of the map. */
const JIHUA = 'map=14.00/22.99650/113.23180';

test('a click on a site on the canvas opens its clause in the panel', async ({ app, page }) => {
  await app.open(JIHUA);
  const map = page.locator('.map');
  const box = await map.boundingBox();
  if (box === null) throw new Error('the map has no box');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const panel = page.getByRole('article', { name: '季华实验室' });
  await expect(panel.getByText('三（二）', { exact: false }).first()).toBeVisible();
  await expect(panel.locator('mark')).toHaveText('季华实验室');
  await expect(panel.locator('blockquote').first()).toContainText('全力推进季华实验室等高水平科研平台建设');
  await expect(page).toHaveURL(/site=jihua-laboratory/);
  await expect(page.locator('.list-row[aria-current="true"]')).toContainText('季华实验室');
});

test('the legend filters map, list and counts alike', async ({ app, page }) => {
  await app.open('map=9.60/23.00000/113.00000');
  const map = page.locator('.map');
  const violet = CLUSTER_COLOURS.light.electronics;
  const before = await shareOfColour(map, violet);
  expect(before).toBeGreaterThan(0.0001);
  await page.getByRole('checkbox', { name: /军民融合及电子信息/ }).uncheck();
  await expect(page.locator('.legend .panel-head .tabular')).toHaveText('42 / 46 项');
  await expect(page.locator('.list-row', { hasText: '佛山南海电子信息产业园' })).toHaveCount(0);
  await expect.poll(() => shareOfColour(map, violet)).toBeLessThan(before / 10);
  await expect(page).toHaveURL(/clusters=equipment,home,auto,robotics/);
});

test('search by initials, keyboard alone', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('/');
  await page.keyboard.type('jhsys');
  await expect(page.getByRole('option').first()).toContainText('季华实验室');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: '季华实验室' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article', { name: '概览' })).toBeVisible();
});

test('a link restores camera, filters, language, theme and selection', async ({ app, page }) => {
  await app.open('map=11.50/22.90000/113.10000&lang=en&theme=dark&clusters=robotics&site=midea-kuka-park');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 2, name: /Midea/ })).toBeVisible();
  await expect(page.locator('.legend .panel-head .tabular')).toHaveText('2 of 46 records');
  await expect(page).toHaveURL(/map=11\.50\/22\.90000\/113\.10000/);
  await page.getByRole('button', { name: 'Close' }).first().click();
  await expect(page).not.toHaveURL(/site=/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: /Midea/ })).toBeVisible();
});

test('a broken link opens the start page and keeps what can be kept', async ({ app, page }) => {
  await app.open('site=no-such-site&clusters=auto,bogus&map=nonsense&lang=xx&clause=9.9');
  await expect(page.getByRole('article', { name: '概览' })).toBeVisible();
  await expect(page.locator('.legend .panel-head .tabular')).toHaveText('10 / 46 项');
});

test.describe('without WebGL2', () => {
  test('the list and the panels go on working', async ({ page, origin }) => {
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      const withoutWebGl = function (this: HTMLCanvasElement, ...args: unknown[]) {
        return String(args[0]).startsWith('webgl') ? null : Reflect.apply(original, this, args);
      };
      Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: withoutWebGl });
    });
    await page.goto(origin);
    await expect(page.getByText('没有 WebGL2')).toBeVisible();
    await page.locator('.list-row', { hasText: '仙湖氢谷' }).click();
    await expect(page.getByRole('article', { name: '仙湖氢谷' })).toContainText('氢');
  });
});
