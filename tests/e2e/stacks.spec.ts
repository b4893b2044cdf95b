import { onMap } from './boxes.ts';
import { expect, test } from './fixtures.ts';
import { choose, confirm, overlayDrawn } from './imports.ts';
import { settled } from './settled.ts';

/** Four rows on one point, which stands in the middle of the map. */
const OVERLAP = 'tests/fixtures/cases/overlap.csv';
const AT = 'map=14.00/23.00000/113.10000&view=data';

test.beforeEach(async ({ app, page }) => {
  await app.open(AT);
  await choose(page, OVERLAP);
  await confirm(page);
  await overlayDrawn(page);
  await settled(page);
});

test('rows on one point are counted, and chosen one by one with the mouse', async ({ page }) => {
  await expect(page.locator('.map-sets')).toContainText('同一点上的行数（这样的点有 1 个）');
  const at = await onMap(page);
  const [x, y] = at(0.5, 0.5);
  await page.mouse.move(x - 60, y - 60);
  await page.mouse.move(x, y);
  await expect(page.locator('.hover-card')).toContainText('这一点上有 4 行');
  // The number beside the point stands for the same rows.
  await page.mouse.move(x + 9, y - 9);
  await expect(page.locator('.hover-card')).toContainText('这一点上有 4 行');
  await page.mouse.click(x + 9, y - 9);
  const list = page.getByRole('article', { name: '同一点上有 4 行' });
  await list.getByRole('button', { name: '同址2号' }).click();
  const card = page.getByRole('article', { name: '同址2号' });
  await expect(card).toContainText('这一点上的第 2 行，共 4 行');
  await card.getByRole('button', { name: '下一行' }).click();
  await expect(page.getByRole('article', { name: '同址3号' }).getByRole('row', { name: '年份 2023' })).toBeVisible();
});

test('rows on one point are chosen one by one with the keyboard', async ({ page }) => {
  await page.locator('.maplibregl-canvas').focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('article', { name: '同一点上有 4 行' });
  await expect(list).toBeFocused();
  const row = list.getByRole('button', { name: '同址3号' });
  for (let presses = 0; presses < 12; presses++) {
    if (await row.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: '同址3号' })).toBeFocused();
  await page.getByRole('button', { name: '返回这一点上的 4 行' }).press('Enter');
  await expect(page.getByRole('button', { name: '同址3号' })).toBeFocused();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test('rows on one point are chosen one by one', async ({ page }) => {
    const point = await page.locator('.map').evaluate((map) => {
      const crosshair = map.querySelector('.map-crosshair');
      const box = map.getBoundingClientRect();
      const style = crosshair instanceof HTMLElement ? crosshair.style : null;
      return { x: box.x + Number.parseFloat(style?.left ?? ''), y: box.y + Number.parseFloat(style?.top ?? '') };
    });
    await page.touchscreen.tap(point.x, point.y);
    await page.getByRole('article', { name: '同一点上有 4 行' }).getByRole('button', { name: '同址4号' }).tap();
    await expect(page.getByRole('article', { name: '同址4号' })).toContainText('这一点上的第 4 行，共 4 行');
  });
});
