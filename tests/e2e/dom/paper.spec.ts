/** Sheets on paper: how many, of what size, and nothing of their lists cut. */
import type { Locator, Page } from '@playwright/test';
import { expectNoAxeFaults } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { pagesOf } from '../pdf.ts';

async function openPrint(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: '打开打印版面' }).click();
  return page.getByRole('dialog', { name: '打印版面' });
}

/** Rows of lists that are not whole within their sheet. */
const cutRows = (dialog: Locator) =>
  dialog.locator('.print-key-box').evaluateAll((boxes) =>
    boxes.flatMap((box) => {
      const { right, bottom } = box.getBoundingClientRect();
      return [...box.querySelectorAll('li')].flatMap((row) => {
        const rect = row.getBoundingClientRect();
        return rect.right > right + 1 || rect.bottom > bottom + 1 ? [row.textContent] : [];
      });
    }),
  );

test('a series has a sheet each and an index, as one PDF, and no list is cut', async ({ app, page }) => {
  await app.open('view=export');
  const dialog = await openPrint(page);
  await dialog.getByLabel('方向').selectOption('portrait');
  await dialog.getByLabel('图幅数').selectOption('sites');
  const print = dialog.getByRole('button', { name: '打印或存为 PDF' });
  const maps = dialog.locator('.print-map');
  const listed = dialog.locator('.print-key li', { hasText: /^\d+ {2}.+ · 1:/ });
  await expect(maps.nth(10)).toBeVisible();
  await expect(print).toBeEnabled();
  // The index, and a sheet of each that it lists, wherever its list goes on.
  await expect(maps).toHaveCount((await listed.count()) + 1);
  await expect(dialog.locator('.index-number')).toHaveCount(await listed.count());
  await expect.poll(() => cutRows(dialog)).toEqual([]);
  await expect(dialog.locator('.print-goes-on').first()).toBeVisible();
  await expectNoAxeFaults(page, 'a series of sheets', '.print-layout');
  const sheets = await dialog.locator('.print-sheet').count();
  const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toHaveLength(sheets);
  expect(new Set(pages.map(({ width, height }) => `${Math.round(width)}×${Math.round(height)}`))).toEqual(
    new Set(['210×297']),
  );
});

test('a scale is typed, and one that is out of the limits draws nothing', async ({ app, page }) => {
  await app.open('view=export');
  const dialog = await openPrint(page);
  await dialog.getByLabel('比例尺', { exact: true }).selectOption('typed');
  const typed = dialog.getByLabel('1:N');
  await typed.fill('9000');
  await expect(typed).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.locator('.print-sheet')).toHaveCount(0);
  await typed.fill('6万');
  await dialog.getByLabel('坐标网').selectOption('degrees-lines');
  await expect(dialog.locator('.print-block')).toContainText('1:60,000');
  await expect(dialog.locator('.print-grid-labels')).toContainText('113°');
});
