/**
 * `npm run test:office`, its second half: the slides of a tour and an investor's pack in both languages, made in a
 * browser by a build (`npm run build` before), are opened by LibreOffice and printed: a page a slide. The pages stay in
 * the folder that is named, to be looked at.
 *
 *     npx tsx tests/office/slides.ts [TOUR [LANG [FOLDER]]]
 *
 * With a tour named the pack is left out.
 */
import { strictEqual } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { serve } from '../../scripts/serve.mjs';
import { browserLaunchOptions } from '../e2e/browser.ts';

const [named, lang = 'zh-Hans', into] = process.argv.slice(2);
const folder = into ?? mkdtempSync(join(tmpdir(), 'slides-'));
mkdirSync(folder, { recursive: true });
const root = fileURLToPath(new URL('../..', import.meta.url));
const MINUTE = 60_000;

interface Wanted {
  readonly name: string;
  readonly address: string;
  /** What saves the slides, once the page at the address is there. */
  save(page: Page): Promise<void>;
}

const tour = (id: string, language: string): Wanted => ({
  name: `${id}-${language}`,
  address: `mode=present&tour=${id}&lang=${language}`,
  async save(page) {
    await page.locator('html[data-stop="1"]').waitFor({ state: 'attached', timeout: MINUTE });
    await page.keyboard.press('h');
    await page.getByRole('button', { name: /^(制作幻灯片|Make the slides)$/ }).click();
  },
});

/** Three candidates of the shipped register, two of them compared. */
const pack = (language: string): Wanted => ({
  name: `pack-${language}`,
  address: [
    `mode=invest&view=pack&lang=${language}&need=hydrogen&weights=preset:supplier`,
    'shortlist=sanlongwan,xianhu-hydrogen-valley,zhimeng-textile-town&compare=xianhu-hydrogen-valley,sanlongwan',
  ].join('&'),
  save: (page) =>
    page.getByRole('button', { name: /^(存为可编辑的幻灯片（PPTX）|Save as slides to edit \(PPTX\))$/ }).click({
      // Its maps are drawn first.
      timeout: 5 * MINUTE,
    }),
});

const options = await browserLaunchOptions({ fonts: 'chinese' });

/** The slides as a browser makes them. */
async function made(url: string, { name, address, save }: Wanted): Promise<string> {
  const browser = await chromium.launch(options);
  const file = join(folder, `${name}.pptx`);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(`${url}#${address}`);
    const [saved] = await Promise.all([page.waitForEvent('download', { timeout: 10 * MINUTE }), save(page)]);
    await saved.saveAs(file);
  } finally {
    await browser.close();
  }
  return file;
}

/** Prints slides; there must be as many pages. */
function printed(file: string): void {
  const slides = Object.keys(unzipSync(readFileSync(file))).filter((part) => /^ppt\/slides\/slide\d+\.xml$/.test(part));
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder, file],
    ],
    // The fonts of the browser's package: machines have the ones that the slides name, or others.
    {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, FONTCONFIG_FILE: options.env?.['FONTCONFIG_FILE'] ?? '' },
    },
  );
  const pdf = strFromU8(readFileSync(file.replace(/pptx$/, 'pdf')), true);
  strictEqual((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, slides.length);
  console.log(`LibreOffice opens ${slides.length} slides and prints as many pages: ${file}`);
}

const server = await serve({ dir: join(root, 'dist') });
try {
  const all = named === undefined ? [tour('cluster-auto', lang), pack('zh-Hans'), pack('en')] : [tour(named, lang)];
  for (const wanted of all) printed(await made(server.url, wanted));
} finally {
  await server.close();
}
