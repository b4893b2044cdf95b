import { deflateSync } from 'node:zlib';
import type { Locator, Page, Route } from '@playwright/test';
import { tiandituLike } from '../fixtures/services/documents.ts';
import { expect, test } from './fixtures.ts';
import { renderedOn } from './rendered.ts';

type Rgb = readonly [number, number, number];
const SIDE = 256;
/** Where the quarters of the fake ground meet. */
const CENTRE = { lng: 113.1, lat: 23.0 };
const QUARTERS: Record<'nw' | 'ne' | 'sw' | 'se', Rgb> = {
  nw: [255, 0, 0],
  ne: [0, 255, 0],
  sw: [0, 0, 255],
  se: [255, 255, 0],
};

function crc(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

/** A picture, one colour a pixel. */
function png(colourAt: (x: number, y: number) => Rgb): Buffer {
  const rows = Buffer.alloc(SIDE * (1 + SIDE * 3));
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) rows.set(colourAt(x, y), y * (1 + SIDE * 3) + 1 + x * 3);
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A tile in degrees, as 天地图 cuts them: each pixel has the colour of the quarter that it lies in. */
function quartered(zoom: number, column: number, row: number): Buffer {
  const side = 360 / 2 ** zoom;
  return png((x, y) => {
    const lng = (column + (x + 0.5) / SIDE) * side - 180;
    const lat = 90 - (row + (y + 0.5) / SIDE) * side;
    if (lat > CENTRE.lat) return lng < CENTRE.lng ? QUARTERS.nw : QUARTERS.ne;
    return lng < CENTRE.lng ? QUARTERS.sw : QUARTERS.se;
  });
}

const numberIn = (url: URL, name: string): number => Number(url.searchParams.get(name));

function service(route: Route): Promise<void> {
  const url = new URL(route.request().url());
  if (url.searchParams.get('REQUEST') === 'GetCapabilities')
    return route.fulfill({ contentType: 'text/xml', body: tiandituLike('c') });
  const body = quartered(numberIn(url, 'TILEMATRIX'), numberIn(url, 'TILECOL'), numberIn(url, 'TILEROW'));
  return route.fulfill({ contentType: 'image/png', body });
}

const offer = (page: Page, basemap: object) =>
  page.route('**/config.json', (route) =>
    route.fulfill({ json: { basemaps: [{ id: 'fake', label: 'Fake', attribution: '© Fake', ...basemap }] } }),
  );

/** The mean colour of a small square of the map around a point, CSS pixels from its middle. */
async function colourAt(map: Locator, dx: number, dy: number): Promise<Rgb> {
  const box = await map.boundingBox();
  if (box === null) throw new Error('the map is shown');
  const shot = await map.page().screenshot({
    clip: { x: box.x + box.width / 2 + dx - 4, y: box.y + box.height / 2 + dy - 4, width: 8, height: 8 },
  });
  const [r = 0, g = 0, b = 0] = await map.page().evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (context === null) throw new Error('no 2d context');
    context.drawImage(bitmap, 0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  }, shot.toString('base64'));
  return [r, g, b];
}

/** Which quarter a colour is of, paled and under our borders and tints as it is. */
function quarterOf([r, g, b]: Rgb): string {
  const strong = (value: number) => value - Math.min(r, g, b) > 30;
  return [strong(r) ? 'r' : '', strong(g) ? 'g' : '', strong(b) ? 'b' : ''].join('');
}

test('a WMTS in degrees is redrawn: each place has the colour that its latitude and longitude have', async ({
  app,
  page,
  origin,
}) => {
  await page.route('**/fake/vec_c/wmts**', service);
  await offer(page, {
    kind: 'wmts',
    url: `${origin}fake/vec_c/wmts?tk=1`,
    layer: 'vec',
    datum: 'CGCS2000',
    strength: 1,
  });
  await app.open(`lang=en&base=fake&map=10.40/${CENTRE.lat.toFixed(5)}/${CENTRE.lng.toFixed(5)}`);
  const map = page.locator('.map canvas').first();
  // Where no symbol stands: the same points at both sides of each seam, near it and far.
  const seen = async (dx: number, dy: number) => quarterOf(await colourAt(map, dx, dy));
  await expect.poll(() => seen(-150, -260)).toBe('r');
  const found = await Promise.all([seen(-150, -260), seen(150, -260), seen(-150, 260), seen(150, 260)]);
  expect(found).toEqual(['r', 'g', 'b', 'rg']);
  const seam = await Promise.all([seen(-230, -10), seen(-230, 10), seen(230, -10), seen(230, 10)]);
  expect(seam).toEqual(['r', 'b', 'g', 'rg']);
});

test.describe('天地图 with a key that it refuses', () => {
  test.use({ allowedFaults: [/tianditu\.gov\.cn/] });
  test('gives way to the built-in map, which says why; its hosts alone are told which site asks', async ({
    app,
    page,
    origin,
  }) => {
    const referers: (string | undefined)[] = [];
    await page.route('https://*.tianditu.gov.cn/**', (route) => {
      referers.push(route.request().headers()['referer']);
      return route.fulfill({
        status: 403,
        headers: { 'access-control-allow-origin': '*' },
        json: { msg: '非法Key', resolve: '请检查key的准确性', code: 1 },
      });
    });
    // As a deployer's server sends the page whose config has this base map.
    await page.route(origin, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      const policy = headers['content-security-policy'] ?? '';
      headers['content-security-policy'] = policy.replace(
        "connect-src 'self'",
        "connect-src 'self' https://*.tianditu.gov.cn",
      );
      await route.fulfill({ response, headers });
    });
    await offer(page, { kind: 'tianditu', set: 'vec', key: 'WRONG', attribution: '© 天地图' });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await app.open('lang=en&base=fake');
    const alert = page.getByRole('alert').filter({ hasText: 'Fake' });
    await expect(alert).toContainText('the built-in one is shown');
    await expect(alert).toContainText('refuses (403): the key is wrong');
    await expect(alert).toContainText('非法Key');
    await expect(page.locator('.map-credits span')).toHaveText(/^© OpenStreetMap/);
    expect(new Set(referers)).toEqual(new Set([origin]));
  });
});

/** A tile in MLT: a layer `a` with one point in the middle. */
const MLT = [1, 1, 0x61, 0x80, 0x20, 1, 4, 2, 0x10, 2, 1, 1, 0, 0x13, 2, 2, 4, 0x80, 0x20, 0x80, 0x20];

test('a style whose tiles come as MLT is drawn, its decoder fetched for it', async ({ app, page, origin }) => {
  const decoder = page.waitForRequest(/maplibre-mlt/);
  await page.route('**/fake/*.mlt', (route) => route.fulfill({ body: Buffer.from([MLT.length, ...MLT]) }));
  const tiles = { type: 'vector', encoding: 'mlt', tiles: [`${origin}fake/{z}-{x}-{y}.mlt`] };
  const points = { id: 'points', type: 'circle', source: 'tiles', 'source-layer': 'a' };
  await page.route('**/fake/style.json', (route) =>
    route.fulfill({ json: { version: 8, sources: { tiles }, layers: [points] } }),
  );
  await offer(page, { kind: 'style', style: `${origin}fake/style.json`, datum: 'WGS-84' });
  await app.open('lang=en&base=fake');
  await decoder;
  await expect.poll(() => renderedOn(page, ['base/points'])).not.toEqual([]);
});
