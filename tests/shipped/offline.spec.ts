import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { writeServiceWorker } from '../../scripts/offline.ts';
import { serve } from '../../scripts/serve.mjs';
import { test as base, COARSE, expect, waitForMap } from '../e2e/fixtures.ts';
import { importPoints, overlayDrawn } from '../e2e/imports.ts';
import { loneSite } from './register.ts';

const SITE = loneSite();
const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
/** What the build puts into the name of a file. */
const HASH = /-([\w-]{8})\.\w+$/;

interface Site {
  readonly url: string;
  start(): Promise<void>;
  /** Nobody answers any more. */
  stop(): Promise<void>;
  /** Another build takes the place of this one: other texts, other names, and nothing of the old one is left. */
  deployNext(): Promise<void>;
}

/** A server of these tests' own, with a copy of the build that keeps its files without a pause between them. */
const test = base.extend<object, { site: Site; origin: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use) => {
      const dir = await mkdtemp(join(tmpdir(), 'deployed-'));
      await cp(DIST, dir, { recursive: true });
      await writeServiceWorker(dir, 0);
      const { url, port, close } = await serve({ dir });
      let closing: (() => Promise<void>) | null = close;
      const stop = async () => {
        await closing?.();
        closing = null;
      };
      const start = async () => {
        closing ??= (await serve({ dir, port })).close;
      };
      await use({ url, start, stop, deployNext: () => renameAll(dir) });
      await stop();
      await rm(dir, { recursive: true });
    },
    { scope: 'worker' },
  ],
  origin: [async ({ site }, use) => use(site.url), { scope: 'worker' }],
});
// One after the other, since they share the server; without it the browser says so on its console.
test.describe.configure({ mode: 'default' });
test.use({ ...COARSE, serviceWorkers: 'allow', allowedFaults: [/ERR_CONNECTION_REFUSED/] });
test.beforeEach(({ site }) => site.start());

async function renameAll(dir: string): Promise<void> {
  const assets = await readdir(join(dir, 'assets'));
  const hashes = new Map(
    assets.flatMap((name) => {
      const hash = HASH.exec(name)?.[1];
      return hash === undefined ? [] : [[hash, `z${hash.slice(1, 7)}z`] as const];
    }),
  );
  const files = (await readdir(dir, { recursive: true })).filter((name) => /\.(html|m?js|css)$/.test(name));
  for (const file of files) {
    const text = await readFile(join(dir, file), 'utf8');
    await writeFile(
      join(dir, file),
      [...hashes].reduce((changed, [from, to]) => changed.replaceAll(from, to), text),
    );
  }
  for (const name of assets) {
    const hash = HASH.exec(name)?.[1];
    if (hash !== undefined)
      await rename(join(dir, 'assets', name), join(dir, 'assets', name.replace(hash, hashes.get(hash) ?? '')));
  }
  await writeServiceWorker(dir, 0);
}

/** Waits until the whole build is on the device and answers this window. */
async function waitForKeeping(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated', undefined, {
    timeout: 60_000,
  });
}

/** Names of the build's files that the page has loaded. */
function loaded(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.includes('/assets/')),
  );
}

/** Has the service worker collect garbage without a pause until the returned function is called. */
async function collectGarbage(browser: Browser): Promise<() => Promise<void>> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const worker = targetInfos.find(({ type }) => type === 'service_worker');
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: worker?.targetId ?? '',
    flatten: false,
  });
  let collected = 0;
  let isOn = true;
  const next = () => {
    const message = JSON.stringify({ id: collected, method: 'HeapProfiler.collectGarbage' });
    return session.send('Target.sendMessageToTarget', { sessionId, message });
  };
  session.on('Target.receivedMessageFromTarget', () => {
    collected += 1;
    if (isOn) void next();
  });
  await next();
  return async () => {
    isOn = false;
    expect(collected).toBeGreaterThan(0);
    await session.detach();
  };
}

test('after one visit everything works with the server stopped', async ({ app, page, site, browser }) => {
  await app.open();
  await waitForKeeping(page);
  await site.stop();
  // What is kept comes whole whatever the service worker does meanwhile.
  const rest = await collectGarbage(browser);
  await page.reload();
  await waitForMap(page);
  await rest();
  await page.locator('.list-row', { hasText: SITE.nameZh }).first().click();
  await expect(page.getByRole('article', { name: SITE.nameZh })).toContainText(SITE.quote);
  for (const [hash, words] of [
    ['view=reader', '政策原文'],
    ['view=units', '责任单位'],
    ['view=coverage', '覆盖情况'],
    ['view=cross&cross=cluster.district', '交叉表'],
    ['view=export', '导出与打印'],
    ['mode=invest', '招商选址'],
    ['lang=zh-Hant&view=targets', '目標'],
  ]) {
    await page.goto(`${site.url}#${hash}`);
    await expect(page.locator('#app')).toContainText(words ?? '');
    await expect(page.locator('.boot')).toHaveCount(0);
  }
  await page.goto(`${site.url}#view=data&map=13.50/22.93290/113.20668`);
  await importPoints(page);
  await overlayDrawn(page);
});

test('a new version says so, and its files are never mixed with the old one’s', async ({ app, page, site }) => {
  await app.open();
  await waitForKeeping(page);
  await site.deployNext();
  const isNew = (path: string) => /-z[\w-]{6}z\.\w+$/.test(path);

  // The old version goes on working from what it kept, also where its files have left the server.
  await page.getByRole('button', { name: '目标台账' }).first().click();
  await expect(page.getByRole('region', { name: '目标台账' })).toContainText('2026');
  await page.reload();
  await waitForMap(page);
  const news = page.getByRole('status').filter({ hasText: '新版本已就绪' });
  await expect(news).toBeVisible({ timeout: 60_000 });
  expect((await loaded(page)).filter(isNew)).toEqual([]);

  await page.locator('.list-row', { hasText: SITE.nameZh }).first().click();
  await Promise.all([page.waitForEvent('load'), news.getByRole('button', { name: '重新载入' }).click()]);
  await waitForMap(page);
  await expect(page.getByRole('article', { name: SITE.nameZh })).toBeVisible();
  const files = await loaded(page);
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((path) => !isNew(path))).toEqual([]);
  await expect(news).toHaveCount(0);
});
