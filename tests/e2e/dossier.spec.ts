/** What an investor takes along: restored from a link on a fresh browser, printed whole. */
import { expect, test } from './fixtures.ts';
import { settled } from './settled.ts';

const LINK = [
  'mode=invest',
  'lang=en',
  'need=hydrogen%20valves',
  'weights=preset:supplier',
  'shortlist=sanlongwan,xianhu-hydrogen-valley,zhimeng-textile-town',
  'compare=xianhu-hydrogen-valley,sanlongwan',
].join('&');

test('a link restores shortlist and comparison on another browser, and the way goes on by keyboard to a dossier', async ({
  app,
  page,
}) => {
  await app.open(`${LINK}&view=shortlist`);
  const list = page.locator('.candidates > li');
  await expect(list).toHaveCount(3);
  await expect(list.first()).toContainText('Sanlongwan');
  await page.getByRole('button', { name: 'Compare the first 3' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader')).toHaveCount(3);
  await expect(page.locator('.compare-picture img')).toBeVisible();
  await page.keyboard.press('Escape');
  // Kept on this device from now on: without the link it is there again.
  await page.goto('about:blank');
  await app.open('mode=invest&lang=en&view=shortlist');
  await expect(list).toHaveCount(3);
  await page.getByRole('button', { name: /^Dossier ?: .*Sanlongwan/ }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page).toHaveURL(/site=sanlongwan/);
});

test('a dossier prints as one or two pages of A4, each with the mark', async ({ app, page }) => {
  for (const [site, lang] of [
    ['sanshui-water-capital-base', 'en'],
    ['biomedical-park', 'zh-Hans'],
  ] as const) {
    await page.goto('about:blank');
    await app.open(`mode=invest&lang=${lang}&view=dossier&site=${site}`);
    await page.locator('.print-tools .primary-button:not([disabled])').waitFor();
    await settled(page);
    const sheets = page.locator('.dos-sheet');
    const count = await sheets.count();
    expect([1, 2]).toContain(count);
    // Nothing is cut: every sheet holds what it has.
    for (const sheet of await sheets.all()) {
      expect(await sheet.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThanOrEqual(1);
      await expect(sheet.locator('.sheet-mark')).toHaveText(lang === 'en' ? 'For internal reference' : '内部参考');
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(count);
    // Points of A4 upright.
    expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/);
  }
});
