import { expect, test } from '../fixtures.ts';

const AT = 'site=jihua-laboratory';

test('what another window corrects shows in a window that held no correction', async ({ app, page, context }) => {
  await app.open(AT);
  const row = page.locator('.list-row[aria-current="true"]');
  await expect(row).not.toContainText('已更正');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: '更正这一项' }).click();
  await other.getByLabel('误差半径（米）').fill('100');
  await other.getByLabel('来源标题（必填）').fill('现场公示牌');
  await other.getByRole('button', { name: '保存更正' }).click();
  await expect(row).toContainText('季华实验室（已更正）');
  await expect(page.getByRole('button', { name: '我的更正（1）' })).toBeVisible();
});

test('a device that forbids storage keeps corrections in the page, and says so', async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await app.open(AT);
  await page.getByRole('button', { name: '更正这一项' }).click();
  await page.getByLabel('误差半径（米）').fill('100');
  await page.getByLabel('来源标题（必填）').fill('现场公示牌');
  await page.getByRole('button', { name: '保存更正' }).click();
  await expect(page.locator('.notice')).toContainText('不允许保存');
  await page.getByRole('button', { name: '我的更正（1）' }).click();
  await expect(page.getByRole('article', { name: '我的更正' })).toContainText('不允许保存');
});
