/** More points than one frame can draw: they come part by part, and are all there in the end. */
import type { Page } from '@playwright/test';
import { DRAWN_WHILE_MOVING, SET_SHADES } from '../../src/domain/set-look.ts';
import { expect, MOVING, test } from './fixtures.ts';
import { choose, confirm, overlayDrawn } from './imports.ts';
import { shareOfColour } from './pixels.ts';

test.use(MOVING);

/** The first so many on one point, as many as are drawn at once; the others, far from it, in a square of 0.1°. */
const OTHERS = 10_000;
const rows = [
  'name,lng,lat',
  ...Array.from({ length: DRAWN_WHILE_MOVING }, (_, at) => `${at},113.3,22.8`),
  ...Array.from(
    { length: OTHERS },
    (_, at) => `${at},${112.7 + (at % 100) / 1000},${23 + Math.floor(at / 100) / 1000}`,
  ),
];

const drawnInFull = (page: Page) => page.evaluate(() => performance.getEntriesByName('full drawing', 'measure').length);
/** What of the map is in the colour of the set. */
const blue = (page: Page) => shareOfColour(page.locator('.map canvas').first(), SET_SHADES.light.blue);

test('every point of a set is drawn, also those that one frame has no time for, and again where the map has moved', async ({
  app,
  page,
}) => {
  await app.open('view=data&map=9.50/23.00000/113.00000');
  await choose(page, { name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await confirm(page);
  await overlayDrawn(page);
  await expect.poll(() => drawnInFull(page)).toBeGreaterThan(0);
  // A dot of six pixels is a few millionths of the map; the square is some hundredths.
  await expect.poll(() => blue(page)).toBeGreaterThan(0.004);
  const square = await blue(page);

  const before = await drawnInFull(page);
  await page.locator('.map canvas').first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => drawnInFull(page)).toBeGreaterThan(before);
  // The same square elsewhere: what is drawn part by part moves with the map.
  await expect.poll(() => blue(page).then((share) => Math.abs(share - square) / square)).toBeLessThan(0.1);
});
