import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { auditShipped } from './audit.mjs';
import { BENCHES } from './bench.mjs';
import { ENGINES } from './browsers.mjs';
import { installMissing } from './install.mjs';
import { runTool } from './run.mjs';

/** What `npm run check` looks at, in order: a name and the tool that says whether it is well. */
const checks = {
  'types (tsc)': () => runTool('typescript', ['--noEmit'], { bin: 'tsc' }),
  'types of what only the benches import (tsc), where that is installed': () => typesWhereInstalled(BENCHES),
  'types of what only the other browsers import (tsc), where that is installed': () => typesWhereInstalled(ENGINES),
  'arrows between folders': () => import('../arrows.mjs').then(({ checkArrows }) => checkArrows()),
  'shared state is written in src/state alone': () =>
    import('../shared-writes.mjs').then(({ checkSharedWrites }) => checkSharedWrites()),
  'format, cycles (biome)': () => runTool('@biomejs/biome', ['check', '--error-on-warnings'], { bin: 'biome' }),
  'types in use (oxlint)': () => runTool('oxlint', ['--type-aware', '--deny-warnings']),
  'dead code (knip)': () => runTool('knip', ['--no-progress']),
  'geo output is what its sources make': () => runTool('tsx', ['geo/build.ts', '--check']),
  'the font has every character': () => runTool('tsx', ['scripts/build-font.ts', '--check']),
  build: () => runTool('vite', ['build', '--logLevel', 'warn']),
  'licences of what ships': () => import('../licences.mjs').then(({ checkLicences }) => checkLicences()),
  'known faults of what ships (npm audit)': () => auditShipped(),
  sizes: () => import('../sizes.mjs').then(({ checkSizes }) => checkSizes()),
};

/** @param {string} folder with packages of its own */
function typesWhereInstalled(folder) {
  return existsSync(join(folder, 'node_modules')) ? runTool('typescript', ['-p', folder], { bin: 'tsc' }) : 0;
}

/**
 * Runs every check, also after one has failed, and says at the end which ones did.
 *
 * @returns {Promise<number>} 0 when all is well, 1 otherwise
 */
export async function main() {
  await installMissing();
  const failed = [];
  for (const [name, check] of Object.entries(checks)) {
    console.log(`\n> ${name}`);
    if ((await check()) !== 0) failed.push(name);
  }
  console.log(failed.length === 0 ? '\nAll checks are well.' : `\nFailed: ${failed.join('; ')}.`);
  return failed.length === 0 ? 0 : 1;
}
