/** The main walks in Chromium 109: what the code is built from may be newer than it, in syntax, library and style. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CLUSTER_COLOURS } from '../../../src/domain/colours.ts';
import { SET_SHADES } from '../../../src/domain/set-look.ts';
import { clickMiddle, onMap } from '../boxes.ts';
import { expect, test, waitForMap } from '../fixtures.ts';
import { importPoints, overlayDrawn } from '../imports.ts';
import { shareOfColour } from '../pixels.ts';
import { arrived, stageTitle } from '../tour.ts';

const ONE_FILE = fileURLToPath(new URL('../../../dist-onefile/foshan-224-map.html', import.meta.url));

test('starts with its map, in a browser of that age', async ({ app, page, browser }) => {
  await app.open();
  expect(Number.parseInt(browser.version(), 10)).toBeLessThan(110);
  await expect.poll(() => shareOfColour(page.locator('.map'), CLUSTER_COLOURS.light.auto)).toBeGreaterThan(0.0001);
  await expect(page.locator('.list-row').first()).toBeVisible();
});

test('a click on a site shows its clause; the legend filters map and list', async ({ app, page }) => {
  await app.open('map=14.00/22.99876/113.23456');
  await clickMiddle(page);
  await expect(page.getByRole('article', { name: '季华实验室' }).locator('blockquote').first()).toContainText(
    '季华实验室',
  );
  await page.getByRole('checkbox', { name: /汽车及新能源/ }).uncheck();
  await expect(page.locator('.legend .panel-head .tabular')).toHaveText('18 / 24 项');
});

test('a question is set on the map and answered', async ({ app, page }) => {
  await app.open('map=10.50/23.00000/113.10000&view=ask');
  const at = await onMap(page);
  const panel = page.getByRole('article', { name: '范围查询' });
  await panel.getByRole('button', { name: '在地图上点选' }).click();
  await page.mouse.click(...at(0.5, 0.5));
  await expect(page).toHaveURL(/ask=radius:113\.1,23:5/);
  await expect(panel.locator('.ask-total')).toBeVisible();
});

test('a table is imported, drawn, and there again after a reload', async ({ app, page }) => {
  await app.open('map=13.50/22.9329/113.20668&view=data');
  await importPoints(page);
  await overlayDrawn(page);
  await expect.poll(() => shareOfColour(page.locator('.map'), SET_SHADES.light.blue)).toBeGreaterThan(0.00005);
  await page.reload();
  await overlayDrawn(page);
});

test('a tour is played, and a page is printed', async ({ app, page }) => {
  await app.open('mode=present&tour=overview&stop=2');
  await arrived(page, 2);
  const title = (await stageTitle(page).textContent()) ?? '';
  await page.keyboard.press('PageDown');
  await arrived(page, 3);
  await expect(stageTitle(page)).not.toHaveText(title);

  await page.goto('about:blank');
  await app.open('view=export');
  await page.getByRole('button', { name: '打开打印版面' }).click();
  const dialog = page.getByRole('dialog', { name: '打印版面' });
  await dialog.getByLabel('纸张').selectOption('A4');
  await dialog.getByLabel('方向').selectOption('landscape');
  await expect(dialog.locator('.print-sheet img, .print-sheet canvas').first()).toBeVisible({ timeout: 60_000 });
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test.describe('the one-file edition', () => {
  // The file itself is not of the origin that the other tests are served from.
  test.use({ allowedFaults: [/^request to elsewhere: file:/] });

  test('starts from disk, filters, and opens the policy', async ({ page }) => {
    await page.goto(pathToFileURL(ONE_FILE).href);
    await waitForMap(page);
    const count = page.locator('.legend .panel-head .tabular');
    const all = await count.textContent();
    await page.getByRole('checkbox', { name: /汽车及新能源/ }).uncheck();
    await expect(count).not.toHaveText(all ?? '');
    await page.getByRole('button', { name: '阅读政策原文' }).click();
    await expect(page.getByRole('article', { name: '政策原文' })).toContainText('三龙湾');
  });
});
