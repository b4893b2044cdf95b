import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { MapLibreMap } from 'maplibre-gl';
import { expectNoAxeFaults } from './axe.ts';
import { expect, MOVING, test } from './fixtures.ts';
import { settled } from './settled.ts';
import { arrived } from './tour.ts';

test.use(MOVING);

test('a handout has a page a stop, each with its mark; the picture of a stop is the same however it was come to', async ({
  app,
  page,
}) => {
  test.slow();
  await app.open('mode=present&tour=cluster-equipment');
  const picture = async () => {
    const [saved] = await Promise.all([
      page.waitForEvent('download', { timeout: 90_000 }),
      page.getByRole('button', { name: '下载PNG' }).click(),
    ]);
    return createHash('sha256')
      .update(readFileSync(await saved.path()))
      .digest('hex');
  };
  await arrived(page, 1);
  await page.keyboard.press('h');
  const first = await picture();
  await page.getByRole('button', { name: '下一站' }).click();
  await arrived(page, 2);
  await page.getByRole('button', { name: '上一站' }).click();
  await arrived(page, 1);
  expect(await picture()).toBe(first);

  await page.getByRole('button', { name: '准备讲义' }).click();
  const sheets = page.locator('.handout-sheet');
  await expect(sheets).toHaveCount(2, { timeout: 90_000 });
  await page.getByLabel('讲解人').fill('区工信局 王工');
  await page.getByLabel('地点或场合').fill('三楼会议室');
  for (const sheet of await sheets.all()) {
    await expect(sheet.locator('.handout-by')).toHaveText('区工信局 王工 · 三楼会议室');
    await expect(sheet).toContainText('内部参考');
    await expect(sheet).toContainText('WGS-84');
    await expect(sheet).toContainText('数据版本');
    await expect(sheet).toContainText('OpenStreetMap');
    // Nobody who scans it from the paper reaches this computer's own address.
    await expect(sheet.getByRole('img', { name: '这一站的网址二维码' })).toHaveCount(0);
  }
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  await expectNoAxeFaults(page, 'the handout', '.print-layout');
});

test('the map is arranged beside the editor: the stop keeps its view until a key takes the new one', async ({
  app,
  page,
}) => {
  await app.open('mode=present&tour=cluster-food');
  await arrived(page, 1);
  await page.keyboard.press('e');
  const editor = page.getByRole('region', { name: '编辑导览' });
  await expect(editor).toBeVisible();
  await settled(page);
  const moving = () =>
    page.evaluate(() => (Reflect.get(document.querySelector('.map-view') ?? {}, 'map') as MapLibreMap).isMoving());
  const centre = () =>
    page.evaluate(() => {
      const map = Reflect.get(document.querySelector('.map-view') ?? {}, 'map') as MapLibreMap;
      const { lng, lat } = map.getCenter();
      return [lng, lat, map.getZoom()].map((at) => at.toFixed(3)).join();
    });
  const before = await centre();
  await page.mouse.move(560, 300);
  await page.mouse.down();
  await page.mouse.move(480, 260, { steps: 4 });
  await page.mouse.up();
  await expect.poll(moving).toBe(false);
  const arranged = await centre();
  expect(arranged).not.toBe(before);
  // Another stop and back: the view of the stop is still its own.
  await page.keyboard.press('PageDown');
  await arrived(page, 2);
  await page.keyboard.press('PageUp');
  await arrived(page, 1);
  expect(await centre()).toBe(before);
  await page.mouse.move(560, 300);
  await page.mouse.wheel(0, -300);
  // The wheel's zoom goes on for a while: what is taken is what is shown.
  await expect.poll(centre).not.toBe(before);
  await expect.poll(moving).toBe(false);
  await page.keyboard.press('v');
  await expect(editor.getByRole('status')).toHaveText('第1站改用了当前视图');
  const taken = await centre();
  await page.keyboard.press('PageDown');
  await arrived(page, 2);
  await page.keyboard.press('PageUp');
  await arrived(page, 1);
  expect(await centre()).toBe(taken);
});

test('a tour goes out as slides, a slide a stop, with the map, the code and the notes', async ({ app, page }) => {
  await app.open('mode=present&tour=cluster-equipment');
  await arrived(page, 1);
  await page.keyboard.press('h');
  const [made] = await Promise.all([
    page.waitForEvent('download', { timeout: 90_000 }),
    page.getByRole('button', { name: '制作幻灯片' }).click(),
  ]);
  expect(made.suggestedFilename()).toBe('装备制造.pptx');
  const files = unzipSync(readFileSync(await made.path()));
  const slides = Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  expect(slides).toHaveLength(2);
  const first = strFromU8(files['ppt/slides/slide1.xml'] ?? new Uint8Array());
  for (const words of ['装备制造', 'WGS-84', '内部参考', '超过1万亿元']) expect(first).toContain(words);
  // The page has an address here that only this computer opens.
  expect(first).not.toContain('扫码');
  expect(strFromU8(files['ppt/notesSlides/notesSlide1.xml'] ?? new Uint8Array())).toContain('接下来：');
  expect(Object.keys(files).filter((name) => name.startsWith('ppt/charts/chart'))).not.toEqual([]);
});
