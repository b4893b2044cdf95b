/** Nothing evaluates text as code: not the browser under the policy, not words that a file brings. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { HOSTILE_KML, HOSTILE_KML_CELLS, HOSTILE_WORDS } from '../fixtures/hostile/words.ts';
import { onMap } from './boxes.ts';
import { expect, test } from './fixtures.ts';
import { choose, confirm, overlayDrawn } from './imports.ts';
import { expectWords } from './words.ts';

test.describe('the browser', () => {
  test.use({ allowedFaults: [/policy violation: script-src eval|a string as JavaScript/] });

  test('refuses to make code of text, in the page and in its workers', async ({ app, page }) => {
    await app.open('view=data');
    await importWords(page);
    // Later: what the driver itself evaluates is not under the policy.
    const attempt = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      const tried: string[] = [];
      for (const name of ['eval', 'Function']) {
        const make: unknown = Reflect.get(globalThis, name);
        try {
          if (typeof make === 'function') make('1');
          tried.push('ran');
        } catch {
          tried.push('refused');
        }
      }
      return tried;
    };
    expect(await page.evaluate(attempt)).toEqual(['refused', 'refused']);
    const workers = page.workers();
    expect(workers.length).toBeGreaterThan(1);
    for (const worker of workers) expect(await worker.evaluate(attempt), worker.url()).toEqual(['refused', 'refused']);
  });
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const { html, script, turned, formula } = HOSTILE_WORDS;
const ROWS = [
  ['名称', '经度', '纬度', html, turned],
  [html, '113.1', '23.02', script, formula],
  [turned, '113.12', '23.03', formula, html],
  [html, script, '23.03', html, turned],
];
const FILE = {
  name: `${turned}<b>.csv`,
  mimeType: 'text/csv',
  buffer: Buffer.from(ROWS.map((row) => row.map(quoted).join(',')).join('\n')),
};

async function importWords(page: Page): Promise<void> {
  await choose(page, FILE);
  await confirm(page);
  await expect(page.getByRole('region', { name: /^导入回执/ })).toContainText('已定位');
  await overlayDrawn(page);
}

test('words of a file stay words through import, list, card, filter, export, picture and print', async ({
  app,
  page,
}) => {
  test.setTimeout(240_000);
  await app.open('map=13.00/23.02000/113.10000&view=data');
  await importWords(page);
  await expectWords(page);
  await page.locator('.receipt-rejected summary').first().click();
  await expect(page.locator('.receipt').first()).toContainText(script);
  const at = await onMap(page);
  await page.mouse.move(...at(0.5, 0.5));
  await page.mouse.click(...at(0.5, 0.5));
  await expect(page.locator('.row-cells')).toContainText(html);
  await expectWords(page);

  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByLabel('导出什么', { exact: true }).selectOption({ index: 1 });
  const format = page.getByLabel('格式', { exact: true });
  const formats = await format
    .locator('option')
    .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
  expect(formats.length).toBeGreaterThan(4);
  for (const value of formats) {
    await format.selectOption(value);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).not.toMatch(/[<>\u202E]/);
  }
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 PNG' }).click(),
  ]);
  expect(picture.suggestedFilename()).toMatch(/\.png$/);
  await page.getByRole('button', { name: '打开打印版面' }).click();
  const dialog = page.getByRole('dialog', { name: '打印版面' });
  await dialog.getByLabel('标题').fill(html);
  await expect(dialog.locator('.print-sheet').getByRole('heading', { level: 2 })).toHaveText(html, { timeout: 60_000 });
  await expectWords(page);
  await page.keyboard.press('Escape');
  await page.reload();
  await overlayDrawn(page);
  await expectWords(page);
});

test('markup in a balloon of KML, its data and its CDATA stay words in preview, card, hover and export', async ({
  app,
  page,
}) => {
  test.setTimeout(120_000);
  await app.open('map=13.00/23.02000/113.10000&view=data');
  await choose(page, {
    name: '点.kml',
    mimeType: 'application/vnd.google-earth.kml+xml',
    buffer: Buffer.from(HOSTILE_KML),
  });
  const form = page.getByRole('form', { name: '请核对：点.kml' });
  await expect(form).toContainText(html);
  await expectWords(page);
  await form.getByRole('button', { name: '导入', exact: true }).click();
  await overlayDrawn(page);
  const at = await onMap(page);
  await page.mouse.move(...at(0.5, 0.5));
  await expect(page.locator('.hover-card').filter({ hasText: html }).first()).toBeVisible();
  await page.mouse.click(...at(0.5, 0.5));
  for (const [column, cell] of HOSTILE_KML_CELLS) {
    const row = page
      .locator('.row-cells tbody tr')
      .filter({ has: page.getByRole('rowheader', { name: column, exact: true }) });
    await expect(row.locator('td')).toHaveText(cell);
  }
  await expectWords(page);

  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByLabel('导出什么', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('格式', { exact: true }).selectOption('kml');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载', exact: true }).click(),
  ]);
  const made = await page.evaluate(
    (kml) =>
      [...new DOMParser().parseFromString(kml, 'text/xml').querySelectorAll('img, script, iframe, b, parsererror')]
        .length,
    readFileSync(await download.path(), 'utf8'),
  );
  expect(made).toBe(0);
});
