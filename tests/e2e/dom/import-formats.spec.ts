import { expect, test } from '../fixtures.ts';
import { choose, confirm } from '../imports.ts';

const OTHERS = 'tests/fixtures/import';
const CASES = 'tests/fixtures/cases';

/** Archives are unpacked, XML, pages and databases are read in a worker: under the page's policy, by what the browser has. */
for (const [folder, file] of [
  [OTHERS, 'points.xlsx'],
  [OTHERS, 'points.kmz'],
  [OTHERS, 'points-gbk.zip'],
  [OTHERS, 'points.gpx'],
  [OTHERS, 'points.gpkg'],
  [OTHERS, 'sheets.ods'],
  [OTHERS, 'zstd.parquet'],
  [CASES, 'fake-html.xls'],
  [CASES, 'csv-in.zip'],
  [CASES, 'k-gbk-undeclared.kml'],
  [CASES, 'k-fwcomma.kml'],
  [CASES, 'g-ext.gpx'],
  [CASES, 'x-cover-first.xlsx'],
  [CASES, 'x-merged-district.xlsx'],
  [CASES, 'gj-crs-4547-axis.geojson'],
  [CASES, 'p-native-geometry.parquet'],
] as const) {
  test(`${file} is read in the page`, async ({ app, page }) => {
    await app.open('view=data');
    await choose(page, `${folder}/${file}`);
    await confirm(page);
    const receipt = page.getByRole('region', { name: `导入回执: ${file.replace(/\.\w+$/, '')}` });
    await expect(receipt).toContainText('已定位');
  });
}

test('loose parts of a Shapefile are one file, and what came with them waits', async ({ app, page }) => {
  await app.open('view=data');
  await choose(page, [`${CASES}/s-loose.dbf`, `${CASES}/s-loose.shp`, `${OTHERS}/points.csv`]);
  await expect(page.getByText(/下一个是 points.csv/)).toBeVisible();
  await confirm(page);
  await expect(page.getByRole('region', { name: '导入回执: s-loose' })).toContainText('6 已定位');
  await page.getByRole('button', { name: '继续：points.csv' }).click();
  await confirm(page);
  await expect(page.getByRole('region', { name: '导入回执: points' })).toContainText('8 已定位');
});

test('a layer of a GeoPackage is chosen like a sheet', async ({ app, page }) => {
  await app.open('view=data');
  await choose(page, `${OTHERS}/layers.gpkg`);
  await page.getByLabel('工作表或图层').selectOption('地块');
  await expect(page.getByText(/读的是“地块”/)).toBeVisible();
  await confirm(page);
  await expect(page.getByRole('region', { name: '导入回执: layers 地块' })).toContainText('2 已定位');
});

test('an archive that is not opened here says what to do', async ({ app, page }) => {
  await app.open('view=data');
  await choose(page, `${CASES}/arch.rar`);
  await expect(page.getByRole('alert')).toContainText('这是 RAR 压缩包');
  await expect(page.getByRole('alert')).toContainText('先解压');
});
