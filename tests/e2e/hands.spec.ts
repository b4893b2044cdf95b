import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { MapLibreMap } from 'maplibre-gl';
import { onMap } from './boxes.ts';
import { expect, test } from './fixtures.ts';
import { choose, confirm, overlayDrawn } from './imports.ts';
import { settled } from './settled.ts';

const AT = 'map=11.00/23.00000/113.10000';

test.describe('remarks and sketches', () => {
  test('by mouse: an arrow with words is kept, saved, deleted and read back', async ({ app, page }) => {
    await app.open(`${AT}&view=sketches`);
    const panel = page.getByRole('article', { name: '标注' });
    await panel.getByRole('button', { name: '箭头' }).click();
    await expect(panel.getByRole('button', { name: '完成' })).toBeVisible();
    const at = await onMap(page);
    for (const place of [at(0.3, 0.4), at(0.6, 0.4)]) {
      await page.mouse.move(...place);
      await page.mouse.click(...place);
    }
    // Not another point where the keyboard's cursor waits.
    await page.keyboard.press('Enter');
    const words = panel.getByPlaceholder('旁边的文字');
    await expect(words).toBeFocused();
    await page.keyboard.type('向东扩');
    await page.keyboard.press('Enter');
    await settled(page);
    const saving = page.waitForEvent('download');
    await panel.getByRole('button', { name: '存为 GeoJSON' }).click();
    const path = await (await saving).path();
    const { features } = JSON.parse(await readFile(path, 'utf8'));
    expect(features).toHaveLength(1);
    expect(features[0]).toMatchObject({
      geometry: { type: 'LineString' },
      properties: { sketch: 'arrow', text: '向东扩' },
    });
    expect(features[0].geometry.coordinates).toHaveLength(2);

    await page.reload();
    await expect(words).toHaveValue('向东扩');
    await panel.getByRole('button', { name: '删除向东扩' }).click();
    await expect(panel.getByText('还没有画。')).toBeVisible();
    await panel.locator('input[type="file"]').setInputFiles({
      name: '标注.geojson',
      mimeType: 'application/geo+json',
      buffer: await readFile(path),
    });
    await expect(words).toHaveValue('向东扩');
    await expect(panel.getByText('加入 1 项。')).toBeVisible();
  });

  test('by keyboard alone: words and an area', async ({ app, page }) => {
    await app.open(`${AT}&view=sketches`);
    const panel = page.getByRole('article', { name: '标注' });
    await panel.getByRole('button', { name: '文字', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.map canvas')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const words = panel.getByPlaceholder('旁边的文字');
    await expect(words).toBeFocused();
    await page.keyboard.type('预留');
    await panel.getByRole('button', { name: '面', exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.map canvas')).toBeFocused();
    for (const key of ['ArrowRight', 'ArrowDown']) {
      await page.keyboard.press('Enter');
      for (let i = 0; i < 6; i++) await page.keyboard.press(key);
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    await expect(words).toHaveCount(2);
    await expect(words.first()).toHaveValue('预留');
  });

  test('a line gets another shape by mouse and by keyboard, and keeps it', async ({ app, page }) => {
    await app.open(`${AT}&view=sketches`);
    const panel = page.getByRole('article', { name: '标注' });
    const at = await onMap(page);
    await panel.getByRole('button', { name: '线', exact: true }).click();
    await expect(panel.getByRole('button', { name: '完成' })).toBeVisible();
    for (const place of [at(0.3, 0.4), at(0.6, 0.4)]) {
      await page.mouse.move(...place);
      await page.mouse.click(...place);
    }
    await panel.getByRole('button', { name: '完成' }).click();
    await settled(page);
    const places = async () => {
      const saving = page.waitForEvent('download');
      await panel.getByRole('button', { name: '存为 GeoJSON' }).click();
      return JSON.parse(await readFile(await (await saving).path(), 'utf8')).features[0].geometry.coordinates;
    };
    const drawn = await places();
    expect(drawn).toHaveLength(2);

    // By mouse: the middle of the edge is drawn down, which adds a corner there.
    const reshape = panel.getByRole('button', { name: '改变线的形状' });
    await reshape.click();
    await expect(panel.getByRole('button', { name: '重做' })).toBeVisible();
    await settled(page);
    await page.mouse.move(...at(0.45, 0.4));
    await page.mouse.down();
    await page.mouse.move(...at(0.45, 0.5), { steps: 5 });
    await page.mouse.up();
    await panel.getByRole('button', { name: '完成' }).click();
    await expect(reshape).toBeFocused();
    const bent = await places();
    expect(bent).toHaveLength(3);
    expect(bent[1][1]).toBeLessThan(drawn[0][1]);

    // By keyboard alone: the last corner goes up, the one in the middle is taken out.
    await reshape.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.map canvas')).toBeFocused();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Shift+Enter');
    await expect(reshape).toBeFocused();
    const straight = await places();
    expect(straight).toHaveLength(2);
    expect(straight[1][1]).toBeGreaterThan(drawn[1][1]);
    await page.reload();
    await expect(reshape).toBeVisible();
    expect(await places()).toEqual(straight);
  });
});

test('Back steps through opened rows, and leaves no ring when they are closed', async ({ app, page }) => {
  await app.open('map=14.00/23.00000/113.10000&view=data');
  await choose(page, 'tests/fixtures/cases/overlap.csv');
  await confirm(page);
  await overlayDrawn(page);
  await settled(page);
  await page.mouse.click(...(await onMap(page))(0.5, 0.5));
  await page.getByRole('article', { name: '同一点上有 4 行' }).getByRole('button', { name: '同址2号' }).click();
  await page.getByRole('article', { name: '同址2号' }).getByRole('button', { name: '下一行' }).click();
  await expect(page.getByRole('article', { name: '同址3号' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('article', { name: '同址2号' })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('article', { name: '同址3号' })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('article', { name: '同址2号' })).toBeHidden();
});

test('Back restores the place of the map', async ({ app, page }) => {
  await app.open('map=13.00/22.95000/113.20000');
  await page.locator('[data-site="xianhu-hydrogen-valley"]').click();
  await settled(page);
  await expect(page).not.toHaveURL(/113\.20000/);
  await page.goBack();
  await settled(page);
  // A step of the zoom writes where the map really stands.
  await page.getByRole('button', { name: '放大' }).click();
  await expect(page).toHaveURL(/map=14\.00\/22\.9500\d?\/113\.2000\d?/);
});

test('a click on the ground throws no question away', async ({ app, page }) => {
  await app.open(`${AT}&view=ask`);
  const panel = page.getByRole('article', { name: '范围查询' });
  await panel.getByRole('radio', { name: '区或镇街' }).check();
  const at = await onMap(page);
  await page.mouse.move(...at(0.15, 0.85));
  await settled(page);
  const drawn = await countFrames(page);
  await page.mouse.down();
  await page.mouse.up();
  await expect(panel.getByRole('radio', { name: '区或镇街' })).toBeChecked();
  // It moved nothing, so the map was not drawn anew: what a click opens does not wait for that.
  expect(await drawn()).toBe(0);
});

/**
 * Counts the frames that the map draws once it rests: what the pointer or the panel brought about is drawn by then.
 *
 * @returns asks for their number two frames of the page later
 */
async function countFrames(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(async () => {
    const map = Reflect.get(document.querySelector('.map-view') ?? {}, 'map') as MapLibreMap;
    await new Promise((resolve) => {
      map.once('idle', resolve);
      map.triggerRepaint();
    });
    Reflect.set(window, 'framesDrawn', 0);
    map.on('render', () => Reflect.set(window, 'framesDrawn', Reflect.get(window, 'framesDrawn') + 1));
  });
  return () =>
    page.evaluate(async () => {
      for (let i = 0; i < 2; i++) await new Promise((next) => requestAnimationFrame(next));
      return Reflect.get(window, 'framesDrawn') as number;
    });
}

test.describe('measuring', () => {
  test('by mouse: a distance follows the pointer, is ended and kept as a sketch', async ({ app, page }) => {
    await app.open(AT);
    await page.getByRole('button', { name: '量算、坐标' }).click();
    const bar = page.getByRole('region', { name: '量算与坐标' });
    const at = await onMap(page);
    await page.mouse.move(...at(0.4, 0.3));
    const place = bar.locator('.measure-place b');
    await expect(place).toHaveText(/^11\d\.\d{4}°E, 2\d\.\d{4}°N$/);
    const before = await place.textContent();
    // A pointer is heard from its next move on.
    await expect(async () => {
      await page.mouse.move(...at(0.5, 0.3));
      await page.mouse.move(...at(0.6, 0.3));
      await expect(place).not.toHaveText(before ?? '', { timeout: 1000 });
    }).toPass();
    await bar.getByRole('button', { name: '量距离' }).click();
    await expect(bar.getByRole('button', { name: '结束' })).toBeEnabled();
    for (const corner of [at(0.4, 0.3), at(0.6, 0.3)]) {
      await page.mouse.move(...corner);
      await page.mouse.click(...corner);
    }
    await expect(bar.locator('.measure-said')).toHaveText(/^长 [\d.]+ 公里/);
    await bar.getByRole('button', { name: '结束' }).click();
    await bar.getByRole('button', { name: '存为标注' }).click();
    await bar.getByRole('button', { name: '打开标注' }).click();
    await expect(page.getByRole('article', { name: '标注' }).getByPlaceholder('旁边的文字')).toHaveValue(
      /^长 [\d.]+ 公里$/,
    );
  });

  test('by keyboard alone: an area', async ({ app, page }) => {
    await app.open(AT);
    await page.getByRole('button', { name: '量算、坐标' }).focus();
    await page.keyboard.press('Enter');
    const bar = page.getByRole('region', { name: '量算与坐标' });
    await bar.getByRole('button', { name: '量面积' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.map canvas')).toBeFocused();
    for (const key of ['ArrowRight', 'ArrowDown']) {
      await page.keyboard.press('Enter');
      for (let i = 0; i < 6; i++) await page.keyboard.press(key);
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    await expect(
      bar.getByRole('status').filter({ hasText: /^面积 [\d.]+ (公顷|平方公里)（[\d,]+ 亩） · 周长/ }),
    ).toHaveCount(1);
    await bar.getByRole('button', { name: '清除' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '量算、坐标' })).toBeVisible();
  });
});
