import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { choose, confirm } from '../imports.ts';

/** Two places without a district: nothing tells their datum. */
const LIST = {
  name: 'firms.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('名称,经度,纬度\n甲厂,113.1200,23.0200\n乙厂,113.2900,22.8100\n'),
};
const ASSUMED = '未说明，暂按 WGS-84 / CGCS2000 处理';

const card = (page: Page) => page.getByRole('region', { name: 'firms', exact: true });

async function openRow(page: Page, name: string) {
  await card(page).getByText('清单', { exact: true }).click();
  await card(page).getByRole('button', { name }).click();
  return page.getByRole('article', { name });
}

/** The set as GeoJSON, as the user saves it. */
async function exported(page: Page): Promise<string> {
  await page.getByRole('combobox', { name: '导出什么' }).selectOption({ label: 'firms' });
  await page.getByRole('combobox', { name: '格式' }).selectOption('geojson');
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载', exact: true }).click(),
  ]);
  return readFileSync(await saved.path(), 'utf8');
}

test('an assumed datum is seen in list, row, answer and export until it is said, in every window', async ({
  app,
  page,
  context,
  origin,
}) => {
  await app.open('view=data');
  await choose(page, LIST);
  await confirm(page);
  await expect(card(page)).toContainText(ASSUMED);
  const row = await openRow(page, '甲厂');
  await expect(row).toContainText(ASSUMED);
  await expect(row).toContainText('113.120000, 23.020000');
  await expect(row).toContainText('± 1.3公里');
  await app.show('view=ask&ask=radius:113.12,23.02:1');
  const answer = page.getByRole('article', { name: '范围查询' });
  await answer.getByRole('combobox', { name: '查询哪些数据' }).selectOption({ label: 'firms' });
  await expect(answer).toContainText('这组数据的坐标系未说明');
  await expect(answer.locator('.ask-total')).toContainText('0–1');
  await app.show('view=export');
  expect(await exported(page)).toMatch(/未说明：暂按 WGS-84.*assumed wgs84 /s);

  const other = await context.newPage();
  await other.goto(`${origin}#view=data`);
  const there = await openRow(other, '甲厂');
  await expect(there).toContainText(ASSUMED);

  await app.show('view=data');
  await card(page).getByRole('button', { name: '是 BD-09（百度）' }).click();
  await expect(card(page)).not.toContainText(ASSUMED);
  // Its list is open still.
  await card(page).getByRole('button', { name: '甲厂' }).click();
  for (const window of [there, page.getByRole('article', { name: '甲厂' })]) {
    await expect(window).not.toContainText(ASSUMED);
    await expect(window).not.toContainText('113.120000');
    await expect(window).toContainText(/误差± \d+ m/);
  }
  await other.close();
  await app.show('view=ask&ask=radius:113.12,23.02:1');
  await expect(answer).not.toContainText('坐标系未说明');
  await app.show('view=export');
  const said = await exported(page);
  expect(said).not.toContain('未说明：暂按');
  expect(said).toContain(' said bd09');

  // No new import was needed, and the device keeps what was said.
  await app.show('view=data');
  await page.reload();
  await expect(card(page)).toContainText('坐标系: BD-09（百度）');
});
