/**
 * `npm run test:office`, its second half: the slides of a tour, made in a browser by a build (`npm run build` before),
 * are opened by LibreOffice and printed: a page a stop. The pages stay in the folder that is named, to be looked at.
 */
import { strictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { serve } from '../../scripts/serve.mjs';
import { browserLaunchOptions } from '../e2e/browser.ts';

const [tour = 'cluster-auto', lang = 'zh-Hans'] = process.argv.slice(2);
const folder = process.argv[4] ?? mkdtempSync(join(tmpdir(), 'slides-'));
mkdirSync(folder, { recursive: true });
const root = fileURLToPath(new URL('../..', import.meta.url));
const server = await serve({ dir: join(root, 'dist') });
const options = await browserLaunchOptions({ fonts: 'chinese' });
const browser = await chromium.launch(options);
const file = join(folder, `${tour}-${lang}.pptx`);
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(`${server.url}#mode=present&tour=${tour}&lang=${lang}`);
  await page.locator('html[data-stop="1"]').waitFor({ state: 'attached', timeout: 60_000 });
  await page.keyboard.press('h');
  const [made] = await Promise.all([
    page.waitForEvent('download', { timeout: 600_000 }),
    page.getByRole('button', { name: /^(制作幻灯片|Make the slides)$/ }).click(),
  ]);
  await made.saveAs(file);
} finally {
  await browser.close();
  await server.close();
}

const slides = Object.keys(unzipSync(readFileSync(file))).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
execFileSync(
  'soffice',
  [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    ...['--headless', '--convert-to', 'pdf', '--outdir', folder, file],
  ],
  // The fonts of the browser's package: machines have the ones that the slides name, or others.
  { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, FONTCONFIG_FILE: fontsOf(options) } },
);
const pdf = readFileSync(file.replace(/pptx$/, 'pdf'));
const pages = strFromU8(pdf, true).match(/\/Type\s*\/Page\b/g) ?? [];
strictEqual(pages.length, slides.length);
console.log(`LibreOffice opens ${slides.length} slides and prints as many pages: ${folder}`);

function fontsOf({ env }: typeof options): string {
  return env?.['FONTCONFIG_FILE'] ?? '';
}
