/**
 * 150 MB each of CSV, GeoJSON and KML through the built product in a real browser: the most memory that the page's
 * process ever held (its worker included), whether every row is in the receipt, how often progress was shown, and how
 * long it takes until an import that is cancelled has let go. Run by hand after a build:
 * `npm run bench import-big-browser [MB] [formats]`; prints a table and, last, one line of JSON; fails over 1.5 GB. Linux.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { browserLaunchOptions } from '../e2e/browser.ts';
import { BIG_FORMATS, type BigFormat, writeBig } from './big-files.ts';
import { ofBrowser } from './browser-processes.ts';

const MOST_MB = 1500;
const LONG = 15 * 60_000;
const megabytes = Number(process.argv[2] ?? 150);
const wanted = process.argv[3]?.split(',') ?? BIG_FORMATS;
const formats = BIG_FORMATS.filter((format) => wanted.includes(format));

const json = (name: string): unknown => JSON.parse(readFileSync(`geo/out/${name}`, 'utf8'));
const context = {
  districts: parseAs(DistrictCollection, json('districts.geojson'), 'districts'),
  towns: parseAs(TownCollection, json('towns.geojson'), 'towns'),
};

/** Counts in the page how often another progress was shown. */
const WATCH = `
  window.progressShown = 0;
  let last = null;
  requestAnimationFrame(function frame() {
    const value = document.querySelector('progress')?.value ?? null;
    if (value !== null && value !== last) window.progressShown += 1;
    last = value;
    requestAnimationFrame(frame);
  });
`;

const digits = (text: string | null) => Number((text ?? '').replaceAll(/[^\d]/g, ''));
const choose = async (page: Page, path: string) => {
  await page.locator('.drop-zone input[type="file"]').setInputFiles(path);
  await page.locator('.confirm-actions .primary').click({ timeout: LONG });
};

/** Begins to read the file, cancels it at the first progress, and waits until the page offers the next file. */
async function cancelledIn(page: Page, path: string): Promise<number> {
  await choose(page, path);
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0, null, { timeout: LONG });
  const start = performance.now();
  await page.getByRole('button', { name: '取消导入' }).click();
  await page.locator('.drop-zone').waitFor({ timeout: LONG });
  return performance.now() - start;
}

async function measured(format: BigFormat, path: string, rows: number, url: string) {
  const launched = await chromium.launchServer(await browserLaunchOptions());
  try {
    const root = launched.process().pid ?? 0;
    const browser = await chromium.connect(launched.wsEndpoint());
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    await page.addInitScript({ content: WATCH });
    await page.goto(`${url}#view=data`);
    await page.waitForSelector('html[data-ready="1"]', { timeout: LONG });
    const before = ofBrowser(root, 'renderer')[0]?.nowMB ?? Number.NaN;
    const cancelMs = await cancelledIn(page, path);
    const setsAfterCancel = await page.locator('.set-card').count();
    const start = performance.now();
    await choose(page, path);
    const receipt = page.locator('.receipt').first();
    await receipt.waitFor({ timeout: LONG });
    const seconds = (performance.now() - start) / 1000;
    const read = digits(await receipt.locator('.receipt-sum span').textContent());
    const imported = ofBrowser(root, 'renderer')[0]?.peakMB ?? Number.NaN;
    await page.waitForSelector('html[data-overlay="1"]', { timeout: LONG });
    const peak = ofBrowser(root, 'renderer')[0]?.peakMB ?? Number.NaN;
    const progressShown = await page.evaluate((): unknown => Reflect.get(window, 'progressShown'));
    await browser.close();
    return {
      format,
      fileMB: Math.round(statSync(path).size / 1e6),
      rows,
      allRead: read === rows,
      seconds: Math.round(seconds * 10) / 10,
      progressShown,
      cancelMs: Math.round(cancelMs),
      setsAfterCancel,
      beforeMB: Math.round(before),
      peakOfImportMB: Math.round(imported),
      peakMB: Math.round(peak),
    };
  } finally {
    await launched.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'import-'));
const server = await serve({ dir: 'dist' });
try {
  const results = [];
  for (const format of formats) {
    const path = join(folder, `big.${format}`);
    const rows = await writeBig(path, format, megabytes * 1e6, context);
    results.push(await measured(format, path, rows, server.url));
    rmSync(path);
  }
  console.table(results);
  console.log(JSON.stringify(results));
  if (results.some(({ peakMB, allRead }) => peakMB > MOST_MB || !allRead)) process.exitCode = 1;
} finally {
  await server.close();
  rmSync(folder, { recursive: true });
}
