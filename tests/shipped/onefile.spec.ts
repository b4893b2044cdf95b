import { readFileSync } from 'node:fs';
import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { SET_SHADES } from '../../src/domain/set-look.ts';
import { clickMiddle } from '../e2e/boxes.ts';
import { COARSE, expect, waitForMap } from '../e2e/fixtures.ts';
import { importPoints, overlayDrawn } from '../e2e/imports.ts';
import { testOfFile } from '../e2e/one-file.ts';
import { shareOfColour } from '../e2e/pixels.ts';
import { arrived } from '../e2e/tour.ts';
import { protomapsFile } from '../fixtures/basemap/protomaps.ts';
import { loneSite } from './register.ts';

const test = testOfFile('dist-onefile/foshan-224-map.html');
const SITE = loneSite();
test.use(COARSE);

test('opened from disk without network: a site, its clause, the text, the way back, a table', async ({ app, page }) => {
  await app.open(`map=14.00/${SITE.lat.toFixed(5)}/${SITE.lng.toFixed(5)}`);
  await clickMiddle(page);
  const panel = page.getByRole('article', { name: SITE.nameZh });
  await expect(panel.locator('blockquote').first()).toContainText(SITE.quote);
  await expect(page).toHaveURL(new RegExp(`site=${SITE.id}`));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '阅读政策原文' }).click();
  await expect(page.getByRole('article', { name: '政策原文' })).toContainText('三龙湾');
  await page.goBack();
  await expect(page).not.toHaveURL(/view=reader/);
  await page.getByRole('button', { name: '目标台账' }).first().click();
  await expect(page.getByRole('region', { name: '目标台账' })).toContainText('2026');
});

test('a file is imported, drawn, kept over a reload, and exported', async ({ app, page }) => {
  await app.open('map=13.50/22.9329/113.20668&view=data');
  await importPoints(page);
  await overlayDrawn(page);
  await expect.poll(() => shareOfColour(page.locator('.map'), SET_SHADES.light.blue)).toBeGreaterThan(0.00005);
  await page.reload();
  await overlayDrawn(page);

  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByLabel('清晰度').selectOption('1');
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 PNG' }).click(),
  ]);
  expect(
    readFileSync(await picture.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('a base map in a file is opened, drawn, and kept over a reload', async ({ app, page }) => {
  const water = () => shareOfColour(page.locator('.map'), BASE_COLOURS.light.water, 6);
  await app.open('map=10.20/22.82/112.67');
  expect(await water()).toBeLessThan(0.05);
  await page.getByRole('button', { name: '底图', exact: true }).click();
  await page.getByLabel('打开 PMTiles 文件…').setInputFiles({
    name: 'town.pmtiles',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(protomapsFile()),
  });
  await expect(page.getByRole('status').filter({ hasText: '保存在本设备上' })).toBeVisible();
  // The choice lies over a part of the map.
  await expect.poll(water).toBeGreaterThan(0.06);
  await page.reload();
  await expect.poll(water).toBeGreaterThan(0.1);
});

test('every language and the dark theme are in it', async ({ app, page }) => {
  await app.open(`lang=en&theme=dark&site=${SITE.id}`);
  await expect(page.getByRole('heading', { level: 2, name: SITE.nameEn })).toBeVisible();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('zh-Hant');
  await expect(page).toHaveTitle(/產業集群地圖/);
});

test('a tour is played with PageDown alone, and the presenter’s window drives it and outlives a reload', async ({
  app,
  page,
}) => {
  test.setTimeout(240_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.open('mode=present&tour=overview');
  const title = page.locator('.stage-title');
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('n');
  const notes = await opening;
  const now = notes.getByRole('region', { name: '这一站' });
  await expect(notes.getByText('已连接演示窗口')).toBeVisible();

  const titles = new Set<string>();
  for (let stop = 2; stop <= 6; stop += 1) {
    await page.keyboard.press('PageDown');
    await arrived(page, stop);
    const said = (await title.textContent()) ?? '';
    titles.add(said);
    await expect(now).toContainText(said);
  }
  expect(titles.size).toBe(5);

  await notes.keyboard.press('PageDown');
  await expect(page).toHaveURL(/stop=7$/);
  await page.reload();
  await waitForMap(page);
  await expect(notes.getByText('已连接演示窗口')).toBeVisible();
  await notes.keyboard.press('PageUp');
  await expect(page).toHaveURL(/stop=6$/);
});
