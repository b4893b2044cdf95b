import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installMissing } from './install.mjs';
import { root, runTool } from './run.mjs';
import { countPlaywright, countVitest } from './test-counts.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** The data of the tests in place of the living register: a site more or less changes nothing here. */
const FROZEN = { ...process.env, GEO_OUT: 'tests/fixtures/base/geo/out', SITE_URL: '' };
/** One of the builds knows where it will be, and so has a picture for links. */
const PLACED = { ...FROZEN, SITE_URL: 'https://maps.example/foshan' };
const VITE = ['build', '--logLevel', 'warn'];
/**
 * What the browser tests open: what ships, as files and as one file, and the same code with the data of the tests, once
 * with a map that is not drawn, and once with the tiles of an OpenStreetMap file. Each with the projects of
 * playwright.config.ts that need it.
 *
 * @type {readonly { tool: string, args: string[], env: NodeJS.ProcessEnv, projects: string[] }[]}
 */
const BUILDS = [
  { tool: 'vite', args: VITE, env: process.env, projects: ['shipped'] },
  { tool: 'tsx', args: ['scripts/onefile/build.ts'], env: process.env, projects: ['shipped', 'oldest'] },
  { tool: 'vite', args: [...VITE, '--outDir', 'dist-test'], env: FROZEN, projects: ['map', 'plain', 'oldest'] },
  {
    tool: 'vite',
    args: [...VITE, '--outDir', 'dist-test-dom', '--config', 'tests/e2e/stub/vite.config.ts'],
    env: PLACED,
    projects: ['dom', 'layout', 'layout-cjk'],
  },
  { tool: 'tsx', args: ['tests/e2e/osm-build.ts'], env: process.env, projects: ['map'] },
];

/**
 * Installs what is missing and runs every test; the last line reads `N passed, N failed`.
 *
 * @param {string[]} args nothing for all; `unit` or `e2e` for one of the two, and after it whatever its runner takes
 * @returns {Promise<number>} 0 when all passed, 1 when one failed, 2 when the arguments were not understood
 */
export async function main(args) {
  const [suite, ...rest] = args;
  if (suite !== undefined && suite !== 'unit' && suite !== 'e2e') {
    console.error('Use: npm test, npm test -- unit [arguments of vitest] or npm test -- e2e [arguments of playwright]');
    return 2;
  }
  await installMissing();
  const reports = await mkdtemp(join(tmpdir(), 'test-reports-'));
  const results = [];
  const building = suite === 'unit' ? null : build(rest, { inTurn: suite === undefined });
  if (suite !== 'e2e') results.push(await unit(reports, rest));
  if (building !== null) results.push(await browser(reports, rest, await building));
  await rm(reports, { recursive: true, force: true });
  return conclude(results);
}

/** @param {string} reports @param {string[]} args */
async function unit(reports, args) {
  const file = join(reports, 'unit.json');
  const output = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await runTool('vitest', ['run', ...output, ...args]);
  return { name: 'unit', ...(await counted(file, status, countVitest)) };
}

/**
 * Makes what the browser tests of `args` need.
 *
 * @param {string[]} args of Playwright
 * @param {{ inTurn: boolean }} how one build after the other where the unit tests run meanwhile: they fill what one leaves
 * @returns {Promise<boolean>} whether all of it was made
 */
async function build(args, { inTurn }) {
  if (process.platform === 'linux' && process.arch === 'x64') await installMissing(join(root, 'tests/browsers'));
  const asked = projectsOf(args);
  const needed = BUILDS.filter(({ projects }) => asked.length === 0 || projects.some((name) => asked.includes(name)));
  const run = async (/** @type {typeof BUILDS[number]} */ { tool, args, env }) =>
    (await runTool(tool, args, { env })) === 0;
  if (!inTurn) return (await Promise.all(needed.map(run))).every((made) => made);
  for (const each of needed) if (!(await run(each))) return false;
  return true;
}

/** @param {string} reports @param {string[]} args @param {boolean} isBuilt */
async function browser(reports, args, isBuilt) {
  const name = 'browser';
  if (!isBuilt) {
    console.error('A build failed, so the browser tests did not run: counted as one failure.');
    return { name, passed: 0, failed: 1, skipped: 0 };
  }
  const file = join(reports, 'browser.json');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const status = await runTool('@playwright/test', ['test', '--reporter=line,json', ...args], {
    env,
    bin: 'playwright',
  });
  return { name, ...(await counted(file, status, countPlaywright)) };
}

/** @param {string[]} args of Playwright @returns {string[]} the projects that they name; none for all */
function projectsOf(args) {
  return args.flatMap((arg, at) => {
    if (arg.startsWith('--project=')) return [arg.slice('--project='.length)];
    return arg === '--project' ? [args[at + 1] ?? ''] : [];
  });
}

/**
 * @param {string} file the runner's JSON report
 * @param {number} status the runner's exit status
 * @param {(report: any) => Counts} count
 * @returns {Promise<Counts>} never without a failure when the runner failed
 */
async function counted(file, status, count) {
  const nothing = { passed: 0, failed: 0, skipped: 0 };
  const counts = await readFile(file, 'utf8').then(
    (json) => count(JSON.parse(json)),
    () => nothing,
  );
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** @param {(Counts & { name: string })[]} results */
function conclude(results) {
  const sum = (/** @type {'passed' | 'failed'} */ key) => results.reduce((total, result) => total + result[key], 0);
  console.log();
  for (const { name, passed, failed, skipped } of results) {
    console.log(`${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  }
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}
