import type { Locator, Page } from '@playwright/test';
import { expectNoAxeFaults } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { choose, confirm } from '../imports.ts';

const CASES = 'tests/fixtures/cases';

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const receipt = (page: Page, name: string) => page.getByRole('region', { name: `导入回执: ${name}` });

/** Opens the card of a row from the list of its set. */
async function rowOf(page: Page, set: string, row: string): Promise<Locator> {
  const list = card(page, set).locator('details').filter({ hasText: '清单' }).first();
  if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
  await list.getByRole('button', { name: row, exact: true }).click();
  return page.getByRole('article', { name: row });
}

/** Files as people have them, by what a row of each must say: dropped, looked at, read in, opened. */
const FILES: readonly (readonly [file: string, row: string, says: string])[] = [
  ['pair-slash.csv', '丙三厂', '113.293400, 22.805700'],
  ['num-sci.csv', '甲一厂', '113.105200, 23.018700'],
  ['num-decimal-comma.csv', '丁四厂', '112.896700, 23.155900'],
  ['head-numeric-years.csv', '己六厂', '113.210700, 23.120300'],
  ['head-two-rows.csv', '戊五厂', '112.892600, 22.900300'],
  ['geom-wkb.csv', '乙二厂', '113.143100, 23.041200'],
  ['geom-geojson.csv', '丙三厂', '113.293400, 22.805700'],
  ['enc-big5.csv', '測試廠一', '113.105200, 23.018700'],
  ['gj-bigint.geojson', '甲一厂', '440604211000000123'],
  ['s-ids.zip', '甲一厂', '440604211000000120'],
  ['s-utf8-longname-nocpg.zip', '己六厂', '113.210700, 23.120300'],
  ['k-gbk-undeclared.kml', '甲一厂', '113.105200, 23.018700'],
];
for (const [file, row, says] of FILES) {
  test(`${file} goes through the page to the right value`, async ({ app, page }) => {
    await app.open('view=data');
    await choose(page, `${CASES}/${file}`);
    await confirm(page);
    const name = file.replace(/\.\w+$/, '');
    await expect(receipt(page, name).getByRole('status')).toContainText('6 已定位 · 0 未导入');
    await expect(await rowOf(page, name, row)).toContainText(says);
  });
}

test('an EPSG code typed by hand places the rows, and one that is not known is answered', async ({ app, page }) => {
  await app.open('view=data');
  // The same numbers under a name that says nothing: two grids fit.
  const { readFile } = await import('node:fs/promises');
  const buffer = await readFile(`${CASES}/grid-utm49.csv`);
  await choose(page, { name: 'firms.csv', mimeType: 'text/csv', buffer });
  await expect(page.getByRole('button', { name: '导入', exact: true })).toBeDisabled();
  await expect(page.locator('.confirm')).toContainText('两者相差约 1,028 米');
  const field = page.getByRole('combobox', { name: '坐标系：名称或 EPSG 编号' });
  await field.fill('27700');
  await expect(page.locator('.confirm')).toContainText('不认识 EPSG:27700');
  await field.fill('32649');
  await field.press('Enter');
  await expect(field).toHaveValue('WGS-84 UTM 49N，中央经线 111° (EPSG:32649)');
  await expectNoAxeFaults(page, 'a coordinate system chosen by hand');
  await confirm(page);
  await expect(await rowOf(page, 'firms', '甲一厂')).toContainText('113.105200, 23.018700');
});

test('the row with the names is chosen by hand, and the preview follows without a new file', async ({ app, page }) => {
  await app.open('view=data');
  const text = '佛山,企业\n甲,乙\n名称,位置\n甲一厂,"113.1052,23.0187"\n乙二厂,"113.1431,23.0412"\n';
  await choose(page, { name: 'title.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  const heads = page.locator('.data-sample thead th');
  await expect(heads.first()).toHaveText('佛山');
  await page.getByLabel('列名所在行').selectOption({ label: '第 3 行：名称 · 位置' });
  await expect(heads.first()).toContainText('名称');
  await expect(page.locator('.data-sample tbody tr').first()).toContainText('甲一厂');
  await page.getByLabel('列名所在行').selectOption({ label: '第 5 行：乙二厂 · 113.1431,23.0412' });
  await expect(page.getByRole('alert')).toContainText('下面仍是原来的结果');
  await expect(page.locator('.data-sample tbody tr').first()).toContainText('甲一厂');
  await confirm(page);
  await expect(await rowOf(page, 'title', '乙二厂')).toContainText('113.143100, 23.041200');
});

test('land prices by park join the register, near names confirmed by the keyboard alone', async ({ app, page }) => {
  await app.open('view=data');
  await choose(page, `${CASES}/land-prices.csv`);
  const near = page.getByRole('combobox', { name: /仙湖氢能谷/ });
  await expect(near).toHaveValue('');
  const accept = page.getByRole('button', { name: '全部采用建议' });
  await accept.focus();
  await page.keyboard.press('Enter');
  await expect(near).toHaveValue('xianhu-hydrogen-valley');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(near).toBeFocused();
  await page.keyboard.press('Tab');
  // The second proposal is declined again.
  await expect(page.getByRole('combobox', { name: /鲁班天工智能制造产业园/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('combobox', { name: /鲁班天工智能制造产业园/ })).toHaveValue('');
  await expectNoAxeFaults(page, 'names of sites to be confirmed');
  await page.getByRole('button', { name: '导入', exact: true }).focus();
  await page.keyboard.press('Enter');
  const own = receipt(page, 'land-prices');
  await expect(own.getByRole('status')).toContainText('6 已定位 · 3 未导入 · 1 没有位置 · 10 读到的行');
  await own.locator('.receipt-rejected summary').click();
  await expect(own.getByRole('row', { name: /^10 不是名录中的平台/ })).toContainText('天河软件园');
  const row = await rowOf(page, 'land-prices', '仙湖氢能谷');
  await expect(row).toContainText('仙湖氢谷在该平台的位置，± 3.7公里');
  await row.getByRole('button', { name: /返回数据列表/ }).click();
  await expect(await rowOf(page, 'land-prices', '织梦小镇')).toContainText('该平台没有已知位置');
});

test('rows outside the district they state are a list; one opens, and the way back ends at it', async ({
  app,
  page,
}) => {
  await app.open('view=data');
  const text =
    '名称,区,经度_wgs84,纬度_wgs84\n甲,禅城区,113.1052,23.0187\n乙,三水区,113.2934,22.8057\n丙,南海区,113.1052,23.0187\n';
  await choose(page, { name: 'border.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await confirm(page);
  await receipt(page, 'border').getByRole('button', { name: '列出位置与写明的区不一致的 2 行' }).click();
  const list = card(page, 'border').locator('details').filter({ hasText: '位置与写明的区不一致的行（2）' });
  await expect(list.locator('summary')).toBeFocused();
  await expect(list.getByRole('listitem')).toHaveText([
    /乙 文件写三水区，位置：顺德区 · 距三水区 44\.\d公里/,
    /丙 文件写南海区，位置：禅城区 · 距南海区/,
  ]);
  await expectNoAxeFaults(page, 'the list of rows outside their district');
  await list.getByRole('button', { name: '丙' }).press('Enter');
  const row = page.getByRole('article', { name: '丙' });
  await expect(row).toContainText('南海区');
  await row.getByRole('button', { name: /返回数据列表/ }).press('Enter');
  await expect(card(page, 'border').locator('details[open]').getByRole('button', { name: '丙' })).toBeFocused();
});

const WIDE = `名称,经度,纬度,${Array.from({ length: 30 }, (_, at) => `很长的列名第${at}列`).join(',')}\n${'甲一厂,113.1052,23.0187,'}${Array.from({ length: 30 }, () => 'https://example.org/a/very/long/address').join(',')}\n`;

for (const [name, size, text] of [
  ['a desk', { width: 1440, height: 900 }, '100%'],
  ['a phone', { width: 390, height: 844 }, '100%'],
  ['a desk at twice the text', { width: 1440, height: 900 }, '200%'],
  ['a phone at twice the text', { width: 390, height: 844 }, '200%'],
] as const) {
  test(`the preview fits its panel on ${name}, and the table scrolls in itself`, async ({ app, page }) => {
    await page.setViewportSize(size);
    await app.open('view=data');
    await page.evaluate((fontSize) => (document.documentElement.style.fontSize = fontSize), text);
    await choose(page, { name: 'wide.csv', mimeType: 'text/csv', buffer: Buffer.from(WIDE) });
    const form = page.locator('.confirm');
    await expect(form).toBeVisible();
    const { over, table } = await form.evaluate((element) => ({
      over: element.scrollWidth - element.clientWidth,
      table: (element.querySelector('.table-scroll')?.scrollWidth ?? 0) - element.clientWidth,
    }));
    expect(over, 'pixels by which the form outgrows its panel').toBeLessThanOrEqual(0);
    expect(table, 'the table is wider than the panel and scrolls').toBeGreaterThan(100);
  });
}
