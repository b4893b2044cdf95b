/**
 * One million rows of CSV (about 100 MB) through the built product in a real browser: memory of the page's
 * process (its worker included), how long the page was ever held up, whether the receipt is exact, and what a
 * filter and a radius question cost then. Run by hand after a build:
 * `npm run bench import-million-browser [rows]`; prints a table and, last, one line of JSON. Linux.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { browserLaunchOptions } from '../e2e/browser.ts';
import { ofBrowser } from './browser-processes.ts';
import { watchPage } from './held-up.ts';
import { writeFirms } from './million-csv.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const json = (name: string): unknown => JSON.parse(readFileSync(`geo/out/${name}`, 'utf8'));
const context = {
  districts: parseAs(DistrictCollection, json('districts.geojson'), 'districts'),
  towns: parseAs(TownCollection, json('towns.geojson'), 'towns'),
};
const LONG = 15 * 60_000;

const lastMeasure = (page: Page, name: string) =>
  page.evaluate((of) => performance.getEntriesByName(of, 'measure').at(-1)?.duration ?? Number.NaN, name);
const digits = (text: string | null) => Number((text ?? '').replaceAll(/[^\d]/g, ''));

const folder = mkdtempSync(join(tmpdir(), 'import-'));
const server = await serve({ dir: 'dist' });
const launched = await chromium.launchServer(await browserLaunchOptions());
try {
  const path = join(folder, 'million.csv');
  const broken = await writeFirms(path, rows, 'wgs84', context);
  const root = launched.process().pid ?? 0;
  const browser = await chromium.connect(launched.wsEndpoint());
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const heldUp = await watchPage(page);
  await page.goto(`${server.url}#view=data`);
  await page.waitForSelector('html[data-ready="1"]', { timeout: LONG });
  // What comes behind the first view is no part of the import.
  await page.evaluate('new Promise((done) => requestIdleCallback(done))');
  const before = ofBrowser(root, 'renderer')[0];
  await heldUp();

  await page.locator('.drop-zone input[type="file"]').setInputFiles(path);
  await page.locator('.confirm-actions .primary').click({ timeout: LONG });
  const receipt = page.locator('.receipt').first();
  await receipt.waitFor({ timeout: LONG });
  const whileImporting = await heldUp();
  const importMs = await lastMeasure(page, 'import');
  const imported = ofBrowser(root, 'renderer')[0];
  const [placed, rejected, read] = await Promise.all(
    ['.receipt-sum strong:nth-of-type(1)', '.receipt-sum strong:nth-of-type(2)', '.receipt-sum span'].map(
      async (part) => digits(await receipt.locator(part).textContent()),
    ),
  );
  await page.waitForSelector('html[data-overlay="1"]', { timeout: LONG });
  const whileDrawing = await heldUp();

  await page.locator('.set-card > details > summary').nth(1).click();
  await page.locator('.set-filters input[type="checkbox"]').first().uncheck();
  await page.waitForFunction(() => performance.getEntriesByName('filter', 'measure').length > 0, null, {
    timeout: LONG,
  });
  const whileFiltering = await heldUp();

  await page.goto(`${server.url}#view=ask&ask=radius:113.12,23.02:5`);
  await page.locator('.ask select').last().selectOption({ index: 1 }, { timeout: LONG });
  await page.waitForFunction(() => performance.getEntriesByName('query', 'measure').length > 1, null, {
    timeout: LONG,
  });
  const found = await page.locator('.ask-total').textContent();
  const whileAsking = await heldUp();

  const peak = ofBrowser(root, 'renderer')[0];
  const gpu = ofBrowser(root, 'gpu-process')[0];
  const result = {
    rows,
    fileMB: Math.round(statSync(path).size / 1e6),
    receipt: { read, placed, rejected, exact: read === rows && rejected === broken && placed === rows - broken },
    seconds: { import: importMs / 1000 },
    ms: { filter: await lastMeasure(page, 'filter'), query: await lastMeasure(page, 'query') },
    pageMB: { before: before?.nowMB, afterImport: imported?.nowMB, peakOfImport: imported?.peakMB, peak: peak?.peakMB },
    gpuProcessMB: gpu?.peakMB,
    heldUp: { whileImporting, whileDrawing, whileFiltering, whileAsking },
    found,
  };
  console.table([
    { what: 'rows read / placed / rejected', value: `${read} / ${placed} / ${rejected}` },
    { what: 'receipt exact', value: result.receipt.exact },
    { what: 'import, s', value: result.seconds.import.toFixed(1) },
    { what: 'page before, MB', value: before?.nowMB.toFixed(0) },
    { what: 'page at most while importing, MB', value: imported?.peakMB.toFixed(0) },
    { what: 'page at most, MB', value: peak?.peakMB.toFixed(0) },
    { what: 'longest task while importing, ms', value: whileImporting.longestTaskMs.toFixed(0) },
    { what: 'longest frame while importing, ms', value: whileImporting.longestFrameMs.toFixed(0) },
    { what: 'filter, ms', value: result.ms.filter.toFixed(0) },
    { what: 'radius question, ms', value: result.ms.query.toFixed(0) },
  ]);
  console.log(JSON.stringify(result));
  await browser.close();
} finally {
  await launched.close();
  await server.close();
  rmSync(folder, { recursive: true });
}
