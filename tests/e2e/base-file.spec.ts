/** A base map in a file: picked or from an address, drawn, credited, explained, printed, and still there without its source. */
import type { Page, Route } from '@playwright/test';
import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { PROTOMAPS_METADATA, protomapsFile } from '../fixtures/basemap/protomaps.ts';
import { expectNoAxeFaults } from './axe.ts';
import { expect, SHARP, test } from './fixtures.ts';
import { shareOfColour } from './pixels.ts';
import { settled } from './settled.ts';

/** Over the lake of the file, which no other map has. */
const LAKE = 'map=10.20/22.82/112.67';
const TOWN = { name: 'town.pmtiles', mimeType: 'application/octet-stream', buffer: Buffer.from(protomapsFile()) };

const water = (page: Page) => shareOfColour(page.locator('.map'), BASE_COLOURS.light.water, 6);
// How much of the map is water depends on how fine its edges are drawn.
test.use(SHARP);

const credits = (page: Page) => page.locator('.map-credits span');
const option = (page: Page, name: string) => page.locator('.base-option', { hasText: name });

async function pick(page: Page, file: typeof TOWN): Promise<void> {
  await page.getByRole('button', { name: '底图', exact: true }).click();
  await page.getByLabel('打开 PMTiles 文件…').setInputFiles(file);
}

test('a picked file is drawn, credited, explained on paper, and kept over a reload', async ({ app, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await app.open(LAKE);
  expect(await water(page)).toBeLessThan(0.05);
  await pick(page, TOWN);
  await expect(page.getByRole('status').filter({ hasText: '“town.pmtiles”已加入底图' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'town' })).toBeChecked();
  await expect.poll(() => water(page)).toBeGreaterThan(0.1);
  await expect(credits(page)).toHaveText(/^Protomaps © OpenStreetMap · /);
  await settled(page);
  await expectNoAxeFaults(page, 'the choice of base maps', '.base-switcher');

  await page.getByLabel('只用灰色').check();
  await expect.poll(() => water(page)).toBeLessThan(0.01);
  await page.getByLabel('只用灰色').uncheck();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: '底图', exact: true })).toBeFocused();

  await page.reload();
  await expect.poll(() => water(page)).toBeGreaterThan(0.1);
  await app.show(`${new URL(page.url()).hash.slice(1)}&view=export`);
  await page.getByRole('button', { name: '打开打印版面' }).click();
  const sheet = page.locator('.print-sheet');
  await expect(sheet.locator('.print-legend')).toContainText('水面', { timeout: 60_000 });
  await expect(sheet).toContainText('Protomaps © OpenStreetMap');
  await expect.poll(() => shareOfColour(sheet, BASE_COLOURS.light.water, 6)).toBeGreaterThan(0.02);
});

test('a file that is no base map says why, and what was shown stays', async ({ app, page }) => {
  await app.open(LAKE);
  const head = { metadata: { ...PROTOMAPS_METADATA, vector_layers: [{ id: 'transportation' }] } };
  await pick(page, { ...TOWN, name: 'other.pmtiles', buffer: Buffer.from(protomapsFile({ head })) });
  await expect(page.getByRole('status').filter({ hasText: 'other.pmtiles' })).toContainText('transportation');
  await expect(page.getByRole('radio', { name: '自带底图' })).toBeChecked();
  await expect(page.getByRole('radio')).toHaveCount(1);
});

test.describe('a file at an address', () => {
  /** Answers ranges as a server of files does, until it is gone. */
  async function offer(page: Page): Promise<{ gone: boolean; asked: number }> {
    const server = { gone: false, asked: 0 };
    const bytes = protomapsFile();
    const answer = (route: Route) => {
      server.asked += 1;
      if (server.gone) return route.abort();
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(route.request().headers()['range'] ?? '') ?? [];
      if (from === undefined || to === undefined) return route.fulfill({ body: Buffer.from(bytes) });
      const part = bytes.slice(Number(from), Number(to) + 1);
      const headers = { 'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}` };
      return route.fulfill({ status: 206, body: Buffer.from(part), headers });
    };
    await page.route('**/town.pmtiles', answer);
    await page.route('**/config.json', (route) =>
      route.fulfill({
        json: { basemaps: [{ id: 'town', label: '城区', pmtiles: 'town.pmtiles', approval: '粤S(2026)001号' }] },
      }),
    );
    return server;
  }

  test('is chosen by keys, kept on the device at a word, and drawn without its server', async ({ app, page }) => {
    const server = await offer(page);
    await app.open(LAKE);
    expect(server.asked).toBe(0);
    await page.getByRole('button', { name: '底图', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: '自带底图' })).toBeFocused();
    expect(server.asked).toBe(0);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: '城区' })).toBeChecked();
    // The choice lies over a part of the map.
    await expect.poll(() => water(page)).toBeGreaterThan(0.06);
    await expect(page.locator('.base-chosen')).toContainText('审图号 粤S(2026)001号');
    await page.getByRole('button', { name: /保存到本设备（/ }).click();
    await expect(page.getByText('文件已保存在本设备上')).toBeVisible();

    server.gone = true;
    const before = server.asked;
    await page.reload();
    await expect.poll(() => water(page)).toBeGreaterThan(0.1);
    expect(server.asked).toBe(before);
  });

  test('that does not answer is told, and the built-in map is back', async ({ app, page }) => {
    const server = await offer(page);
    server.gone = true;
    await app.open(`${LAKE}&base=town`);
    await expect(page.getByRole('alert').filter({ hasText: '城区' })).toContainText('没有回应');
    await page.getByRole('button', { name: '底图', exact: true }).click();
    await expect(page.getByRole('radio', { name: '自带底图' })).toBeChecked();
  });
  test.use({ allowedFaults: [/town\.pmtiles|ERR_FAILED/] });
});

test('on a phone the choice leaves the map its room', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open(LAKE);
  await pick(page, TOWN);
  await expect(option(page, 'town')).toHaveClass(/is-chosen/);
  await settled(page);
  const [map, box] = await Promise.all([
    page.locator('.stage').boundingBox(),
    page.locator('.base-switcher').boundingBox(),
  ]);
  expect((box?.height ?? 0) / (map?.height ?? 1)).toBeLessThan(0.56);
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= 390).toBe(true);
});
