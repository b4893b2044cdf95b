/** The one-file edition of a build with the tiles of an OpenStreetMap file: all of them are in it. */
import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { expect } from './fixtures.ts';
import { testOfFile } from './one-file.ts';
import { shareOfColour } from './pixels.ts';
import { settled } from './settled.ts';

const test = testOfFile('dist-test-osm/foshan-224-map.html');

test('tiles of an OpenStreetMap file are drawn, credited and printed from one file without network', async ({
  app,
  page,
}) => {
  // Lake, works, exit and river of the made-up town; nothing of them is built in.
  const town = 'map=13.00/22.83500/113.23000';
  const { water, industrial } = BASE_COLOURS.light;
  const map = page.locator('.map');
  await app.open(town);
  await expect.poll(() => shareOfColour(map, water, 3)).toBeGreaterThan(0.01);
  await settled(page);
  await expect.poll(() => shareOfColour(map, industrial, 3)).toBeGreaterThan(0.01);
  await expect(page.locator('.map-credits span')).toHaveText(/^© OpenStreetMap contributors \(ODbL\) 2026-11-01 · /);
  await app.show(`${town}&view=export`);
  await page.getByRole('button', { name: '打开打印版面' }).press('Enter');
  await expect(page.getByRole('dialog', { name: '打印版面' })).toContainText('工业用地', { timeout: 60_000 });
});
