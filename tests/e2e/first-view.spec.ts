/** The first view is in the page itself, and gives way to the live map without a jump. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { BASE_COLOURS, CLUSTER_COLOURS, type Theme } from '../../src/domain/colours.ts';
import { expect, test, waitForMap } from './fixtures.ts';
import { shareIn } from './pixels.ts';

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

/** Loads the page as far as it is without the product's own code, which comes when it is let through. */
async function withoutCode(page: Page, address: string): Promise<() => void> {
  let letThrough: () => void = () => undefined;
  const come = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(/assets\/(?!first-view).*\.js$/, async (route) => {
    await come;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.frame .details').waitFor({ state: 'attached' });
  return letThrough;
}

test('the page as it is served has the city with every site as a link', async ({ build }) => {
  const html = await readFile(`${build}/index.html`, 'utf8');
  const links = [...html.matchAll(/<a href="#site=([\w-]+)" aria-label="([^"]+)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(15);
  expect(new Set(links).size).toBe(links.length);
  expect(html).toContain('三水区');
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
  test(`no symbol moves when the live map takes over, at ${width} × ${height}, ${theme}`, async ({ page, origin }) => {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: theme });
    const takenOver = await rememberTakeover(page);
    const go = await withoutCode(page, origin);
    await expect(page.locator('.first-view a').first()).toBeVisible();
    const first = await page.evaluate(placesInPicture);
    await page.waitForFunction(() => performance.getEntriesByName('picture').length === 1);
    const painted = await page.locator('.stage').screenshot();
    go();
    await waitForMap(page);
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

test('its links work before the code has come', async ({ page, origin }) => {
  const go = await withoutCode(page, origin);
  await page.locator('.first-view a[href="#site=jihua-laboratory"]').click();
  go();
  await waitForMap(page);
  await expect(page.getByRole('article', { name: '季华实验室' })).toBeVisible();
});

test('what would not be true is not shown: another view, theme or language, or less than the city', async ({
  page,
  origin,
}) => {
  const shown = async (address: string) => {
    await page.goto('about:blank');
    await withoutCode(page, address);
    return {
      sites: await page.locator('.first-view a').first().isVisible(),
      words: await page.locator('.first-view text').first().isVisible(),
    };
  };
  expect(await shown(origin)).toEqual({ sites: true, words: true });
  expect(await shown(`${origin}#site=jihua-laboratory`)).toEqual({ sites: false, words: false });
  expect(await shown(`${origin}#theme=dark`)).toEqual({ sites: true, words: true });
  expect(await shown(`${origin}#lang=en`)).toEqual({ sites: true, words: false });
  await page.setViewportSize({ width: 844, height: 640 });
  expect(await shown(origin)).toEqual({ sites: false, words: false });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await shown(`${origin}#lang=en`)).toEqual({ sites: true, words: false });
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
