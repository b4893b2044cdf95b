import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/**
 * Installs the packages of the lock file where they are absent or others, and does nothing where they are there.
 *
 * @param {string} [dir] folder of a package
 * @throws {Error} when npm could not install them
 */
export async function installMissing(dir = root) {
  const missing = await missingPackages(dir);
  if (missing.length === 0) return;
  console.log(`Installing packages (${missing.length} missing or out of date) ...`);
  const args = ['ci', '--prefix', dir, '--include=dev', '--no-audit', '--no-fund'];
  // Started by npm, its own path is known; otherwise the one on the PATH, a batch file on Windows.
  const npm = process.env.npm_execpath;
  const status = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args])
    : await run('npm', args, { shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm could not install the packages: see its message above.');
}

/**
 * Compares the lock file with the one that npm leaves in node_modules at the end of an installation.
 *
 * @param {string} dir the project's folder
 * @returns {Promise<string[]>} the paths of packages that are not there in the version asked for
 */
export async function missingPackages(dir) {
  const asked = await lockedPackages(join(dir, 'package-lock.json'));
  /** @type {Record<string, { version?: string }>} */
  const there = await lockedPackages(join(dir, 'node_modules/.package-lock.json')).catch(() => ({}));
  return Object.entries(asked)
    .filter(([path, { version, optional }]) => path && !optional && there[path]?.version !== version)
    .map(([path]) => path);
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean }>>}
 */
async function lockedPackages(file) {
  return JSON.parse(await readFile(file, 'utf8')).packages;
}
