import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { SET_SHADES } from '../../src/domain/set-look.ts';
import { expect, test } from './fixtures.ts';
import { shareOfColour } from './pixels.ts';

const POINTS = 'tests/fixtures/import/points.csv';
/** A row of the file and where it says that it is: no site of the register is near. */
const { name, lng, lat, staff } = (() => {
  const [header = '', ...rows] = readFileSync(POINTS, 'utf8').split(/\r?\n/);
  const cells = rows.find((row) => row.startsWith('北滘四厂'))?.split(',') ?? [];
  const cell = (column: string) => cells[header.split(',').indexOf(column)] ?? '';
  return { name: cell('名称'), lng: Number(cell('lng')), lat: Number(cell('lat')), staff: cell('员工数') };
})();
const AT = `map=13.50/${lat.toFixed(5)}/${lng.toFixed(5)}&view=data`;
const BLUE = SET_SHADES.light.blue;

async function choose(page: Page, file: string): Promise<void> {
  await page.locator('.drop-zone input[type="file"]').setInputFiles(file);
}

async function importPoints(page: Page): Promise<void> {
  await choose(page, POINTS);
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByRole('region', { name: '导入回执: points' })).toContainText('已定位');
  await expect(page.locator('html')).toHaveAttribute('data-overlay', '1');
}

test('a table is confirmed, imported, drawn, clicked, kept across a reload and deleted', async ({ app, page }) => {
  await app.open(AT);
  const map = page.locator('.map');
  await expect(page.getByText('还没有导入的数据')).toBeVisible();
  expect(await shareOfColour(map, BLUE)).toBe(0);

  await choose(page, POINTS);
  await expect(page.getByRole('group', { name: '各列是什么' })).toBeVisible();
  await expect(page.getByLabel('经度 / 东坐标')).toHaveValue('5');
  await expect(page.getByLabel('行业', { exact: false }).first()).toHaveValue('3');
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-overlay', '1');
  await expect.poll(() => shareOfColour(map, BLUE)).toBeGreaterThan(0.00005);
  await expect(page.locator('.legend')).toContainText('points');

  const box = await map.boundingBox();
  if (box === null) throw new Error('the map has no box');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  const card = page.getByRole('article', { name });
  await expect(card.getByRole('row', { name: `员工数 ${staff}` })).toBeVisible();

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-overlay', '1', { timeout: 60_000 });
  await expect.poll(() => shareOfColour(map, BLUE)).toBeGreaterThan(0.00005);

  await page.getByRole('button', { name: '删除“points”' }).click();
  await page.getByRole('button', { name: /确定删除/ }).click();
  await expect(page.getByText('还没有导入的数据')).toBeVisible();
  await expect.poll(() => shareOfColour(map, BLUE)).toBe(0);
  await page.reload();
  await expect(page.getByText('还没有导入的数据')).toBeVisible();
});

test('a file that cannot be read and an import that is cancelled leave what was there', async ({ app, page }) => {
  await app.open(AT);
  await importPoints(page);
  await page.getByRole('button', { name: '导入另一个文件' }).click();
  await choose(page, 'tests/fixtures/import/password.xlsx');
  await expect(page.getByRole('alert').filter({ hasText: 'password.xlsx' })).toContainText('工作簿有密码');
  await page.getByRole('button', { name: '导入另一个文件' }).click();
  await choose(page, 'tests/fixtures/import/tab.tsv');
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect(page.getByRole('heading', { name: '已导入（1）' })).toBeVisible();
  expect(await shareOfColour(page.locator('.map'), BLUE)).toBeGreaterThan(0.00005);
});

test('GeoJSON with one object a line is read, a broken line is one rejected row, and what is none says so', async ({
  app,
  page,
}) => {
  const offer = (file: string, text: string) =>
    page
      .locator('.drop-zone input[type="file"]')
      .setInputFiles({ name: file, mimeType: '', buffer: Buffer.from(text) });
  const line = (title: string, x: number) =>
    `{"type":"Feature","properties":{"名称":"${title}"},"geometry":{"type":"Point","coordinates":[${x},23.02]}}`;
  await app.open(AT);
  await offer('records.jsonl', '{"a":1}\n{"a":2}\n');
  await expect(page.getByRole('alert').filter({ hasText: 'records.jsonl' })).toContainText('开头没有一行是');
  await page.getByRole('button', { name: '导入另一个文件' }).click();
  await offer(
    'firms.ndjson',
    `${line('甲厂', 113.1)}\n${line('断厂', 113.11).slice(0, 60)}\n${line('乙厂', 113.12)}\n`,
  );
  await page.getByRole('button', { name: '导入', exact: true }).click();
  const receipt = page.getByRole('region', { name: '导入回执: firms' });
  await expect(receipt.getByRole('status')).toHaveText(/2 已定位 · 1 未导入 · 3 读到的行/);
  await receipt.locator('summary').click();
  await expect(receipt.getByRole('row', { name: /^2 这一行读不出来/ })).toContainText('断厂');
});

test('points come back after the WebGL context was lost', async ({ app, page }) => {
  await app.open(AT);
  await importPoints(page);
  const map = page.locator('.map');
  await page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map canvas');
    const gl = canvas?.getContext('webgl2');
    const loss = gl?.getExtension('WEBGL_lose_context');
    const lost = new Promise((resolve) => canvas?.addEventListener('webglcontextlost', resolve, { once: true }));
    loss?.loseContext();
    await lost;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    loss?.restoreContext();
  });
  await expect(page.locator('html')).not.toHaveAttribute('data-overlay', '1');
  await expect(page.locator('html')).toHaveAttribute('data-overlay', '1', { timeout: 60_000 });
  await expect.poll(() => shareOfColour(map, BLUE)).toBeGreaterThan(0.00005);
  await expect(page).toHaveURL(/map=13\.50/);
});

test('a file dragged onto the window opens the panel and is read', async ({ app, page }) => {
  await app.open('map=9.60/23.00000/113.00000');
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['名称,经度,纬度\n甲厂,113.1,23.02\n'], '拖入.csv', { type: 'text/csv' }));
    return transfer;
  });
  await page.locator('body').dispatchEvent('dragover', { dataTransfer: files });
  await expect(page.locator('.drop-zone')).toBeVisible();
  await page.locator('body').dispatchEvent('drop', { dataTransfer: files });
  await expect(page.getByRole('form', { name: '请核对：拖入.csv' })).toBeVisible();
  await expect(page.locator('.confirm tbody').first()).toContainText('甲厂');
});

for (const [lang, theme, width] of [
  ['zh-Hans', 'light', 1440],
  ['en', 'dark', 390],
] as const) {
  test(`axe finds nothing while importing: ${lang}, ${theme}, ${width} px`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await app.open(`${AT}&lang=${lang}&theme=${theme}`);
    const check = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((v) => `${what}: ${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual(
        [],
      );
    };
    await page.locator('.drop-zone .link-button').click();
    await check('ways in');
    await choose(page, POINTS);
    await expect(page.locator('.confirm')).toBeVisible();
    await check('to be confirmed');
    await page.locator('.confirm-actions .primary').click();
    await expect(page.locator('.receipt').first()).toBeVisible();
    for (const folded of await page.locator('.set-card summary').all()) await folded.click();
    await check('receipt and set');
  });
}
