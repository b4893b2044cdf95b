/**
 * What a planner does with the columns of a million rows, in a real browser: colours by a number and by a category,
 * filters by a number, sorts the table. Each with the time to the first frame or page that shows it, and the longest task
 * of the page's thread. Run by hand after a build: `npm run bench columns-million [rows]`; prints a table and JSON.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { DistrictCollection, TownCollection } from '../../src/domain/schema/area.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { browserLaunchOptions } from '../e2e/browser.ts';
import { writeFirms } from './million-csv.ts';
import { withoutGraphicsCard } from './speed/launch.ts';

const rows = Number(process.argv[2] ?? 1_000_000);
const RUNS = 3;
const LONG = 10 * 60_000;
const json = (name: string): unknown => JSON.parse(readFileSync(`geo/out/${name}`, 'utf8'));
const context = {
  districts: parseAs(DistrictCollection, json('districts.geojson'), 'districts'),
  towns: parseAs(TownCollection, json('towns.geojson'), 'towns'),
};

/** Longest task since it was last asked, as text: compiled on the way, a function would ask for helpers that the page has not. */
const WATCH = `
  window.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTask = Math.max(window.longestTask, duration);
  }).observe({ entryTypes: ['longtask'] });
`;

/** From `act` until `shown` has come and two frames have passed. */
async function timed(page: Page, act: () => Promise<unknown>, shown: () => Promise<unknown>) {
  await page.evaluate('window.longestTask = 0');
  const start = performance.now();
  await act();
  await shown();
  const ms = performance.now() - start;
  // What is asked for is drawn in full some time later; a task that this takes counts too.
  await page.waitForTimeout(1500);
  const longestTaskMs: unknown = await page.evaluate('window.longestTask');
  return { ms: Math.round(ms), longestTaskMs: Math.round(Number(longestTaskMs)) };
}

/** The number of frames that showed a change of what is drawn, as the product measures them. */
const frames = (page: Page) => page.evaluate(() => performance.getEntriesByName('filter', 'measure').length);
async function nextFrame(page: Page, before: number): Promise<void> {
  await page.waitForFunction((n) => performance.getEntriesByName('filter', 'measure').length > n, before, {
    timeout: LONG,
  });
}

const folder = mkdtempSync(join(tmpdir(), 'columns-'));
const server = await serve({ dir: 'dist' });
const browser = await chromium.launch(withoutGraphicsCard(await browserLaunchOptions()));
const table: Record<string, string | number>[] = [];
try {
  const path = join(folder, 'million.csv');
  await writeFirms(path, rows, 'wgs84', context);
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
  page.setDefaultTimeout(LONG);
  await page.addInitScript({ content: WATCH });
  await page.goto(`${server.url}#view=data`);
  await page.waitForSelector('html[data-ready="1"]');
  await page.locator('.drop-zone input[type="file"]').setInputFiles(path);
  await page.locator('.confirm-actions .primary').click();
  await page.waitForSelector('html[data-overlay="1"]');
  await page.waitForTimeout(3000);
  const card = page.locator('.set-card');
  await card.getByText('样式', { exact: true }).click();
  const colour = card.getByLabel('颜色');
  const restyle = async (what: string, column: string) => {
    for (let run = 0; run < RUNS; run++) {
      const before = await frames(page);
      const figures = await timed(
        page,
        () => colour.selectOption({ label: column }),
        () => nextFrame(page, before),
      );
      table.push({ what: `${what}, run ${run + 1}`, ...figures });
      const back = await frames(page);
      await colour.selectOption({ label: '红' });
      await nextFrame(page, back);
      await page.waitForTimeout(1500);
    }
  };
  await restyle('colour by a number', '产值万元');
  await restyle('colour by a category', '行业');

  await card.getByText('筛选', { exact: true }).click();
  const choose = card.getByLabel('按某一列筛选');
  table.push({
    what: 'a filter by a number is offered',
    ...(await timed(
      page,
      () => choose.selectOption({ label: '产值万元' }),
      () => card.getByRole('group', { name: '产值万元' }).getByLabel('从', { exact: true }).waitFor(),
    )),
  });
  const from = card.getByRole('group', { name: '产值万元' }).getByLabel('从', { exact: true });
  for (const [run, value] of ['2000', '4000', '6000'].entries()) {
    const before = await frames(page);
    await from.fill(value);
    table.push({
      what: `filter by a number, run ${run + 1}`,
      ...(await timed(
        page,
        () => from.press('Enter'),
        () => nextFrame(page, before),
      )),
    });
  }

  await card.getByRole('button', { name: /以表格查看/ }).click();
  const grid = page.locator('.set-table table');
  await grid.waitFor();
  await page.waitForTimeout(2000);
  for (const name of ['产值万元', '员工数', '企业名称']) {
    const first = await grid.locator('tbody tr').first().textContent();
    table.push({
      what: `sort by ${name}`,
      ...(await timed(
        page,
        () => grid.getByRole('button', { name, exact: true }).first().click(),
        () =>
          page.waitForFunction((was) => document.querySelector('.set-table tbody tr')?.textContent !== was, first, {
            timeout: LONG,
          }),
      )),
    });
  }
} finally {
  console.table(table);
  console.log(JSON.stringify(table));
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}
