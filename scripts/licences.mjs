// Licences of what ships: the packages whose code is in the build, each with its licence and the text of it.
// The Vite plugin gathers them while building and writes licences.json, which `npm run check` judges, and the bill of
// materials.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BILL_FILE, billOf } from './bill.mjs';
import { standardText } from './licence-texts.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
export const LICENCES_FILE = 'licences.json';

/** Licences that allow the code to be shipped under any terms, if the notice goes with it. */
const PERMISSIVE = new Set([
  ...['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Zlib', 'CC0-1.0', 'Unlicense'],
  // The Eclipse Distribution License is the one of three clauses (BSD-3-Clause), with the foundation's name in it.
  ...['BlueOak-1.0.0', 'Python-2.0', 'EDL-1.0'],
]);

/**
 * Licences that bind the files of the package alone: it may ship as it is, beside code under any terms, where the page
 * says at which address its source is (MPL 2.0, 3.2).
 */
const FILE_BY_FILE = new Set(['MPL-2.0']);
const SOURCE_AT = 'Source code: ';

/**
 * Identifiers that a package misspells, and what its own licence file says: `package version` → SPDX.
 *
 * @type {Readonly<Record<string, { stated: string, meant: string }>>}
 */
const MISSPELT = { 'splaytree-ts 1.0.2': { stated: 'BDS-3-Clause', meant: 'BSD-3-Clause' } };

/** @typedef {{ name: string, version: string, licence: string, text: string }} PackageLicence */

/**
 * Folder of the package that a module belongs to; the innermost one where packages hold packages.
 *
 * @param {string} id path of a module, with whatever query behind it
 * @returns {string | null} null for what is no package
 */
export function packageFolder(id) {
  const [, folder] =
    /^\0?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/@.][^\\/]*)[\\/]/.exec(id.split('?')[0] ?? '') ?? [];
  return folder ?? null;
}

/**
 * Packages that a module was itself made of before it was published, by its source map.
 *
 * @param {string} path of the module
 * @returns {Promise<string[]>} names; none where there is no map
 */
async function bundledIn(path) {
  try {
    const { sources } = JSON.parse(await readFile(`${path}.map`, 'utf8'));
    const found = sources.map(
      (/** @type {string} */ source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1],
    );
    return [...new Set(found.filter((/** @type {string | undefined} */ name) => name !== undefined))];
  } catch {
    return [];
  }
}

/**
 * What a package says of its licence: in a file of its own, else under a heading of its README; where both leave the
 * words out, those of the licence that it names.
 *
 * @param {string} folder
 * @param {string} licence
 * @param {unknown} author
 * @returns {Promise<string>}
 */
async function textOf(folder, licence, author) {
  const names = await readdir(folder);
  const own = names.filter((file) => /^(licen[cs]e|copying|notice)([.-]|$)/i.test(file)).sort();
  const texts = await Promise.all(own.map((file) => readFile(join(folder, file), 'utf8')));
  if (texts.length > 0) return texts.map((text) => text.trim()).join('\n\n');
  const readme = names.find((file) => /^readme\.md$/i.test(file));
  const about = readme === undefined ? '' : await readFile(join(folder, readme), 'utf8');
  const [, section = ''] = /^#+[^\n]*licen[cs]e[^\n]*\n([\s\S]*?)(?=^#|$(?![\s\S]))/im.exec(about) ?? [];
  if (/permission is hereby granted/i.test(section)) return section.trim();
  const standard = standardText(licence, author);
  return standard === '' ? '' : [section.trim(), standard].filter((part) => part !== '').join('\n\n');
}

/**
 * The one of a choice of licences (`A OR B`) that the package is taken under.
 *
 * @param {string} licence
 * @returns {string}
 */
function takenOf(licence) {
  const choices = licence.replaceAll(/[()]/g, '').split(/\s+OR\s+/i);
  return choices.find((choice) => PERMISSIVE.has(choice.trim())) ?? licence;
}

/**
 * @param {string} folder of a package
 * @returns {Promise<PackageLicence>}
 */
export async function licenceOf(folder) {
  const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const { name, version, license, licenses, author, repository } = about;
  const stated = license ?? licenses?.[0];
  const named = typeof stated === 'string' ? stated : (stated?.type ?? '');
  const slip = MISSPELT[`${name} ${version}`];
  const licence = slip !== undefined && slip.stated === named ? slip.meant : named;
  const text = await textOf(folder, takenOf(licence), author);
  const source = String(repository?.url ?? repository ?? '').replace(/^git\+/, '');
  const said = FILE_BY_FILE.has(licence) && source.startsWith('https://');
  return { name, version, licence, text: said ? `${SOURCE_AT}${source}\n\n${text}` : text };
}

/**
 * Licences of the packages that modules come from.
 *
 * @param {Iterable<string>} ids paths of modules
 * @returns {Promise<PackageLicence[]>} by name, each once
 */
export async function licencesOf(ids) {
  /** @type {Set<string>} */
  const folders = new Set();
  for (const id of ids) {
    const folder = packageFolder(id);
    if (folder === null) continue;
    folders.add(folder);
    for (const name of await bundledIn(id.split('?')[0] ?? '')) folders.add(join(root, 'node_modules', name));
  }
  const found = await Promise.all([...folders].map((folder) => licenceOf(folder).catch(() => unknown(folder))));
  const byName = new Map(found.map((licence) => [`${licence.name} ${licence.version}`, licence]));
  // What was bundled into another package is known where another one brings the same.
  for (const { name, version } of found) if (version !== '') byName.delete(`${name} `);
  return [...byName.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * A package whose code is within another's and that is not installed itself.
 *
 * @param {string} folder
 * @returns {PackageLicence}
 */
function unknown(folder) {
  return { name: folder.replace(/^.*node_modules[\\/]/, ''), version: '', licence: '', text: '' };
}

/**
 * Whether an SPDX expression can be met by permissive licences alone.
 *
 * @param {string} expression
 * @returns {boolean}
 */
export function isPermissive(expression) {
  const plain = expression.replaceAll(/[()]/g, ' ').trim();
  return plain
    .split(/\s+OR\s+/i)
    .some((choice) => choice.split(/\s+AND\s+/i).every((licence) => PERMISSIVE.has(licence.trim())));
}

/**
 * @param {readonly PackageLicence[]} packages
 * @returns {string[]} one line for each that may not ship, or not without its notice
 */
export function problemsOf(packages) {
  return packages.flatMap(({ name, version, licence, text }) => {
    const which = `${name} ${version}`.trim();
    if (licence === '') return [`${which}: states no licence`];
    if (FILE_BY_FILE.has(licence)) {
      return text.startsWith(SOURCE_AT) ? [] : [`${which}: ${licence}, but it does not say where its source is`];
    }
    if (!isPermissive(licence)) return [`${which}: ${licence} is not among the licences that may ship`];
    return text === '' ? [`${which}: ${licence}, but its text is not in the package`] : [];
  });
}

/**
 * Two plugins that share what they gather: one for the page, which writes the files, and one for its workers.
 *
 * @returns {{ page: import('vite').Plugin, worker: () => import('vite').Plugin }}
 */
export function licencePlugins() {
  /** @type {Set<string>} */
  const ids = new Set();
  /** @param {Record<string, { type: string, moduleIds?: string[], originalFileNames?: string[] }>} bundle */
  const gather = (bundle) => {
    for (const output of Object.values(bundle)) {
      for (const id of output.moduleIds ?? []) ids.add(id);
      for (const name of output.originalFileNames ?? []) ids.add(join(root, name));
    }
  };
  return {
    page: {
      name: 'licences',
      apply: 'build',
      async generateBundle(_, bundle) {
        gather(bundle);
        const packages = await licencesOf(ids);
        if (packages.length === 0) this.error('no package was found in the build');
        this.emitFile({ type: 'asset', fileName: LICENCES_FILE, source: JSON.stringify(packages) });
        const product = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
        this.emitFile({ type: 'asset', fileName: BILL_FILE, source: billOf(product, packages) });
      },
    },
    worker: () => ({ name: 'licences-of-workers', generateBundle: (_, bundle) => gather(bundle) }),
  };
}

/**
 * Judges the build in dist.
 *
 * @returns {Promise<number>} 0 when every licence is known and permissive, 1 otherwise
 */
export async function checkLicences() {
  /** @type {PackageLicence[]} */
  const packages = JSON.parse(await readFile(join(root, 'dist', LICENCES_FILE), 'utf8'));
  const problems = problemsOf(packages);
  for (const problem of problems) console.error(problem);
  console.log(`${packages.length} packages ship, ${problems.length} with a licence in doubt.`);
  return problems.length === 0 ? 0 : 1;
}
