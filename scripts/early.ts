/**
 * What the first view needs beyond the entry's own modules, named in the page itself: the browser asks for it at once
 * and not only when the module that uses it has run. The list's data come as soon as the entry; the map's code, which
 * is the most, once the first view has been painted (a template, which `src/main.tsx` takes out then): before, it would
 * take the processor from that.
 */
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';
import { FIRST_PANELS, MAP } from './chunks.mjs';
import { GEO_OUT } from './geo-out.ts';

/** Files that `loadBase` reads beside the deployer's config.json. */
const DATA = ['sites.geojson', 'policy.json', 'policies.json', 'towns.geojson', 'districts.geojson', 'version.json'];
/** The words of the list and of the panel beside it, and what the page is served with besides the entry's own. */
const FIRST = ['src/i18n/shell.zh-Hans.ts', 'src/i18n/panels.zh-Hans.ts', ...FIRST_PANELS];
/** It is asked for by MapLibre once that has come; on a slow line that is a way there and back. */
const WORKER = /maplibre-worker-[\w-]+\.js$/;
/** Where the map's own data lie. */
const ADDRESSES = 'src/data/fetched-later.ts';

export function early(): Plugin {
  let named: ReadonlySet<string> = new Set();
  return {
    name: 'early',
    apply: 'build',
    enforce: 'pre',
    // What the page names need not stand in the lists of what goes along with each part that is loaded on need.
    config: () => ({
      build: {
        modulePreload: { resolveDependencies: (_, files) => files.filter((file) => !named.has(file)) },
      },
    }),
    generateBundle(_options, bundle) {
      const { first, map, addresses } = earlyChunks(bundle);
      named = new Set(
        [...first, map].flatMap(({ fileName }) => withImports(fileName, bundle)).concat(addresses.fileName),
      );
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        if (bundle === undefined) return [];
        const parts = Object.values(bundle);
        const { first, map, addresses } = earlyChunks(bundle);
        // What the entry imports is there already.
        const besides = (chunks: readonly Rolldown.OutputChunk[]) =>
          [...new Set(chunks.flatMap(({ fileName }) => withImports(fileName, bundle)))].filter(
            (file) => !html.includes(file),
          );
        const firstFiles = besides(first);
        const afterFirst = [
          moduleTag(addresses.fileName, 'low'),
          ...besides([map])
            .filter((file) => !firstFiles.includes(file))
            .map((file) => moduleTag(file, 'low')),
          ...parts.filter(({ fileName }) => WORKER.test(fileName)).map(({ fileName }) => moduleTag(fileName, 'low')),
          ...[...(map.viteMetadata?.importedCss ?? [])].map((file) =>
            tag('preload', file, { as: 'style', fetchpriority: 'low' }),
          ),
        ];
        return [
          ...DATA.map((name) => data(name, parts)),
          tag('preload', 'config.json', { as: 'fetch' }),
          ...firstFiles.map((file) => moduleTag(file, 'high')),
          { tag: 'template', attrs: { id: 'fetched-after-first-frame' }, children: afterFirst, injectTo: 'head' },
        ];
      },
    },
  };
}

/** @throws where one is in no chunk */
function earlyChunks(bundle: Rolldown.OutputBundle) {
  const chunks = Object.values(bundle).filter((part) => part.type === 'chunk');
  const chunkOf = (source: string): Rolldown.OutputChunk => {
    const found = chunks.find((chunk) => chunk.moduleIds.some((id) => id.endsWith(source)));
    if (found === undefined) throw new Error(`${source} is in no chunk`);
    return found;
  };
  return { first: FIRST.map(chunkOf), map: chunkOf(MAP), addresses: chunkOf(ADDRESSES) };
}

/** A chunk and every chunk that it imports, at any depth. */
function withImports(fileName: string, bundle: Rolldown.OutputBundle): string[] {
  const all = new Set([fileName]);
  for (const name of all) {
    const part = bundle[name];
    if (part?.type === 'chunk') for (const next of part.imports) all.add(next);
  }
  return [...all];
}

function data(name: string, parts: readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[]): HtmlTagDescriptor {
  const asset = parts.find((part) => part.type === 'asset' && part.originalFileNames.includes(`${GEO_OUT}/${name}`));
  if (asset === undefined) throw new Error(`${name} is not in the build`);
  return tag('preload', asset.fileName, { as: 'fetch' });
}

function moduleTag(file: string, fetchpriority: 'high' | 'low'): HtmlTagDescriptor {
  return tag('modulepreload', file, { fetchpriority });
}

function tag(rel: string, file: string, more: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { rel, crossorigin: true, href: `./${file}`, ...more }, injectTo: 'head' };
}
