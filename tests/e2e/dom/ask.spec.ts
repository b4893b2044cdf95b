import { expect, test } from '../fixtures.ts';

test('a link restores the question, its circle and its answer; Back leaves it', async ({ app, page }) => {
  await app.open('ask=radius:113.12,23.02:10');
  const panel = page.getByRole('article', { name: '范围查询' });
  await expect(panel.locator('.ask-total')).toContainText('5（4–8） 项');
  await expect(page).toHaveURL(/ask=radius:113\.12,23\.02:10/);
  await panel.getByRole('slider', { name: '距离' }).fill('5');
  await expect(panel.locator('.ask-total')).toContainText('（0–2） 项');
  await expect(page).toHaveURL(/ask=radius:113\.12,23\.02:5/);
  await page.goBack();
  await expect(panel.locator('.ask-total')).toContainText('5（4–8） 项');
});

test('a cell of the cross table leads to its records on the map; Back to the table', async ({ app, page }) => {
  await app.open('cross=cluster.district');
  await page.getByRole('button', { name: /^汽车及新能源, 高明区: 2/ }).click();
  await expect(page.locator('.legend .panel-head .tabular')).toHaveText('2 / 24 项');
  await expect(page).toHaveURL(/cell=cluster\.auto,district\.gaoming/);
  await page.goBack();
  await expect(page.getByRole('region', { name: '交叉表' }).first()).toBeVisible();
});

test('shading stays on the map with its legend while other things are looked at', async ({ app, page }) => {
  await app.open('shade=gdp.2016&site=jihua-laboratory');
  const legend = page.getByRole('region', { name: '图例', exact: true });
  await expect(legend).toContainText('地区生产总值');
  await legend.getByRole('button', { name: '设色说明' }).click();
  // 2022 is known for two districts, which is no map.
  await expect(page.getByRole('combobox', { name: '年份' })).not.toContainText('2022');
  await page.getByRole('combobox', { name: '分级方法' }).selectOption('quantile');
  await expect(page).toHaveURL(/shade=gdp\.2016\.quantile/);
});
