// The arrows between our folders: who may import whom, and a style sheet from where. `npm run check` holds them.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Everything that a panel may stand on; the map is not of it. */
const UNDER_PANELS = ['src/domain', 'src/analysis', 'src/data', 'src/offline', 'src/state', 'src/i18n', 'src/ui'];

/**
 * What a room imports besides itself; a file belongs to the longest name that it begins with. What is no room of this
 * table is a fault. The section "Arrows" of src/README.md prints this table.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const ARROWS = {
  'src/domain': [],
  'src/analysis': ['src/domain'],
  'src/data': ['src/domain', 'src/analysis', 'geo/out'],
  'src/offline': [],
  'src/client': [],
  words: [],
  'src/i18n': ['src/domain', 'words'],
  'src/ui': ['src/domain', 'src/i18n'],
  'src/state': ['src/domain', 'src/analysis', 'src/data', 'src/i18n', 'src/client', 'words'],
  'src/map/layers': ['src/domain'],
  'src/map': ['src/domain', 'src/analysis', 'src/data', 'src/i18n', 'src/state', 'src/map/layers'],
  'src/panels/shared': UNDER_PANELS,
  'src/panels': [...UNDER_PANELS, 'src/panels/shared'],
  'src/main.tsx': ['src/domain', 'src/data', 'src/i18n', 'src/state', 'src/map', 'src/ui', 'src/panels'],
  'src/picture': ['src/domain', 'src/data', 'src/map', 'src/map/layers'],
  'geo/steps': ['src/domain'],
  geo: ['src/domain', 'src/data', 'src/i18n', 'geo/steps'],
  'geo/out': [],
};

/** Rooms as the table names them, the longest first, so that the first that fits is the narrowest. */
const ROOMS = Object.keys(ARROWS).sort((a, b) => b.length - a.length);

/**
 * @param {string} path from the root, with `/`
 * @returns {string | null} null for what belongs to no room
 */
function roomOf(path) {
  // The words lie beside the panels that say them, and are loaded by their own table.
  if (/^src\/.*\/messages\.[\w-]+\.ts$/.test(path)) return 'words';
  if (/^geo\/out(-osm)?\//.test(path)) return 'geo/out';
  const room = ROOMS.find((name) => path === name || path.startsWith(`${name}/`));
  // The data build's own files lie loose; a folder of it is a room or none.
  return room === 'geo' && path.split('/').length > 2 ? null : (room ?? null);
}

/**
 * Every relative path that a file has in quotes: imports of values, types and on demand, addresses and globs alike.
 *
 * @param {string} text
 * @returns {string[]}
 */
function pathsIn(text) {
  return [...text.matchAll(/(['"`])(\.\.?\/[^'"`?\n]+)/g)].map((match) => match[2] ?? '');
}

/**
 * @param {string} file that imports
 * @param {string} target path from the root
 * @returns {string | null} what is wrong with it
 */
function faultOf(file, target) {
  const [from, to] = [roomOf(file), roomOf(target)];
  const said = `${file} imports ${target}`;
  if (from === null) return `${file}: its folder is in no row of scripts/arrows.mjs`;
  if (to === null) return `${said}, whose folder is in no row of scripts/arrows.mjs`;
  if (from !== to && !ARROWS[from]?.includes(to)) return `${said}: ${sentence(from)}`;
  return target.endsWith('.css') && !mayStyle(file, target)
    ? `${said}: a style sheet is imported from its own room alone; what several rooms use lies in src/ui`
    : null;
}

/**
 * The general sheets come first, in the order of the entry; every other sheet is its room's own.
 *
 * @param {string} file
 * @param {string} sheet
 */
function mayStyle(file, sheet) {
  const own = sheet
    .split('/')
    .slice(0, sheet.startsWith('src/panels/') ? 3 : 2)
    .join('/');
  return file.startsWith(`${own}/`) || (own === 'src/ui' && file === 'src/main.tsx');
}

/**
 * @param {string} room
 * @returns {string} what it may import, as src/README.md says it
 */
export function sentence(room) {
  const targets = ARROWS[room] ?? [];
  return `\`${room}\` imports ${targets.length === 0 ? 'none of our folders' : targets.map((name) => `\`${name}\``).join(', ')}.`;
}

/**
 * @param {string} [folder] of the project
 * @returns {string[]} each arrow that the table does not have, with what it says
 */
export function wrongArrows(folder = root) {
  const files = ['src', 'geo'].flatMap((top) =>
    readdirSync(join(folder, top), { recursive: true, encoding: 'utf8' }).map((name) =>
      posix.join(top, name.replaceAll('\\', '/')),
    ),
  );
  return files
    .filter((file) => /\.(tsx?|mjs|css)$/.test(file))
    .flatMap((file) => {
      const targets = pathsIn(readFileSync(join(folder, file), 'utf8')).map((path) =>
        posix.join(posix.dirname(file), path),
      );
      if (roomOf(file) === null) return [faultOf(file, file)];
      return targets.map((target) => faultOf(file, target));
    })
    .filter((fault) => fault !== null);
}

/** @returns {number} 0 when every arrow is of the table, 1 otherwise */
export function checkArrows() {
  const faults = wrongArrows();
  for (const fault of faults) console.log(fault);
  return faults.length === 0 ? 0 : 1;
}
