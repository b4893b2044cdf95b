/**
 * The product beside the same scene in plain MapLibre and in ECharts: loading, drawing, moving, filtering, hit tests
 * and memory on this machine, interleaved so that its moods fall on all alike. Run by hand: `npm run bench`, with
 * `-- --help` for what can be chosen. Prints tables with ratios, writes JSON.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { browserLaunchOptions } from '../e2e/browser.ts';
import { buildPages } from './speed/build.ts';
import { withoutGraphicsCard } from './speed/launch.ts';
import { FIGURES, measure, measureApart, type Run } from './speed/measure.ts';
import { type Options, type PageName, ROWS, readOptions, type Scene, type SceneRows } from './speed/options.ts';
import { type Given, SUBJECTS } from './speed/pages.ts';
import { writeRows } from './speed/rows.ts';
import { type Outcome, type Results, summarise, tableOf } from './speed/summary.ts';
import { judge } from './speed/targets.ts';

const FOLDER = resolve('node_modules/.cache/bench');
const options = readOptions(process.argv.slice(2), join(FOLDER, 'speed.json'));
await buildPages(FOLDER, options.built);
const [product, compared] = await Promise.all([serve({ dir: resolve('dist') }), serve({ dir: FOLDER })]);
const launch = withoutGraphicsCard(await browserLaunchOptions({ fonts: 'chinese' }));
const PLACES = {
  product: { url: product.url, folder: resolve('dist') },
  maplibre: { url: `${compared.url}maplibre.html`, folder: FOLDER },
  echarts: { url: `${compared.url}echarts.html`, folder: FOLDER },
};

try {
  const machine = await describeMachine();
  const results: Results = {};
  for (const scene of options.scenes) results[scene] = await measureScene(scene, options);
  const verdict = judge(results);
  await mkdir(dirname(options.out), { recursive: true });
  await writeFile(options.out, `${JSON.stringify({ machine, results, verdict }, null, 1)}\n`);
  for (const scene of options.scenes) console.log(tableOf(scene, results));
  console.log([...verdict, '', JSON.stringify(machine), `Written to ${options.out}`].join('\n'));
} finally {
  await Promise.all([product.close(), compared.close()]);
}

async function measureScene(scene: Scene, { pages, runs }: Options): Promise<Partial<Record<PageName, Outcome>>> {
  const about = ROWS[scene];
  const rows = about === null ? null : await given(about);
  // ECharts' page has no polygons of its own: there is nothing to compare.
  const compared = about?.shape === 'parcel' ? pages.filter((page) => page !== 'echarts') : pages;
  const taken = new Map<PageName, Run[]>(compared.map((page) => [page, []]));
  const failed = new Map<PageName, string>();
  for (let run = 0; run < runs[scene]; run++) {
    for (const page of compared) {
      // What broke once is not asked again: it takes minutes to break.
      if (failed.has(page)) continue;
      try {
        const apart = rows === null ? await measureApart(launch, SUBJECTS[page], PLACES[page]) : {};
        const figures = { ...(await measure(launch, SUBJECTS[page], PLACES[page], rows)), ...apart };
        taken.get(page)?.push(figures);
        console.error(`${scene} ${run + 1}/${runs[scene]} ${page}: ${brief(figures)}`);
      } catch (error) {
        failed.set(page, (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '');
        console.error(`${scene} ${page}: ${failed.get(page)}`);
      }
    }
  }
  const outcomes = compared.map((page): [PageName, Outcome] => {
    const all = taken.get(page) ?? [];
    const why = failed.get(page);
    return [page, why !== undefined && all.length === 0 ? { failed: why } : { runs: all, summary: summarise(all) }];
  });
  return Object.fromEntries(outcomes);
}

async function given(rows: SceneRows): Promise<Given> {
  const { file, geojson } = await writeRows(FOLDER, rows);
  return { file, url: `./${geojson}`, shape: rows.shape };
}

function brief(figures: Run): string {
  const words = FIGURES.map((figure) => [figure, figures[figure]?.toFixed(0)]);
  return words.flatMap(([figure, value]) => (value === undefined ? [] : `${figure} ${value}`)).join(' ');
}

async function describeMachine(): Promise<Record<string, string | number>> {
  const browser = await chromium.launch(launch);
  const chromiumVersion = browser.version();
  await browser.close();
  const [cpu] = cpus();
  return {
    cpus: cpus().length,
    cpu: cpu?.model ?? '',
    memoryGB: Math.round(totalmem() / 1e9),
    webgl: 'SwiftShader (software)',
    chromium: chromiumVersion,
    node: process.version,
  };
}
