import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures.ts';

test.describe('tables over the map', () => {
  test('keyboard alone: into the matrix, to a clause, and back where one was', async ({ app, page }) => {
    await app.open();
    const opener = page.getByRole('button', { name: '责任单位', exact: true }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.wide-view')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('.wide-view')).toHaveCount(0);
    await expect(opener).toBeFocused();

    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '市科技局, 三（二）: 列在首位' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/clause=3\.2&view=reader/);
    await expect(page.locator('.wide-view')).toHaveCount(0);
    await page.goBack();
    await expect(page.getByRole('rowheader')).toHaveCount(20);
  });

  test('the map under a table is out of reach', async ({ app, page }) => {
    await app.open('view=coverage');
    await expect(page.locator('.stage')).toHaveAttribute('inert', '');
    await expect(page.locator('aside.details')).toBeHidden();
  });

  test('a table leaves as a file that a spreadsheet reads as Chinese', async ({ app, page }) => {
    await app.open('view=units');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 CSV: 责任单位' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^foshan-224-units-\d{4}-\d\d-\d\d\.\w+\.csv$/);
    const text = await readFile(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFFid,nameZh,nameEn,')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(21);
  });
});
