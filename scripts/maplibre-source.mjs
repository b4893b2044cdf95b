import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { normalizePath, transformWithOxc } from 'vite';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('maplibre-gl/package.json'));
const source = normalizePath(join(folder, 'src'));
const packageFile = normalizePath(join(folder, 'package.json'));
const workerAddress = 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
/** Modules that can be reached in the page and in the worker. @type {{ page?: Set<string>, worker?: Set<string> }} */
const reach = {};
const workerModule = '\0maplibre-worker-address';
const mltModule = '\0maplibre-mlt';
const MLT = `${source}/source/vector_tile_mlt.ts`;
/** Every map here is flat (src/map/basemap-watch.ts), so the globe stays out. */
const FLAT = `import {MercatorProjection} from './mercator_projection.ts';
import {createMercatorTransform} from './mercator_transform.ts';
import {MercatorCameraHelper} from './mercator_camera_helper.ts';
export const createProjectionFromName = (_, constrainOverride) => ({
  projection: new MercatorProjection(),
  transform: createMercatorTransform({constrainOverride}),
  cameraHelper: new MercatorCameraHelper(),
});`;
/**
 * What is changed in MapLibre's sources, by file: MLT, which no base map of ours and few foreign styles come in, is a
 * tenth of the code and is fetched with the first tile that needs it, by the page and by the worker. A tap or a click
 * moves nothing, so no frame of the map is drawn for its end: that held the panel up which it opens. Frames of a map that
 * is not whole yet can be held (src/map/held-frames.ts), and names that were placed in one go are not placed again. The
 * sky, which no map of ours is tilted enough to show, is not drawn. Characters are drawn a few at a time, with the page
 * let in between.
 *
 * @type {Readonly<Record<string, readonly [find: string, put: string][]>>}
 */
const EDITS = {
  'source/vector_tile_source.ts': [
    ['import {', `import {fetchMlt} from '${mltModule}';\nimport {`],
    [
      'await this.dispatcher.waitForInitComplete();',
      "if (this.encoding === 'mlt') await fetchMlt();\nawait this.dispatcher.waitForInitComplete();",
    ],
  ],
  'source/vector_tile_worker_source.ts': [
    ["import {MLTVectorTile} from './vector_tile_mlt.ts';", `import {MLTVectorTile, fetchMlt} from '${mltModule}';`],
    [
      'const tileResult = this.loadVectorTile(',
      "if (params.encoding === 'mlt') await fetchMlt();\nconst tileResult = this.loadVectorTile(",
    ],
  ],
  'ui/map.ts': [
    [
      '// Actually draw',
      `const isHeld = this.holdsFrames === true && !this.isMoving() && this.style && !this.style.loaded();
        if (!isHeld)`,
    ],
    ["this.fire(new MapLibreEvent('render'));", "if (!isHeld) this.fire(new MapLibreEvent('render'));"],
  ],
  'render/painter.ts': [['if (data.sky) this', 'if (data.sky && transform.pitch > 50) this']],
  'render/glyph_manager.ts': [
    [
      'export class GlyphManager {',
      `let restAt = 0;
let rested = Promise.resolve();
let goOn;
const turn = new MessageChannel();
turn.port1.onmessage = () => goOn();
const rest = () => (rested = rested.then(async () => {
  if (performance.now() < restAt) return;
  await new Promise((resolve) => {
    goOn = resolve;
    turn.port2.postMessage(0);
  });
  restAt = performance.now() + 8;
}));

export class GlyphManager {`,
    ],
    [
      'return this._getRasterizedGlyph(tinySDF, id);',
      `if (!this.rasterizedGlyphs.get(tinySDF)?.[id]) await rest();
        return this._getRasterizedGlyph(tinySDF, id);`,
    ],
  ],
  'style/style.ts': [
    [
      `if (symbolBucketsChanged) {
                // since`,
      `if (symbolBucketsChanged && !forceFullPlacement) {
                // since`,
    ],
  ],
  'ui/handler_manager.ts': [
    [
      'if (Object.keys(deactivatedHandlers).length || hasChange(mergedHandlerResult)) {',
      `const ended = Object.keys(deactivatedHandlers).length > 0;
        const isMoved = this._changes.length > 0 || Object.keys(this._eventsInProgress).length > 0;
        if ((ended && isMoved) || hasChange(mergedHandlerResult)) {`,
    ],
  ],
  'data/feature_index.ts': [
    ["import {MLTVectorTile} from '../source/vector_tile_mlt.ts';", `import {MLTVectorTile} from '${mltModule}';`],
  ],
};
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
  let mlt = '';
  return {
    name: 'maplibre-from-source',
    enforce: 'pre',
    apply: 'build',
    buildStart() {
      worker = this.emitFile({ type: 'chunk', id: `${source}/source/worker.ts`, name: 'maplibre-worker' });
      mlt = this.emitFile({ type: 'chunk', id: MLT, name: 'maplibre-mlt', preserveSignature: 'strict' });
    },
    resolveId(id) {
      if (id === 'maplibre-gl') return `${source}/index.ts`;
      if (id === mltModule) return id;
      return id === workerAddress ? workerModule : undefined;
    },
    load(id) {
      if (id === workerModule) return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
      // By its address: what Vite puts around an import() needs a document, and the worker has none.
      if (id === mltModule)
        return `let loaded;
export const fetchMlt = async () => { loaded ??= (await import(/* @vite-ignore */ import.meta.ROLLUP_FILE_URL_${mlt})).MLTVectorTile; };
export const MLTVectorTile = function (bytes) { return new loaded(bytes); };`;
      if (id === `${source}/geo/projection/projection_factory.ts`) return FLAT;
      // All of it is read for its version.
      return id === packageFile ? JSON.stringify({ version }) : undefined;
    },
    async transform(code, id) {
      if (!id.startsWith(source) || !id.endsWith('.ts')) return undefined;
      // Fields are assigned, as in MapLibre's own build: one without a value must not hide what a parent class set.
      const { code: script } = await transformWithOxc(edited(code, id.slice(source.length + 1)), id, {
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

/** @param {string} code @param {string} file @returns {string} @throws where what is to be changed is not there */
function edited(code, file) {
  return (EDITS[file] ?? []).reduce((text, [find, put]) => {
    if (!text.includes(find)) throw new Error(`MapLibre's ${file} has no longer: ${find}`);
    return text.replace(find, put);
  }, code);
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
