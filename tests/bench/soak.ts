/**
 * A long use of the built product with a set imported: random but seeded actions, after which the console has no error,
 * the heap without compiled code has not grown beyond the bound below, and the address restores what is shown. Run by
 * hand after a build: `npm run bench soak [actions] [seed]`; prints what it found and ends with 1 where something is
 * wrong.
 */
import { type CDPSession, chromium, type Page } from '@playwright/test';
import * as v from 'valibot';
import { serve } from '../../scripts/serve.mjs';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { VIEWS } from '../../src/state/address/views.ts';
import { browserLaunchOptions } from '../e2e/browser.ts';
import { drawn, seeded } from './soak-actions.ts';

const count = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? 1);
/** So often the address is opened in a second page and compared, and the heap is measured. */
const CHECK_EVERY = 100;
/** Growth of the heap without compiled code, garbage collected, from the first check to the last, MiB. */
const MOST_GROWTH_MIB = 4;
/** V8 gives the compiled code of a function up when it was not run between so many collections. */
const COLLECTIONS = 10;
const READY_MS = 120_000;
const MiB = 1024 * 1024;

/** As V8 writes it: `nodes` holds so many numbers a node as there are fields. */
const HeapSnapshot = v.object({
  snapshot: v.object({
    meta: v.object({
      node_fields: v.array(v.string()),
      node_types: v.array(v.union([v.string(), v.array(v.string())])),
    }),
  }),
  nodes: v.array(v.number()),
});

const problems: string[] = [];
const random = seeded(seed);
const server = await serve({ dir: 'dist' });
const browser = await chromium.launch(await browserLaunchOptions());
const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
// Functions that are sent into the page carry a helper of the compiler that sends them.
await context.addInitScript('globalThis.__name = (what) => what;');
let at = 'start';
context.on('console', (message) => {
  if (message.type() === 'error') problems.push(`${at}: console: ${message.text()}`);
});
context.on('weberror', (error) => problems.push(`${at}: page: ${error.error().message}`));

async function ready(page: Page): Promise<void> {
  await page.locator('html[data-ready="1"]').waitFor({ state: 'attached', timeout: READY_MS });
}

async function heapMiB(session: CDPSession): Promise<number> {
  for (let i = 0; i < COLLECTIONS; i++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / MiB;
}

/** Of it V8's compiled code, which it makes of functions that have run often and gives up where they no longer do, MiB. */
async function codeMiB(session: CDPSession): Promise<number> {
  const parts: string[] = [];
  const onPart = ({ chunk }: { chunk: string }) => void parts.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', onPart);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', onPart);
  const { snapshot, nodes } = parseAs(HeapSnapshot, JSON.parse(parts.join('')), 'heap snapshot');
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const code = Array.isArray(types[0]) ? types[0].indexOf('code') : -1;
  let bytes = 0;
  for (let at = 0; at < nodes.length; at += fields.length)
    if (nodes[at + type] === code) bytes += nodes[at + size] ?? 0;
  return bytes / MiB;
}

/** What the address must restore: the panel's heading, the list's rows, the filter's count, the theme, the language. */
async function shown(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const text = (selector: string) =>
      (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
    const { lang, dataset } = document.documentElement;
    return JSON.stringify({
      lang,
      theme: dataset['theme'],
      panel: text('.detail h2'),
      wide: text('.wide-view h2'),
      rows: document.querySelectorAll('.list-row').length,
    });
  });
}

async function show(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => location.assign(`#${hash}`), address);
  await page.waitForFunction(() => document.querySelector('.boot') === null, undefined, { timeout: READY_MS });
}

/** What loads on first need is there before the heap is measured: a set, every view, every mode. */
async function useAll(page: Page): Promise<void> {
  await show(page, 'view=data');
  await page.locator('.drop-zone input[type="file"]').setInputFiles('tests/fixtures/import/points.csv');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.locator('html[data-overlay="1"]').waitFor({ state: 'attached', timeout: READY_MS });
  for (const view of VIEWS) await show(page, `view=${view}`);
  for (const mode of ['mode=invest', 'mode=present&tour=overview', '']) await show(page, mode);
}

const page = await context.newPage();
page.setDefaultTimeout(READY_MS);
await page.goto(server.url);
await ready(page);
await useAll(page);
const session = await context.newCDPSession(page);
const heap: number[] = [await heapMiB(session)];
/** At the first check and at the end. */
const code: number[] = [];
const done = new Map<string, number>();

async function check(n: number): Promise<void> {
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.querySelector('.boot') === null, undefined, { timeout: READY_MS });
  const address = page.url();
  const before = await shown(page);
  const second = await context.newPage();
  await second.goto(address);
  await ready(second);
  const after = await second
    .waitForFunction((wanted) => (document.documentElement.lang === wanted ? wanted : null), JSON.parse(before).lang)
    .then(() => shown(second));
  if (before !== after) problems.push(`${at}: ${address} restores ${after}, shown was ${before}`);
  await second.close();
  // Always with the same on the page: some views have three times the elements of others.
  await show(page, '');
  heap.push(await heapMiB(session));
  if (n === CHECK_EVERY || n === count) code.push(await codeMiB(session));
  console.log(`${n} actions, heap ${heap.at(-1)?.toFixed(1)} MiB, ${problems.length} problems`);
}

for (let n = 1; n <= count; n++) {
  // What does not apply now is no action: another is drawn.
  for (let applied = false; !applied; ) {
    const action = drawn(random);
    at = `${n} (${action.name})`;
    try {
      applied = await action.run({ page, random });
      if (applied) done.set(action.name, (done.get(action.name) ?? 0) + 1);
    } catch (error) {
      problems.push(`${at}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      applied = true;
    }
  }
  if (n % CHECK_EVERY === 0) await check(n);
}

await browser.close();
await server.close();
const [, settled = heap[0] ?? 0] = heap;
const growth = (heap.at(-1) ?? 0) - settled;
const codeGrowth = (code.at(-1) ?? 0) - (code[0] ?? 0);
if (growth - codeGrowth > MOST_GROWTH_MIB)
  problems.push(`the heap grew by ${growth.toFixed(1)} MiB, its code by ${codeGrowth.toFixed(1)}`);
for (const [name, times] of done) console.log(`${String(times).padStart(5)} × ${name}`);
for (const problem of problems) console.log(problem);
console.log(
  JSON.stringify({
    seed,
    actions: count,
    heapMiB: heap.map((mib) => Number(mib.toFixed(1))),
    growth,
    codeGrowth,
    problems: problems.length,
  }),
);
process.exitCode = problems.length === 0 ? 0 : 1;
