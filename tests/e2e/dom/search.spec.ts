import { expectNoAxeFaults } from '../axe.ts';
import { expect, test, waitForMap } from '../fixtures.ts';

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
  await expect(page.getByRole('alert').filter({ hasText: '未采用' })).toContainText('site=no-such-site');
});

test('a link that a chat program has damaged leads where it should', async ({ app, page, origin }) => {
  const hash = 'site=jihua-laboratory&clusters=auto,electronics,cross';
  for (const link of [`#${encodeURIComponent(hash)}#wechat_redirect`, `?${hash.replace('&', '&amp;')}。`]) {
    await page.goto('about:blank');
    await page.goto(`${origin}${link}`);
    await waitForMap(page);
    await expect(page.getByRole('article', { name: '季华实验室' })).toBeVisible();
    await expect(page).toHaveURL(/#clusters=[^。]*site=jihua-laboratory$/);
  }
  // One that is pasted into the page that is open, too.
  await app.show('view=coverage%E3%80%82');
  await expect(page).toHaveURL(/#view=coverage$/);
});

test('the palette of commands: opened, steered and left by keyboard alone', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: '命令' });
  const field = palette.getByRole('combobox', { name: '命令' });
  await expect(field).toBeFocused();
  await expectNoAxeFaults(page, 'the palette', '.palette');
  await page.keyboard.type('jcb');
  await expect(palette.getByRole('option', { selected: true })).toHaveText(/交叉表/);
  await page.keyboard.press('Enter');
  await expect(palette).toHaveCount(0);
  await expect(page).toHaveURL(/cross=/);
  // What stands over the map has the focus, and Escape leaves it.
  await expect(page.locator('.wide-view')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/cross=/);
  await page.getByRole('button', { name: '规划', exact: true }).focus();
  await page.keyboard.press('Control+k');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await expect(page.getByRole('button', { name: '规划', exact: true })).toBeFocused();
});
