import { expectNoAxeFaults } from '../e2e/axe.ts';
import { expect, test } from '../e2e/fixtures.ts';

test('the page opens and the first view is drawn, with no fault and none of access', async ({ app, page }) => {
  await app.open();
  await expect(page).toHaveTitle(/佛山/);
  expect(app.faults).toEqual([]);
  await expectNoAxeFaults(page, 'the first view');
  await app.show('lang=en&theme=dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectNoAxeFaults(page, 'the first view in English, dark');
});
