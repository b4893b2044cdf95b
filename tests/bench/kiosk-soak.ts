/**
 * A kiosk that runs for days, in minutes: the stops of a tour in a loop with their seconds shortened, and a visitor
 * who explores now and then. Memory is read after a garbage collection every so many stops; it must not grow.
 * Run after a build with `npm run bench kiosk-soak [stops] [tour] [cuts|flights]`; prints a table and
 * writes JSON to the file named by SOAK_JSON. Not part of the tests, because it takes the machine for itself.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { browserLaunchOptions } from '../e2e/browser.ts';

const stops = Number(process.argv[2] ?? 520);
const tour = process.argv[3] ?? 'overview';
const moves = process.argv[4] ?? 'cuts';
const DIST = process.env['SOAK_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));
/** A stop's seconds, and a visitor's idle minutes, are this much shorter. */
const FASTER = 40;
const EVERY = 40;
const MIB = 2 ** 20;

interface Reading {
  readonly stops: number;
  readonly minutes: number;
  /** MiB. */
  readonly heap: number;
  /** Of the performance timeline. */
  readonly entries: number;
  readonly rss: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly history: number;
}

/** Resident memory of a browser and its processes, bytes. */
function residentBytes(browserPid: number): number {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const family = new Set([browserPid]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [pid = 0, parent = 0] of rows)
      if (family.has(parent) && !family.has(pid)) {
        family.add(pid);
        grown = true;
      }
  }
  return rows.reduce((sum, [pid = 0, , kib = 0]) => sum + (family.has(pid) ? kib * 1024 : 0), 0);
}

/** Runs in the page, as text, since a compiled function would name helpers that are not there: long waits are shorter, stops are counted. */
const HURRY = `{
  const real = window.setTimeout;
  window.setTimeout = (act, ms = 0, ...rest) => real(act, ms >= 2000 ? ms / ${FASTER} : ms, ...rest);
  window.soak = 0;
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => {
      if (document.documentElement.dataset.stop !== undefined) window.soak += 1;
    }).observe(document.documentElement, { attributeFilter: ['data-stop'] });
  });
}`;

const counted = async (page: Page): Promise<number> => Number(await page.evaluate('window.soak'));

const server = await serve({ dir: DIST });
const browser = await chromium.launchServer(await browserLaunchOptions());
const client = await chromium.connect(browser.wsEndpoint());
const page = await client.newPage({
  viewport: { width: 1280, height: 720 },
  reducedMotion: moves === 'cuts' ? 'reduce' : 'no-preference',
});
const faults: string[] = [];
page.on('pageerror', (error) => faults.push(error.message));
page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
await page.addInitScript(HURRY);
await page.goto(`${server.url}#mode=present&tour=${tour}&kiosk=1`);
await page.locator('html[data-ready="1"]').waitFor({ state: 'attached', timeout: 60_000 });
const cdp = await page.context().newCDPSession(page);
await cdp.send('Performance.enable');
const begun = Date.now();
const pid = browser.process().pid ?? 0;

async function read(done: number): Promise<Reading> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((m) => m.name === name)?.value ?? Number.NaN;
  const entries = Number(await page.evaluate('performance.getEntries().length'));
  return {
    stops: done,
    minutes: (Date.now() - begun) / 60_000,
    heap: usedSize / MIB,
    entries,
    rss: residentBytes(pid) / MIB,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    history: Number(await page.evaluate('history.length')),
  };
}

const readings: Reading[] = [];
console.log('stops  min  heap MiB  RSS MiB  nodes  listeners  entries  history');
for (let next = EVERY; next <= stops; next += EVERY) {
  await page.waitForFunction(`window.soak >= ${next}`, undefined, { timeout: 0 });
  const reading = await read(await counted(page));
  readings.push(reading);
  console.log(
    [
      String(reading.stops).padStart(5),
      reading.minutes.toFixed(1).padStart(5),
      reading.heap.toFixed(1).padStart(9),
      reading.rss.toFixed(0).padStart(8),
      String(reading.nodes).padStart(6),
      String(reading.listeners).padStart(10),
      String(reading.entries).padStart(8),
      String(reading.history).padStart(8),
    ].join(' '),
  );
  // A visitor: looks at a place, and goes away.
  await page.mouse.click(900, 300);
  await page.locator('.kiosk-banner').waitFor();
  await page.locator('.kiosk-banner').waitFor({ state: 'detached', timeout: 60_000 });
}
if (process.env['SOAK_JSON'] !== undefined)
  writeFileSync(
    process.env['SOAK_JSON'],
    `${JSON.stringify({ tour, moves, faster: FASTER, readings, faults }, null, 2)}\n`,
  );
if (faults.length > 0) console.log(`faults: ${[...new Set(faults)].join(' | ')}`);
await client.close();
await browser.close();
await server.close();
