import { readFile } from 'node:fs/promises';
import { clickMiddle, onMap } from './boxes.ts';
import { expect, SHARP, test } from './fixtures.ts';
import { shareOfColour } from './pixels.ts';
import { settled } from './settled.ts';

test.use(SHARP);

/** The made-up outline of the tests' automation park, from 113.106 to 113.112; its gate is on the western edge. */
const PARK = '鲁班天工智能制造科技园';
const AT = 'map=15.00/22.94550/113.10850';
/** The colour of its cluster, as the outline's line has it. */
const ROBOTICS = '#006562';

test('an outline is drawn, clicked, explained, printed, and shared by a question', async ({ app, page }) => {
  await app.open(AT);
  const map = page.locator('.map');
  const ink = () => shareOfColour(map, ROBOTICS, 24);
  await expect.poll(ink).toBeGreaterThan(0.0005);
  // The middle of the map is inside it, 250 m from its symbol.
  await clickMiddle(page);
  const panel = page.getByRole('article', { name: PARK });
  await expect(panel).toContainText('轮廓内面积');
  await expect(panel).toContainText('0.341 平方公里（按椭球面量得）');
  await expect(panel).toContainText('Made-up outlines');
  await expect(panel).toContainText('2024年6月');

  await app.show(`${AT}&view=export`);
  await page.getByRole('button', { name: '打开打印版面' }).click();
  const paper = page.getByRole('dialog', { name: '打印版面' });
  await expect(paper).toContainText('项目或园区的轮廓');
  await page.keyboard.press('Escape');

  await app.show('view=ask&ask=polygon:113.1,22.94,113.109,22.94,113.109,22.95,113.1,22.95');
  // The west half with its northern arm: 307.7 m × 664.5 m of the whole.
  await expect(page.locator('.ask-outlines')).toContainText('60%，轮廓共 34.07 公顷');
});

test('an outline is drawn by mouse, saved with its source, shown, exported, and withdrawn', async ({ app, page }) => {
  await app.open('map=14.00/22.91200/113.20700&site=robot-valley');
  await page.getByRole('button', { name: '更正这一项' }).click();
  await page.getByLabel('更正哪一项').selectOption({ label: '轮廓' });
  await page.getByRole('button', { name: '在地图上画' }).click();
  // The tool is there.
  await expect(page.getByRole('button', { name: '撤销' })).toBeVisible();
  const at = await onMap(page);
  for (const [x, y] of [
    [0.4, 0.4],
    [0.6, 0.4],
    [0.6, 0.6],
    [0.4, 0.6],
  ] as const)
    await page.mouse.click(...at(x, y));
  await page.getByRole('button', { name: '完成' }).click();
  await expect(page.getByText('新的轮廓：4 个顶点')).toBeVisible();
  await page.getByLabel('来源标题（必填）').fill('某公示图');
  await page.getByLabel('轮廓的时间').fill('2025-03');
  await page.getByRole('button', { name: '保存更正' }).click();
  const map = page.locator('.map');
  await settled(page);
  await expect.poll(() => shareOfColour(map, ROBOTICS, 24)).toBeGreaterThan(0.002);

  await page.getByRole('button', { name: '我的更正（1）' }).click();
  await expect(page.locator('.corrections li')).toContainText('有轮廓，时间为2025年3月');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出更正文件' }).click(),
  ]);
  const [correction] = JSON.parse(await readFile(await file.path(), 'utf8')).corrections;
  expect(correction).toMatchObject({ record: 'robot-valley', field: 'outline', newValue: { date: '2025-03' } });
  expect(correction.newValue.outline[0][0]).toHaveLength(5);
  await page.getByRole('button', { name: /^撤回/ }).click();
  await expect.poll(() => shareOfColour(map, ROBOTICS, 24)).toBeLessThan(0.002);
});

test('an outline is pasted by keyboard alone; its datum is asked, and what does not fit is said', async ({
  app,
  page,
}) => {
  await app.open('map=14.00/22.91200/113.20700&site=robot-valley');
  await page.getByRole('button', { name: '更正这一项' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('更正哪一项').focus();
  await page.keyboard.press('ArrowDown');
  const paste = page.getByLabel('粘贴 WKT 或 GeoJSON');
  await paste.focus();
  await page.keyboard.type('POLYGON((113.2 22.9,113.21 22.9,113.21 22.92,113.2 22.92,113.2 22.9))');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('请先选择坐标系。')).toBeVisible();
  await page.getByLabel('经纬度的坐标系').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await paste.focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('新的轮廓：4 个顶点')).toBeVisible();
  await page.getByLabel('来源标题（必填）').focus();
  await page.keyboard.type('某公示图');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByText('已更正').first()).toBeVisible();
  await expect(page.getByRole('article').first()).toContainText('轮廓内面积');
});
