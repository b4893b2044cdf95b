import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalizePath } from 'vite';
import { chunkOfMapLibre } from './maplibre-source.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/**
 * Chunks of what a module imports, by the name of the chunk: what is always asked for together is one file. The first
 * that reaches a module has it. What the map draws with is none of them (no name): panels share modules with it, and
 * must not need its code.
 *
 * @type {readonly [name: string | null, entry: string][]}
 */
const TOGETHER = [
  ['shell', 'src/main.tsx'],
  ['panels', 'src/panels/frame/detail.tsx'],
  [null, 'src/map/mount.ts'],
  ['own-sets', 'src/panels/data/map-sets.tsx'],
];
/** What each entry reaches. @type {Map<string, Set<string>>} */
const reached = new Map();

/**
 * Names the chunk of a module. Without it everything that two parts of the product share becomes a file of its own,
 * and on a slow line each costs a way there and back.
 *
 * @param {string} id
 * @param {Parameters<typeof chunkOfMapLibre>[1]} graph
 * @returns {string | null} null where the bundler decides
 */
export function chunkOf(id, graph) {
  const ofMapLibre = chunkOfMapLibre(id, graph);
  if (ofMapLibre !== null) return ofMapLibre;
  if (/\.css$/.test(id)) return null;
  for (const [name, entry] of TOGETHER) {
    const from = normalizePath(join(root, entry));
    // An entry keeps the file that is named after it.
    if (id === from) return null;
    if (reachedBy(from, graph).has(id)) return name;
  }
  return null;
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
