/**
 * `npm run stage`: every stop of some tours as a room sees it, from the build in dist, in the sizes of a projector, an
 * old one and an upright screen, by day and by night, in Chinese and in English; pictures, and sheets of them to be
 * looked at, in `--out`. `--tours`, `--sizes`, `--looks` and `--stops` take only some of each. Words that are cut on the
 * way, names of the map that collide or lie under what stands over it are listed; it ends with 1 where there are any.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { browserLaunchOptions } from '../tests/e2e/browser.ts';
import { followRequests, settled } from '../tests/e2e/settled.ts';
import { faultsOn } from './atlas/names.ts';
import { serve } from './serve.mjs';

const LOOKS = ['zh-light', 'zh-dark', 'en-light', 'en-dark'];
const { values } = parseArgs({
  options: {
    dist: { type: 'string', default: fileURLToPath(new URL('../dist', import.meta.url)) },
    out: { type: 'string', default: fileURLToPath(new URL('../test-results/stage', import.meta.url)) },
    tours: { type: 'string', default: 'overview,policy,cluster-auto,cluster-food,district-shunde' },
    sizes: { type: 'string', default: '1920x1080,1280x720,1024x768,600x900' },
    looks: { type: 'string', default: LOOKS.join() },
    stops: { type: 'string' },
  },
});
/** Of a sheet, px; so many pictures stand side by side, and so many under one another. */
const SHEET = { wide: { width: 780, columns: 2, rows: 3 }, upright: { width: 480, columns: 4, rows: 2 } };

interface Series {
  readonly tour: string;
  readonly width: number;
  readonly height: number;
  readonly look: string;
}
const nameOf = ({ tour, width, height, look }: Series) => `${tour}-${width}x${height}-${look}`;

/** What stands over the stage's map; its symbols are as large as a room needs. */
const STAGE = { over: '.stage-caption, .stage-mark, .map-credits', symbolPx: 160 };

/** Runs in the page: whether the map has drawn all that it was given, its borders too, which may come behind the sites. */
function isDrawn(): boolean {
  const view = document.querySelector('.map-view');
  const map: unknown = view === null ? null : Reflect.get(view, 'map');
  if (typeof map !== 'object' || map === null) return false;
  const says = (name: string, ...what: unknown[]): unknown => {
    const method: unknown = Reflect.get(map, name);
    return typeof method === 'function' && Reflect.apply(method, map, what);
  };
  const borders = says('querySourceFeatures', 'ground', { filter: ['==', ['get', 'kind'], 'outer'] });
  const isThere = Array.isArray(borders) && borders.length > 0;
  if (isThere && says('areTilesLoaded') === true) return true;
  says('triggerRepaint');
  return false;
}

/** Runs in the page: words of the caption that reach out of it. */
function wordsOutside(): string[] {
  const caption = document.querySelector('.stage-caption')?.getBoundingClientRect();
  if (caption === undefined) return ['no caption'];
  const texts = document.createTreeWalker(document.querySelector('.stage-caption') ?? document, NodeFilter.SHOW_TEXT);
  const outside: string[] = [];
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const { left, top, right, bottom, width } = range.getBoundingClientRect();
    const parent = text.parentElement;
    const isSeen = width > 0 && parent !== null && parent.closest('.visually-hidden') === null;
    const isIn = left >= caption.left && top >= caption.top && right <= caption.right && bottom <= caption.bottom;
    if (isSeen && !isIn) outside.push(text.textContent ?? '');
  }
  return outside;
}

/** From the first stop to the last by the keys of a presenter. @returns files of the pictures, and what is wrong */
async function takeSeries(page: Page, url: string, series: Series): Promise<{ files: string[]; faults: string[] }> {
  const { tour, look } = series;
  const [lang, theme] = look.split('-');
  const only = values.stops?.split(',').map(Number);
  const first = only === undefined ? 1 : Math.min(...only);
  await page.goto('about:blank');
  await page.goto(
    `${url}#mode=present&tour=${tour}&stop=${first}&lang=${lang === 'zh' ? 'zh-Hans' : lang}&theme=${theme}`,
  );
  const files: string[] = [];
  const faults: string[] = [];
  for (let stop = first; ; stop += 1) {
    await page.locator(`html[data-stop="${stop}"]`).waitFor({ state: 'attached' });
    await page.locator('.present-stage.is-idle').waitFor({ state: 'attached' });
    // Where the first stop looks at a street there may be no border.
    if (files.length === 0)
      await page.waitForFunction(isDrawn, null, { polling: 100, timeout: 20_000 }).catch(() => undefined);
    await settled(page);
    if (only === undefined || only.includes(stop)) {
      const file = join(values.out, `${nameOf(series)}-${String(stop).padStart(2, '0')}.jpg`);
      await page.screenshot({ path: file, type: 'jpeg', quality: 85 });
      files.push(file);
      const { faults: names } = await faultsOn(page, STAGE);
      const outside = await page.evaluate(wordsOutside);
      faults.push(
        ...names.map(({ what, at }) => `${nameOf(series)} stop ${stop}: ${what} at ${at.map(Math.round)}`),
        ...outside.map((words) => `${nameOf(series)} stop ${stop}: outside: ${words}`),
      );
    }
    const last = only === undefined ? Number.POSITIVE_INFINITY : Math.max(...only);
    if (stop === last) break;
    await page.keyboard.press('ArrowRight');
    if ((await page.locator('.stage-end').count()) > 0) break;
  }
  return { files, faults };
}

/** The pictures of a series on as many sheets as they need. */
async function makeSheets(browser: Browser, series: Series, files: readonly string[]): Promise<void> {
  const { width, columns, rows } = series.width > series.height ? SHEET.wide : SHEET.upright;
  const page = await browser.newPage({ viewport: { width: columns * (width + 6) + 6, height: 400 } });
  for (let at = 0; at < files.length; at += columns * rows) {
    const pictures = await Promise.all(files.slice(at, at + columns * rows).map((file) => readFile(file, 'base64')));
    await page.setContent(
      `<body style="margin:6px;display:grid;grid-template-columns:repeat(${columns},${width}px);gap:6px;background:#c0c">${pictures
        .map((data) => `<img style="width:100%;display:block" src="data:image/jpeg;base64,${data}">`)
        .join('')}</body>`,
    );
    const sheet = join(values.out, `sheet-${nameOf(series)}-${at / (columns * rows) + 1}.jpg`);
    await page.screenshot({ path: sheet, type: 'jpeg', quality: 85, fullPage: true });
  }
  await page.close();
}

const { url, close } = await serve({ dir: values.dist });
const browser = await chromium.launch(await browserLaunchOptions());
const told: string[] = [];
try {
  await mkdir(values.out, { recursive: true });
  for (const size of values.sizes.split(','))
    for (const look of values.looks.split(',')) {
      const [width = 0, height = 0] = size.split('x').map(Number);
      const context = await browser.newContext({
        viewport: { width, height },
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      });
      context.setDefaultTimeout(120_000);
      // What tsx leaves in the functions that the page runs.
      await context.addInitScript({ content: 'globalThis.__name = (named) => named' });
      followRequests(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => told.push(`${size} ${look}: ${error.message}`));
      for (const tour of values.tours.split(',')) {
        const series = { tour, width, height, look };
        const { files, faults } = await takeSeries(page, url, series);
        await makeSheets(browser, series, files);
        told.push(...faults);
        console.log(`${nameOf(series)}: ${files.length} stops, ${faults.length} faults`);
      }
      await context.close();
    }
} finally {
  await browser.close();
  await close();
}
await writeFile(join(values.out, 'faults.txt'), told.join('\n'));
for (const line of told) console.log(line);
console.log(`Pictures and sheets in ${values.out}, ${told.length} faults`);
process.exitCode = told.length === 0 ? 0 : 1;
