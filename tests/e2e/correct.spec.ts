import { readFile } from 'node:fs/promises';
import { boxOf, onMap } from './boxes.ts';
import { expect, test, waitForMap } from './fixtures.ts';

/** A little beside the laboratory, so that the middle of the map is another place. */
const AT = 'map=13.00/22.99880/113.23460&site=jihua-laboratory';
const longitude = '经度（WGS-84）';

test('a position is corrected by keyboard alone, kept, marked, exported and withdrawn', async ({ app, page }) => {
  await app.open(AT);
  await page.getByRole('button', { name: '更正这一项' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '更正：季华实验室' })).toBeFocused();
  await expect(page.getByLabel(longitude)).toHaveValue('113.23456');
  await expect(page.locator('.place-marker')).toBeVisible();

  await page.getByRole('button', { name: '在地图上选点' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.map canvas')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel(longitude)).not.toHaveValue('113.23456');
  const chosen = await page.getByLabel(longitude).inputValue();

  await page.getByLabel('误差半径（米）').fill('100');
  await page.getByRole('button', { name: '保存更正' }).click();
  await expect(page.locator('.problems')).toBeFocused();
  await expect(page.locator('.problems')).toHaveText('请写明来源标题。');
  await page.getByLabel('来源标题（必填）').fill('现场公示牌');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: '季华实验室' }).getByText('已更正').first()).toBeVisible();
  await expect(page.locator('.list-row[aria-current="true"]')).toContainText('季华实验室（已更正）');

  await page.reload();
  await waitForMap(page);
  await page.getByRole('button', { name: '我的更正（1）' }).click();
  const entry = page.locator('.corrections li');
  await expect(entry).toContainText(Number(chosen).toFixed(5));
  await expect(entry).toContainText('已显示在地图和面板上');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出更正文件' }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ format: 'foshan-224-corrections', corrections: [{ field: 'location' }] });

  await page.getByRole('button', { name: /^撤回：季华实验室/ }).click();
  await expect(page.getByText('还没有更正', { exact: false })).toBeVisible();
  await page.getByLabel('打开更正文件').setInputFiles(await file.path());
  await expect(page.getByText('新增 1 条；已有 0 条；未采用 0 条。')).toBeVisible();
});

test('a click or a drag places the point and selects nothing', async ({ app, page }) => {
  await app.open(AT);
  await page.getByRole('button', { name: '更正这一项' }).click();
  const marker = page.locator('.place-marker');
  await expect(marker).toBeVisible();
  const at = await onMap(page);
  await page.mouse.click(...at(0.3, 0.4));
  await expect(page.getByLabel(longitude)).not.toHaveValue('113.23456');
  const clicked = await page.getByLabel(longitude).inputValue();
  const box = await boxOf(marker);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByLabel(longitude)).not.toHaveValue(clicked);
  await expect(page).toHaveURL(/site=jihua-laboratory/);
  await expect(page.getByRole('heading', { name: '更正：季华实验室' })).toBeVisible();
});

test('on a phone the sheet makes way for the map and comes back', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open(AT);
  await page.getByRole('button', { name: '更正这一项' }).click();
  const heading = page.getByRole('heading', { name: '更正：季华实验室' });
  await expect(heading).toBeVisible();
  await page.getByRole('button', { name: '在地图上选点' }).click();
  await expect(page.getByLabel(longitude)).not.toBeInViewport();
  await page.mouse.click(150, 300);
  await expect(heading).toBeInViewport();
  await expect(page.getByLabel(longitude)).not.toHaveValue('113.23456');
  await page.getByLabel('来源标题（必填）').scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
