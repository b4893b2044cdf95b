import { expect, test } from '../fixtures.ts';

const NAME = '二（二）1 汽车及新能源';

test.describe('the reader', () => {
  test('a linked sentence is in sight and marked, and the map shows what its clause names', async ({ app, page }) => {
    await app.open('clause=3.5&sentence=5');
    const sentence = page.locator('.sentence.is-chosen');
    await expect(sentence).toContainText('统筹优化佛山高新区“一区五园”建设');
    await expect(sentence).toBeInViewport();
    // Three things named, one of them without a place, and five parts of another.
    await expect(page.getByText('本条点名 3 项')).toBeAttached();
    await expect(page.getByText('其中 1 项没有已知位置，不在图上')).toBeAttached();
  });

  test('keyboard alone: contents, a clause, its sentences, find, and out of find again', async ({ app, page }) => {
    await app.open('view=reader');
    await page.getByRole('button', { name: '目录' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: '目录' }).getByRole('button', { name: NAME }).focus();
    await page.keyboard.press('Enter');
    const cite = page.getByRole('button', { name: NAME, exact: true });
    await expect(cite).toBeFocused();
    await expect(cite).toBeInViewport();
    await expect(page).toHaveURL(/clause=2\.2\.1/);
    // After the cite come the citation to copy, the heading's cluster and the first sentence's number.
    for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/clause=2\.2\.1&sentence=1/);
    await expect(page.locator('.sentence.is-chosen')).toContainText('保持传统汽车及零配件制造优势');

    await page.getByRole('button', { name: '查找' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: '在原文中查找' })).toBeFocused();
    await page.keyboard.type('特色小镇');
    await expect(page.locator('.hit.is-now')).toBeInViewport();
    await expect(page.locator('.find-count')).toHaveText('1 / 1 处');
    await page.keyboard.press('Escape');
    await expect(page.locator('.hit')).toHaveCount(0);
    await expect(page).toHaveURL(/clause=2\.2\.1/);
  });

  test('reading on moves the clause along without filling the history', async ({ app, page }) => {
    await app.open('clause=2.1.1&view=reader');
    await page.getByRole('checkbox', { name: '随读标示' }).check();
    const steps = await page.evaluate(() => history.length);
    await page.locator('.reader-clause.is-open .clause-text').hover();
    const open = page.locator('.reader-clause.is-open .cite');
    for (const next of ['二（一）2', '二（二）1']) {
      await expect
        .poll(async () => {
          await page.mouse.wheel(0, 60);
          return open.textContent();
        })
        .toBe(next);
    }
    await expect(page).toHaveURL(/clause=2\.2\.1/);
    await expect(page.locator('.reader-dock')).toContainText('本条点名 6 项');
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });
});
