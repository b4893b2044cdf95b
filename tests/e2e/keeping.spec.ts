/** Keeping the register as somebody who never saw the product would: add a site, move one, hand the file over. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { onMap } from './boxes.ts';
import { expect, test } from './fixtures.ts';

const START = 'map=11.00/22.99880/113.13460';

async function handOver(page: Page): Promise<readonly { readonly field: string; readonly record: string }[]> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出更正文件' }).click(),
  ]);
  const patch: { corrections: { field: string; record: string }[] } = JSON.parse(
    await readFile(await file.path(), 'utf8'),
  );
  return patch.corrections;
}

test('by mouse: a site is added on the map, another one is moved on the bench, and the file is handed over', async ({
  app,
  page,
}) => {
  await app.open(START);
  await page.getByRole('button', { name: '我的更正' }).click();
  await page.getByRole('button', { name: '新增记录' }).click();
  await page.getByLabel('中文名').fill('新测试园区');
  await page.getByLabel('英文名').fill('New Test Park');
  await page.getByLabel('集群', { exact: true }).selectOption('food');
  await page.getByLabel('类型', { exact: true }).selectOption('park');
  await page.getByRole('checkbox', { name: '禅城区' }).check();
  const at = await onMap(page);
  await page.mouse.click(...at(0.5, 0.5));
  await expect(page.getByLabel('经度（WGS-84）')).not.toHaveValue('');
  await expect(page.getByLabel('误差半径（米）')).toHaveValue('300');
  await page.getByLabel('来源标题（必填）').fill('现场公示牌');
  await page.getByRole('button', { name: '加入这条记录' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '新测试园区' })).toBeVisible();
  await expect(page.locator('.list-row[aria-current="true"]')).toContainText('新测试园区');

  await page.getByRole('button', { name: '我的更正（1）' }).click();
  await page.getByRole('button', { name: '定位工作台' }).click();
  const bench = page.getByRole('article', { name: '定位工作台' });
  const which = bench.getByLabel(/^第 1 条，共/);
  const first = (await which.locator('option').first().textContent()) ?? '';
  await expect(bench.getByRole('heading', { level: 3 })).toHaveText(first.replace(/^1\. /, ''));
  const where = await onMap(page);
  await page.mouse.click(...where(0.5, 0.5));
  await expect(bench.getByLabel('经度（WGS-84）')).not.toHaveValue('');
  await expect(bench.getByRole('button', { name: '保存，看下一条' })).toBeFocused();
  await bench.getByLabel('来源标题（必填）').fill('现场踏勘');
  await bench.getByRole('button', { name: '保存，看下一条' }).click();
  await expect(bench.getByText('这次定了 1 条', { exact: false })).toBeVisible();
  await expect(bench.getByRole('heading', { level: 3 })).not.toHaveText(first.replace(/^1\. /, ''));
  await bench.getByRole('button', { name: '我的更正' }).click();
  expect((await handOver(page)).map(({ field }) => field)).toEqual(['record', 'location']);
});

test('by keyboard alone: a record is settled by pasting, one is added, and the file is handed over', async ({
  app,
  page,
}) => {
  await app.open(`${START}&view=locate`);
  const bench = page.getByRole('article', { name: '定位工作台' });
  const heading = bench.getByRole('heading', { level: 3 });
  const first = (await heading.textContent()) ?? '';
  await bench.getByLabel('经纬度的坐标系').focus();
  await page.keyboard.type('WGS');
  await expect(bench.getByLabel('经纬度的坐标系')).toHaveValue('wgs84');
  const paste = bench.getByLabel('粘贴坐标或地图链接');
  await paste.focus();
  // In Chancheng, one of the districts of the first record.
  await page.keyboard.insertText('北纬23°01′05″ 东经113°05′35″');
  await expect(bench.getByText('换算为 WGS-84：113.093056, 23.018056')).toBeVisible();
  await bench.getByLabel('来源标题（必填）').focus();
  await page.keyboard.insertText('现场踏勘');
  await page.keyboard.press('Enter');
  await expect(heading).not.toHaveText(first);
  await expect(paste).toBeFocused();
  const second = (await heading.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(heading).not.toHaveText(second);
  await expect(paste).toBeFocused();
  await bench.getByRole('button', { name: '我的更正' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '新增记录' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '新增记录' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('键盘园区');
  await page.keyboard.press('Tab');
  await page.keyboard.insertText('Keyboard Park');
  for (const select of ['集群', '类型']) {
    await page.keyboard.press('Tab');
    await expect(page.getByLabel(select, { exact: true })).toBeFocused();
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: '禅城区' })).toBeChecked();
  await page.getByLabel('来源标题（必填）').focus();
  await page.keyboard.insertText('现场踏勘');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: '键盘园区' })).toBeVisible();
  await page.getByRole('button', { name: '我的更正（2）' }).focus();
  await page.keyboard.press('Enter');
  expect((await handOver(page)).map(({ field, record }) => [field, record])).toEqual([
    ['location', 'foshan-university'],
    ['record', 'keyboard-park'],
  ]);
});
