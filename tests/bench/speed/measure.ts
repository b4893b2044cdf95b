/** One page, one scene, one fresh browser: everything that is measured in a run. */
import { type Browser, chromium, type LaunchOptions, type Page } from '@playwright/test';
import { finishDrawing, hitTests, panAndZoom, readLoading, watchLoading } from './in-page.ts';
import { readMemory, readProcessorMs } from './memory.ts';
import type { Given, Subject } from './pages.ts';
import { tapMs } from './phone.ts';
import { firstView } from './picture.ts';
import { weighFetched } from './weigh.ts';

/** Milliseconds, KiB gzip or MB, as the names end; a number that a scene does not have is absent. */
export type Run = Partial<Record<Figure, number>>;
export const FIGURES = [
  'firstPaintMs',
  'pictureMs',
  'shellMs',
  'listMs',
  'appMs',
  'sitesDrawnMs',
  'readyMs',
  'readyProcessorMs',
  'loadLongTasksMs',
  'jsKiB',
  'cssKiB',
  'dataKiB',
  'rowsDrawnMs',
  'reopenedMs',
  'bareFrameMs',
  'frameMs',
  'frameWorstMs',
  'addedFrameMs',
  'filterMs',
  'hitMs',
  'tapMs',
  'heapMB',
  'buffersMB',
  'processMB',
  'peakMB',
] as const;
export type Figure = (typeof FIGURES)[number];

export interface Place {
  /** Address of the page, and the folder that is served there. */
  readonly url: string;
  readonly folder: string;
}

const LONGEST = 240_000;

/** @throws {Error} when the page crashes, or takes longer than four minutes for a step */
export async function measure(launch: LaunchOptions, subject: Subject, place: Place, rows: Given | null): Promise<Run> {
  const browser = await chromium.launch(launch);
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(LONGEST);
    const crashed = new Promise<never>((_, reject) => {
      page.once('crash', () => reject(new Error('the page crashed')));
      setTimeout(() => reject(new Error('it took too long')), 2 * LONGEST).unref();
    });
    // What comes first counts; the other is heard in any case.
    crashed.catch(() => undefined);
    return await Promise.race([steps(browser, page, subject, place, rows), crashed]);
  } finally {
    await browser.close();
  }
}

/**
 * What is measured in browsers of their own: looking at every frame that is painted takes time, and a phone is another
 * machine.
 */
export async function measureApart(launch: LaunchOptions, subject: Subject, { url }: Place): Promise<Run> {
  const picture = await firstView(launch, url);
  if (!subject.keeps) return picture;
  const browser = await chromium.launch(launch);
  try {
    return { ...picture, tapMs: await tapMs(browser, url) };
  } finally {
    await browser.close();
  }
}

async function steps(browser: Browser, page: Page, subject: Subject, place: Place, rows: Given | null): Promise<Run> {
  const { canvas } = subject;
  // Functions that are sent into the page carry a helper of the compiler that sends them.
  await page.addInitScript('globalThis.__name = (what) => what;');
  await page.addInitScript(watchLoading, canvas);
  const weight = weighFetched(page, place.folder);
  const before = await readProcessorMs(browser);
  await open(page, place.url + subject.address(null));
  await page.waitForFunction(() => performance.getEntriesByName('ready-drawn', 'mark').length > 0);
  const readyProcessorMs = (await readProcessorMs(browser)) - before;
  const { marks, longTasksMs, late } = await page.evaluate(readLoading);
  const loaded: Run = {
    firstPaintMs: marks['first-paint'],
    shellMs: marks['app-shell'],
    appMs: marks['app'],
    sitesDrawnMs: marks['sites-drawn'],
    readyMs: marks['ready-drawn'],
    readyProcessorMs,
    loadLongTasksMs: longTasksMs,
    ...(await weight(late)),
  };
  if (subject.keeps) await context(page);
  await page.evaluate(finishDrawing, canvas);
  let rowsDrawnMs: number | undefined;
  let bareFrameMs: number | undefined;
  if (rows !== null) {
    if (subject.keeps) {
      await open(page, place.url + subject.address(rows));
      await context(page);
    }
    if (rows.shape === 'parcel') {
      // What the parcels add is told apart from what the map costs by itself.
      bareFrameMs = middle(await page.evaluate(panAndZoom, canvas));
      await page.evaluate(finishDrawing, canvas);
    }
    const drawn = await subject.bring(page, rows);
    const start = performance.now();
    await page.evaluate(finishDrawing, canvas);
    rowsDrawnMs = drawn + performance.now() - start;
  }
  const frames = await page.evaluate(panAndZoom, canvas);
  const frameMs = middle(frames);
  await page.evaluate(finishDrawing, canvas);
  const reopenedMs = rows === null ? undefined : await reopen(page, subject, place, rows);
  const filtered = await subject.filter(page, rows !== null);
  const start = performance.now();
  await page.evaluate(finishDrawing, canvas);
  const filterMs = filtered + performance.now() - start;
  // Last, because a hit may open a panel and move the map.
  const hits = await page.evaluate(hitTests, canvas);
  return {
    ...loaded,
    rowsDrawnMs,
    reopenedMs,
    bareFrameMs,
    frameMs,
    addedFrameMs: bareFrameMs === undefined || frameMs === undefined ? undefined : Math.max(0, frameMs - bareFrameMs),
    frameWorstMs: Math.max(...frames),
    filterMs,
    hitMs: middle(hits),
    ...(await readMemory(browser, page)),
  };
}

const middle = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function open(page: Page, url: string): Promise<void> {
  // The same page under another hash would not load anew.
  await page.goto('about:blank');
  await page.goto(url);
  await page.locator('html[data-ready="1"]').waitFor({ state: 'attached' });
}

/** What lies around the register comes after it: a frame of the map as it is has all its layers. */
async function context(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('context', 'mark').length > 0);
}

/** From the start of the navigation to all rows drawn, as for somebody who comes back. */
async function reopen(page: Page, subject: Subject, place: Place, rows: Given): Promise<number> {
  await open(page, place.url + subject.address(rows));
  if (subject.keeps) await page.locator('html[data-overlay="1"]').waitFor({ state: 'attached' });
  await page.evaluate(finishDrawing, subject.canvas);
  return page.evaluate(() => performance.now());
}
