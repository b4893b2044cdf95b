import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';

const WORDS = {
  'zh-Hans': {
    ...{ need: '生产什么？', said: '氢能阀门', remove: '去掉装备制造', weights: '权重', weight: '轨道站的权重' },
    ...{ first: '仙湖氢谷', shortlist: '把仙湖氢谷放进候选清单', candidate: '作为候选' },
  },
  en: {
    ...{ need: 'What do you make?', said: 'we make hydrogen valves', remove: 'Remove Equipment manufacturing' },
    ...{ weights: 'Weights', weight: 'Weight of Metro or rail', first: 'Xianhu Hydrogen Valley' },
    ...{ shortlist: 'Add Xianhu Hydrogen Valley to the shortlist', candidate: 'As a candidate' },
  },
} as const;

/** Presses Tab until the element has the focus; a person would find it the same way. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

for (const lang of ['zh-Hans', 'en'] as const) {
  test(`keyboard alone, ${lang}: words, chips, a weight, the first candidate, the shortlist`, async ({ app, page }) => {
    const words = WORDS[lang];
    await app.open(`mode=invest&lang=${lang}`);
    await expect(page.getByLabel(words.need)).toBeVisible();
    await tabTo(page, '#need');
    await page.keyboard.type(words.said);
    await expect(page.locator('.ranked-name').first()).toHaveText(words.first);

    await tabTo(page, `[aria-label="${words.remove}"]`);
    await page.keyboard.press('Enter');
    await expect(page.locator('.chip').filter({ hasText: /装备制造|Equipment/ })).toHaveCount(0);

    await page.locator('.invest-fold > summary').first().focus();
    await page.keyboard.press('Enter');
    await tabTo(page, `[aria-label="${words.weight}"]`);
    await page.keyboard.press('ArrowLeft');
    await expect(page).toHaveURL(/weights=station:1/);

    await tabTo(page, '.ranked-main');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: words.candidate })).toBeVisible();
    await tabTo(page, `[aria-label="${words.shortlist}"]`);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/shortlist=xianhu-hydrogen-valley/);

    // The link restores all of it elsewhere.
    const link = page.url();
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.getByLabel(words.need)).toHaveValue(words.said);
    await expect(page.locator('.rank-range').first()).toHaveText(/^\(\d+(–\d+)?\)$/);
    await expect(page.locator('.choose-buttons [aria-pressed="true"]').first()).toBeVisible();
  });
}

test('a weight moves the list at once, without new draws', async ({ app, page }) => {
  await app.open('mode=invest&lang=en&need=hydrogen');
  await expect(page.locator('.rank-range').first()).toBeVisible();
  await page.getByLabel('Kind of investor').selectOption('logistics');
  await expect(page.locator('.rank-range').first()).toBeVisible();
  await expect(page).toHaveURL(/weights=preset:logistics/);
});

test('the walk on a phone: words, list, candidate', async ({ app, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await app.open('mode=invest&lang=zh-Hans');
  await page.getByLabel('生产什么？').fill('酱油');
  await expect(page.locator('.top-card').first()).toContainText('水都');
  await page.getByRole('tab', { name: '列表' }).click();
  await expect(page.locator('.ranked-name').first()).toContainText('水都');
  await page.locator('.ranked-main').first().click();
  await expect(page.getByRole('heading', { name: '作为候选' })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});
