import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalizePath } from 'vite';
import { chunkOfMapLibre } from './maplibre-source.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/**
 * Chunks of what a module imports, by the name of the chunk: what is always asked for together is one file. The first
 * that reaches a module has it.
 *
 * @type {readonly [name: string, entry: string][]}
 */
const TOGETHER = [
  ['shell', 'src/main.tsx'],
  ['panels', 'src/panels/frame/detail.tsx'],
  ['panels', 'src/panels/frame/start-panel.tsx'],
  ['panels', 'src/panels/frame/take-over.ts'],
  ['panels', 'src/panels/frame/in-every-view.tsx'],
  ['panels', 'src/panels/list/legend-more.tsx'],
  ['panels', 'src/panels/plan/plan-bar.tsx'],
];
/** What the map draws with is in no chunk of these: panels share modules with it, and must not need its code. */
const MAP = 'src/map/mount.ts';
/** Those that they share, all of which the first view needs. */
const SHARED = 'shared';
const OWN_SETS = 'src/panels/data/map-sets.tsx';
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
    if (reachedBy(from, graph).has(id)) return name;
  }
  if (reachedBy(moduleAt(MAP), graph).has(id)) return sharedByMap(graph).has(id) ? SHARED : null;
  const ownSets = moduleAt(OWN_SETS);
  return id !== ownSets && reachedBy(ownSets, graph).has(id) ? 'own-sets' : null;
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
