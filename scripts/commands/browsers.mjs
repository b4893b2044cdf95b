import { join } from 'node:path';
import { installMissing } from './install.mjs';
import { root, runTool } from './run.mjs';

/** The other browsers have packages of their own, which nothing else needs: these come on first need. */
export const ENGINES = join(root, 'tests/engines');

/** Both editions with the data of the tests. */
const FROZEN = { ...process.env, GEO_OUT: 'tests/fixtures/base/geo/out', SITE_URL: '' };
const BUILDS = [
  ['vite', 'build', '--logLevel', 'warn', '--outDir', 'dist-test'],
  ['tsx', 'scripts/onefile/build.ts', 'dist-onefile/test.html'],
];

/**
 * Installs what is missing, builds both editions and walks through them in each browser.
 *
 * @param {string[]} args names of browsers; none for all
 * @returns {Promise<number>} 0 when all went well, 1 when something failed, 2 when a browser is missing
 */
export async function main(args) {
  await installMissing();
  await installMissing(ENGINES);
  for (const [tool = '', ...rest] of BUILDS) {
    const status = await runTool(tool, rest, { env: FROZEN });
    if (status !== 0) return status;
  }
  return runTool('tsx', ['tests/engines/run.ts', ...args]);
}
