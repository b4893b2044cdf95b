import { expect, test, waitForMap } from './fixtures.ts';

test.describe('a part that does not load', () => {
  test.use({ allowedFaults: [/ERR_FAILED|dynamically imported module/] });

  test('the map itself: list and details work, and say how to go on', async ({ page, origin }) => {
    await page.route('**/assets/mount-*.js', (route) => route.abort());
    await page.goto(`${origin}#site=jihua-laboratory`);
    const alert = page.locator('.map-message[role="alert"]');
    await expect(alert).toContainText('这一部分没有载入');
    await expect(page.getByRole('article', { name: '季华实验室' })).toBeVisible();
    await page.unroute('**/assets/mount-*.js');
    await alert.getByRole('button', { name: '重新载入页面' }).click();
    await waitForMap(page);
  });
});
