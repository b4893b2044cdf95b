/** An OpenStreetMap file of a made-up town, from the build that has its tiles to pixels, legend, credits and print. */
import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { expect, test } from './fixtures.ts';
import { shareOfColour } from './pixels.ts';
import { settled } from './settled.ts';

test.use({ build: 'dist-test-osm' });

/** Lake, works, exit and river of the made-up town; nothing of them is built in. */
const TOWN = 'map=13.00/22.83500/113.23000';

test('the tiles of an OpenStreetMap file are drawn, credited with their day, explained and printed', async ({
  app,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/osm.*\.pmtiles/.test(request.url())) asked.push(request.headers()['range'] ?? 'all');
  });
  await app.open(TOWN);
  const map = page.locator('.map');
  const { water, industrial } = BASE_COLOURS.light;
  await expect.poll(() => shareOfColour(map, water, 3)).toBeGreaterThan(0.01);
  await settled(page);
  await expect.poll(() => shareOfColour(map, industrial, 3)).toBeGreaterThan(0.01);
  await expect(page.locator('.map-credits span')).toHaveText(/^© OpenStreetMap contributors \(ODbL\) 2026-11-01 · /);
  // Parts of the archive, never all of it.
  expect(asked.length).toBeGreaterThan(1);
  expect(asked).not.toContain('all');

  await app.show(`${TOWN}&view=export`);
  await page.getByRole('button', { name: '打开打印版面' }).press('Enter');
  const paper = page.getByRole('dialog', { name: '打印版面' });
  for (const words of ['水面', '河道', '主要道路', '工业用地', '高速公路出口', '镇街界'])
    await expect(paper, words).toContainText(words, { timeout: 60_000 });
  await expect(paper).toContainText('© OpenStreetMap contributors (ODbL) 2026-11-01');
});

test('junctions and stations of the file are what distances are measured to', async ({ app, page }) => {
  await app.open('mode=invest&lang=en&view=dossier&site=automation-park');
  await page.locator('.print-tools .primary-button:not([disabled])').waitFor();
  const said = (words: string) => page.locator('.dos-sheet').filter({ hasText: words });
  await expect(said('To the nearest point where a ramp leaves a motorway (OpenStreetMap)')).toHaveCount(1);
  await expect(said('样本出口 12')).toHaveCount(1);
  await expect(said('Named metro and rail stations (OpenStreetMap)')).toHaveCount(1);
});
