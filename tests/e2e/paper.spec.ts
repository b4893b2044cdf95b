/** The ruler on what is printed. */
import type { Page } from '@playwright/test';
import { distanceM } from '../../src/analysis/geodesic.ts';
import { wgs84 } from '../../src/domain/position.ts';
import { SET_SHADES } from '../../src/domain/set-look.ts';
import { expect, test } from './fixtures.ts';
import { choose, confirm, overlayDrawn } from './imports.ts';
import { pagesOf } from './pdf.ts';

/** Three points, 0.1° apart to the east and to the north. */
const A = wgs84(113.05, 22.95);
const EAST = wgs84(113.15, 22.95);
const NORTH = wgs84(113.05, 23.05);
const RULER = ['name,lng,lat', ...[A, EAST, NORTH].map(([lng, lat], i) => `P${i},${lng},${lat}`)].join('\n');

/** A map as large as a sheet of A3 takes long to draw without a graphics card. */
const DRAWN = { timeout: 120_000 };

async function openPage(page: Page) {
  await page.getByRole('button', { name: '打开打印版面' }).click();
  return page.getByRole('dialog', { name: '打印版面' });
}

/** Middles of the spots of a colour in the picture of the map, as shares of its width and height. */
async function spotsOf(page: Page, colour: string): Promise<[number, number][]> {
  return await page.locator('.print-picture img').evaluate(async (image, wanted) => {
    if (!(image instanceof HTMLImageElement)) throw new Error('no picture');
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const context = new OffscreenCanvas(width, height).getContext('2d');
    if (context === null) throw new Error('no 2-D canvas');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(wanted.slice(at, at + 2), 16));
    const spots: { x: number; y: number; n: number }[] = [];
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] !== r || data[at + 1] !== g || data[at + 2] !== b) continue;
      const [x, y] = [(at / 4) % width, Math.floor(at / 4 / width)];
      const spot = spots.find((one) => Math.hypot(one.x / one.n - x, one.y / one.n - y) < 60);
      if (spot === undefined) spots.push({ x, y, n: 1 });
      else Object.assign(spot, { x: spot.x + x, y: spot.y + y, n: spot.n + 1 });
    }
    return spots
      .filter(({ n }) => n > 50)
      .map(({ x, y, n }): [number, number] => [(x / n + 0.5) / width, (y / n + 0.5) / height]);
  }, colour);
}

/** One sheet: its size, and what lies on it, in mm; the lines of its grid are 5 km apart on A4 and 2 km on A3. */
async function expectTrueToScale(
  page: Page,
  sheetOf: { readonly paper: string; readonly width: number; readonly denominator: number; readonly gridMm: number },
): Promise<void> {
  const { paper, width, denominator, gridMm } = sheetOf;
  const dialog = page.getByRole('dialog', { name: '打印版面' });
  const toPrint = dialog.getByRole('button', { name: '打印或存为 PDF' });
  // In this order, so that the sheet in between is never a large one.
  await dialog.getByLabel('比例尺', { exact: true }).selectOption(String(denominator));
  await dialog.getByLabel('纸张').selectOption(paper);
  await expect(dialog.locator('.print-block')).toContainText(`1:${denominator.toLocaleString('en')}`, DRAWN);
  await expect(toPrint).toBeEnabled(DRAWN);
  const [sheet] = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  const picture = sheet?.images[0];
  if (sheet === undefined || picture === undefined) throw new Error('no picture on the page');
  expect(sheet.width).toBeCloseTo(width, 0);
  const spots = (await spotsOf(page, SET_SHADES.light.blue)).map(([x, y]): [number, number] => [
    picture.left + x * picture.width,
    picture.top + y * picture.height,
  ]);
  expect(spots).toHaveLength(3);
  const [north, ...south] = spots.sort((p, q) => p[1] - q[1]);
  const [a, east] = south.sort((p, q) => p[0] - q[0]);
  if (north === undefined || a === undefined || east === undefined) throw new Error('a point is missing');
  const onGround = (p: readonly number[], q: readonly number[]) =>
    (Math.hypot((p[0] ?? 0) - (q[0] ?? 0), (p[1] ?? 0) - (q[1] ?? 0)) * denominator) / 1000;
  // A third of a millimetre on 100 mm, less than a ruler shows.
  for (const [found, true_] of [
    [onGround(a, east), distanceM(A, EAST)],
    [onGround(a, north), distanceM(A, NORTH)],
    [onGround(east, north), distanceM(EAST, NORTH)],
  ] as const)
    expect(Math.abs(found / true_ - 1)).toBeLessThan(0.003);
  const across = sheet.strokes.filter(([x1, y1, x2, y2]) => Math.abs(y2 - y1) > 100 && Math.abs(x2 - x1) < 5);
  const middles = across.map(([x1, , x2]) => (x1 + x2) / 2).sort((p, q) => p - q);
  expect(middles.length).toBeGreaterThan(2);
  for (const [i, x] of middles.entries())
    if (i > 0) expect(Math.abs(x - (middles[i - 1] ?? 0) - gridMm)).toBeLessThan(0.2);
}

test('on A4 and on A3 a known distance has the length that 1:100000 and 1:50000 say', async ({ app, page }) => {
  test.slow();
  await app.open('view=data&map=10/23/113.1');
  await choose(page, { name: 'ruler.csv', mimeType: 'text/csv', buffer: Buffer.from(RULER) });
  await confirm(page);
  await overlayDrawn(page);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  const dialog = await openPage(page);
  await dialog.getByLabel('坐标网').selectOption('gk-lines');
  await expectTrueToScale(page, { paper: 'A4', width: 297, denominator: 100_000, gridMm: 50 });
  await expectTrueToScale(page, { paper: 'A3', width: 420, denominator: 50_000, gridMm: 40 });
});
