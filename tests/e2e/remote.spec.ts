import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { overlayDrawn } from './imports.ts';

const FILE = 'tests/fixtures/remote/points-1000.fgb';

test('a set on a server is read in part, drawn, and read anew for the next view', async ({ app, page, origin }) => {
  const bytes = await readFile(FILE);
  const asked: string[] = [];
  await page.context().route('**/far/points.fgb', async (route) => {
    const range = route.request().headers()['range'] ?? '';
    asked.push(range);
    const [, from = '0', to = '0'] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    const end = Math.min(Number(to), bytes.length - 1);
    await route.fulfill({
      status: 206,
      headers: { 'content-range': `bytes ${from}-${end}/${bytes.length}` },
      body: bytes.subarray(Number(from), end + 1),
    });
  });
  await app.open('view=data&map=12.00/22.95000/113.05000');
  await page.getByText('服务器上的数据集').click();
  await page.getByLabel('地址').fill(`${origin}far/points.fgb`);
  await page.getByLabel('地址').press('Enter');
  const card = page.locator('.set-card');
  await expect(card).toContainText('全部共 1,000 行');
  await overlayDrawn(page);
  const count = () => card.locator('.set-title .tabular').textContent();
  const near = await count();
  expect(asked.every((range) => range.startsWith('bytes='))).toBe(true);
  await page.locator('.map canvas').focus();
  await page.keyboard.press('Minus');
  await expect.poll(count).not.toBe(near);
});
