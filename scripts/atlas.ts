/**
 * `npm run atlas`: the ground as a cartographer looks at it, from zoom 8 to 16, on screens, on the stage and on paper:
 * the build in dist, and where the browser tests have made it, the one with the tiles of an OpenStreetMap file; and one
 * sheet of them all, docs/atlas.jpg. Names that collide, or lie under a control, are listed; it ends with 1 where two
 * names collide. `npm run atlas -- shunde` takes only those whose name begins so, and no
 * sheet; `npm run atlas -- --sheet` puts the pictures that are there on the sheet anew.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { browserLaunchOptions } from '../tests/e2e/browser.ts';
import { faultsOn } from './atlas/names.ts';
import { ATLAS, type AtlasView } from './atlas/views.ts';
import { pictureAtRest } from './pictures/at-rest.ts';
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
    if (view.print === true) {
      await page.getByRole('button', { name: lang === 'en' ? 'Open the page' : '打开打印版面' }).press('Enter');
      await page.locator('.print-sheet .print-legend').first().waitFor({ timeout: 120_000 });
    }
    const shown = page.locator(view.print === true ? '.print-sheet' : '.map').first();
    await writeFile(`${OUT}/${name}.png`, await pictureAtRest(page, () => shown.screenshot()));
    if (view.print === true) return 0;
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
const builds = { dist: folder('dist'), osm: folder('dist-test-osm') };
const hasOsm = existsSync(builds.osm);
if (!hasOsm) console.log('dist-test-osm is not there (npm test makes it): without the views of an OpenStreetMap file');
const views = ATLAS.filter(({ name, osm }) => (sheetOnly || name.startsWith(wanted)) && (hasOsm || osm !== true));
await mkdir(OUT, { recursive: true });
const [plain, tiles] = await Promise.all([serve({ dir: builds.dist }), hasOsm ? serve({ dir: builds.osm }) : null]);
const browser = await chromium.launch(await browserLaunchOptions({ fonts: 'chinese' }));
try {
  let collisions = 0;
  if (!sheetOnly)
    for (const view of views)
      collisions += await take(browser, view.osm === true && tiles !== null ? tiles.url : plain.url, view);
  if (wanted === '' || sheetOnly) await sheet(browser, views);
  console.log(`${views.length} views in ${OUT}, ${collisions} collisions of names`);
  process.exitCode = collisions === 0 ? 0 : 1;
} finally {
  await browser.close();
  await Promise.all([plain.close(), tiles?.close()]);
}
