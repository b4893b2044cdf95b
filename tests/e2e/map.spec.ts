import type { Page } from '@playwright/test';
import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { CLUSTER_COLOURS } from '../../src/domain/colours.ts';
import { boxOf, clickMiddle, overlaps } from './boxes.ts';
import { expect, SHARP, test } from './fixtures.ts';
import { shareOfColour } from './pixels.ts';
import { settled } from './settled.ts';
import { arrived } from './tour.ts';

/** The only site within a kilometre of this point, so its symbol stands in the middle of the map. */
const JIHUA = 'map=14.00/22.99876/113.23456';

test('a click on a site on the canvas opens its clause in the panel', async ({ app, page }) => {
  await app.open(JIHUA);
  await clickMiddle(page);
  const panel = page.getByRole('article', { name: '季华实验室' });
  await expect(panel.getByText('三（二）', { exact: false }).first()).toBeVisible();
  await expect(panel.locator('mark')).toHaveText('季华实验室');
  await expect(panel.locator('blockquote').first()).toContainText('全力推进季华实验室等高水平科研平台建设');
  await expect(page).toHaveURL(/site=jihua-laboratory/);
  await expect(page.locator('.list-row[aria-current="true"]')).toContainText('季华实验室');
});

test.describe('lines', () => {
  test.use(SHARP);

  test('what lies around the sites follows them: borders of the city and of others, water, roads', async ({
    app,
    page,
  }) => {
    await app.open('theme=light');
    const { borderOuter, borderInner, borderNeighbour, water, road } = BASE_COLOURS.light;
    for (const colour of [borderOuter, borderInner, borderNeighbour, water, road])
      await expect.poll(() => shareOfColour(page.locator('.map'), colour)).toBeGreaterThan(0.0005);
  });
});

test('the legend filters map, list and counts alike', async ({ app, page }) => {
  await app.open('map=9.60/23.00000/113.00000');
  const map = page.locator('.map');
  const colour = CLUSTER_COLOURS.light.auto;
  const before = await shareOfColour(map, colour);
  expect(before).toBeGreaterThan(0.0001);
  await page.getByRole('checkbox', { name: /汽车及新能源/ }).uncheck();
  await expect(page.locator('.legend .panel-head .tabular')).toHaveText('18 / 24 项');
  await expect(page.locator('.list-row', { hasText: '仙湖氢谷' })).toHaveCount(0);
  await expect.poll(() => shareOfColour(map, colour)).toBeLessThan(before / 10);
  await expect(page).toHaveURL(/clusters=equipment,home,electronics,robotics/);
});

test.describe('counted by the pixel', () => {
  test.use(SHARP);

  test('what a filter leaves out is gone with the next frame, not only with tiles that are made anew', async ({
    app,
    page,
  }) => {
    await app.open('map=9.60/23.00000/113.00000&theme=light');
    const seen = await page.evaluate((colour) => {
      interface Drawn {
        getCanvas(): HTMLCanvasElement;
        once(type: 'render', call: () => void): void;
        triggerRepaint(): void;
      }
      const map = Reflect.get(document.querySelector('.map-view') ?? {}, 'map') as Drawn;
      const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
      const inFrame = () =>
        new Promise<number>((resolve) =>
          map.once('render', () => {
            const { width, height } = map.getCanvas();
            const gl = map.getCanvas().getContext('webgl2');
            const data = new Uint8Array(4 * width * height);
            gl?.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, data);
            let hits = 0;
            for (let i = 0; i < data.length; i += 4)
              if (wanted.every((channel, c) => Math.abs((data[i + c] ?? 0) - channel) <= 12)) hits += 1;
            resolve(hits);
          }),
        );
      const before = inFrame();
      map.triggerRepaint();
      return before.then(async (hits) => {
        const box = [...document.querySelectorAll<HTMLElement>('.legend label')].find(({ textContent }) =>
          textContent.includes('汽车及新能源'),
        );
        box?.querySelector('input')?.click();
        return [hits, await inFrame()] as const;
      });
    }, CLUSTER_COLOURS.light.auto);
    expect(seen[0]).toBeGreaterThan(100);
    expect(seen[1]).toBeLessThan(seen[0] / 20);
  });
});

test('a link restores camera, filters, language, theme and selection', async ({ app, page }) => {
  await app.open('map=11.50/22.90000/113.10000&lang=en&theme=dark&clusters=robotics&site=automation-park');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 2, name: /Luban/ })).toBeVisible();
  await expect(page.locator('.legend .panel-head .tabular')).toHaveText('2 of 24 records');
  await expect(page).toHaveURL(/map=11\.50\/22\.90000\/113\.10000/);
  await page.getByRole('button', { name: 'Close' }).first().click();
  await expect(page).not.toHaveURL(/site=/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: /Luban/ })).toBeVisible();
});

test.describe('without WebGL2', () => {
  test('the list and the panels go on working', async ({ page, origin }) => {
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      const withoutWebGl = function (this: HTMLCanvasElement, ...args: unknown[]) {
        return String(args[0]).startsWith('webgl') ? null : Reflect.apply(original, this, args);
      };
      Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', { value: withoutWebGl });
    });
    await page.goto(origin);
    await expect(page.getByText('没有 WebGL2')).toBeVisible();
    await page.locator('.list-row', { hasText: '仙湖氢谷' }).click();
    await expect(page.getByRole('article', { name: '仙湖氢谷' })).toContainText('氢');
  });
});

const BESIDE_THE_MARK = [
  '.map-credits',
  '.maplibregl-ctrl-scale',
  '.map-controls',
  '.map-north',
  '.modes',
  '.sheet',
  '.plan-bar',
];

test.describe('the approval number', () => {
  const mark = (page: Page) => page.locator('.map-mark');

  test('stands on the map of every mode, and on nothing else of it, at every size', async ({ app, page }) => {
    await page.route('**/config.json', (route) => route.fulfill({ json: { mapApproval: '粤S(2026)000号' } }));
    await app.open();
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const mode of ['lang=zh-Hans', 'lang=en&theme=dark&mode=invest']) {
        await app.show(mode);
        await expect(mark(page)).toBeVisible();
        await expect(mark(page)).toContainText('粤S(2026)000号');
        await settled(page);
        const box = await boxOf(mark(page));
        for (const other of BESIDE_THE_MARK) {
          for (const each of await page.locator(other).all()) {
            if (await each.isVisible())
              expect([width, mode, other, overlaps(box, await boxOf(each))]).toEqual([width, mode, other, false]);
          }
        }
        // Whole within the map.
        const map = await boxOf(page.locator('.stage'));
        expect([box.x >= map.x, box.y >= map.y, box.x + box.width <= map.x + map.width]).toEqual([true, true, true]);
      }
    }
  });

  test('is said by the words for internal reference where there is none, and by the stage itself on a stage', async ({
    app,
    page,
  }) => {
    await page.route('**/config.json', (route) => route.fulfill({ json: {} }));
    await app.open('lang=en');
    await expect(mark(page)).toHaveText('For internal reference');
    await app.show('lang=en&mode=present&tour=overview&stop=2');
    await arrived(page, 2);
    await expect(page.locator('.stage-mark')).toHaveText('For internal reference');
    await expect(mark(page)).toBeHidden();
    await expect(page.getByText('For internal reference').filter({ visible: true })).toHaveCount(1);
    // To the choice of tours, and from there to the map.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Back to the map' }).click();
    await expect(mark(page)).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(mark(page)).toBeHidden();
    await expect(page.getByText('For internal reference').filter({ visible: true })).toHaveCount(1);
  });
});

test.describe('a base map of the deployer’s', () => {
  test.use({ allowedFaults: [/404|Not Found/] });
  const credits = (page: Page) => page.locator('.map-credits span');
  const offer = (page: Page, status: number) =>
    Promise.all([
      page.route('**/tiles/**', (route) =>
        status === 200 ? route.fulfill({ path: 'public/icon-192.png' }) : route.fulfill({ status }),
      ),
      page.route('**/config.json', (route) =>
        route.fulfill({
          json: {
            basemaps: [
              {
                id: 'city',
                label: 'City map',
                tiles: [`${new URL('tiles', route.request().url()).href}/{z}/{x}/{y}.png`],
                attribution: '© City Bureau',
                datum: 'CGCS2000',
              },
            ],
          },
        }),
      ),
    ]);

  test('is credited first while it is drawn', async ({ app, page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await offer(page, 200);
    await app.open('lang=en&base=city');
    await expect(credits(page)).toBeVisible();
    await expect(credits(page)).toHaveText(/^© City Bureau · © OpenStreetMap/);
    await page.getByRole('button', { name: 'Base map' }).click();
    await page.locator('.base-option', { hasText: 'Built in' }).click();
    await expect(credits(page)).toHaveText(/^© OpenStreetMap/);
    await page.locator('.base-option', { hasText: 'City map' }).click();
    await expect(credits(page)).toHaveText(/^© City Bureau/);
  });

  test('that fails is not credited', async ({ app, page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await offer(page, 404);
    await app.open('lang=en&base=city');
    await expect(page.getByRole('alert').filter({ hasText: 'City map' })).toBeVisible();
    await expect(credits(page)).toHaveText(/^© OpenStreetMap/);
  });
});
