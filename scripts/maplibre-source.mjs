import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { normalizePath, transformWithOxc } from 'vite';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('maplibre-gl/package.json'));
const source = normalizePath(join(folder, 'src'));
const workerAddress = 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
/** Modules that can be reached in the page and in the worker. @type {{ page?: Set<string>, worker?: Set<string> }} */
const reach = {};
const workerModule = '\0maplibre-worker-address';
/**
 * Builds MapLibre from the sources in its package instead of its two finished bundles. Page and worker then share what
 * both need, which the bundles hold twice: 110 KiB gzip less until the map stands. `npm run dev` takes the bundles.
 *
 * @returns {import('vite').Plugin}
 */
export function maplibreFromSource() {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  // The licence demands that its notice travels along.
  const notice = `/*! MapLibre GL JS ${version}, 3-Clause BSD, https://github.com/maplibre/maplibre-gl-js/blob/v${version}/LICENSE.txt */\n`;
  let worker = '';
  return {
    name: 'maplibre-from-source',
    enforce: 'pre',
    apply: 'build',
    buildStart() {
      worker = this.emitFile({ type: 'chunk', id: `${source}/source/worker.ts`, name: 'maplibre-worker' });
    },
    resolveId(id) {
      if (id === 'maplibre-gl') return `${source}/index.ts`;
      return id === workerAddress ? workerModule : undefined;
    },
    load(id) {
      return id === workerModule ? `export default import.meta.ROLLUP_FILE_URL_${worker};` : undefined;
    },
    async transform(code, id) {
      if (!id.startsWith(source) || !id.endsWith('.ts')) return undefined;
      // Fields are assigned, as in MapLibre's own build: one without a value must not hide what a parent class set.
      const { code: script } = await transformWithOxc(code, id, {
        lang: 'ts',
        tsconfig: false,
        assumptions: { setPublicClassFields: true },
        typescript: { removeClassFieldsWithoutInitializer: true },
      });
      return { code: script, map: null };
    },
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        if (chunk.moduleIds.some((id) => id.startsWith(source))) chunk.code = notice + chunk.code;
        // Vite notes the worker under the name it had before it got its hash; the manifest lists it as an entry anyway.
        const assets = chunk.viteMetadata?.importedAssets;
        for (const name of assets ?? []) if (name.includes('!~{')) assets?.delete(name);
      }
    },
  };
}

/**
 * Names the chunk of a module of MapLibre: apart from our own code, which changes more often, and what the worker does
 * not need apart from what it shares with the page.
 *
 * @param {string} id
 * @param {{ getModuleInfo(id: string): { importedIds: readonly string[] } | null }} graph
 * @returns {string | null} null for what is not MapLibre's, or its worker's alone
 */
export function chunkOfMapLibre(id, graph) {
  const reached = (/** @type {string} */ from) => {
    const seen = new Set([`${source}/${from}`]);
    for (const module of seen) for (const next of graph.getModuleInfo(module)?.importedIds ?? []) seen.add(next);
    return seen;
  };
  reach.page ??= reached('index.ts');
  reach.worker ??= reached('source/worker.ts');
  if (!reach.page.has(id)) return null;
  return reach.worker.has(id) ? 'maplibre-shared' : 'maplibre';
}
