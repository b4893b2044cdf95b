import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { normalizePath } from 'vite';
import { chunkOfMapLibre } from './maplibre-source.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/**
 * Chunks of what a module imports, by the name of the chunk: what is always asked for together is one file. The map
 * is none of them: panels share modules with it, and must not need its code.
 */
const TOGETHER = { shell: 'src/main.tsx', panels: 'src/panels/frame/detail.tsx' };
/** @type {Map<string, Set<string>>} */
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
  for (const [name, entry] of Object.entries(TOGETHER)) {
    const from = normalizePath(join(root, entry));
    if (!reached.has(name)) {
      const seen = new Set([from]);
      for (const module of seen) for (const next of graph.getModuleInfo(module)?.importedIds ?? []) seen.add(next);
      reached.set(name, seen);
    }
    // An entry keeps the file that is named after it.
    if (id !== from && reached.get(name)?.has(id) === true && !/\.css$/.test(id)) return name;
  }
  return null;
}
