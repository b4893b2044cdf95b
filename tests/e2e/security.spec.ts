/** Nothing evaluates text as code: not what ships, not the browser under the policy, not words that a file brings. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parseAst } from 'vite';
import { HOSTILE_KML, HOSTILE_KML_CELLS, HOSTILE_WORDS } from '../fixtures/hostile/words.ts';
import { expect, test } from './fixtures.ts';

const ASSETS = 'dist/assets';
const TO_CODE: readonly string[] = ['eval', 'Function', 'execScript', 'importScripts'];
const TIMERS: readonly string[] = ['setTimeout', 'setInterval'];

/** The last name of what is called: `globalThis.eval` is `eval`. */
function called(node: Readonly<Record<string, unknown>>): string {
  const callee = record(node['callee']);
  const last = callee?.['type'] === 'MemberExpression' ? record(callee['property']) : callee;
  return String(last?.['name'] ?? last?.['value'] ?? '');
}

function record(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** Calls that make code of text, as the names they go by. */
function codeFromText(value: unknown, found: string[] = []): string[] {
  if (Array.isArray(value)) for (const each of value) codeFromText(each, found);
  const node = record(value);
  if (node === null) return found;
  if (node['type'] === 'CallExpression' || node['type'] === 'NewExpression') {
    const name = called(node);
    const first: unknown = Array.isArray(node['arguments']) ? node['arguments'][0] : undefined;
    if (TO_CODE.includes(name)) found.push(name);
    if (TIMERS.includes(name) && typeof record(first)?.['value'] === 'string') found.push(name);
  }
  for (const inner of Object.values(node)) codeFromText(inner, found);
  return found;
}

test('no chunk makes code of text, but for one line of MapLibre’s worker that the policy refuses and nothing calls', () => {
  const found = readdirSync(ASSETS)
    .filter((name) => /\.m?js$/.test(name))
    .flatMap((name) =>
      codeFromText(parseAst(readFileSync(`${ASSETS}/${name}`, 'utf8'))).map(
        (what) => `${name.replace(/-[\w-]{8}\./, '.')} ${what}`,
      ),
    );
  // It runs scripts that `importScriptInWorkers` and `setRTLTextPlugin` name: the product calls neither.
  expect(found).toEqual(['maplibre-worker.js eval']);
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const callers = sources.filter((name) =>
    /importScriptInWorkers|setRTLTextPlugin/.test(readFileSync(`src/${name}`, 'utf8')),
  );
  expect(callers).toEqual([]);
});

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
  await page.locator('.drop-zone input[type="file"]').setInputFiles(FILE);
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByRole('region', { name: /^导入回执/ })).toContainText('已定位');
  await expect(page.locator('html')).toHaveAttribute('data-overlay', '1');
}

/** Nothing that was imported became an element or ran, and no mark turns what is shown. */
async function expectWords(page: Page): Promise<void> {
  const seen = await page.evaluate(() => ({
    ran: Reflect.get(window, 'taken') ?? null,
    made: document.querySelectorAll('body img:not([src^="blob:"]), body script:not([src]), body iframe').length,
    turning: /[\u202A-\u202E\u2066-\u2069]/.test(document.body.textContent),
  }));
  expect(seen).toEqual({ ran: null, made: 0, turning: false });
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
  const map = await page.locator('.map').boundingBox();
  if (map === null) throw new Error('the map has no box');
  await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
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
  await expect(page.locator('html')).toHaveAttribute('data-overlay', '1', { timeout: 60_000 });
  await expectWords(page);
});

test('markup in a balloon of KML, its data and its CDATA stay words in preview, card, hover and export', async ({
  app,
  page,
}) => {
  test.setTimeout(120_000);
  await app.open('map=13.00/23.02000/113.10000&view=data');
  await page.locator('.drop-zone input[type="file"]').setInputFiles({
    name: '点.kml',
    mimeType: 'application/vnd.google-earth.kml+xml',
    buffer: Buffer.from(HOSTILE_KML),
  });
  const form = page.getByRole('form', { name: '请核对：点.kml' });
  await expect(form).toContainText(html);
  await expectWords(page);
  await form.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-overlay', '1');
  const map = await page.locator('.map').boundingBox();
  if (map === null) throw new Error('the map has no box');
  await page.mouse.move(map.x + map.width / 2, map.y + map.height / 2);
  await expect(page.locator('.hover-card').filter({ hasText: html }).first()).toBeVisible();
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
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

test('every view of the address opens without a fault, also with words of strangers in it', async ({ app, page }) => {
  test.setTimeout(240_000);
  const words = encodeURIComponent(`${html}${turned}`);
  for (const hash of [
    `q=${words}`,
    `site=${words}&clause=${words}&doc=${words}&base=${words}`,
    ...['reader', 'units', 'targets', 'coverage', 'corrections', 'shade', 'export', 'data'].map(
      (view) => `view=${view}&lang=en&theme=dark`,
    ),
    'ask=district:chancheng',
    'cross=cluster.district',
    'view=shade&shade=records',
  ]) {
    await app.open(hash);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-ready', '1', { timeout: 60_000 });
    await expectWords(page);
  }
});
