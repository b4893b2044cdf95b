/** When a page first shows all sites: seen from outside, in the frames that the browser paints, the same for every page. */
import { readFileSync } from 'node:fs';
import { chromium, type LaunchOptions, type Page } from '@playwright/test';
import { CLUSTER_COLOURS } from '../../../src/domain/colours.ts';
import { parseAs } from '../../../src/domain/schema/parse.ts';
import { SiteCollection } from '../../../src/domain/schema/site.ts';

interface Frame {
  /** Milliseconds of the epoch. */
  readonly at: number;
  /** PNG, base64. */
  readonly data: string;
}

const LONGEST_MS = 180_000;
/** Pixels of a colour, of which a frame must hold so many. */
const ENOUGH = 12;

/** Colours of the sites that have a place in the city. */
function siteColours(): string[] {
  const json: unknown = JSON.parse(readFileSync('geo/out/sites.geojson', 'utf8'));
  const clusters = parseAs(SiteCollection, json, 'sites').features.flatMap(({ geometry, properties }) =>
    geometry === null || properties.precision === 'city' ? [] : [properties.industryCluster],
  );
  return [...new Set(clusters)].map((cluster) => CLUSTER_COLOURS.light[cluster]);
}

export interface FirstView {
  /** Milliseconds from the start of the navigation to the first frame that holds every colour; NaN where none does. */
  readonly pictureMs: number;
  /** The same to the frame that shows the list, which is the first paint where it stands in the page; absent without one. */
  readonly listMs: number | undefined;
}

/**
 * Looking at every frame that is painted takes the page some of its time: the first paint is that of a visit that nobody
 * watches, and a watched one tells how much later the picture is. The address is the page's own and says nothing more,
 * as for who comes first: what the page is served with is not the view of another address.
 */
export async function firstView(launch: LaunchOptions, url: string): Promise<FirstView> {
  const later = await visit(launch, (page) => afterFirstPaint(page, url));
  const { paint, list } = await visit(launch, async (page) => {
    await open(page, url);
    return { paint: await firstPaint(page), list: await page.evaluate(listMark) };
  });
  return { pictureMs: paint + later, listMs: list === undefined ? undefined : Math.max(paint, list) };
}

/** Runs in the page. */
const listMark = (): number | undefined => performance.getEntriesByName('list', 'mark')[0]?.startTime;

async function visit<T>(launch: LaunchOptions, look: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(launch);
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    await context.addInitScript('globalThis.__name = (what) => what;');
    return await look(await context.newPage());
  } finally {
    await browser.close();
  }
}

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'commit', timeout: LONGEST_MS });
  await page.locator('html[data-ready="1"]').waitFor({ state: 'attached', timeout: LONGEST_MS });
  // The frame that shows what was ready.
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
}

async function afterFirstPaint(page: Page, url: string): Promise<number> {
  const colours = siteColours();
  const session = await page.context().newCDPSession(page);
  const frames: Frame[] = [];
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ at: 1000 * (metadata.timestamp ?? Number.NaN), data });
    void session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
  });
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 });
  await open(page, url);
  await session.send('Page.stopScreencast');
  const paint = (await page.evaluate(() => performance.timeOrigin)) + (await firstPaint(page));
  for (const { at, data } of frames) {
    if (await page.evaluate(holdsAll, { data, colours, enough: ENOUGH })) return Math.max(0, at - paint);
  }
  return Number.NaN;
}

/** Runs in the page. */
async function holdsAll({
  data,
  colours,
  enough,
}: {
  data: string;
  colours: readonly string[];
  enough: number;
}): Promise<boolean> {
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (context === null) throw new Error('no 2d context');
  context.drawImage(bitmap, 0, 0);
  const { data: pixels } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  return colours.every((colour) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    let hits = 0;
    for (let i = 0; i < pixels.length && hits < enough; i += 4) {
      const [dr, dg, db] = [(pixels[i] ?? 0) - r, (pixels[i + 1] ?? 0) - g, (pixels[i + 2] ?? 0) - b];
      if (Math.abs(dr) <= 8 && Math.abs(dg) <= 8 && Math.abs(db) <= 8) hits += 1;
    }
    return hits >= enough;
  });
}
