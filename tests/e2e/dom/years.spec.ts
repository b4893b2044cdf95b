import { expectNoAxeFaults } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { settled } from '../settled.ts';
import { arrived } from '../tour.ts';

test('the years by keyboard alone: opened, moved, in the address, and back to today', async ({ app, page }) => {
  await app.open('lang=en');
  const opener = page.getByRole('button', { name: 'Years' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const slider = page.getByRole('slider', { name: 'Year' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(page.locator('.year-counts')).toContainText('Operating: 4');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.year-counts')).toContainText('Under construction: 1');
  await expect(page).toHaveURL(/year=2020/);
  await settled(page);
  await expectNoAxeFaults(page, 'the slider of years');
  await page.getByRole('button', { name: 'Back to today' }).focus();
  await page.keyboard.press('Enter');
  await expect(slider).toBeHidden();
  await expect(page).not.toHaveURL(/year=/);
});

test('what happened is added by keyboard alone, and sets the status', async ({ app, page }) => {
  await app.open('lang=en&site=battery-project');
  await page.getByRole('button', { name: 'Add what happened' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'What happened' }).focus();
  await page.keyboard.type('In op');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2020-04');
  await settled(page);
  await expectNoAxeFaults(page, 'the form of what happened');
  await page.getByRole('textbox', { name: /^Title of the source/ }).focus();
  await page.keyboard.type('Sign at the gate');
  await page.keyboard.press('Enter');
  await expect(page.locator('.history')).toContainText('4 to 15 months late');
  await expect(page.locator('.history-years')).toContainText('2020Operating');
});

test('the years on the stage by keyboard alone: opened, moved, taken along by the tour, and closed', async ({
  app,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.open('lang=en&mode=present&tour=since&stop=3');
  await arrived(page, 3);
  await page.keyboard.press('y');
  const slider = page.getByRole('slider', { name: 'Year' });
  await expect(slider).toHaveValue('2020');
  await page.keyboard.press(']');
  await expect(slider).toHaveValue('2021');
  await expect(page).toHaveURL(/year=2021/);
  await settled(page);
  await expectNoAxeFaults(page, 'the slider of years on the stage');
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveValue('2026');
  await page.keyboard.press('PageDown');
  await arrived(page, 4);
  await expect(slider).toHaveValue('2021');
  await page.keyboard.press('Escape');
  await expect(slider).toBeHidden();
  await expect(page).not.toHaveURL(/year=/);
});
