import { clickMiddle } from './boxes.ts';
import { expect, test } from './fixtures.ts';
import { choose, confirm, overlayDrawn } from './imports.ts';
import { shareOfColour } from './pixels.ts';

const square = (lng: number, lat: number, size: number) => [
  [lng, lat],
  [lng + size, lat],
  [lng + size, lat + size],
  [lng, lat + size],
  [lng, lat],
];
const feature = (name: string, geometry: object) => ({ type: 'Feature', properties: { name }, geometry });

const LARGE = feature('地块甲', {
  type: 'Polygon',
  coordinates: [square(113.2, 22.9, 0.02), square(113.207, 22.907, 0.006)],
});

/** A parcel with a hole, a parcel inside another, and a road. */
const PARCELS = {
  name: 'parcels.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        LARGE,
        feature('地块乙', { type: 'Polygon', coordinates: [square(113.209, 22.909, 0.002)] }),
        feature('道路丙', {
          type: 'LineString',
          coordinates: [
            [113.195, 22.895],
            [113.225, 22.895],
          ],
        }),
      ],
    }),
  ),
};

/** Blue at the opacity of a filled area, over the ground of Shunde. */
const FILLED = '#9cb7e0';

test('areas and lines are drawn as such, clicked, and kept across a reload', async ({ app, page }) => {
  await app.open('map=14.00/22.91000/113.21000&view=data');
  const map = page.locator('.map');
  await choose(page, PARCELS);
  await confirm(page);
  await overlayDrawn(page);
  // The large parcel without its hole covers more than a tenth of the map.
  await expect.poll(() => shareOfColour(map, FILLED)).toBeGreaterThan(0.1);
  const share = await shareOfColour(map, FILLED);
  await expect(page.locator('.map-sets')).toContainText('2 个面');

  // The middle of the map is the small parcel in the hole; its hole alone is nobody's.
  await clickMiddle(page);
  await expect(page.getByRole('article', { name: '地块乙' })).toContainText('4.54');
  await page.reload();
  await overlayDrawn(page);
  await expect.poll(() => shareOfColour(map, FILLED)).toBeGreaterThan(share * 0.9);
});

test('very many areas are drawn like few, where they were and after a move', async ({ app, page }) => {
  // Beyond the view: enough corners for the set to be kept as a picture at rest.
  const small = Array.from({ length: 25_000 }, (_, n) =>
    feature(`小${n}`, {
      type: 'Polygon',
      coordinates: [square(112.9 + (n % 200) * 0.0005, 23.1 + Math.floor(n / 200) * 0.0005, 0.0003)],
    }),
  );
  const many = Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [LARGE, ...small] }));
  await app.open('map=14.00/22.91000/113.21000&view=data');
  const map = page.locator('.map');
  await choose(page, { ...PARCELS, buffer: many });
  await confirm(page);
  await overlayDrawn(page);
  await expect.poll(() => shareOfColour(map, FILLED)).toBeGreaterThan(0.1);
  await page.locator('.map canvas.maplibregl-canvas').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shareOfColour(map, FILLED)).toBeGreaterThan(0.1);
});
