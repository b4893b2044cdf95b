/** What a phone shows within the width of its screen. */
import { expect, test } from '../fixtures.ts';
import { settled } from '../settled.ts';

for (const view of ['units', 'targets', 'coverage']) {
  test(`on a phone ${view} fills the screen and scrolls within its frame`, async ({ app, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await app.open(`view=${view}`);
    await settled(page);
    await expect(page.locator('.sheet')).toHaveCount(0);
    const frame = page.locator('.table-scroll').first();
    await expect(frame).toBeVisible();
    expect(await page.locator('.wide-view').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect(await page.locator('.wide-view').evaluate((box) => box.scrollWidth)).toBe(390);
    const head = frame.getByRole('rowheader').first();
    const before = await head.boundingBox();
    await frame.evaluate((box) => box.scrollTo(150, 0));
    expect(await frame.evaluate((box) => box.scrollLeft)).toBe(150);
    expect((await head.boundingBox())?.x).toBe(before?.x);
  });
}

test.describe('the reader at 390 px', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('reads, chooses and finds within the width of the screen', async ({ app, page }) => {
    await app.open('clause=2.2.1');
    const cite = page.getByRole('button', { name: '二（二）1 汽车及新能源', exact: true });
    await expect(cite).toBeInViewport();
    await page.getByRole('button', { name: '查找' }).tap();
    await expect(page.getByRole('textbox', { name: '在原文中查找' })).toBeFocused();
    await page.keyboard.type('投资贸易洽谈会');
    await expect(page.locator('.hit.is-now').first()).toBeInViewport();
    const detail = page.locator('#detail');
    await settled(page);
    expect(await detail.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
    const small = await page.locator('.reader :is(button, summary, label)').evaluateAll((targets) =>
      targets.flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        return width > 0 && (width < 24 || height < 24) ? [`${target.textContent} ${width} × ${height}`] : [];
      }),
    );
    expect(small).toEqual([]);
    await page.getByRole('search').getByRole('button', { name: '关闭' }).last().tap();
    await page.locator('[data-clause="3.8"] .sentence-no').nth(7).tap();
    await expect(page).toHaveURL(/clause=3\.8&sentence=8/);
  });
});
