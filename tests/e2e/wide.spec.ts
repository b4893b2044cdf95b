import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

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

for (const view of ['units', 'targets', 'coverage']) {
  test(`on a phone ${view} fills the screen and scrolls within its frame`, async ({ app, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await app.open(`view=${view}`);
    await expect(page.locator('.sheet')).toHaveCount(0);
    const frame = page.locator('.table-scroll').first();
    await expect(frame).toBeVisible();
    expect(await page.locator('.wide-view').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    expect(await page.locator('.wide-view').evaluate((box) => box.scrollWidth)).toBe(390);
    const head = frame.getByRole('rowheader').first();
    const before = await head.boundingBox();
    await frame.evaluate((box) => box.scrollTo(150, 0));
    expect(await frame.evaluate((box) => box.scrollLeft)).toBe(150);
    expect((await head.boundingBox())?.x).toBe(before?.x);
    // Links into the document lie beyond the edge of the frame, and the rule takes them for skip links.
    const { violations } = await new AxeBuilder({ page }).disableRules('skip-link').analyze();
    expect(
      violations.map(
        (v) =>
          `${v.id}: ${v.nodes
            .map((n) => n.target.join(' '))
            .slice(0, 3)
            .join(' | ')}`,
      ),
    ).toEqual([]);
  });
}
