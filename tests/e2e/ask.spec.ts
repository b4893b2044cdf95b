import { onMap } from './boxes.ts';
import { expect, test } from './fixtures.ts';

test.describe('a question drawn on the map', () => {
  test('by mouse: a pin on the map, and an outline that is drawn, then deleted', async ({ app, page }) => {
    await app.open('map=10.50/23.00000/113.10000');
    const at = await onMap(page);
    await page.getByRole('toolbar', { name: '分析工具' }).getByRole('button', { name: '范围查询' }).click();
    const panel = page.getByRole('article', { name: '范围查询' });
    await panel.getByRole('button', { name: '在地图上点选' }).click();
    await page.mouse.click(...at(0.5, 0.5));
    await expect(page).toHaveURL(/ask=radius:113\.1,23:5/);
    await expect(panel.locator('.ask-total')).toBeVisible();

    await page.goto(`${page.url().split('#')[0]}#map=10.50/23.00000/113.10000&view=ask`);
    // Choosing an outline arms the drawing.
    await panel.getByRole('radio', { name: '画范围' }).check();
    await expect(panel.getByRole('button', { name: '完成' })).toBeVisible();
    for (const corner of [at(0.35, 0.35), at(0.65, 0.35), at(0.65, 0.65)]) {
      await page.mouse.move(...corner);
      await page.mouse.click(...corner);
    }
    await page.mouse.move(...at(0.35, 0.65));
    await expect(panel.getByText('总长')).toBeVisible();
    await page.mouse.click(...at(0.35, 0.65));
    await panel.getByRole('button', { name: '撤销' }).click();
    await panel.getByRole('button', { name: '完成' }).click();
    await expect(page).toHaveURL(/ask=polygon:/);
    // The corner taken back is not among them.
    expect(page.url().split('ask=polygon:')[1]?.split('&')[0]?.split(',')).toHaveLength(6);
    await expect(panel.locator('.ask-total')).toBeVisible();
    await panel.getByRole('button', { name: '删除' }).click();
    await expect(page).not.toHaveURL(/ask=/);
  });

  test('by keyboard alone: draw, take back, close, then move a corner', async ({ app, page }) => {
    await app.open('map=10.50/23.00000/113.10000&view=ask');
    const panel = page.getByRole('article', { name: '范围查询' });
    await panel.getByRole('radio', { name: '画范围' }).focus();
    await page.keyboard.press('Space');
    await expect(panel.getByRole('button', { name: '完成' })).toBeVisible();
    await expect(page.locator('.map canvas')).toBeFocused();
    const walk = async (key: string, times: number) => {
      for (let i = 0; i < times; i++) await page.keyboard.press(key);
    };
    await page.keyboard.press('Enter');
    await walk('ArrowRight', 6);
    await page.keyboard.press('Enter');
    await walk('ArrowDown', 6);
    await page.keyboard.press('Enter');
    await walk('ArrowLeft', 3);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Shift+Enter');
    await expect(page).toHaveURL(/ask=polygon:/);
    const drawn = () => page.url().split('ask=polygon:')[1]?.split('&')[0] ?? '';
    expect(drawn().split(',')).toHaveLength(6);
    const before = drawn();

    await panel.getByRole('button', { name: '修改顶点' }).focus();
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: '完成' })).toBeVisible();
    await page.keyboard.press('PageDown');
    await walk('ArrowUp', 2);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Shift+Enter');
    await expect.poll(drawn).not.toBe(before);
    const [from, to] = [before.split(',').map(Number), drawn().split(',').map(Number)];
    // Only the second corner moved, and to the north.
    expect([to.length, to[0], to[1], to[2], to[4], to[5]]).toEqual([6, from[0], from[1], from[2], from[4], from[5]]);
    expect(to[3]).toBeGreaterThan(from[3] ?? Number.NaN);
  });

  test('Escape gives up the drawing and keeps the panel', async ({ app, page }) => {
    await app.open('map=10.50/23.00000/113.10000&ask=district:gaoming');
    const panel = page.getByRole('article', { name: '范围查询' });
    await panel.getByRole('radio', { name: '画范围' }).check();
    await expect(panel.getByRole('button', { name: '完成' })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(panel.getByRole('button', { name: '完成' })).toHaveCount(0);
    await expect(panel.locator('.ask-total')).toContainText('3（3–8） 项');
  });
});
