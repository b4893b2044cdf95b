/** What breaks around the page, and that the user keeps what they had. */
import type { Page } from '@playwright/test';
import { expect, test, waitForMap } from '../fixtures.ts';
import { choose, confirm, importPoints } from '../imports.ts';

async function correct(page: Page): Promise<void> {
  await page.getByRole('button', { name: '更正这一项' }).first().click();
  await page.getByLabel('经度（WGS-84）').fill('113.23200');
  await page.getByLabel('误差半径（米）').fill('100');
  await page.getByLabel('来源标题（必填）').fill('现场公示牌');
  await page.getByRole('button', { name: '保存更正' }).click();
  await expect(page.getByRole('article', { name: '季华实验室' }).getByText('已更正').first()).toBeVisible();
}

test.describe('a part that does not load', () => {
  test.use({ allowedFaults: [/ERR_FAILED|dynamically imported module/] });

  test('says so, and a reload of the page keeps view and corrections', async ({ app, page }) => {
    await app.open('site=jihua-laboratory&clusters=robotics,electronics,cross&lang=zh-Hans');
    await correct(page);
    await page.route('**/assets/export-panel-*.js', (route) => route.abort());
    await page.evaluate(() => {
      location.hash = location.hash.replace(/site=[^&]*/, 'view=export');
    });
    const alert = page.getByRole('alert').filter({ hasText: '这一部分没有载入' });
    await expect(alert).toContainText('重新载入页面不会丢失');
    await page.unroute('**/assets/export-panel-*.js');
    await alert.getByRole('button', { name: '重新载入页面' }).click();
    await waitForMap(page);
    await expect(page.getByRole('article', { name: '导出与打印' })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page).toHaveURL(/view=export/);
    await expect(page).toHaveURL(/clusters=/);
    await page.evaluate(() => {
      location.hash = 'site=jihua-laboratory';
    });
    await expect(page.getByRole('article', { name: '季华实验室' }).getByText('已更正').first()).toBeVisible();
  });
});

test.describe('a worker that dies', () => {
  test.use({ allowedFaults: [/ERR_FAILED/] });

  test('costs the file that it read and nothing else; the next try has a new one', async ({ app, page }) => {
    await app.open('view=data');
    await importPoints(page);
    await page.getByRole('button', { name: '导入另一个文件' }).click();
    await page.reload();
    await waitForMap(page);
    await expect(page.getByRole('heading', { name: '已导入（1）' })).toBeVisible();
    await page.route('**/assets/worker-*.js', (route) => route.abort());
    await choose(page, 'tests/fixtures/import/tab.tsv');
    const alert = page.getByRole('alert').filter({ hasText: 'tab.tsv' });
    await expect(alert).toContainText('读取中途意外停止');
    await expect(page.getByRole('heading', { name: '已导入（1）' })).toBeVisible();
    await page.unroute('**/assets/worker-*.js');
    await page.getByRole('button', { name: '导入另一个文件' }).click();
    await choose(page, 'tests/fixtures/import/tab.tsv');
    await expect(page.getByRole('form', { name: '请核对：tab.tsv' })).toBeVisible();
  });
});

test('a worker that ends without a word is noticed, in the first look and while it reads', async ({ app, page }) => {
  test.setTimeout(180_000);
  await app.open('view=data');
  await importPoints(page);
  await page.getByRole('button', { name: '导入另一个文件' }).click();
  await page.reload();
  await waitForMap(page);
  // As of memory in some browsers: the worker is gone and no event says so. The route ends it where the test says.
  const endAt = async (head: string) => {
    // On a busy machine the worker before may still be on its way to the page.
    await page.unrouteAll({ behavior: 'wait' });
    await page.route('**/assets/worker-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${head}\n${await response.text()}` });
    });
  };
  const alert = page.getByRole('alert').filter({ hasText: '半分钟以上没有回应' });
  // Every five seconds the worker is asked; every frame between them need not come.
  const pass = async (seconds: number) => {
    for (let passed = 0; passed < seconds; passed += 5) await page.clock.fastForward(5000);
  };
  const halfAMinute = async () => {
    await pass(25);
    await expect(alert).toHaveCount(0);
    await pass(10);
    await expect(alert).toBeVisible();
  };

  // Until the worker has ended, what it says may come between the turns that are counted.
  const ended = () => page.waitForEvent('console', (message) => message.text() === 'ends');

  await page.clock.install();
  await endAt(`console.log('ends'); self.close();`);
  await Promise.all([ended(), choose(page, 'tests/fixtures/import/tab.tsv')]);
  await expect(page.getByText('正在查看 tab.tsv')).toBeVisible();
  await halfAMinute();
  await alert.getByRole('button', { name: '停止读取' }).click();
  await expect(alert).toHaveCount(0);
  await expect(page.getByRole('heading', { name: '已导入（1）' })).toBeVisible();

  // Its first word of progress is its last word.
  await endAt(`{
    const post = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (...all) {
      post.apply(this, all);
      self.postMessage = () => undefined;
      console.log('ends');
      self.close();
    };
  }`);
  await choose(page, 'tests/fixtures/import/tab.tsv');
  await Promise.all([ended(), confirm(page)]);
  await expect(page.getByText('正在导入 tab.tsv')).toBeVisible();
  await halfAMinute();
  await alert.getByRole('button', { name: '继续等待' }).click();
  await expect(alert).toHaveCount(0);
  await expect(page.getByText('正在导入 tab.tsv')).toBeVisible();
  await pass(35);
  await alert.getByRole('button', { name: '停止读取' }).click();
  await expect(page.getByRole('heading', { name: '已导入（1）' })).toBeVisible();

  await page.unroute('**/assets/worker-*.js');
  await choose(page, 'tests/fixtures/import/tab.tsv');
  await confirm(page);
  await expect(page.getByRole('heading', { name: '已导入（2）' })).toBeVisible();
});

for (const [what, message] of [
  ['forbidden', '浏览器不允许保存'],
  ['full', '存储已满'],
] as const) {
  test(`a storage that is ${what}: sets and corrections live in memory, and the page says so`, async ({
    app,
    page,
  }) => {
    await page.addInitScript((how) => {
      const refuse = () => {
        throw new DOMException('refused by the test', how === 'full' ? 'QuotaExceededError' : 'SecurityError');
      };
      if (how === 'full') {
        Storage.prototype.setItem = refuse;
        IDBObjectStore.prototype.put = refuse;
      } else {
        Object.defineProperty(window, 'localStorage', { get: refuse });
        IDBFactory.prototype.open = refuse;
      }
    }, what);
    await app.open('site=jihua-laboratory');
    await correct(page);
    await page.getByRole('button', { name: '我的更正（1）' }).click();
    await expect(page.locator('.corrections-panel, .details')).toContainText('只在本页内存里');
    await app.open('view=data');
    await page.reload();
    await waitForMap(page);
    await importPoints(page);
    await expect(
      page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: message }).first(),
    ).toBeVisible();
    await expect(page.getByRole('region', { name: 'points', exact: true })).toContainText('只在内存中');
  });
}

for (const now of ['1970-01-01T00:00:10Z', '2120-06-01T00:00:00Z']) {
  test(`a clock that says ${now.slice(0, 4)}: corrections and exports carry it, and nothing breaks`, async ({
    app,
    page,
  }) => {
    test.setTimeout(180_000);
    await page.clock.setFixedTime(new Date(now));
    await app.open('site=jihua-laboratory');
    await correct(page);
    await page.getByRole('button', { name: '我的更正（1）' }).click();
    const [patch] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出更正文件' }).click(),
    ]);
    expect(patch.suggestedFilename()).toContain(now.slice(0, 10));
    await expect(page.locator('body')).not.toContainText(/NaN|Invalid Date|undefined/);
    await page.getByRole('button', { name: '导出', exact: true }).click();
    const format = page.getByLabel('格式', { exact: true });
    for (const option of await format.locator('option').all()) {
      await format.selectOption((await option.getAttribute('value')) ?? '');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '下载', exact: true }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/^foshan-224-register/);
    }
  });
}

test('two windows: a set that one styles or deletes follows in the other, and is not brought back', async ({
  app,
  page,
  context,
  origin,
}) => {
  test.setTimeout(180_000);
  await app.open('view=data');
  const other = await context.newPage();
  await other.goto(`${origin}#view=data`);
  await waitForMap(other);
  await expect(other.getByText('还没有导入的数据')).toBeVisible();

  await importPoints(page);
  const there = other.getByRole('region', { name: 'points', exact: true });
  await expect(there).toBeVisible();
  await there.getByText('样式', { exact: false }).first().click();
  await there.getByLabel('名称', { exact: false }).first().fill('另一个名字');
  await there.getByLabel('名称', { exact: false }).first().blur();
  await expect(page.getByRole('region', { name: '另一个名字', exact: true })).toBeVisible();

  await page.getByRole('button', { name: '删除“另一个名字”' }).click();
  await page.getByRole('button', { name: /确定删除/ }).click();
  await expect(other.getByText('“另一个名字”已在另一个窗口中删除')).toBeVisible();
  await expect(other.getByText('还没有导入的数据')).toBeVisible();
  await other.reload();
  await expect(other.getByText('还没有导入的数据')).toBeVisible();
});
