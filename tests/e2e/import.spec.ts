import { readFileSync } from 'node:fs';
import { SET_SHADES } from '../../src/domain/set-look.ts';
import { clickMiddle } from './boxes.ts';
import { expect, test } from './fixtures.ts';
import { choose, confirm, importPoints, overlayDrawn, POINTS } from './imports.ts';
import { loseContext } from './lost-context.ts';
import { shareOfColour } from './pixels.ts';

/** A row of the file and where it says that it is: no site of the register is near. */
const { name, lng, lat, staff } = (() => {
  const [header = '', ...rows] = readFileSync(POINTS, 'utf8').split(/\r?\n/);
  const cells = rows.find((row) => row.startsWith('北滘四厂'))?.split(',') ?? [];
  const cell = (column: string) => cells[header.split(',').indexOf(column)] ?? '';
  return { name: cell('名称'), lng: Number(cell('lng')), lat: Number(cell('lat')), staff: cell('员工数') };
})();

const AT = `map=13.50/${lat.toFixed(5)}/${lng.toFixed(5)}&view=data`;

const BLUE = SET_SHADES.light.blue;

test('a table is confirmed, imported, drawn, clicked, kept across a reload and deleted', async ({ app, page }) => {
  await app.open(AT);
  const map = page.locator('.map');
  await expect(page.getByText('还没有导入的数据')).toBeVisible();
  expect(await shareOfColour(map, BLUE)).toBe(0);

  await choose(page, POINTS);
  await expect(page.getByRole('group', { name: '各列是什么' })).toBeVisible();
  await expect(page.getByLabel('经度 / 东坐标')).toHaveValue('5');
  await expect(page.getByLabel('行业', { exact: false }).first()).toHaveValue('3');
  await confirm(page);
  await overlayDrawn(page);
  await expect.poll(() => shareOfColour(map, BLUE)).toBeGreaterThan(0.00005);
  await expect(page.locator('.legend')).toContainText('points');

  await clickMiddle(page);
  const card = page.getByRole('article', { name });
  await expect(card.getByRole('row', { name: `员工数 ${staff}` })).toBeVisible();

  await page.reload();
  await overlayDrawn(page);
  await expect.poll(() => shareOfColour(map, BLUE)).toBeGreaterThan(0.00005);

  await page.getByRole('button', { name: '删除“points”' }).click();
  await page.getByRole('button', { name: /确定删除/ }).click();
  await expect(page.getByText('还没有导入的数据')).toBeVisible();
  await expect.poll(() => shareOfColour(map, BLUE)).toBe(0);
  await page.reload();
  await expect(page.getByText('还没有导入的数据')).toBeVisible();
});

test('a file that cannot be read and an import that is cancelled leave what was there', async ({ app, page }) => {
  await app.open(AT);
  await importPoints(page);
  await overlayDrawn(page);
  await page.getByRole('button', { name: '导入另一个文件' }).click();
  await choose(page, 'tests/fixtures/import/password.xlsx');
  await expect(page.getByRole('alert').filter({ hasText: 'password.xlsx' })).toContainText('工作簿有密码');
  await page.getByRole('button', { name: '导入另一个文件' }).click();
  await choose(page, 'tests/fixtures/import/tab.tsv');
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect(page.getByRole('heading', { name: '已导入（1）' })).toBeVisible();
  await expect.poll(() => shareOfColour(page.locator('.map'), BLUE)).toBeGreaterThan(0.00005);
});

test('points come back after the WebGL context was lost', async ({ app, page }) => {
  await app.open(AT);
  await importPoints(page);
  await overlayDrawn(page);
  const map = page.locator('.map');
  await loseContext(page);
  await expect(page.locator('html')).not.toHaveAttribute('data-overlay', '1');
  await overlayDrawn(page);
  await expect.poll(() => shareOfColour(map, BLUE)).toBeGreaterThan(0.00005);
  await expect(page).toHaveURL(/map=13\.50/);
});
