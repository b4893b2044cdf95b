import { expectNoAxeFaults } from './axe.ts';
import { boxOf } from './boxes.ts';
import { expect, test } from './fixtures.ts';
import { choose, confirm, overlayDrawn } from './imports.ts';
import { shareOfColour } from './pixels.ts';

/** Forty firms in a row, four kinds, with an output and staff that grow with each other. */
const FIRMS = {
  name: 'firms.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '名称,类别,产值,员工,lng_wgs84,lat_wgs84',
      ...Array.from({ length: 40 }, (_, n) => {
        return `企业${n + 1},类${(n % 4) + 1},${100 * n},${n * 3 + 5},${(113.18 + n * 0.0015).toFixed(4)},22.9100`;
      }),
    ].join('\n'),
  ),
};
const AT = 'map=13.40/22.91000/113.21000&view=data';

test('bars are chosen by mouse and by keys, a frame in a scatter too, and the map follows', async ({ app, page }) => {
  await app.open(AT);
  const map = page.locator('.map');
  await choose(page, FIRMS);
  await confirm(page);
  await overlayDrawn(page);
  const card = page.locator('.set-card');
  await card.getByText('样式', { exact: true }).click();
  await card.getByLabel('颜色').selectOption({ label: '红' });
  await card.getByText('样式', { exact: true }).click();
  const drawn = () => shareOfColour(map, '#c22a1c');
  await expect.poll(drawn).toBeGreaterThan(0.0005);
  const all = await drawn();

  await card.getByText('图表', { exact: true }).click();
  const chart = card.locator('.bar-chart');
  const bars = chart.getByRole('button');
  await expect(bars).toHaveCount(20);
  // By mouse, over the five bars in the middle: two firms each.
  const [from, to] = [await boxOf(bars.nth(8)), await boxOf(bars.nth(12))];
  await page.mouse.move(from.x + from.width / 2, from.y + 60);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect(page.locator('.map-sets')).toContainText('10 / 40');
  await expect.poll(drawn).toBeLessThan(all * 0.4);

  // By keys: a bar, then three of them, then none.
  await bars.nth(12).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.locator('.map-sets')).toContainText('2 / 40');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.locator('.map-sets')).toContainText('6 / 40');
  await page.keyboard.press('Escape');
  await expect(page.locator('.map-sets')).toContainText('40 行');

  await card.getByLabel('再加一列').selectOption({ label: '与 员工 的散点图' });
  const scatter = card.locator('.scatter canvas');
  await scatter.scrollIntoViewIfNeeded();
  const box = await boxOf(scatter);
  // The lower left quarter: both grow together, so that half of the firms are in it.
  await page.mouse.move(box.x + 1, box.y + box.height - 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('.map-sets')).toContainText('20 / 40');
  await expectNoAxeFaults(page, 'charts', '.set-charts');

  await card.getByLabel('列', { exact: true }).selectOption({ label: '类别' });
  await card.getByLabel('再加一列').selectOption({ label: '产值 之和' });
  // 0, 400 … 1,600 of the first kind are shown, of all up to 3,600.
  await expect(card.getByRole('button', { name: '类1：4,000 / 18,000' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('a chart fits its panel, and a tap chooses a bar', async ({ app, page }) => {
    await app.open(AT);
    await choose(page, FIRMS);
    await confirm(page);
    const card = page.locator('.set-card');
    await card.getByText('图表', { exact: true }).click();
    const bars = card.locator('.bar-chart').getByRole('button');
    await expect(bars).toHaveCount(20);
    const [room, last] = [await boxOf(card), await boxOf(bars.last())];
    expect(last.x + last.width).toBeLessThanOrEqual(room.x + room.width + 1);
    await bars.last().tap();
    await expect(card).toContainText('2 / 40');
  });
});
