/** What the reader's device asks for: forced colours, less motion. */
import { expect, test } from '../fixtures.ts';

test('forced colours keep the focus, what is chosen and every panel in sight', async ({ app, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await app.open('lang=en&view=reader&site=jihua-laboratory');
  const outline = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return `${outlineStyle} ${outlineWidth}`;
      });
  expect(await outline('.modes button[aria-pressed="true"]')).toBe('solid 2px');
  expect(await outline('.list-row[aria-current="true"]')).toBe('solid 2px');
  await page.getByRole('button', { name: 'Copy link' }).focus();
  await page.keyboard.press('Tab');
  expect(await outline(':focus')).toBe('solid 3px');
  const edged = await page.locator('.modes').evaluate((element) => getComputedStyle(element).borderStyle);
  expect(edged).toBe('solid');
});

test('less motion means none', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open('mode=present&tour=policy&stop=2');
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('#app *')]
      .filter((element) => {
        const { transitionProperty, transitionDuration, animationName } = getComputedStyle(element);
        return animationName !== 'none' || (transitionProperty !== 'none' && !/^0s/.test(transitionDuration));
      })
      .map(({ className }) => String(className)),
  );
  expect(moving).toEqual([]);
});
