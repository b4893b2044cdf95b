import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * One entry of Vite's manifest; its key is the source path of the chunk or asset.
 * @typedef {{ file: string, isEntry?: boolean, imports?: string[], dynamicImports?: string[], assets?: string[] }} Entry
 * @typedef {Record<string, Entry>} Manifest
 * @typedef {{ shell: { with: string[] }, ready: { later: string[], first?: string[] }, data: { later: string[] } }} Groups
 */

/**
 * Sorts the files of a build into the groups that have a budget.
 *
 * @param {Manifest} manifest
 * @param {Groups} groups source paths are named by how they begin, chunks that several share by _ and their name
 * @returns {{ shell: string[], ready: string[], data: string[], font: string[] }} paths of files in the build
 */
export function groupFiles(manifest, groups) {
  const entries = keys(manifest, (_, entry) => entry.isEntry === true);
  const extra = keys(manifest, (key) => starts(key, groups.shell.with));
  // A worker is an entry too, but none that the page begins with.
  const page = entries.filter((key) => key.endsWith('.html'));
  const shell = reach(manifest, [...page, ...extra], (entry) => entry.imports ?? []);
  const { later, first = [] } = groups.ready;
  const isLater = (/** @type {string} */ key) => starts(key, later) && !starts(key, first);
  const ready = reach(
    manifest,
    entries.filter((key) => !isLater(key)),
    (entry) => [...(entry.imports ?? []), ...(entry.dynamicImports ?? [])].filter((key) => !isLater(key)),
  );
  const data = keys(manifest, (key) => !starts(key, groups.data.later));
  // The code that fetches a file names it as its own.
  const laterData = files(
    manifest,
    keys(manifest, (key) => starts(key, groups.data.later)),
    /\.(geo)?json$/,
  );
  return {
    shell: files(manifest, shell, /\.m?js$/),
    ready: files(manifest, ready, /\.m?js$/),
    data: files(manifest, data, /\.(geo)?json$/).filter((file) => !laterData.includes(file)),
    font: files(manifest, Object.keys(manifest), /\.woff2$/),
  };
}

/**
 * Prints what the build in dist weighs beside the budgets of budgets.json.
 *
 * @returns {Promise<number>} 0 when every group is within its budget, 1 when one is not or there is no build
 */
export async function checkSizes() {
  const budgets = JSON.parse(await readFile(join(root, 'scripts/budgets.json'), 'utf8'));
  const built = await readFile(join(root, 'dist/.vite/manifest.json'), 'utf8').catch(() => undefined);
  if (built === undefined) {
    console.error('There is no build in dist: npm run build');
    return 1;
  }
  const manifest = JSON.parse(built);
  let over = 0;
  for (const [group, paths] of Object.entries(groupFiles(manifest, budgets))) {
    const weights = await Promise.all(paths.map((path) => weigh(join(root, 'dist', path))));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const { what, limitKiB } = budgets[group];
    const isOver = total > limitKiB * 1024;
    if (isOver) over += 1;
    console.log(`\n${isOver ? 'OVER' : 'ok  '} ${kib(total)} of ${limitKiB} KiB gzip: ${what}`);
    const rows = paths.map((path, index) => ({ path, weight: weights[index] ?? 0 }));
    for (const { path, weight } of rows.sort((a, b) => b.weight - a.weight)) console.log(`     ${kib(weight)} ${path}`);
  }
  return over === 0 ? 0 : 1;
}

/** @param {Manifest} manifest @param {(key: string, entry: Entry) => boolean} wanted */
function keys(manifest, wanted) {
  return Object.entries(manifest)
    .filter(([key, entry]) => wanted(key, entry))
    .map(([key]) => key);
}

/** @param {string} key @param {string[]} prefixes */
function starts(key, prefixes) {
  return prefixes.some((prefix) => key.startsWith(prefix));
}

/**
 * @param {Manifest} manifest
 * @param {string[]} from
 * @param {(entry: Entry) => string[]} next
 * @returns {string[]} the keys that can be reached, each once
 */
function reach(manifest, from, next) {
  const seen = new Set(from);
  for (const key of seen) for (const other of next(manifest[key] ?? { file: '' })) seen.add(other);
  return [...seen];
}

/** @param {Manifest} manifest @param {string[]} from @param {RegExp} ending */
function files(manifest, from, ending) {
  const all = from.flatMap((key) => [manifest[key]?.file ?? '', ...(manifest[key]?.assets ?? [])]);
  return [...new Set(all)].filter((file) => ending.test(file));
}

/** @param {string} path @returns {Promise<number>} bytes as sent: compressed, but for fonts, which are already */
async function weigh(path) {
  const bytes = await readFile(path);
  return path.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}

/** @param {number} bytes */
function kib(bytes) {
  return (bytes / 1024).toFixed(1).padStart(6);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await checkSizes();
