// Run after adding a package: node scripts/complete-lock.mjs
//
// Tools in native code come as one optional package for each platform. npm leaves out of the lock file those that the
// registry in use does not serve, and `npm ci` then refuses the lock file, everywhere. This names them again, in the
// version that the package they belong to pins. Platforms are read from their names.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   optionalDependencies?: Record<string, string> }} Locked
 */

/**
 * @param {Record<string, Locked>} packages the packages of a lock file, by path
 * @returns {Record<string, Locked>} entries for optional packages that are wanted in one exact version and not there
 */
export function absentPlatforms(packages) {
  /** @type {Record<string, Locked>} */
  const absent = {};
  for (const [path, { dev, optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const there = packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
      if (there || !/^\d/.test(version)) continue;
      absent[`node_modules/${name}`] = { version, ...(dev ? { dev } : {}), optional: true, ...platform(name) };
    }
  }
  return absent;
}

/** @param {string} name for example `@oxlint/binding-linux-x64-gnu` */
function platform(name) {
  const words = name.split(/[/-]/);
  const one = (/** @type {string[]} */ known) => words.filter((word) => known.includes(word)).slice(0, 1);
  const os = one([
    'aix',
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'win32',
  ]);
  const cpu = one(['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']);
  const musl = words.some((word) => word.startsWith('musl'));
  const libc = musl ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : [];
  const all = { os, cpu, libc };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(await readFile(file, 'utf8'));
  const absent = absentPlatforms(lock.packages);
  const paths = Object.entries({ ...lock.packages, ...absent }).sort(([a], [b]) => a.localeCompare(b, 'en'));
  await writeFile(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(paths) }, null, 2)}\n`);
  console.log(`${Object.keys(absent).length} packages of other platforms added to the lock file`);
}
