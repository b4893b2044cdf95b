/** The first view is in the page itself, and gives way to the live map without a jump. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test, waitForMap } from './fixtures.ts';

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

for (const [width, height] of [
  [1440, 900],
  [1920, 1080],
  [390, 844],
  // Drawn by lot.
  [1233, 777],
  [1648, 1003],
  [2311, 1290],
  [561, 930],
  [980, 900],
] as const) {
  test(`no symbol moves when the live map takes over, at ${width} × ${height}`, async ({ page, origin }) => {
    await page.setViewportSize({ width, height });
    const takenOver = await rememberTakeover(page);
    const go = await withoutCode(page, origin);
    await expect(page.locator('.first-view a').first()).toBeVisible();
    const first = await page.evaluate(placesInPicture);
    await page.waitForFunction(() => performance.getEntriesByName('picture').length === 1);
    go();
    await waitForMap(page);
    await expect(page.locator('.first-view')).toHaveCount(0);
    const live = await onLiveMap(page);
    expect(farther(await takenOver(), live)).toEqual([]);
    // Where the head has two lines, which the page learns with its fonts, all moves with it before.
    if (width !== 980) expect(farther(first, live)).toEqual([]);
  });
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
  expect(await shown(`${origin}#theme=dark`)).toEqual({ sites: false, words: false });
  expect(await shown(`${origin}#lang=en`)).toEqual({ sites: true, words: false });
  await page.setViewportSize({ width: 844, height: 640 });
  expect(await shown(origin)).toEqual({ sites: false, words: false });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await shown(origin)).toEqual({ sites: false, words: false });
  expect(await shown(`${origin}#theme=light`)).toEqual({ sites: true, words: true });
});
