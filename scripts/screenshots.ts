/** `npm run screenshots`: the pictures of the documents, taken from the built product so that they never go stale. */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserLaunchOptions } from '../tests/e2e/browser.ts';
import { serve } from './serve.mjs';

const PICTURES = [{ file: 'screenshot.jpg', hash: 'site=xianhu-hydrogen-valley', width: 1440, height: 900 }] as const;

const docs = fileURLToPath(new URL('../docs/', import.meta.url));
const { url, close } = await serve({ dir: fileURLToPath(new URL('../dist', import.meta.url)) });
const browser = await chromium.launch(await browserLaunchOptions());
await mkdir(docs, { recursive: true });
for (const { file, hash, width, height } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height }, locale: 'zh-CN', colorScheme: 'light' });
  await page.goto(`${url}#${hash}`);
  await page.waitForSelector('html[data-ready="1"]', { state: 'attached', timeout: 60_000 });
  await page.getByRole('article').first().waitFor();
  // Names and context arrive behind the first view; a picture shows them.
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `${docs}${file}`, type: 'jpeg', quality: 82 });
  await page.close();
}
await browser.close();
await close();
