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
  await page.getByText('样式', { exact: true }).click();
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
});

test('a range of a column leaves its rows on the map and in the sum of an answer, and the column sizes them', async ({
  app,
  page,
}) => {
  await app.open('map=14.00/22.91000/113.21000&view=data');
  const map = page.locator('.map');
  await choose(page, FIRMS);
  await confirm(page);
  await overlayDrawn(page);
  const card = page.locator('.set-card');
  await card.getByText('样式', { exact: true }).click();
  await card.getByLabel('颜色').selectOption({ label: '红' });
  const drawn = () => shareOfColour(map, '#c22a1c');
  await expect.poll(drawn).toBeGreaterThan(0.0002);
  const all = await drawn();

  await card.getByText('筛选', { exact: true }).click();
  await card.getByLabel('按某一列筛选').selectOption({ label: '产值' });
  const output = card.getByRole('group', { name: '产值' });
  await output.getByLabel('从', { exact: true }).fill('4,000');
  await output.getByLabel('从', { exact: true }).press('Enter');
  // 4,000 to 5,750 in steps of 250.
  await expect(page.locator('.map-sets')).toContainText('8 / 20');
  await expect.poll(drawn).toBeLessThan(all * 0.6);
  await output.getByRole('slider', { name: '产值：到' }).press('ArrowLeft');
  await expect(page.locator('.map-sets')).toContainText('7 / 20');

  await card.getByLabel('点的大小').selectOption({ label: '产值' });
  await expect(page.locator('.map-sets')).toContainText('产值：圆的面积');
  // Seven points of 33 to 40 px in place of 14.
  await expect.poll(drawn).toBeGreaterThan(all * 1.5);

  await app.open('map=14.00/22.91000/113.21000&view=ask&ask=radius:113.21,22.91:5');
  await page.getByLabel('查询哪些数据').selectOption({ label: 'firms' });
  await page.getByLabel('对一列求和').selectOption({ label: '产值' });
  // 4,000 + 4,250 + … + 5,500.
  await expect(page.locator('.ask-sums')).toContainText('33,250');
  await expect(page.locator('.ask-sums')).toContainText('全部被查询的行：7 行合计 33,250，0 行没有数。');
});
