import { expect, test } from '../fixtures.ts';
import { choose, confirm } from '../imports.ts';

/** Archives are unpacked and XML is read in a worker: under the policy of the page, and by what the browser has. */
for (const file of ['points.xlsx', 'points.kmz', 'points-gbk.zip', 'points.gpx']) {
  test(`${file} is read in the page`, async ({ app, page }) => {
    await app.open('view=data');
    await choose(page, `tests/fixtures/import/${file}`);
    await confirm(page);
    const receipt = page.getByRole('region', { name: `导入回执: ${file.replace(/\.\w+$/, '')}` });
    await expect(receipt).toContainText('已定位');
  });
}
