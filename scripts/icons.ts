/** `npx tsx scripts/icons.ts`: the PNG icons of an installed app out of public/icon.svg; run it when that changes. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserLaunchOptions } from '../tests/e2e/browser.ts';

const folder = fileURLToPath(new URL('../public/', import.meta.url));
/** Systems cut a maskable icon to their own shape: its picture keeps within the middle 80 %. */
const ICONS = [
  { file: 'icon-192.png', size: 192, share: 1 },
  { file: 'icon-512.png', size: 512, share: 1 },
  { file: 'icon-maskable-512.png', size: 512, share: 0.72 },
] as const;
const GROUND = '#1f3a5f';

const picture = await readFile(`${folder}icon.svg`, 'utf8');
const browser = await chromium.launch(await browserLaunchOptions());
for (const { file, size, share } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const ground = share === 1 ? 'transparent' : GROUND;
  await page.setContent(
    `<style>body { margin: 0; height: 100vh; display: grid; place-items: center; background: ${ground} }
      svg { width: ${share * 100}vw }</style>${picture}`,
  );
  await page.screenshot({ path: `${folder}${file}`, omitBackground: true });
  await page.close();
}
await browser.close();
