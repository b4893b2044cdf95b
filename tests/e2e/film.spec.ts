/** The film of a tour shows the ground that the map has: a base map in a file, or the tiles of an OpenStreetMap file. */
import type { Page } from '@playwright/test';
import { BASE_COLOURS } from '../../src/domain/colours.ts';
import type { TourLook } from '../../src/domain/tour-schema.ts';
import { packedTour } from '../../src/state/present/tour-link.ts';
import { protomapsFile } from '../fixtures/basemap/protomaps.ts';
import { stopOf, tourOf } from '../fixtures/tour.ts';
import { expect, test } from './fixtures.ts';
import { arrived } from './tour.ts';

const { water, industrial } = BASE_COLOURS.light;

/** A tour of one stop that looks at a place. */
function tourAt(zoom: number, lat: number, lng: number): string {
  const look: TourLook = { to: 'camera', zoom, lat, lng, bearing: 0, pitch: 0, across: null };
  return packedTour({ ...tourOf(), stops: [stopOf('a', { look, seconds: 3 })] }).packed;
}

/** Keeps the pixels of the first frame that goes to the encoder, which is free to change them. */
const catchFrame = (page: Page) =>
  page.addInitScript(() => {
    const { encode } = VideoEncoder.prototype;
    const frame = new Promise<ImageData>((resolve) => {
      VideoEncoder.prototype.encode = function caught(given, options) {
        const canvas = new OffscreenCanvas(given.displayWidth, given.displayHeight);
        const context = canvas.getContext('2d');
        context?.drawImage(given, 0, 0);
        const pixels = context?.getImageData(0, 0, canvas.width, canvas.height);
        if (pixels !== undefined) resolve(pixels);
        encode.call(this, given, options);
      };
    });
    Reflect.set(window, 'firstFrame', frame);
  });

/** Share of the frame's pixels within `tolerance` of each colour, a channel. */
const sharesInFrame = (page: Page, colours: readonly string[], tolerance: number) =>
  page.evaluate(
    async ([all, within]) => {
      const { data }: ImageData = await Reflect.get(window, 'firstFrame');
      return all.map((hex) => {
        const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
        let hits = 0;
        for (let i = 0; i < data.length; i += 4)
          if (wanted.every((channel, c) => Math.abs((data[i + c] ?? 0) - channel) <= within)) hits += 1;
        return hits / (data.length / 4);
      });
    },
    [colours, tolerance] as const,
  );

async function film(page: Page): Promise<void> {
  await arrived(page, 1);
  await page.keyboard.press('h');
  await page.getByRole('button', { name: '制作视频' }).click();
}

test('a base map in a file is in the film', async ({ app, page }) => {
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
  const [lake = 0] = await sharesInFrame(page, [water], 6);
  expect(lake).toBeGreaterThan(0.1);
});

test.describe('with the tiles of an OpenStreetMap file', () => {
  test.use({ build: 'dist-test-osm' });

  test('they are in the film', async ({ app, page }) => {
    await catchFrame(page);
    await app.open(`mode=present&t=${tourAt(13, 22.835, 113.23)}`);
    await film(page);
    const [rivers = 0, works = 0] = await sharesInFrame(page, [water, industrial], 6);
    expect(rivers).toBeGreaterThan(0.01);
    expect(works).toBeGreaterThan(0.005);
  });
});
