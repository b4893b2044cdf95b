import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalizePath } from 'vite';
import { chunkOfMapLibre } from './maplibre-source.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** What the first view needs of the panels, besides what the list stands in. */
export const FIRST_PANELS = [
  'src/panels/frame/detail.tsx',
  'src/panels/frame/start-panel.tsx',
  'src/panels/frame/take-over.ts',
  'src/panels/frame/in-every-view.tsx',
  'src/panels/list/legend-more.tsx',
  'src/panels/plan/plan-bar.tsx',
];
export const MAP = 'src/map/mount.ts';
/** What the map shares with parts that come without it; what it draws with has no name, since panels must not need it. */
const SHARED = 'shared';
/**
 * Chunks of what a module imports, by the name of the chunk: what is always asked for together is one file. The first
 * that reaches a module has it.
 *
 * @type {readonly (readonly [name: string, entry: string])[]}
 */
const TOGETHER = [
  ['shell', 'src/main.tsx'],
  ...FIRST_PANELS.map((entry) => /** @type {const} */ (['panels', entry])),
  [SHARED, MAP],
  ['own-sets', 'src/panels/data/map-sets.tsx'],
];
/** What each entry reaches. @type {Map<string, Set<string>>} */
const reached = new Map();

/**
 * Names the chunk of a module. Without it everything that two parts of the product share becomes a file of its own,
 * and on a slow line each costs a way there and back.
 *
 * @param {string} id
 * @param {{ getModuleInfo(id: string): { importedIds: readonly string[], importers: readonly string[] } | null }} graph
 * @returns {string | null} null where the bundler decides
 */
export function chunkOf(id, graph) {
  const ofMapLibre = chunkOfMapLibre(id, graph);
  if (ofMapLibre !== null) return ofMapLibre;
  if (/\.css$/.test(id)) return null;
  for (const [name, entry] of TOGETHER) {
    const from = moduleAt(entry);
    // An entry keeps the file that is named after it.
    if (id === from) return null;
    if (reachedBy(from, graph).has(id)) return name !== SHARED || sharedByMap(graph).has(id) ? name : null;
  }
  return null;
}

/** @param {string} path from the root of the project @returns {string} the module's id */
function moduleAt(path) {
  return normalizePath(join(root, path));
}

/** @type {Set<string> | undefined} */
let shared;

/**
 * What the map reaches and something else reaches without it, with all that this imports, but for what draws by MapLibre.
 *
 * @param {Parameters<typeof chunkOf>[1]} graph
 */
function sharedByMap(graph) {
  if (shared !== undefined) return shared;
  const ofMap = reachedBy(moduleAt(MAP), graph);
  shared = new Set(
    [...ofMap].filter((id) => graph.getModuleInfo(id)?.importers.some((importer) => !ofMap.has(importer))),
  );
  for (const id of shared) {
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) if (ofMap.has(next)) shared.add(next);
  }
  for (const id of shared) {
    if ([...reachedBy(id, graph)].some((part) => chunkOfMapLibre(part, graph) !== null)) shared.delete(id);
  }
  return shared;
}

/** @param {string} from @param {Parameters<typeof chunkOf>[1]} graph */
function reachedBy(from, graph) {
  const known = reached.get(from);
  if (known !== undefined) return known;
  const seen = new Set([from]);
  for (const module of seen) for (const next of graph.getModuleInfo(module)?.importedIds ?? []) seen.add(next);
  reached.set(from, seen);
  return seen;
}
