import { expect, test } from '../fixtures.ts';
import { choose, confirm } from '../imports.ts';

test('GeoJSON with one object a line is read, a broken line is one rejected row, and what is none says so', async ({
  app,
  page,
}) => {
  const offer = (file: string, text: string) => choose(page, { name: file, mimeType: '', buffer: Buffer.from(text) });
  const line = (title: string, x: number) =>
    `{"type":"Feature","properties":{"名称":"${title}"},"geometry":{"type":"Point","coordinates":[${x},23.02]}}`;
  await app.open('view=data');
  await offer('records.jsonl', '{"a":1}\n{"a":2}\n');
  await expect(page.getByRole('alert').filter({ hasText: 'records.jsonl' })).toContainText('开头没有一行是');
  await page.getByRole('button', { name: '导入另一个文件' }).click();
  await offer(
    'firms.ndjson',
    `${line('甲厂', 113.1)}\n${line('断厂', 113.11).slice(0, 60)}\n${line('乙厂', 113.12)}\n`,
  );
  await confirm(page);
  const receipt = page.getByRole('region', { name: '导入回执: firms' });
  await expect(receipt.getByRole('status')).toHaveText(/2 已定位 · 1 未导入 · 3 读到的行/);
  await receipt.locator('summary').click();
  await expect(receipt.getByRole('row', { name: /^2 这一行读不出来/ })).toContainText('断厂');
});

test('a file dragged onto the window opens the panel and is read', async ({ app, page }) => {
  await app.open();
  const files = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['名称,经度,纬度\n甲厂,113.1,23.02\n'], '拖入.csv', { type: 'text/csv' }));
    return transfer;
  });
  // A file that is held over the window says so several times a second.
  await expect(async () => {
    await page.locator('body').dispatchEvent('dragover', { dataTransfer: files });
    await expect(page.locator('.drop-zone')).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 45_000 });
  await page.locator('body').dispatchEvent('drop', { dataTransfer: files });
  await expect(page.getByRole('form', { name: '请核对：拖入.csv' })).toBeVisible();
  await expect(page.locator('.confirm tbody').first()).toContainText('甲厂');
});
