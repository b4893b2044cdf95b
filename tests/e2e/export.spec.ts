import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { SET_SHADES } from '../../src/domain/set-look.ts';
import { expectNoAxeFaults } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { importPoints, overlayDrawn } from './imports.ts';

/** Pixels of a colour (`#rrggbb`) in a PNG, and the width of the picture. */
async function pixelsOf(page: Page, download: Download, colour: string): Promise<{ count: number; width: number }> {
  const bytes = [...readFileSync(await download.path())];
  return await page.evaluate(
    async ({ bytes: content, colour: wanted }) => {
      const bitmap = await createImageBitmap(new Blob([new Uint8Array(content)], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (context === null) throw new Error('no 2-D canvas');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
      let count = 0;
      for (let at = 0; at < data.length; at += 4)
        if (data[at] === r && data[at + 1] === g && data[at + 2] === b) count += 1;
      return { count, width: bitmap.width };
    },
    { bytes, colour },
  );
}

async function picture(page: Page): Promise<Download> {
  await page.getByLabel('清晰度').selectOption('1');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 PNG' }).click(),
  ]);
  return download;
}

test('the picture of the map has the size of the map, and imported points in it', async ({ app, page }) => {
  await app.open('view=export');
  const box = await page.locator('.map').boundingBox();
  const blue = SET_SHADES.light.blue;
  const before = await pixelsOf(page, await picture(page), blue);
  expect(before).toEqual({ count: 0, width: Math.round(box?.width ?? 0) });

  await app.open('view=data');
  await importPoints(page);
  await overlayDrawn(page);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const after = await pixelsOf(page, await picture(page), blue);
  // The legend's dot alone has fewer.
  expect(after.count).toBeGreaterThan(200);
});

test('the map goes out as SVG with the sites and own points, and as a picture to the clipboard', async ({
  app,
  page,
  context,
}) => {
  await app.open('view=data');
  await importPoints(page);
  await overlayDrawn(page);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 SVG' }).click(),
  ]);
  const svg = readFileSync(await file.path(), 'utf8');
  const found = await page.evaluate(async (text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    // An image of its own: nothing of the page's style or fonts.
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    await image.decode();
    return {
      root: root.tagName,
      sites: root.querySelectorAll('[data-layer="sites"] use').length,
      points: root.querySelectorAll('[data-layer="own-points"] circle').length,
      width: image.naturalWidth,
      words: root.textContent,
    };
  }, svg);
  expect(found.root).toBe('svg');
  expect(found.sites).toBeGreaterThan(5);
  expect(found.points).toBeGreaterThan(0);
  expect(found.width).toBeGreaterThan(600);
  expect(found.words).toContain('内部参考');

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByLabel('清晰度').selectOption('1');
  await page.getByRole('button', { name: '复制图片' }).click();
  await expect(page.getByText('图片已复制到剪贴板。')).toBeVisible();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const bitmap = await createImageBitmap((await item?.getType('image/png')) ?? new Blob());
    return bitmap.width;
  });
  expect(copied).toBe(found.width);
});

test('a page to print: one sheet of the chosen paper, closed by Escape, without a fault of access', async ({
  app,
  page,
}) => {
  await app.open('view=export');
  await page.getByRole('button', { name: '打开打印版面' }).click();
  const dialog = page.getByRole('dialog', { name: '打印版面' });
  await dialog.getByLabel('纸张').selectOption('A4');
  await dialog.getByLabel('方向').selectOption('portrait');
  await dialog.getByLabel('标题').fill('三水区食品饮料');
  const sheet = dialog.locator('.print-sheet.is-portrait');
  await expect(sheet.getByRole('heading', { level: 2 })).toHaveText('三水区食品饮料', { timeout: 60_000 });
  await expect(sheet).toContainText('内部参考');
  await expectNoAxeFaults(page, 'the page to print', '.print-layout');
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width, height] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf) ?? [];
  // A4 in points of 1/72 inch.
  expect(Math.abs(Number(width) - 595.3)).toBeLessThan(1);
  expect(Math.abs(Number(height) - 841.9)).toBeLessThan(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('article', { name: '导出与打印' })).toBeVisible();
});
