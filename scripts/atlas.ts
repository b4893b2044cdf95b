/**
 * `npm run atlas`: the ground as a cartographer looks at it, sixty views of the build in dist from zoom 8 to 16, and one
 * sheet of them all, docs/atlas.jpg. Names that collide, or lie under a control, are listed; it ends with 1 where two
 * names collide. `npm run atlas -- shunde` takes only those whose name begins so, and no
 * sheet; `npm run atlas -- --sheet` puts the pictures that are there on the sheet anew.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { browserLaunchOptions } from '../tests/e2e/browser.ts';
import { faultsOn } from './atlas/names.ts';
import { ATLAS, type AtlasView } from './atlas/views.ts';
import { serve } from './serve.mjs';

const folder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const OUT = folder('test-results/atlas');
const SCREENS = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const COLUMNS = 6;
const THUMB = { width: 250, height: 190 };

async function take(browser: Browser, url: string, view: AtlasView): Promise<number> {
  const { name, hash, theme, lang, screen } = view;
  const page = await browser.newPage({ viewport: SCREENS[screen], locale: 'zh-CN', serviceWorkers: 'block' });
  try {
    await page.goto(`${url}#${hash}&theme=${theme}&lang=${lang}`);
    await page.waitForSelector('html[data-ready="1"]', { state: 'attached', timeout: 60_000 });
    await page.locator('.boot').first().waitFor({ state: 'detached' });
    await page.waitForLoadState('networkidle');
    await page.locator('.map').screenshot({ path: `${OUT}/${name}.png` });
    const { names, faults } = await faultsOn(page);
    const collide = faults.filter(({ what }) => what === 'collide');
    const told = faults.map(({ what, at: [x, y] }) => `${what} at ${Math.round(x)},${Math.round(y)}`);
    console.log(
      `${name} (${theme}, ${lang}, ${screen}): ${names} placed${told.length === 0 ? '' : `; ${told.join('; ')}`}`,
    );
    return collide.length;
  } finally {
    await page.close();
  }
}

/** All pictures on one page, each under its name. */
async function sheet(browser: Browser, views: readonly AtlasView[]): Promise<void> {
  const page = await browser.newPage({ viewport: { width: COLUMNS * (THUMB.width + 8) + 8, height: 800 } });
  const pictures = await Promise.all(
    views.map(async ({ name }) => ({ name, data: (await readFile(`${OUT}/${name}.png`)).toString('base64') })),
  );
  await page.setContent(
    `<body style="margin:8px;display:grid;grid-template-columns:repeat(${COLUMNS},${THUMB.width}px);gap:8px;font:11px sans-serif">${pictures
      .map(
        ({ name, data }) =>
          `<figure style="margin:0"><img style="width:100%;height:${THUMB.height}px;object-fit:cover;object-position:center 20%" src="data:image/png;base64,${data}"><figcaption>${name}</figcaption></figure>`,
      )
      .join('')}</body>`,
  );
  await page.screenshot({ path: folder('docs/atlas.jpg'), type: 'jpeg', quality: 55, fullPage: true });
  await page.close();
}

const wanted = process.argv[2] ?? '';
const sheetOnly = wanted === '--sheet';
const views = ATLAS.filter(({ name }) => sheetOnly || name.startsWith(wanted));
await mkdir(OUT, { recursive: true });
const { url, close } = await serve({ dir: folder('dist') });
const browser = await chromium.launch(await browserLaunchOptions({ fonts: 'chinese' }));
try {
  let collisions = 0;
  if (!sheetOnly) for (const view of views) collisions += await take(browser, url, view);
  if (wanted === '' || sheetOnly) await sheet(browser, views);
  console.log(`${views.length} views in ${OUT}, ${collisions} collisions of names`);
  process.exitCode = collisions === 0 ? 0 : 1;
} finally {
  await browser.close();
  await close();
}
