import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { installMissing } from './install.mjs';
import { root, runTool } from './run.mjs';

/** The benches have packages of their own, which nothing else needs: these come on first need. */
export const BENCHES = join(root, 'tests/bench');

/**
 * Installs what is missing and runs one bench: `npm run bench`, `npm run bench query-million`.
 *
 * @param {string[]} args the name of a bench, `speed` where there is none, and what it takes
 * @returns {Promise<number>} its exit status; 2 when there is no such bench
 */
export async function main(args) {
  const [name, rest] = args[0]?.startsWith('-') === false ? [args[0], args.slice(1)] : ['speed', args];
  const benches = (await readdir(BENCHES)).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3));
  if (!benches.includes(name)) {
    console.error(`There is no bench "${name}", but: ${benches.join(', ')}`);
    return 2;
  }
  await installMissing();
  await installMissing(BENCHES);
  return runTool('tsx', [`tests/bench/${name}.ts`, ...rest]);
}
