/**
 * `npm run screenshots`: the pictures of the documents, taken from the build in dist so that they never go stale: each
 * mode in Chinese by day and in English by night. `npm run screenshots -- invest` takes only those whose name begins so.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { browserLaunchOptions } from '../tests/e2e/browser.ts';
import { pictureAtRest } from './pictures/at-rest.ts';
import { serve } from './serve.mjs';

const SIZE = { width: 1280, height: 800 };
const LOOKS = [
  { name: 'zh-light', hash: 'lang=zh-Hans&theme=light' },
  { name: 'en-dark', hash: 'lang=en&theme=dark' },
] as const;
/** What each mode is shown at. */
const SCENES = [
  { name: 'plan', hash: 'site=xianhu-hydrogen-valley' },
  { name: 'invest', hash: 'mode=invest&need=hydrogen' },
  { name: 'present', hash: 'mode=present&tour=overview&stop=3' },
] as const;

const docs = fileURLToPath(new URL('../docs/', import.meta.url));

async function take(browser: Browser, url: string, scene: (typeof SCENES)[number], look: (typeof LOOKS)[number]) {
  const page = await browser.newPage({ viewport: SIZE, locale: 'zh-CN', serviceWorkers: 'block' });
  await page.goto(`${url}#${scene.hash}&${look.hash}`);
  await page.waitForSelector('html[data-ready="1"]', { state: 'attached', timeout: 60_000 });
  const shot = () => page.screenshot({ type: 'jpeg', quality: 65 });
  await writeFile(`${docs}${scene.name}-${look.name}.jpg`, await pictureAtRest(page, shot));
  await page.close();
}

const wanted = process.argv[2] ?? '';
const { url, close } = await serve({ dir: fileURLToPath(new URL('../dist', import.meta.url)) });
const browser = await chromium.launch(await browserLaunchOptions());
for (const scene of SCENES.filter(({ name }) => name.startsWith(wanted))) {
  for (const look of LOOKS) await take(browser, url, scene, look);
}
await browser.close();
await close();
