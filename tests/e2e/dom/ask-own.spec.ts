import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { choose, confirm } from '../imports.ts';

const feature = (name: string, geometry: object) => ({ type: 'Feature', properties: { name }, geometry });
const at = (lng: number, lat: number) => ({ type: 'Point', coordinates: [lng, lat] });

/** A parcel of some 2 km, a firm in it, one half a kilometre and one five to the east of it, and a road across it. */
const PARCELS = {
  name: '地块.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      // Stated: an assumed datum would add its error to everything.
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } },
      features: [
        feature('地块甲', {
          type: 'Polygon',
          coordinates: [
            [
              [113.2, 22.9],
              [113.22, 22.9],
              [113.22, 22.92],
              [113.2, 22.92],
              [113.2, 22.9],
            ],
          ],
        }),
        feature('厂一', at(113.21, 22.91)),
        feature('厂二', at(113.225, 22.91)),
        feature('厂3', at(113.27, 22.91)),
        feature('道路', {
          type: 'LineString',
          coordinates: [
            [113.19, 22.915],
            [113.23, 22.915],
          ],
        }),
      ],
    }),
  ),
};

async function imported(page: Page): Promise<void> {
  await choose(page, PARCELS);
  await confirm(page);
  await expect(page.getByRole('region', { name: '导入回执: 地块' })).toContainText('已定位');
}

test('by mouse: a parcel asks from its card, comes back after a reload, and no link carries it', async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open('view=data');
  await imported(page);
  const set = page.getByRole('region', { name: '地块', exact: true });
  await set.getByText('清单', { exact: true }).click();
  await set.getByRole('button', { name: '地块甲' }).click();
  await page.getByRole('button', { name: '用这个面查询' }).click();
  const panel = page.getByRole('article', { name: '范围查询' });
  await panel.getByRole('combobox', { name: '查询哪些数据' }).selectOption('地块');
  // The firm in it is certain; the road is partly inside, and its middle lies there.
  await expect(panel.locator('.ask-total')).toContainText('2（1–2） 项');
  await expect(panel.locator('.ask-group').filter({ hasText: '部分在内' })).toContainText('道路 50%');
  await panel.getByRole('spinbutton', { name: '距离' }).fill('0.8');
  await panel.getByRole('spinbutton', { name: '距离' }).press('Tab');
  await expect(panel.locator('.ask-total')).toContainText('3（2–3） 项');
  await expect(page).toHaveURL(/ask=own:import-[^:]*:0\.8/);

  await page.getByRole('button', { name: '复制链接' }).click();
  await expect(page.getByText('但不带这个问题')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).not.toContain('ask=');

  await page.reload();
  await expect(panel.locator('.ask-total')).toContainText('项');
  await panel.getByText('只留在本设备上').click();
  await expect(panel.getByText('相差处处不超过')).toBeVisible();
  await panel.getByRole('button', { name: '改用简化的范围查询' }).click();
  await expect(page).toHaveURL(/ask=polygon:/);
});

test('by keyboard: a row is found by its name in the panel of questions', async ({ app, page }) => {
  await app.open('view=data');
  await imported(page);
  await app.show('view=ask');
  const panel = page.getByRole('article', { name: '范围查询' });
  await panel.getByRole('radio', { name: '点周边' }).focus();
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown');
  await expect(panel.getByRole('radio', { name: '自己的面或线' })).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('combobox', { name: '哪一组数据' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(panel.getByRole('combobox', { name: '哪一行' })).toBeFocused();
  await page.keyboard.type('5');
  await expect(panel.getByRole('spinbutton', { name: '距离' })).toHaveValue('1');
  await expect(page).toHaveURL(/ask=own:import-[^:]*:1$/);
  await expect(panel.locator('.ask-total')).toContainText('项');
});

const FIRMS = {
  name: '企业.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('名称,经度,纬度,员工数\n甲厂,113.2100,22.9100,120\n乙厂,113.2700,22.9100,30\n'),
};

test('the areas of a set are counted in by mouse, and sorted and listed by district by keyboard', async ({
  app,
  page,
}) => {
  await app.open('view=data');
  await imported(page);
  await page.getByRole('button', { name: '导入另一个文件' }).click();
  await choose(page, FIRMS);
  await confirm(page);
  await expect(page.getByRole('region', { name: '导入回执: 企业' })).toContainText('已定位');
  await page.getByRole('button', { name: '统计“地块”各面内的数据' }).click();
  const view = page.getByRole('region', { name: '按面统计' }).first();
  await expect(view.getByRole('status').filter({ hasText: '1 个面' })).toBeVisible();
  const line = view.getByRole('row', { name: /地块甲/ });
  // The firm's datum is not stated: by its point it is inside, for certain it is not.
  await expect(line).toContainText('1（0–1）');
  await view.getByRole('combobox', { name: '对一列求和' }).selectOption('企业: 员工数');
  await expect(line).toContainText('120（0–120）');

  const head = view.getByRole('columnheader', { name: /^企业/ });
  await head.getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await view.getByRole('combobox', { name: '显示' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(view.getByRole('row', { name: /^顺德区/ })).toBeVisible();
  await view
    .getByRole('button', { name: /^顺德区, / })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(view.locator('.ask-rows')).toContainText('地块甲');
});

const REPORT = {
  name: '年报.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('单位,产值\n地块甲,120\n厂一,30\n厂一,31\n厂九,5\n厂３,8\n'),
};

test('a table without places is joined to the parcels by a key, by mouse and by keyboard', async ({ app, page }) => {
  await app.open('view=data');
  await imported(page);
  for (const way of ['mouse', 'keyboard'] as const) {
    await page.getByRole('button', { name: '导入另一个文件' }).click();
    await choose(page, REPORT);
    // Nothing says where its rows are, so that joining is what is offered, with the likely keys.
    await expect(page.getByRole('combobox', { name: '这张表的键列' })).toHaveValue('0');
    await expect(page.getByRole('button', { name: '导入', exact: true })).toBeDisabled();
    const join = page.getByRole('button', { name: '连接到“地块”' });
    if (way === 'mouse') await join.click();
    else {
      await page.getByRole('combobox', { name: '“地块”的键列' }).focus();
      await page.keyboard.press('Tab');
      await expect(join).toBeFocused();
      await page.keyboard.press('Enter');
    }
    const report = page.getByRole('region', { name: '已连接: 地块' });
    await expect(report.getByRole('status')).toContainText('“地块”的 5 行中有 2 行在“年报”中找到。 加入 1 列：产值。');
    await expect(report).toContainText('全角转半角（1 格）');
    await expect(report).toContainText('“年报”：1 个键（2 行）重复，没有连接');
    await report.getByText('“年报”：1 个键（1 行）在另一边找不到').click();
    await expect(report).toContainText('厂九');
  }
  const set = page.getByRole('region', { name: '地块', exact: true });
  await set.getByText('清单', { exact: true }).click();
  await set.getByRole('button', { name: '地块甲' }).click();
  const cells = page.getByRole('article', { name: '地块甲' }).locator('.row-cells');
  await expect(cells.getByRole('row', { name: '产值 120' })).toHaveCount(1);
});
