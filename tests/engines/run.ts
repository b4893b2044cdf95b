/**
 * `npm run test:browsers`: the walk in each browser that is no Chromium of today, both editions, and docs/browsers.md,
 * written when all of them ran. Names of browsers after it run these alone, and write nothing.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { hasDisplay } from './display.ts';
import type { Engine } from './hand.ts';
import { chromium103, firefox } from './puppeteer.ts';
import { type Walked, writeReport } from './report.ts';
import { STEPS, webgl2 } from './walk.ts';
import { webkit } from './webkit.ts';

const ENGINES: readonly Engine[] = [chromium103, firefox, webkit];
const root = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = 'dist-test';
const FROM_DISK = 'one file, from disk';
const FILE = 'dist-onefile/test.html';

const asked = process.argv.slice(2).map((word) => word.toLowerCase());
const engines = ENGINES.filter(
  ({ name }) => asked.length === 0 || asked.some((word) => name.toLowerCase().includes(word)),
);
const missing = (await Promise.all(engines.map((engine) => engine.missing()))).filter((what) => what !== null);
if (engines.some((engine) => engine !== chromium103) && !(await hasDisplay())) missing.push('xvfb');
if (missing.length > 0 || engines.length === 0) {
  console.error(
    engines.length === 0
      ? `There is none of that name: ${ENGINES.map(({ name }) => name).join(', ')}`
      : `Not on this machine: ${missing.join(', ')}. On Debian: apt-get install firefox-esr webkit2gtk-driver xvfb`,
  );
  process.exit(2);
}

const server = await serve({ dir: `${root}/${BUILD}` });
const editions = [
  { edition: 'served', page: server.url },
  { edition: FROM_DISK, page: pathToFileURL(`${root}/${FILE}`).href },
] as const;
const walked: Walked[] = [];
for (const engine of engines) {
  for (const { edition, page } of editions) {
    console.log(`\n${engine.name}, ${edition}`);
    walked.push(await walk(engine, edition, page));
  }
}
await server.close();
const failed = walked.flatMap(({ results, faults }) => [...results.filter(({ well }) => !well), ...faults]).length;
console.log(`\n${walked.flatMap(({ results }) => results.filter(({ well }) => well)).length} passed, ${failed} failed`);
if (asked.length === 0) await writeReport(walked);
process.exitCode = failed === 0 ? 0 : 1;

async function walk(engine: Engine, edition: string, page: string): Promise<Walked> {
  const hand = await engine.start();
  try {
    const results = [];
    for (const { name, take } of STEPS) {
      const began = performance.now();
      const result = await take(hand, page).then(
        (note) => ({ name, well: true, note }),
        (error: unknown) => {
          const known = edition === FROM_DISK ? engine.notFromDisk?.[name.split(':')[0] ?? ''] : undefined;
          const note = known === undefined ? String(error) : `does not go: ${known}`;
          return { name, well: known !== undefined, note };
        },
      );
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(
        `  ${result.well ? 'well' : 'FAILED'}  ${name}${result.note ? `: ${result.note}` : ''} (${seconds} s)`,
      );
      results.push(result);
    }
    const faults = await hand.faults();
    for (const fault of faults) console.log(`  FAULT  ${fault}`);
    return { engine, browser: hand.browser, edition, webgl2: await webgl2(hand), results, faults };
  } finally {
    await hand.close();
  }
}
