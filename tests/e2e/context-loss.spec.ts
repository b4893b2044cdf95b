import { BASE_COLOURS } from '../../src/domain/base-colours.ts';
import { CLUSTER_COLOURS } from '../../src/domain/colours.ts';
import { onMap } from './boxes.ts';
import { expect, MOVING, SHARP, test } from './fixtures.ts';
import { importPoints, overlayDrawn } from './imports.ts';
import { loseContext, loseContextInFlight } from './lost-context.ts';
import { shareOfColour } from './pixels.ts';
import { arrived, stageTitle } from './tour.ts';

test.use({ ...SHARP, ...MOVING, keepsPage: false });

for (const withRows of [false, true]) {
  test(`an outline that is being drawn outlives a lost context${withRows ? ', beside imported rows' : ''}`, async ({
    app,
    page,
  }) => {
    await app.open('map=10.50/23.00000/113.10000&view=data');
    const html = page.locator('html');
    if (withRows) {
      await importPoints(page);
      await overlayDrawn(page);
    }
    await page.getByRole('toolbar', { name: '分析工具' }).getByRole('button', { name: '范围查询' }).click();
    const panel = page.getByRole('article', { name: '范围查询' });
    await panel.getByRole('radio', { name: '画范围' }).check();
    await expect(panel.getByRole('button', { name: '完成' })).toBeVisible();
    const at = await onMap(page);
    for (const corner of [at(0.3, 0.3), at(0.7, 0.3), at(0.7, 0.7), at(0.5, 0.8)]) {
      await page.mouse.move(...corner);
      await page.mouse.click(...corner);
    }
    await loseContext(page);
    if (withRows) {
      await expect(html).not.toHaveAttribute('data-overlay', '1');
      await overlayDrawn(page);
    }
    // The line of the outline is drawn again.
    await expect.poll(() => shareOfColour(page.locator('.map'), BASE_COLOURS.light.accent)).toBeGreaterThan(0.0008);
    await expect(page).toHaveURL(/map=10\.50\/23\.00000\/113\.10000/);
    // One corner is taken back, one is added: the outline goes on where it was.
    await panel.getByRole('button', { name: '撤销' }).click();
    await page.mouse.move(...at(0.3, 0.75));
    await page.mouse.click(...at(0.3, 0.75));
    await panel.getByRole('button', { name: '完成' }).click();
    await expect(page).toHaveURL(/ask=polygon:/);
    const numbers = (page.url().split('ask=polygon:')[1]?.split('&')[0] ?? '').split(',').map(Number);
    expect(numbers).toHaveLength(8);
    const corners = [0, 2, 4, 6].map((i) => [numbers[i] ?? 0, numbers[i + 1] ?? 0] as const);
    const near = (x: number, y: number) =>
      corners.filter(([lng, lat]) => Math.sign(lng - 113.1) === x && Math.sign(lat - 23) === y);
    // One in each quarter: the fourth corner, in the middle of the south, is the one taken back.
    expect([near(-1, 1), near(1, 1), near(1, -1), near(-1, -1)].map((found) => found.length)).toEqual([1, 1, 1, 1]);
    const [[left] = [0], [leftSouth] = [0]] = [near(-1, 1)[0], near(-1, -1)[0]];
    expect(Math.abs(left - leftSouth)).toBeLessThan(0.002);
  });
}

test('a tour goes on where it was when a context is lost, at a stop and in flight', async ({ app, page }) => {
  const title = stageTitle(page);
  const symbols = () => shareOfColour(page.locator('.map'), CLUSTER_COLOURS.light.auto);
  await app.open('mode=present&tour=overview&stop=4&theme=light');
  await arrived(page, 4);
  const [words, drawn] = [await title.textContent(), await symbols()];
  expect(drawn).toBeGreaterThan(0.0005);
  await loseContext(page);
  // The same stop, with its words, and its symbols drawn again.
  await expect.poll(symbols).toBeGreaterThan(drawn * 0.9);
  await expect(title).toHaveText(words ?? '');
  const lost = await loseContextInFlight(page);
  await page.keyboard.press('PageDown');
  await lost();
  await arrived(page, 5);
  await expect(title).not.toHaveText(words ?? '');
  await expect(page).toHaveURL(/tour=overview&stop=5/);
});

test('a context that does not come back gives way to the plain map, in the same view', async ({ app, page }) => {
  await app.open('map=10.50/23.00000/113.10000&site=jihua-laboratory');
  const before = page.url();
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map canvas');
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  const plain = page.locator('.plain-map');
  await expect(plain.locator('[data-layer="selected-label"]')).toContainText('季华实验室');
  await expect(plain.locator('[data-layer="roads"] path').first()).toBeAttached();
  await expect(page.locator('.map canvas')).toHaveCount(0);
  expect(page.url()).toBe(before);
  await page.getByRole('button', { name: '放大' }).click();
  await expect(page).toHaveURL(/map=11\.50/);
});
