/**
 * A million imported rows in the built product: coloured by a column, filtered by a number, sorted as a table. From the
 * user's act to the first frame that shows it (of a large set a thinned one) and to the full drawing, each waited for
 * until the graphics have computed it, and the longest task of the main thread meanwhile. Run by hand after a build:
 * `npm run bench columns-million-browser [rows] [runs]`; prints a table and, last, one line of JSON.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { messages as zhHans } from '../../src/panels/data/messages.zh-Hans.ts';
import { browserLaunchOptions } from '../e2e/browser.ts';
import { watchPage } from './held-up.ts';
import { writeFirms } from './million-csv.ts';
import { drawingFinished } from './speed/in-page.ts';
import { withoutGraphicsCard } from './speed/launch.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const runs = Number(process.argv[3] ?? 3);
const json = (name: string): unknown => JSON.parse(readFileSync(`geo/out/${name}`, 'utf8'));
const context = {
  districts: parseAs(DistrictCollection, json('districts.geojson'), 'districts'),
  towns: parseAs(TownCollection, json('towns.geojson'), 'towns'),
};
const LONG = 15 * 60_000;
const CANVAS = '.map canvas.maplibregl-canvas';
/** The product's own measure of a large set that is drawn part by part, taken with its last part. */
const FULL = 'full drawing';

interface Taken {
  /** From the act to the first frame that shows it, computed; of a table to the rows in their order. */
  readonly firstMs: number;
  /** To the full drawing; absent of a table. */
  readonly fullMs?: number;
  readonly longestTaskMs: number;
}

const count = (page: Page, measure: string) =>
  page.evaluate((name) => performance.getEntriesByName(name, 'measure').length, measure);

/** Acts, waits for the product's own measure of the frame that shows it, then for the map at rest. */
async function onMap(page: Page, measure: string, act: () => Promise<unknown>): Promise<Omit<Taken, 'longestTaskMs'>> {
  const [before, drawn] = [await count(page, measure), await count(page, FULL)];
  const start = performance.now();
  await act();
  await page.waitForFunction(
    ({ name, seen }) => performance.getEntriesByName(name, 'measure').length > seen,
    { name: measure, seen: before },
    { timeout: LONG, polling: 'raf' },
  );
  await page.evaluate(drawingFinished, CANVAS);
  const firstMs = performance.now() - start;
  await page.waitForFunction(
    ({ name, seen }) => performance.getEntriesByName(name, 'measure').length > seen,
    { name: FULL, seen: drawn },
    { timeout: LONG },
  );
  await page.evaluate(drawingFinished, CANVAS);
  return { firstMs, fullMs: performance.now() - start };
}

/** Presses the head of a column and waits until the table has that order and is no longer at work. */
async function sorted(page: Page, head: Locator): Promise<Omit<Taken, 'longestTaskMs'>> {
  const start = performance.now();
  await head.getByRole('button').click();
  await page.waitForFunction(
    (working) => {
      const status = [...document.querySelectorAll('.set-table [role="status"]')];
      const hasOrder = document.querySelector('.set-table th[aria-sort$="ending"]') !== null;
      return hasOrder && !status.some(({ textContent }) => textContent.includes(working));
    },
    zhHans.setWorking.slice(0, 4),
    { timeout: LONG, polling: 'raf' },
  );
  return { firstMs: performance.now() - start };
}

const folder = mkdtempSync(join(tmpdir(), 'columns-'));
const server = await serve({ dir: 'dist' });
const browser = await chromium.launch(withoutGraphicsCard(await browserLaunchOptions()));
const results: Record<string, Taken[]> = {};
try {
  const path = join(folder, 'firms.csv');
  await writeFirms(path, rows, 'wgs84', context);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  page.setDefaultTimeout(LONG);
  const heldUp = await watchPage(page);
  await page.goto(`${server.url}#view=data&lang=zh-Hans&map=9.60/23.00000/113.00000`);
  await page.waitForSelector('html[data-ready="1"]');
  await page.locator('.drop-zone input[type="file"]').setInputFiles(path);
  await page.locator('.confirm-actions .primary').click();
  await page.locator('.receipt').first().waitFor();
  await page.waitForSelector('html[data-overlay="1"]');
  const card = page.locator('.set-card');
  await card.getByText('样式', { exact: true }).click();
  await card.locator('details > summary', { hasText: '筛选' }).first().click();
  await card.locator('.set-filters').waitFor();
  const take = async (what: string, work: () => Promise<Omit<Taken, 'longestTaskMs'>>) => {
    await page.evaluate('new Promise((done) => requestIdleCallback(done))');
    await heldUp();
    const taken = await work();
    const { longestTaskMs } = await heldUp();
    results[what] = [...(results[what] ?? []), { ...taken, longestTaskMs }];
  };
  const colour = card.getByLabel('颜色', { exact: true });
  for (let run = 0; run < runs; run++) {
    await take('coloured by a number', () => onMap(page, 'restyle', () => colour.selectOption({ label: '员工数' })));
    await take('coloured by a category', () => onMap(page, 'restyle', () => colour.selectOption({ label: '行业' })));
  }
  await card.locator('.set-filters select').last().selectOption({ label: '产值万元' });
  const from = card.locator('.filter-handles input[type="range"]').first();
  for (let run = 0; run < runs; run++)
    for (const value of ['30', '60'])
      await take('filtered by a number', () => onMap(page, 'filter', () => from.fill(value)));
  await from.fill('0');
  await card
    .getByRole('button', { name: /作为表格|表格/ })
    .first()
    .click();
  await page.getByRole('grid').waitFor();
  for (let run = 0; run < runs; run++) {
    for (const name of ['企业名称', '产值万元'])
      await take(`table sorted by ${name}`, () => sorted(page, page.getByRole('columnheader', { name })));
  }
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  console.table(
    Object.entries(results).map(([what, all]) => ({
      what,
      runs: all.length,
      'first, ms (first run)': all[0]?.firstMs.toFixed(0),
      'first, ms': middle(all.map(({ firstMs }) => firstMs)).toFixed(0),
      'in full, ms': all[0]?.fullMs === undefined ? '' : middle(all.map(({ fullMs = 0 }) => fullMs)).toFixed(0),
      'longest task, ms': Math.max(...all.map(({ longestTaskMs }) => longestTaskMs)).toFixed(0),
    })),
  );
  console.log(JSON.stringify({ rows, results }));
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}
