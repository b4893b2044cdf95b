import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { protomapsFile } from '../fixtures/basemap/protomaps.ts';
import { catchFrame, film, sharesInFrame, tourAt } from './filmed.ts';
import { expect, test } from './fixtures.ts';

test('a base map in a file is in the film', async ({ app, page }) => {
  // A film is drawn frame by frame: on a busy machine that takes minutes.
  test.slow();
  await catchFrame(page);
  // Over the lake of the file, which no other map has.
  await app.open('map=10.20/22.82/112.67');
  await page.getByRole('button', { name: '底图', exact: true }).click();
  const buffer = Buffer.from(protomapsFile());
  await page
    .getByLabel('打开 PMTiles 文件…')
    .setInputFiles({ name: 'town.pmtiles', mimeType: 'application/octet-stream', buffer });
  await expect(page.getByRole('radio', { name: 'town' })).toBeChecked();
  const base = /base=[^&]*/.exec(page.url())?.[0] ?? '';
  expect(base).not.toBe('');
  await app.show(`mode=present&${base}&t=${tourAt(10.2, 22.82, 112.67)}`);
  await film(page);
  const [lake = 0] = await sharesInFrame(page, [BASE_COLOURS.light.water], 6);
  expect(lake).toBeGreaterThan(0.03);
});
