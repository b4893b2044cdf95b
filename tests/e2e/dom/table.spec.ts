/** The table of a set in a browser: edited by mouse and by the keyboard alone, kept on the device, told in the export. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoAxeFaults } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { choose, confirm } from '../imports.ts';

const FIRMS = [
  '编号,名称,经度,纬度,产值（万元）,用地（亩）',
  'a1,甲厂,113.1052,23.0187,1200,30',
  'a2,乙厂,113.1431,23.0412,800,0',
  'a3,丙厂,113.2934,22.8057,,12',
  '',
].join('\n');

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const grid = (page: Page) => page.getByRole('grid');
const cellOf = (page: Page, row: string, at: number) =>
  grid(page).getByRole('row').filter({ hasText: row }).getByRole('gridcell').nth(at);

async function openTable(page: Page): Promise<void> {
  await page.getByRole('button', { name: '以表格查看“firms”' }).click();
  await expect(grid(page)).toBeVisible();
}

test('cells are edited and rows taken out by the mouse; the device and the file keep it', async ({ app, page }) => {
  await app.open('view=data');
  await choose(page, csv('firms.csv', FIRMS));
  await confirm(page);
  await openTable(page);
  await cellOf(page, '丙厂', 4).click();
  await cellOf(page, '丙厂', 4).click();
  await page.getByRole('textbox', { name: '产值（万元），第 3 行' }).fill('450');
  await cellOf(page, '甲厂', 4).click();
  await expect(cellOf(page, '丙厂', 4)).toContainText('450');
  await expect(cellOf(page, '丙厂', 4)).toContainText('手工修改；文件中为空');
  await grid(page).getByRole('button', { name: '第 2 行：乙厂' }).click();
  await page.getByRole('button', { name: '删去第 2 行' }).click();
  await expect(grid(page).getByRole('row')).toHaveCount(3);
  await expect(page.getByText('手工修改 1 个单元格 · 手工删去 1 行')).toBeVisible();
  await expectNoAxeFaults(page, 'a table with an edited cell and a row taken out');

  await page.reload();
  await expect(page.getByText('手工修改 1 个单元格 · 手工删去 1 行')).toBeVisible();
  await expect(page.getByRole('region', { name: 'firms', exact: true })).toContainText('2 行');
  await app.show('view=export');
  await page.getByRole('combobox', { name: '导出什么' }).selectOption({ label: 'firms' });
  await page.getByRole('combobox', { name: '格式', exact: true }).selectOption('csv');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载', exact: true }).click();
  const lines = (await readFile(await (await download).path(), 'utf8')).split('\r\n');
  expect(lines[0]).toContain('手工修改的列');
  expect(lines[0]).toContain('手工改动');
  expect(lines.filter((line) => /^a\d/.test(line))).toHaveLength(2);
  expect(lines[2]).toMatch(/^a3,丙厂,113\.2934,22\.8057,450,12,.*,产值（万元）,/);
});

test('the table is worked by the keyboard alone', async ({ app, page }) => {
  await app.open('view=data');
  await choose(page, csv('firms.csv', FIRMS));
  await confirm(page);
  await openTable(page);
  const head = grid(page).getByRole('button', { name: '第 1 行：甲厂' });
  await head.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await expect(cellOf(page, '乙厂', 1)).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('（新）');
  await page.keyboard.press('Enter');
  await expect(cellOf(page, '乙厂（新）', 1)).toBeVisible();
  await expect(cellOf(page, '丙厂', 1)).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('abc');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '是数值列' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cellOf(page, '丙厂', 4)).toBeFocused();
  await expect(cellOf(page, '丙厂', 4)).toHaveText('');
  await page.keyboard.press('Control+z');
  await expect(cellOf(page, '乙厂', 1)).toHaveText('乙厂');
  await page.keyboard.press('Control+Shift+z');
  await expect(cellOf(page, '乙厂（新）', 1)).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await expect(grid(page).getByRole('row')).toHaveCount(3);
});

test('a ratio is added, colours the rows, and is told in the export', async ({ app, page }) => {
  await app.open('view=data');
  await choose(page, csv('firms.csv', FIRMS));
  await confirm(page);
  await openTable(page);
  await page.getByText('计算列', { exact: true }).click();
  await page.getByRole('combobox', { name: '算式' }).selectOption('ratio');
  await page.getByRole('textbox', { name: '名称' }).fill('亩均产值');
  await page.getByRole('button', { name: '添加此列' }).click();
  await expect(page.getByText('“亩均产值”已可用于颜色、大小、筛选和统计；2 行未知。')).toBeVisible();
  await expect(cellOf(page, '甲厂', 6)).toHaveText('40');
  await expectNoAxeFaults(page, 'a table with a computed column');
  await page.getByRole('button', { name: '返回数据列表' }).click();
  await page.getByText('样式', { exact: true }).click();
  await page.getByRole('combobox', { name: '颜色' }).selectOption({ label: '亩均产值' });
  await expect(page.getByRole('region', { name: 'firms', exact: true })).toContainText('亩均产值');
  await app.show('view=export');
  await page.getByRole('combobox', { name: '导出什么' }).selectOption({ label: 'firms' });
  await page.getByRole('combobox', { name: '格式', exact: true }).selectOption('csv');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载', exact: true }).click();
  const [head = ''] = (await readFile(await (await download).path(), 'utf8')).split('\r\n');
  expect(head).toContain('亩均产值 = 产值（万元） ÷ 用地（亩）');
});

const JUNE = [
  '编号,名称,经度,纬度,产值（万元）,用地（亩）,备注',
  'a3,丙厂,113.2934,22.8057,,12,',
  'a1,甲厂,113.1052,23.0187,1300,30,新增',
  'a4,丁厂,113.2,22.9,700,14,',
  '',
].join('\n');

test('next month’s file takes the place of a set; look and edits stay, what is lost is listed', async ({
  app,
  page,
}) => {
  await app.open('view=data');
  await choose(page, csv('firms.csv', FIRMS));
  await confirm(page);
  await page.getByText('样式', { exact: true }).click();
  await page.getByRole('combobox', { name: '颜色' }).selectOption({ label: '产值（万元）' });
  await openTable(page);
  for (const [row, text] of [
    ['丙厂', '450'],
    ['乙厂', '900'],
  ] as const) {
    await cellOf(page, row, 4).click();
    await page.keyboard.press('F2');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  // From the table to the sets, not to the card of the row that was edited last.
  await page.getByRole('button', { name: '返回数据列表' }).click();
  const card = page.getByRole('region', { name: 'firms', exact: true });
  await card.getByText('样式与数据：保存、套用、更换').click();
  await card.getByLabel('用哪一列辨认各行，以重做手工修改').selectOption({ label: '编号' });
  await expectNoAxeFaults(page, 'what of a set is used again');
  await card.getByLabel('更换数据，保留样式').setInputFiles(csv('june.csv', JUNE));
  await expect(page.getByText('june.csv 将取代“firms”的数据')).toBeVisible();
  await confirm(page);
  const report = page.getByRole('region', { name: '已换成 june.csv 的数据' });
  await expect(report).toContainText('已重做：修改 1 个单元格，删去 0 行。');
  await expect(report).toContainText('新增的列：备注');
  await expect(report.getByRole('row').filter({ hasText: 'a2' })).toContainText('没有这一关键值的行');
  const download = page.waitForEvent('download');
  await report.getByRole('button', { name: '保存为 CSV' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toContain('a2,产值（万元）,900,没有这一关键值的行');
  await expect(card).toContainText('产值（万元）');
  await openTable(page);
  await expect(cellOf(page, '丙厂', 4)).toContainText('450');
  await expect(cellOf(page, '丁厂', 4)).toHaveText('700');
});

test('a look is saved as a file and given to another set, by the keyboard', async ({ app, page }) => {
  await app.open('view=data');
  await choose(page, csv('firms.csv', FIRMS));
  await confirm(page);
  await page.getByText('样式', { exact: true }).click();
  await page.getByRole('combobox', { name: '颜色' }).selectOption({ label: '产值（万元）' });
  const card = page.getByRole('region', { name: 'firms', exact: true });
  await card.getByText('样式与数据：保存、套用、更换').focus();
  await page.keyboard.press('Enter');
  const download = page.waitForEvent('download');
  await card.getByRole('button', { name: '将样式保存为文件' }).focus();
  await page.keyboard.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toBe('firms.look.json');
  const text = await readFile(await file.path(), 'utf8');
  await page.getByRole('button', { name: '导入另一个文件' }).click();
  await choose(page, csv('other.csv', FIRMS.replace('产值（万元）', '税收')));
  await confirm(page);
  const other = page.getByRole('region', { name: 'other', exact: true });
  await other.getByText('样式与数据：保存、套用、更换').focus();
  await page.keyboard.press('Enter');
  await other
    .getByLabel('套用已保存的样式')
    .setInputFiles({ name: 'firms.look.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await expect(other).toContainText('已套用 firms.look.json 的样式及其计算列。');
  await expect(other).toContainText('与这些列不符：颜色 “产值（万元）”');
});
