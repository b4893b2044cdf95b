/**
 * `npm run pictures -- --dist DIR --out DIR`: an atlas of pictures of a build, every view of `pictures/views.ts` in four
 * looks, so that day and night, Chinese and English, desk and phone meet in pairs; `--all` takes all eight, `--only
 * site,units` those views alone.
 * `npm run pictures -- --compare A B --out DIR`: two of them, to the pixel; ends with 1 where they differ.
 */
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { browserLaunchOptions } from '../tests/e2e/browser.ts';
import { compareFolders } from './pictures/compare.ts';
import { type Look, type Shot, shotName, takeShot } from './pictures/take.ts';
import { VIEWS } from './pictures/views.ts';
import { serve } from './serve.mjs';

/** Always the same: a page shows its own address as text and as a code. */
const PORT = 4399;
/** Pages at a time. */
const HANDS = 2;

const ALL_LOOKS: readonly Look[] = (['desk', 'phone'] as const).flatMap((screen) =>
  (['zh-Hans', 'en'] as const).flatMap((lang) =>
    (['light', 'dark'] as const).map((theme) => ({ screen, lang, theme })),
  ),
);
/** Half of them, in which every two properties meet in every way. */
const isOfFour = ({ screen, lang, theme }: Look): boolean =>
  [screen === 'phone', lang === 'en', theme === 'dark'].filter(Boolean).length % 2 === 0;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dist: { type: 'string', default: fileURLToPath(new URL('../dist', import.meta.url)) },
    out: { type: 'string', default: fileURLToPath(new URL('../test-results/pictures', import.meta.url)) },
    only: { type: 'string' },
    all: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
  },
});
const browser = await chromium.launch(await browserLaunchOptions());
try {
  process.exitCode = values.compare ? await compare() : await takeAll();
} finally {
  await browser.close();
}

async function compare(): Promise<number> {
  const [a, b] = positionals;
  if (a === undefined || b === undefined) throw new Error('Name two folders of pictures: --compare A B');
  const differences = await compareFolders(browser, a, b, values.out);
  for (const { file, what } of differences) console.log(`${file}: ${what}`);
  console.log(differences.length === 0 ? 'All are the same.' : `${differences.length} differ; see ${values.out}`);
  return differences.length === 0 ? 0 : 1;
}

async function takeAll(): Promise<number> {
  const only = values.only?.split(',');
  const views = VIEWS.filter(({ name }) => only === undefined || only.includes(name));
  const looks = ALL_LOOKS.filter((look) => values.all || isOfFour(look));
  const shots: readonly Shot[] = views.flatMap((view) =>
    looks.filter(({ screen }) => view.only === undefined || view.only === screen).map((look) => ({ view, look })),
  );
  const { url, port, close } = await serve({ dir: values.dist, port: PORT });
  if (port !== PORT) throw new Error(`Port ${PORT} is taken.`);
  await mkdir(values.out, { recursive: true });
  const left = [...shots];
  const failed: string[] = [];
  await Promise.all(
    Array.from({ length: HANDS }, async () => {
      for (let shot = left.shift(); shot !== undefined; shot = left.shift()) {
        failed.push(...(await taken(browser, url, shot)));
      }
    }),
  );
  await close();
  for (const line of failed) console.log(line);
  console.log(`${shots.length} views in ${values.out}, ${failed.length} faults`);
  return failed.length === 0 ? 0 : 1;
}

/** What went wrong with one shot, a line each. */
async function taken(by: Browser, url: string, shot: Shot): Promise<string[]> {
  const start = performance.now();
  const faults = await takeShot(by, url, shot, values.out).catch((error: unknown) => [
    error instanceof Error ? error.message : String(error),
  ]);
  console.log(`${shotName(shot)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return faults.map((fault) => `${shotName(shot)}: ${fault}`);
}
