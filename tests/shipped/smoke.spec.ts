import { expect, test } from '../e2e/fixtures.ts';

test('the page opens and the first view is drawn, with no fault', async ({ app, page }) => {
  await app.open();
  await expect(page).toHaveTitle(/佛山/);
  expect(app.faults).toEqual([]);
});
