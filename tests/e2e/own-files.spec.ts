/** Parcels, roads and firms as GDAL wrote them (`tests/fixtures/gdal`): in, styled, asked, summed, printed, out again. */
import { readFileSync } from 'node:fs';
import { columnNamed } from '../../src/analysis/column-classes.ts';
import { partsAt } from '../../src/domain/geometries.ts';
import { valueAt } from '../../src/domain/point-set.ts';
import { imported } from '../data/import/helpers.ts';
import { expect, test } from './fixtures.ts';
import { choose, confirm, overlayDrawn } from './imports.ts';
import { shareOfColour } from './pixels.ts';

const FILES = ['parcels.gpkg', 'roads.zip', 'firms.fgb'];
const MAP = 'map=14.40/22.91200/113.21500';
/** The first two parcels, and half of the third. */
const OUTLINE = 'polygon:113.199,22.909,113.214,22.909,113.214,22.915,113.199,22.915';
/** Colours of the first categories at the opacity of a filled area, over the ground of Shunde. */
const FILLED = ['#95c1d7', '#e6ba94'];

test('parcels, roads and firms of GDAL are styled by a column, asked, summed, printed and taken away again', async ({
  app,
  page,
}) => {
  test.setTimeout(240_000);
  await app.open(`${MAP}&view=data`);
  for (const [at, file] of FILES.entries()) {
    if (at > 0) await page.getByRole('button', { name: '导入另一个文件' }).click();
    await choose(page, `tests/fixtures/gdal/${file}`);
    await confirm(page);
    await expect(page.getByRole('heading', { name: `已导入（${at + 1}）` })).toBeVisible();
  }
  await overlayDrawn(page);

  // Styled by a category: two parcels of industry, two of trade, one of logistics.
  const parcels = page.getByRole('region', { name: 'parcels', exact: true });
  await parcels.getByText('样式', { exact: true }).click();
  await parcels.getByLabel('颜色').selectOption({ label: '用途' });
  const legend = page.locator('.map-sets .set-key-box');
  await expect(legend.getByRole('listitem').filter({ hasText: '工业' })).toContainText('2');
  await expect(legend.getByRole('listitem').filter({ hasText: '物流' })).toContainText('1');
  const map = page.locator('.map');
  for (const colour of FILLED) await expect.poll(() => shareOfColour(map, colour)).toBeGreaterThan(0.01);

  // Asked: 100 + 200 wholly inside, and half of 400.
  await app.open(`${MAP}&view=ask&ask=${OUTLINE}`);
  await page.getByLabel('查询哪些数据').selectOption({ label: 'parcels' });
  await page.getByLabel('对一列求和').selectOption({ label: '产值万元' });
  await page.getByLabel(/条线或面按在内的比例计/).check();
  const sums = page.locator('.ask-sums');
  await expect(sums.getByRole('row', { name: /^合计/ })).toContainText('500');
  await expect(sums.getByRole('row', { name: /^占总数的比例/ })).toContainText('16.1%');
  await page.getByLabel('查询哪些数据').selectOption({ label: 'firms' });
  await page.getByLabel('对一列求和').selectOption({ label: '员工' });
  // The firms of the first two parcels, and not the third's in the middle of its parcel: 10 + 20.
  await expect(sums.getByRole('row', { name: /^合计/ })).toContainText('30');

  // Printed, with what the colours mean.
  await app.open(`${MAP}&view=export`);
  await page.getByRole('button', { name: '打开打印版面' }).click();
  const sheet = page.getByRole('dialog', { name: '打印版面' });
  await expect(sheet).toContainText('工业');
  await expect(sheet).toContainText('物流');
  await page.keyboard.press('Escape');

  // Out again, and in: every corner where it was, to a centimetre, with its columns.
  const before = await imported(new Blob([readFileSync('tests/fixtures/gdal/parcels.gpkg')]), 'parcels.gpkg');
  for (const [format, name] of [
    ['geojson', 'parcels.geojson'],
    ['shapefile', 'parcels.zip'],
    ['flatgeobuf', 'parcels.fgb'],
  ] as const) {
    await page.getByLabel('导出什么').selectOption({ label: 'parcels' });
    await page.getByLabel('格式', { exact: true }).selectOption(format);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载', exact: true }).click(),
    ]);
    const after = await imported(new Blob([readFileSync(await download.path())]), name);
    expect([format, after.set.count]).toEqual([format, 5]);
    const [was, is] = [before.set.geometries, after.set.geometries];
    if (was === undefined || is === undefined) throw new Error(`${format} has lost its areas`);
    for (let row = 0; row < 5; row++) {
      const corners = (geometries: typeof was) =>
        partsAt(geometries, row)
          .flat(2)
          .map(([lng = 0, lat = 0]) => `${lng.toFixed(7)} ${lat.toFixed(7)}`);
      expect(new Set(corners(is))).toEqual(new Set(corners(was)));
      const use = columnNamed(after.set, '用途');
      expect(use === undefined ? null : valueAt(use, row)).toBe(['工业', '工业', '商业', '商业', '物流'][row]);
    }
  }
});
