import { expect, test } from '../fixtures.ts';

test.describe('a host that the policy header does not name', () => {
  test.use({ allowedFaults: [/maps\.invalid/] });
  test('is named in the message, and the page goes on', async ({ app, page }) => {
    await app.open('view=data');
    await page.getByText('服务器上的数据集').click();
    await page.getByLabel('地址').fill('https://maps.invalid/a.fgb');
    await page.getByLabel('地址').press('Enter');
    await expect(page.locator('.set-card [role="status"]')).toContainText('maps.invalid');
    await expect(page.locator('.set-card [role="status"]')).toContainText('connect-src');
  });
});
