import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { tourText } from '../../../src/panels/present/author/open-tour.ts';
import { stopOf, tourOf } from '../../fixtures/tour.ts';
import { expectNoAxeFaults } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { arrived } from '../tour.ts';

const editor = (page: Page): Locator => page.getByRole('region', { name: '编辑导览' });

const titles = (page: Page): Promise<string[]> => page.locator('.author-choose bdi').allTextContents();

async function edit(page: Page): Promise<void> {
  await page.locator('html[data-stop]').waitFor({ state: 'attached' });
  await page.keyboard.press('e');
  await expect(editor(page)).toBeVisible();
}

test('a tour is made from a copy, shown as it is written, and found again after the page went away', async ({
  app,
  page,
}) => {
  await app.open('mode=present&tour=cluster-food');
  await edit(page);
  const before = await titles(page);
  await editor(page).getByLabel('标题').fill('<b>甲</b>\u202e乙');
  await expect(page.locator('.stage-title')).toContainText('<b>甲</b>');
  await expect(page.locator('.stage-title b')).toHaveCount(0);
  await page.locator('.author-grip').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(editor(page).getByRole('status')).toContainText('移到第2位');
  await expect.poll(() => titles(page)).toEqual([before[1], '<b>甲</b>\u202e乙', ...before.slice(2)]);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await titles(page))[0]).toContain('甲');
  await page.keyboard.press('Control+y');
  expect((await titles(page))[1]).toContain('甲');
  await page.getByRole('button', { name: '取当前视图' }).click();
  await expect(page.locator('.author-choose')).toHaveCount(before.length + 1);
  await expectNoAxeFaults(page, 'the editor of a tour', '.author');

  // The draft is on the device as soon as the writing rests; nothing was saved.
  await expect(async () => {
    const kept = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('foshan-224-map.tours');
          opening.onsuccess = () => {
            const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
            all.onsuccess = () => resolve(Number(all.result[0]?.tour.stops.length ?? 0));
          };
        }),
    );
    expect(kept).toBe(before.length + 1);
  }).toPass();
  await page.goto('about:blank');
  await app.open('mode=present');
  const recovered = page.getByRole('region', { name: '找回了没有保存的导览' });
  await recovered.getByRole('button', { name: '继续编辑' }).click();
  await expect(page.locator('.author-choose').nth(1)).toContainText('甲');
  await editor(page).getByRole('button', { name: '保存到本机' }).click();
  await expect(editor(page).getByRole('status')).toHaveText('已保存到本机');
});

test('a tour goes round by file and by link', async ({ app, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.open('mode=present');
  const tour = {
    ...tourOf(),
    title: { zh: '我的一场', en: 'Mine' },
    stops: [
      stopOf('a', {
        title: { zh: '甲站', en: 'A' },
        words: { zh: '<img src=x onerror=alert(1)>', en: '' },
        seconds: 3,
      }),
      stopOf('b', { title: { zh: '乙站', en: 'B' } }),
    ],
  };
  const file = (name: string, text: string) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const input = page.locator('.own-tours input[type="file"]');
  // A bad one is refused by name, stop and reason.
  await input.setInputFiles(file('坏.json', tourText(tour).replace('"seconds": 3', '"seconds": 1')));
  await expect(page.locator('.author-refused')).toContainText('“坏.json”没有打开');
  await expect(page.locator('.author-refused')).toContainText('第1站 · seconds：太小，至少3');
  await input.setInputFiles(file('好.json', tourText(tour)));
  await expect(editor(page)).toBeVisible();
  await expect.poll(() => titles(page)).toEqual(['甲站', '乙站']);
  await expect(page.locator('.stage-words')).toHaveText('<img src=x onerror=alert(1)>');

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    editor(page).getByRole('button', { name: '存成文件' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('我的一场.json');
  expect(JSON.parse(readFileSync(await saved.path(), 'utf8'))).toMatchObject({
    format: 'foshan-224-tour',
    schema: 2,
    tour: { stops: tour.stops },
  });

  await editor(page).getByRole('button', { name: '复制链接' }).click();
  await expect(editor(page).getByRole('status')).toContainText('链接已复制');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await app.open(link.split('#')[1]);
  await expect(page.locator('.stage-title')).toHaveText('甲站');
  await arrived(page, 1);
  await page.keyboard.press('PageDown');
  await expect(page.locator('.stage-title')).toHaveText('乙站');
});
