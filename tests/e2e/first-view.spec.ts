/** The first view is in the page itself, and gives way to the live map without a jump. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { CLUSTER_COLOURS, type Theme } from '../../src/domain/colours.ts';
import { expect, MOVING, SHARP, test, waitForMap } from './fixtures.ts';
import { shareIn } from './pixels.ts';

test.use({ ...SHARP, ...MOVING, keepsPage: false });

/** As `src/ui/tokens.css` has it. */
const PAPER: Readonly<Record<Theme, string>> = { light: '#fbfaf6', dark: '#171c22' };

/** Of each site its symbol's middle, px from the upper left of the window. */
type Places = Record<string, readonly [number, number]>;

/** Runs in the page. */
function placesInPicture(): Places {
  return Object.fromEntries(
    [...document.querySelectorAll('.first-view a')].map((link) => {
      const { e = 0, f = 0 } = link.querySelector('use')?.getScreenCTM() ?? {};
      return [link.getAttribute('href')?.replace('#site=', '') ?? '', [e, f] as const];
    }),
  );
}

/** Each thing of the panels that is seen, by its kind and words: its edges, px. Runs in the page. */
function panelsSeen(): Record<string, readonly number[]> {
  const seen: Record<string, readonly number[]> = {};
  const all = document.querySelectorAll(
    ':is(.top-bar, .legend, .site-list, .detail, .sheet, .plan-bar, .plan-bar *, .top-bar *, .sidebar *, .details *, .sheet *):not(path, use, g, rect, option)',
  );
  for (const element of all) {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    if (right - left < 2 || bottom - top < 2 || !element.checkVisibility({ visibilityProperty: true })) continue;
    // A row is a link at first.
    const kind = element.matches('.list-row') ? 'row' : element.tagName.toLowerCase();
    const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const words = `${kind} ${own
      .map(({ textContent }) => textContent)
      .join('')
      .replace(/\s/g, '')}`;
    let times = 1;
    while (`${words} ${times}` in seen) times += 1;
    seen[`${words} ${times}`] = [left, top, right, bottom];
  }
  return seen;
}

/** Has the page remember its panels just before the app draws its own, and in the very frame that shows those. */
async function rememberPanels(page: Page): Promise<() => Promise<Record<string, readonly number[]>[]>> {
  await page.addInitScript(`{
    const seen = ${panelsSeen.toString()};
    const replace = Element.prototype.replaceChildren;
    Element.prototype.replaceChildren = function (...nodes) {
      if (this.id === 'app') {
        window.panelsAtTakeover = [seen()];
        requestAnimationFrame(() => window.panelsAtTakeover.push(seen()));
      }
      replace.apply(this, nodes);
    };
  }`);
  return () => page.evaluate(() => Reflect.get(window, 'panelsAtTakeover') as Record<string, readonly number[]>[]);
}

/** Things of which an edge moved by more than 1 px, and things that came or went. */
function changed(a: Record<string, readonly number[]>, b: Record<string, readonly number[]>): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((what) => {
    const [from, to] = [a[what], b[what]];
    return from === undefined || to === undefined || from.some((px, i) => Math.abs(px - (to[i] ?? Number.NaN)) > 1);
  });
}

/** Has the page remember where the picture had its symbols when it was taken away. */
async function rememberTakeover(page: Page): Promise<() => Promise<Places>> {
  await page.addInitScript(`{
    const places = ${placesInPicture.toString()};
    const remove = Element.prototype.remove;
    Element.prototype.remove = function () {
      if (this.classList.contains('first-view')) window.placesAtTakeover = places();
      remove.call(this);
    };
  }`);
  return () => page.evaluate(() => Reflect.get(window, 'placesAtTakeover') as Places);
}

function farther(a: Places, b: Places): string[] {
  expect(Object.keys(a).sort()).toEqual(Object.keys(b).sort());
  return Object.entries(a).flatMap(([id, [x, y]]) => {
    const [x0, y0] = b[id] ?? [Number.NaN, Number.NaN];
    const px = Math.hypot(x - x0, y - y0);
    return px <= 1 ? [] : [`${id}: ${px} px`];
  });
}

function onLiveMap(page: Page): Promise<Places> {
  return page.evaluate(() => {
    interface Live {
      queryRenderedFeatures(options: { layers: string[] }): {
        properties: { id: string };
        geometry: { coordinates: [number, number] };
      }[];
      project(at: [number, number]): { x: number; y: number };
    }
    const element = document.querySelector('.map-view');
    const map = Reflect.get(element ?? {}, 'map') as Live;
    const { left = 0, top = 0 } = element?.getBoundingClientRect() ?? {};
    return Object.fromEntries(
      map.queryRenderedFeatures({ layers: ['sites'] }).map(({ properties, geometry }) => {
        const { x, y } = map.project(geometry.coordinates);
        return [properties.id, [left + x, top + y] as const];
      }),
    );
  });
}

/** Counts the frames in which the map draws anything, until the page is ready. */
async function countFrames(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const frames = new Set<unknown>();
    Reflect.set(window, 'framesDrawn', frames);
    const { drawElements } = WebGL2RenderingContext.prototype;
    WebGL2RenderingContext.prototype.drawElements = function (...given) {
      const isMap = this.canvas instanceof HTMLCanvasElement && this.canvas.matches('.maplibregl-canvas');
      if (isMap && document.documentElement.dataset['ready'] === undefined) frames.add(document.timeline.currentTime);
      drawElements.apply(this, given);
    };
  });
  return () => page.evaluate(() => (Reflect.get(window, 'framesDrawn') as Set<unknown>).size);
}

/** Loads the page as far as it is without the product's own code, which comes when it is let through. */
async function withoutCode(page: Page, address: string): Promise<() => void> {
  let letThrough: () => void = () => undefined;
  const come = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(/assets\/(?!first-view).*\.js$/, async (route) => {
    await come;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.first-view svg[style]').waitFor({ state: 'attached' });
  return letThrough;
}

test('the page as it is served has the city with every site as a link', async ({ build }) => {
  const html = await readFile(`${build}/index.html`, 'utf8');
  const links = [...html.matchAll(/<a href="#site=([\w-]+)" aria-label="([^"]+)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(15);
  expect(new Set(links).size).toBe(links.length);
  expect(html).toContain('三水区');
  // What keeps the page from being painted comes before all that is fetched ahead of need.
  expect(html.search(/<script src="[^"]*first-view-/)).toBeGreaterThan(0);
  expect(html.search(/<script src="[^"]*first-view-/)).toBeLessThan(
    html.search(/<link rel="(modulepreload"[^>]*fetchpriority|preload)/),
  );
});

test('the first paint waits for all that is served, and the map’s code for the first paint', async ({ build }) => {
  const html = await readFile(`${build}/index.html`, 'utf8');
  const awaited = html.match(/<link rel="expect" href="#([\w-]+)" blocking="render">/)?.[1];
  expect(html.indexOf(` id="${awaited}"`)).toBeGreaterThan(html.lastIndexOf('class="list-row"'));
  const behind = html.match(/<template id="fetched-after-first-frame">(.*?)<\/template>/s)?.[1] ?? '';
  expect(behind).toMatch(/modulepreload.*maplibre/);
  expect(html.replace(behind, '')).not.toMatch(/<link[^>]*maplibre/);
});

test('so has it legend, list and start panel, every row a link', async ({ build }) => {
  const html = await readFile(`${build}/index.html`, 'utf8');
  expect(html).toMatch(/<section class="legend".*装备制造.*<section class="site-list".*<article class="panel start"/s);
  const rows = [...html.matchAll(/class="list-row" data-site="([\w-]+)" href="#site=\1"/g)].map(([, id]) => id);
  expect(rows.length).toBeGreaterThan(20);
  expect(rows).toContain('jihua-laboratory');
  expect(html).not.toMatch(/<style|<script>| style="/);
});

test('a build that nobody told its address names no picture for links', async ({ build }) => {
  const html = await readFile(`${build}/index.html`, 'utf8');
  expect(html).toContain('<meta property="og:title" content="佛山“2+2+4”产业集群地图 · Foshan 2+2+4');
  expect(html).not.toMatch(/og:image|og:url|twitter:card/);
});

for (const [width, height, theme] of [
  [1440, 900, 'light'],
  [1440, 900, 'dark'],
  [1920, 1080, 'light'],
  [1920, 1080, 'dark'],
  [390, 844, 'light'],
  [390, 844, 'dark'],
  // Drawn by lot.
  [1233, 777, 'light'],
  [1648, 1003, 'dark'],
  [2311, 1290, 'light'],
  [561, 930, 'dark'],
  [980, 900, 'light'],
] as const) {
  test(`nothing moves when app and live map take over, at ${width} × ${height}, ${theme}`, async ({ page, origin }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    const [takenOver, panels, frames] = [
      await rememberTakeover(page),
      await rememberPanels(page),
      await countFrames(page),
    ];
    const go = await withoutCode(page, origin);
    await expect(page.locator('.first-view a').first()).toBeVisible();
    const first = await page.evaluate(placesInPicture);
    await page.waitForFunction(() => performance.getEntriesByName('picture').length === 1);
    const painted = await page.locator('.stage').screenshot();
    const served = await page.evaluate(panelsSeen);
    expect(Object.keys(served).length).toBeGreaterThan(60);
    go();
    await waitForMap(page);
    const [before = {}, after = {}] = await panels();
    expect(changed(before, after)).toEqual([]);
    // A frame costs as much before all tiles are there, and the picture stands over it.
    expect([1, 2]).toContain(await frames());
    expect(changed(served, await page.evaluate(panelsSeen))).toEqual([]);
    await expect(page.locator('.first-view')).toHaveCount(0);
    const live = await onLiveMap(page);
    expect(farther(await takenOver(), live)).toEqual([]);
    // Where the head has two lines, which the page learns with its fonts, all moves with it before.
    if (width !== 980) expect(farther(first, live)).toEqual([]);
    if (width === 1440) await expectSameLooks(page, painted, theme);
  });
}

/** The ground and every class that has a filled symbol are in the picture as in the live map, by their very colours. */
async function expectSameLooks(page: Page, painted: Buffer, theme: Theme): Promise<void> {
  const live = await page.locator('.stage').screenshot();
  const other = theme === 'light' ? 'dark' : 'light';
  for (const colour of [BASE_COLOURS[theme].neighbourLand, CLUSTER_COLOURS[theme].auto, CLUSTER_COLOURS[theme].cross]) {
    const shares = [await shareIn(page, painted, colour), await shareIn(page, live, colour)] as const;
    expect(shares[0], `${colour} in the picture`).toBeGreaterThan(0.6 * shares[1]);
    expect(shares[1], `${colour} on the live map`).toBeGreaterThan(0);
  }
  expect(await shareIn(page, painted, BASE_COLOURS[other].neighbourLand)).toBe(0);
}

test('rows of the list are links before the code has come; what was scrolled to stays', async ({ page, origin }) => {
  const go = await withoutCode(page, origin);
  const row = page.locator('.list-row', { hasText: '水帘洞机器人谷' });
  await row.scrollIntoViewIfNeeded();
  const scrolled = await page.locator('.list-scroll').evaluate(({ scrollTop }) => scrollTop);
  expect(scrolled).toBeGreaterThan(50);
  await row.click();
  await expect(page).toHaveURL(/#site=/);
  go();
  await waitForMap(page);
  await expect(page.getByRole('article', { name: '水帘洞机器人谷' })).toBeVisible();
  await expect.poll(() => page.locator('.list-scroll').evaluate(({ scrollTop }) => scrollTop)).toBeCloseTo(scrolled, 0);
  await expect(page.locator('.list-row:focus')).toContainText('水帘洞机器人谷');
});

test('its links work before the code has come', async ({ page, origin }) => {
  const go = await withoutCode(page, origin);
  await page.locator('.first-view a[href="#site=jihua-laboratory"]').click();
  go();
  await waitForMap(page);
  await expect(page.getByRole('article', { name: '季华实验室' })).toBeVisible();
});

test('what would not be true is not shown: another view or language, corrections, or less than the city', async ({
  page,
  origin,
}) => {
  const shown = async (address: string) => {
    await page.goto('about:blank');
    await withoutCode(page, address);
    return {
      sites: await page.locator('.first-view a').first().isVisible(),
      words: await page.locator('.first-view text').first().isVisible(),
      panels: await page
        .locator('.brand, .legend-name, .list-row, .start h2, .plan-bar')
        .evaluateAll((all) => all.some((one) => one.checkVisibility({ visibilityProperty: true }))),
    };
  };
  const all = { sites: true, words: true, panels: true };
  const none = { sites: false, words: false, panels: false };
  expect(await shown(origin)).toEqual(all);
  for (const address of ['site=jihua-laboratory', 'clusters=auto', 'view=units', 'mode=invest', 'present=overview'])
    expect(await shown(`${origin}#${address}`), address).toEqual(none);
  expect(await shown(`${origin}#theme=dark`)).toEqual(all);
  for (const lang of ['en', 'zh-Hant'])
    expect(await shown(`${origin}#lang=${lang}`), lang).toEqual({ sites: true, words: false, panels: false });
  await page.setViewportSize({ width: 844, height: 640 });
  expect(await shown(origin)).toEqual({ sites: false, words: false, panels: true });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await shown(`${origin}#lang=en`)).toEqual({ sites: true, words: false, panels: false });
  await page.evaluate(() => localStorage.setItem('foshan-224-map.corrections', '[]'));
  expect(await shown(origin)).toEqual(none);
});

test('the page is painted in the theme of the device or of the address from the first frame on', async ({
  page,
  origin,
}) => {
  for (const [device, address, theme] of [
    ['dark', '', 'dark'],
    ['dark', '#theme=light', 'light'],
    ['light', '#theme=dark', 'dark'],
    ['dark', '#theme=dusk', 'dark'],
    ['dark', '#site=jihua-laboratory', 'dark'],
  ] as const) {
    await page.goto('about:blank');
    await page.emulateMedia({ colorScheme: device });
    const go = await withoutCode(page, `${origin}${address}`);
    const before = await page.screenshot();
    const other = theme === 'dark' ? 'light' : 'dark';
    expect(await shareIn(page, before, PAPER[theme]), `${device} ${address}`).toBeGreaterThan(0.2);
    for (const colour of [PAPER[other], BASE_COLOURS[other].neighbourLand])
      expect(await shareIn(page, before, colour), `${device} ${address}: ${colour}`).toBe(0);
    go();
    await waitForMap(page);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
});
