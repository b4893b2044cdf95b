import { expect, test } from './fixtures.ts';
import { choose, confirm, overlayDrawn } from './imports.ts';
import { shareOfColour } from './pixels.ts';

/** Twenty firms in a row from west to east in Shunde, five a kind, with an output that grows; two cells are blank. */
const FIRMS = {
  name: 'firms.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '名称,类别,产值,lng_wgs84,lat_wgs84',
      ...Array.from({ length: 20 }, (_, n) => {
        const output = n === 3 || n === 7 ? '暂无' : `"${(1000 + n * 250).toLocaleString('en')}"`;
        return `企业${n + 1},类${Math.floor(n / 5) + 1},${output},${(113.2 + n * 0.001).toFixed(4)},22.9100`;
      }),
    ].join('\n'),
  ),
};

test('a column colours the rows, and the legend follows', async ({ app, page }) => {
  await app.open('map=14.00/22.91000/113.21000&view=data');
  const map = page.locator('.map');
  await choose(page, FIRMS);
  await confirm(page);
  await overlayDrawn(page);
  await page.getByText('样式').click();
  await page.getByLabel('颜色').selectOption({ label: '类别' });
  const legend = page.locator('.map-sets .set-key-box');
  await expect(legend.getByRole('listitem').filter({ hasText: '类1' })).toContainText('5');
  // The first four of the colours of categories.
  for (const colour of ['#0072b2', '#d55e00', '#008060', '#9a428f'])
    await expect.poll(() => shareOfColour(map, colour)).toBeGreaterThan(0.0002);

  await page.getByLabel('颜色').selectOption({ label: '产值' });
  await expect(legend).toContainText('空白');
  await page.getByLabel('分级方法').selectOption({ label: '自定分界' });
  await page.getByLabel('各级之间的分界值').fill('2000 4000');
  await page.keyboard.press('Tab');
  await expect(legend.getByRole('listitem').filter({ hasText: '1,000 – 2,000' })).toContainText('4');
  await page.screenshot({ path: '/tmp/columns.png' });
});
