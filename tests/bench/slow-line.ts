/**
 * The first visit on a slow line, 400 kbit/s and 400 ms: when the first view's picture and list, the shell, the app and the whole first view are there.
 * Run by hand after `npm run build`: `npm run bench slow-line [runs]`.
 */
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { browserLaunchOptions } from '../e2e/browser.ts';

const LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const MARKS = ['picture', 'list', 'app-shell', 'app', 'sites-drawn', 'ready'] as const;
const runs = Number(process.argv[2] ?? 3);

/** Milliseconds from the call of the page to each mark, and the bytes that came until then. */
async function visit(browser: Browser, url: string): Promise<Record<string, number>> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await page.goto(url, { waitUntil: 'commit', timeout: 180_000 });
  await page.waitForSelector('html[data-ready="1"]', { state: 'attached', timeout: 180_000 });
  const { times, files } = await page.evaluate(
    (names) => ({
      times: names.map((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
      files: performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .map(({ responseEnd, transferSize }) => ({ responseEnd, transferSize })),
    }),
    MARKS,
  );
  await context.close();
  const bytesUntil = (mark: (typeof MARKS)[number]) =>
    files
      .filter(({ responseEnd }) => responseEnd <= (times[MARKS.indexOf(mark)] ?? 0))
      .reduce((sum, { transferSize }) => sum + transferSize, 0);
  return {
    ...Object.fromEntries(MARKS.map((mark, at) => [mark, times[at] ?? Number.NaN])),
    'bytes until list': bytesUntil('list'),
    'bytes until ready': bytesUntil('ready'),
  };
}

const { url, close } = await serve({ dir: fileURLToPath(new URL('../../dist', import.meta.url)) });
const browser = await chromium.launch(await browserLaunchOptions({ fonts: 'chinese' }));
const visits = [];
for (let run = 0; run < runs; run += 1) visits.push(await visit(browser, url));
await browser.close();
await close();

for (const name of Object.keys(visits[0] ?? {})) {
  const values = visits.map((each) => each[name] ?? Number.NaN).sort((a, b) => a - b);
  const [least, median, most] = [values[0], values[Math.floor(runs / 2)], values[runs - 1]].map((n) =>
    Math.round(n ?? 0),
  );
  console.log(`${name.padEnd(18)} median ${median}, ${least} to ${most}`);
}
