import { readFile, writeFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { expectNoAxeFaults } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { importPoints } from '../imports.ts';

const panel = (page: Page) => page.getByRole('article', { name: '工作区文件' });

/** Drops a file anywhere on the page, as a hand does. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, list]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(list)], fileName, { type: 'application/zip' }));
      return transfer;
    },
    [name, [...bytes]] as const,
  );
  await page.dispatchEvent('.frame', 'dragover', { dataTransfer: data });
  await page.dispatchEvent('.frame', 'drop', { dataTransfer: data });
}

/** A browser of another person: nothing is kept in it. */
async function elsewhere(browser: Browser, origin: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin}#view=workspace`);
  await expect(panel(page)).toContainText('还没有您自己的内容');
  return page;
}

test('a workspace goes to a fresh browser whole, and is opened there beside and instead', async ({
  app,
  page,
  browser,
  origin,
}, info) => {
  // Something of several kinds: a set with a look of its own, a candidate with a note, a correction.
  await app.open('view=data');
  await importPoints(page);
  await app.show('mode=invest&view=shortlist&shortlist=jihua-laboratory');
  const note = page.getByRole('textbox', { name: /季华实验室/ });
  await note.fill('离地铁近');
  await note.blur();
  await app.show('view=workspace&districts=nanhai');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: '复制链接' }).click();
  const told = page.getByRole('status').filter({ hasText: '链接里没有' });
  await expect(told).toContainText('导入的数据集：1；候选地块的备注：1');
  await expectNoAxeFaults(page, 'what a link leaves');
  await told.getByRole('button', { name: '用工作区文件带走' }).click();
  await expect(told).toHaveCount(0);
  await expect(panel(page)).toContainText('导入的数据集：1');
  await expect(panel(page)).toContainText('候选地块及备注：1');
  await expectNoAxeFaults(page, 'the workspace');
  const waiting = page.waitForEvent('download');
  await panel(page).getByRole('button', { name: '保存工作区文件' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/^foshan-224-workspace-\d{4}-\d{2}-\d{2}\.zip$/);
  const bytes = await readFile(await download.path());

  const fresh = await elsewhere(browser, origin);
  await drop(fresh, 'mine.zip', bytes);
  await expect(panel(fresh)).toContainText('“mine.zip”保存于');
  await expect(panel(fresh)).toContainText('新增（1）：points');
  await expectNoAxeFaults(fresh, 'a workspace that was opened');
  await panel(fresh).getByRole('button', { name: '替换现有内容' }).click();
  // The view of the file: its filter, without the panel that it was saved from.
  await expect(fresh).toHaveURL(/districts=nanhai/);
  await fresh.goto(`${origin}#view=data`);
  await fresh.reload();
  await expect(fresh.getByRole('article', { name: '导入的数据' })).toContainText('points');
  await fresh.goto(`${origin}#view=shortlist&mode=invest`);
  await expect(fresh.getByRole('textbox', { name: /季华实验室/ })).toHaveValue('离地铁近');

  // Once more, beside what is there now: all of it is known.
  await fresh.goto(`${origin}#view=workspace`);
  await panel(fresh).locator('input[accept=".zip"]').setInputFiles({ name: 'mine.zip', mimeType: '', buffer: bytes });
  await expect(panel(fresh)).toContainText('这里已有，且相同（1）：points');

  // A damaged one says so, and changes nothing.
  const broken = info.outputPath('broken.zip');
  await writeFile(broken, bytes.subarray(0, bytes.length - 40));
  await panel(fresh).getByRole('button', { name: '不打开' }).click();
  await panel(fresh).locator('input[accept=".zip"]').setInputFiles(broken);
  await expect(panel(fresh).getByRole('alert')).toContainText('这里的内容没有任何改变');
  await expect(panel(fresh)).toContainText('导入的数据集：1');
  await fresh.context().close();
});

test('a set that was removed comes back from the snapshot before it', async ({ app, page }) => {
  await app.open('view=data');
  await importPoints(page);
  await page.getByRole('button', { name: '删除“points”' }).click();
  await page.getByRole('button', { name: '确定删除“points”' }).click();
  await expect(page.getByRole('article', { name: '导入的数据' })).not.toContainText('points');
  await app.show('view=workspace');
  await expect(panel(page)).toContainText('删除“points”之前');
  await expect(panel(page)).toContainText('本页约用了');
  await panel(page)
    .getByRole('button', { name: /^恢复 / })
    .click();
  await expectNoAxeFaults(page, 'a snapshot that is to be restored');
  await panel(page)
    .getByRole('button', { name: /的快照替换现有内容/ })
    .click();
  await expect(panel(page)).toContainText('已恢复');
  await expect(panel(page)).toContainText('恢复快照之前');
  await app.show('view=data');
  await page.reload();
  await expect(page.getByRole('article', { name: '导入的数据' })).toContainText('points');
});
