import { readFile } from 'node:fs/promises';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expectNoAxeFaults } from '../axe.ts';
import { expect, test } from '../fixtures.ts';

/** The exported workbook with another English name for the laboratory, and a kind that does not exist. */
function edited(bytes: Uint8Array): Buffer {
  const files = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  const text = strFromU8(files[name] ?? new Uint8Array());
  const row = /<row r="\d+"><c [^>]*><is><t[^>]*>jihua-laboratory<[\s\S]*?<\/row>/.exec(text)?.[0] ?? '';
  const next = row.replace('>Jihua Laboratory<', '>Ji Hua Laboratory<').replace('>laboratory<', '>castle<');
  files[name] = strToU8(text.replace(row, next));
  return Buffer.from(zipSync(files));
}

test('the register goes out to be edited and comes back among the data, by mouse and by keys', async ({
  app,
  page,
}) => {
  await app.open('view=export');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出工作簿（XLSX）' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^foshan-224-register-edit-.*\.xlsx$/);
  const file = { name: 'register.xlsx', mimeType: '', buffer: edited(await readFile(await download.path())) };

  await app.show('view=data');
  await page.getByLabel('选择文件').setInputFiles(file);
  const view = page.getByRole('region', { name: '修改过的登记册：register.xlsx' });
  await expect(view).toContainText('新增 0 条，改动 1 项，清空 0 项，冲突 0 项，不能采用 1 项');
  await expect(view).toContainText('“castle”不是可用的值');
  await expectNoAxeFaults(page, 'an edited workbook');

  // By keys alone: the source of the whole file, then all that can be taken.
  await view.getByText('为没有来源的改动指定一个来源').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('现场公示牌');
  await view.getByRole('button', { name: '全部采纳（1 项）' }).focus();
  await page.keyboard.press('Enter');
  await expect(view).toContainText('已采纳 1 项');
  await expect(page.getByRole('heading', { name: '我的更正（1）' })).toBeVisible();
  await app.show('site=jihua-laboratory&lang=en');
  await expect(page.getByRole('article', { name: 'Ji Hua Laboratory' })).toBeVisible();
});
