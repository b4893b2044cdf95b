import type { Page } from '@playwright/test';
import { expect, SHARP, test } from './fixtures.ts';
import { choose, confirm, overlayDrawn } from './imports.ts';
import { difference, shareOfColour } from './pixels.ts';
import { settled } from './settled.ts';

test.use(SHARP);

/** Two parcels side by side over the middle of the map, of two uses. */
const square = (west: number) => [
  [west, 22.9],
  [west + 0.009, 22.9],
  [west + 0.009, 22.92],
  [west, 22.92],
  [west, 22.9],
];
const PARCELS = {
  name: 'parcels.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: ['工业', '居住'].map((use, at) => ({
        type: 'Feature',
        properties: { name: `地块${at + 1}`, 用途: use },
        geometry: { type: 'Polygon', coordinates: [square(113.2 + at * 0.01)] },
      })),
    }),
  ),
};
/** So many points that they would cover all of the city. */
const CROWD = {
  name: 'crowd.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '名称,lng_wgs84,lat_wgs84',
      ...Array.from({ length: 3600 }, (_, n) => {
        const [x, y] = [n % 60, Math.floor(n / 60)];
        return `点${n},${(112.9 + x * 0.007).toFixed(4)},${(22.8 + y * 0.006).toFixed(4)}`;
      }),
    ].join('\n'),
  ),
};
const AT = 'map=14.00/22.91000/113.20950&view=data';
const mapOf = (page: Page) => page.locator('.map');

/** The map once nothing on it changes any more: names come a moment after what they stand beside. */
async function stillMap(page: Page): Promise<Buffer> {
  let last = await mapOf(page).screenshot();
  await expect
    .poll(async () => {
      const before = last;
      last = await mapOf(page).screenshot();
      return difference(page, before, last);
    })
    .toBe(0);
  return last;
}
/** The address keeps the camera to a part of a pixel, by which strokes are smoothed otherwise. */
const sameAs = (page: Page, before: Buffer) =>
  expect.poll(async () => difference(page, before, await mapOf(page).screenshot())).toBeLessThan(0.008);

test('hatch, labels and opacity change what is drawn, and a reload draws the same', async ({ app, page }) => {
  await app.open(AT);
  const map = mapOf(page);
  await choose(page, PARCELS);
  await confirm(page);
  await overlayDrawn(page);
  const filled = () => shareOfColour(map, '#9cb7e0');
  await expect.poll(filled).toBeGreaterThan(0.1);
  await page.getByText('样式', { exact: true }).click();

  // By mouse: squares in place of the even fill; between them the fill is paler.
  await page.getByLabel('面的填纹').selectOption({ label: '方格' });
  await expect.poll(filled).toBeLessThan(0.02);
  await expect.poll(() => shareOfColour(map, '#1d5fcb', 30)).toBeGreaterThan(0.01);
  await expect(page.locator('.map-sets [data-hatch="cross"]')).toBeVisible();

  // A class has a hatch of its own.
  await page.getByLabel('颜色').selectOption({ label: '用途' });
  await page.getByLabel('面的填纹').selectOption({ label: '每一类各用一种' });
  await expect(page.locator('.map-sets [data-hatch]')).toHaveCount(2);

  await settled(page);
  const unlabelled = await map.screenshot();
  await page.getByLabel('标注').selectOption({ label: '用途' });
  await settled(page);
  await expect.poll(async () => difference(page, unlabelled, await map.screenshot())).toBeGreaterThan(0.0003);

  // By keyboard: each step of the slider is a twentieth.
  const strong = await shareOfColour(map, '#0072b2', 30);
  await page.getByLabel('不透明度').focus();
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowLeft');
  await expect(page.getByLabel('不透明度')).toHaveAttribute('aria-valuetext', '50%');
  await expect.poll(() => shareOfColour(map, '#0072b2', 30)).toBeLessThan(strong / 4);

  await settled(page);
  const before = await stillMap(page);
  await page.reload();
  await overlayDrawn(page);
  await settled(page);
  await sameAs(page, before);
});

test('own points, however many, leave the symbols and names of the register in sight, after a reload too', async ({
  app,
  page,
}) => {
  const ink = () => shareOfColour(mapOf(page), '#1c1f24', 60);
  await app.open('view=data');
  await settled(page);
  const bare = await ink();
  await choose(page, CROWD);
  await confirm(page);
  await overlayDrawn(page);
  await page.getByText('样式', { exact: true }).click();
  await page.getByLabel('点的大小').selectOption({ label: '14 像素' });
  await settled(page);
  // The dark of names: were they beneath points of 14 px, next to none would be left.
  await expect.poll(ink).toBeGreaterThan(bare * 0.7);
  const before = await stillMap(page);
  await page.reload();
  await overlayDrawn(page);
  await settled(page);
  await sameAs(page, before);
});

test('the set that is moved up by keyboard lies on top, and stays there', async ({ app, page }) => {
  await app.open(AT);
  const map = mapOf(page);
  for (const name of ['red', 'blue']) {
    await choose(page, { ...PARCELS, name: `${name}.geojson` });
    await confirm(page);
    await page.getByRole('button', { name: '导入另一个文件' }).click();
  }
  await overlayDrawn(page);
  const cards = page.locator('.data-sets > li');
  await expect(cards.first()).toContainText('blue');
  // Two translucent fills: what lies on top gives more of its colour.
  await settled(page);
  const blueOnTop = await stillMap(page);
  await page.getByRole('button', { name: '把“red”上移一层' }).focus();
  await page.keyboard.press('Enter');
  await expect(cards.first()).toContainText('red');
  await expect(page.getByRole('button', { name: '把“red”下移一层' })).toBeFocused();
  await settled(page);
  await expect.poll(async () => difference(page, blueOnTop, await map.screenshot())).toBeGreaterThan(0.05);
  const redOnTop = await stillMap(page);
  await page.reload();
  await overlayDrawn(page);
  await settled(page);
  await expect(cards.first()).toContainText('red');
  await sameAs(page, redOnTop);
});
