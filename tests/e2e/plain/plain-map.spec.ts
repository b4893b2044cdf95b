/** The product where the browser has no WebGL2: the map is drawn plainly, and everything stands on it. */
import { readFile } from 'node:fs/promises';
import { expectNoAxeFaults } from '../axe.ts';
import { boxOf, onMap } from '../boxes.ts';
import { expect, test } from '../fixtures.ts';
import { importPoints } from '../imports.ts';
import { settled } from '../settled.ts';
import { arrived } from '../tour.ts';

const symbols = '.plain-map [data-layer="sites"] use';

test('find a site, read its clause, filter, ask, print', async ({ app, page }) => {
  await app.open();
  expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBeNull();
  await expect(page.locator('.notice')).toContainText('没有 WebGL2');
  const map = page.getByRole('region', { name: /佛山地图/ });
  await expect(map.locator('[data-layer="district-names"]')).toContainText('南海区');
  const all = await page.locator(symbols).count();
  expect(all).toBeGreaterThan(15);

  // Find: by its name, and it is brought into sight with its name on the map.
  await page.getByRole('combobox').first().fill('季华');
  await page
    .getByRole('option', { name: /季华实验室/ })
    .first()
    .click();
  await expect(map.locator('[data-layer="selected-label"]')).toContainText('季华实验室');
  const panel = page.getByRole('article', { name: '季华实验室' });
  await expect(panel.locator('blockquote').first()).toContainText('季华实验室');

  // Filter.
  await page.getByRole('checkbox', { name: /汽车及新能源/ }).uncheck();
  await expect.poll(() => page.locator(symbols).count()).toBeLessThan(all);

  // Ask, by a click on the map.
  await app.show('map=10.50/23.00000/113.10000&view=ask');
  await page.getByRole('article', { name: '范围查询' }).getByRole('button', { name: '在地图上点选' }).click();
  await page.mouse.click(...(await onMap(page))(0.5, 0.5));
  await expect(page).toHaveURL(/ask=radius:113\.1,23:5/);
  await expect(page.locator('.ask-total')).toBeVisible();
  await expect(map.locator('[data-layer="ask-line"] path')).toHaveCount(1);

  // Print.
  await app.show('view=export');
  await page.getByRole('button', { name: '打开打印版面' }).click();
  const dialog = page.getByRole('dialog', { name: '打印版面' });
  await expect(dialog.locator('.print-sheet img, .print-sheet canvas').first()).toBeVisible({ timeout: 60_000 });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test('is moved by keys, wheel and drag, and a click selects what is under it', async ({ app, page }) => {
  await app.open('map=14.00/22.99876/113.23456');
  const at = await onMap(page);
  const jihua = page.locator(symbols).first();
  const before = await boxOf(jihua);
  await page.mouse.move(...at(0.5, 0.5));
  await expect(page.locator('.hover-card')).toContainText('季华实验室');
  await page.mouse.move(...at(0.5, 0.6));
  await page.mouse.down();
  await page.mouse.move(...at(0.6, 0.7), { steps: 3 });
  await page.mouse.up();
  const [from, to] = [at(0.5, 0.6), at(0.6, 0.7)];
  const moved = async () => Math.round(((await jihua.boundingBox())?.x ?? Number.NaN) - before.x);
  await expect.poll(moved).toBe(Math.round(to[0] - from[0]));
  await expect(page).not.toHaveURL(/map=14\.00\/22\.99876\/113\.23456/);
  await page.locator('.plain-map').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/map=15\.00/);
  await page.mouse.wheel(0, 400);
  await expect(page).toHaveURL(/map=14\.00/);
  // By the keyboard alone: the one nearest to the middle.
  await page.locator('.plain-map').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: '季华实验室' })).toBeVisible();
  await page.getByRole('button', { name: '全市' }).click();
  await page.getByRole('button', { name: '放大' }).click();
  await expect(page.locator('.plain-map [data-layer="district-names"]')).toContainText('顺德区');
  await settled(page);
  await expectNoAxeFaults(page, 'the plain map');
});

test('shows own rows, a shading and a tour, and gives its picture', async ({ app, page }) => {
  await app.open('map=13.50/22.9329/113.20668&view=data');
  await importPoints(page);
  await expect.poll(() => page.locator('.plain-map [data-layer="own-points"] circle').count()).toBeGreaterThan(0);
  await app.show('view=export');
  const download = page.waitForEvent('download');
  await page
    .getByRole('button', { name: /下载图片|导出图片|PNG/ })
    .first()
    .click();
  const picture = await readFile(await (await download).path());
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.length).toBeGreaterThan(20_000);
  await app.show('mode=present&tour=overview&stop=2');
  await arrived(page, 2);
  await page.keyboard.press('PageDown');
  await arrived(page, 3);
  await expect(page.locator(symbols).first()).toBeVisible();
});
