import { expect, test } from '../fixtures.ts';

test('search by initials, keyboard alone', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('/');
  await page.keyboard.type('jhsys');
  await expect(page.getByRole('option').first()).toContainText('季华实验室');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: '季华实验室' })).toBeVisible();
  await expect(page.locator('#detail')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article', { name: '概览' })).toBeVisible();
});

test('a broken link opens the start page and keeps what can be kept', async ({ app, page }) => {
  await app.open('site=no-such-site&clusters=auto,bogus&map=nonsense&lang=xx&clause=9.9');
  await expect(page.getByRole('article', { name: '概览' })).toBeVisible();
  await expect(page.locator('.legend .panel-head .tabular')).toHaveText('6 / 24 项');
});
