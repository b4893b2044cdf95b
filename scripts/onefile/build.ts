/**
 * `npm run build:onefile`: the whole product as one HTML file in dist-onefile/, opened by double click, without network
 * or server. Built from the same sources as the deployed one; what differs is said here and in src/data/embedded.ts.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type InlineConfig, loadConfigFromFile, mergeConfig, type Plugin, type Rolldown } from 'vite';
import { Config } from '../../src/domain/schema/config.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { builtInMemory, classicScript } from '../built.ts';
import { GEO_OUT, GEO_OUT_OSM } from '../geo-out.ts';
import { LICENCES_FILE } from '../licences.mjs';
import { pageOf } from './page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Another file may be named, from the repository. */
const file = join(root, process.argv[2] ?? 'dist-onefile/foshan-224-map.html');
/** Plugins that part the product into files, or are about serving them. */
const SERVED_ONLY: readonly string[] = [
  'maplibre-from-source',
  'early',
  'first-view',
  'embed-client',
  'open-data',
  'offline',
];
/** What a style sheet or a module shows is inlined; scripts of workers stay files, and become blocks of the page. */
const INLINE = /\.(woff2|svg|png|jpg|webp)$/;

const MAP_WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

const { main, style, addressed, licences } = await product();
const page = pageOf({
  html: await readFile(join(root, 'index.html'), 'utf8'),
  icon: await readFile(join(root, 'public/icon.svg'), 'utf8'),
  loader: await classicScript(root, 'scripts/onefile/loader.ts', 'es2022'),
  main,
  style,
  addressed,
  data: (await dataFiles()).set('licences.json', licences),
});
await mkdir(dirname(file), { recursive: true });
await writeFile(file, page);
console.log(`${file}: ${(Buffer.byteLength(page) / 1024 / 1024).toFixed(1)} MiB`);

/** The product as one module, one style sheet and the files that the module reaches by address. */
async function product(): Promise<{
  main: string;
  style: string;
  addressed: Map<string, Uint8Array>;
  licences: Uint8Array;
}> {
  const asked = new Set<string>();
  const shared = await loadConfigFromFile({ command: 'build', mode: 'onefile' }, join(root, 'vite.config.ts'));
  const output = await builtInMemory(
    mergeConfig({ ...shared?.config, plugins: served(shared?.config.plugins) }, {
      configFile: false,
      root,
      // Nothing lies beside the page.
      define: { 'import.meta.env.LOCAL_BASEMAP': false },
      mode: 'onefile',
      logLevel: 'warn',
      plugins: [embedded()],
      worker: { format: 'iife' },
      build: {
        write: false,
        manifest: false,
        copyPublicDir: false,
        cssCodeSplit: false,
        assetsInlineLimit: (path: string) => INLINE.test(path),
        chunkSizeWarningLimit: 8000,
        rolldownOptions: { output: { codeSplitting: false } },
      },
      experimental: {
        renderBuiltUrl(name, { hostType }) {
          if (hostType !== 'js') return undefined;
          asked.add(name);
          return { runtime: `addressOfPart(${JSON.stringify(name)})` };
        },
      },
    } satisfies InlineConfig),
  );
  const licences = output.find(({ fileName }) => fileName === LICENCES_FILE);
  if (licences === undefined) throw new Error(`${LICENCES_FILE} was not built`);
  const chunks = output.filter((part) => part.type === 'chunk');
  const styles = output.filter((part) => part.fileName.endsWith('.css'));
  if (chunks.length !== 1 || styles.length !== 1) {
    throw new Error(`one module and one style sheet were expected: ${output.map((part) => part.fileName).join(', ')}`);
  }
  const addressed = new Map(
    [...asked].map((name) => {
      const part = output.find(({ fileName }) => fileName === name);
      if (part === undefined) throw new Error(`${name}: an address of it is used, but it was not built`);
      return [name, content(part)];
    }),
  );
  return {
    main: chunks.map(({ code }) => code).join(''),
    style: styles.map((part) => Buffer.from(content(part)).toString()).join(''),
    addressed,
    licences: content(licences),
  };
}

/** The plugins of the deployed product, but for those that only make sense there. */
function served(plugins: InlineConfig['plugins']): InlineConfig['plugins'] {
  return plugins?.filter((plugin) => {
    const isNamed = typeof plugin === 'object' && plugin !== null && 'name' in plugin;
    return !(isNamed && typeof plugin.name === 'string' && SERVED_ONLY.includes(plugin.name));
  });
}

/**
 * Data comes out of the page: the module that fetches gives way to the one that unpacks. And MapLibre's worker is
 * bundled like ours, into a classic script.
 */
function embedded(): Plugin {
  return {
    name: 'embedded',
    enforce: 'pre',
    resolveId(id, importer) {
      if (id.endsWith('/data/fetched.ts')) return join(root, 'src/data/embedded.ts');
      return id === MAP_WORKER ? this.resolve(id.replace('?url', '?worker&url'), importer) : undefined;
    },
  };
}

function content(part: Rolldown.OutputChunk | Rolldown.OutputAsset): Uint8Array {
  if (part.type === 'chunk') return Buffer.from(part.code);
  return typeof part.source === 'string' ? Buffer.from(part.source) : part.source;
}

/** Every generated data file, the config without what only a network can give, and the tours that it lists. */
async function dataFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const folder of [GEO_OUT, GEO_OUT_OSM]) {
    const names = await readdir(join(root, folder)).catch(() => []);
    for (const name of names.filter((each) => /\.((geo)?json|pmtiles)$/.test(each))) {
      files.set(name, await readFile(join(root, folder, name)));
    }
  }
  const config: unknown = JSON.parse(await readFile(join(root, 'public/config.json'), 'utf8'));
  const local = { ...(typeof config === 'object' ? config : {}), basemaps: undefined, sources: undefined };
  files.set('config.json', Buffer.from(JSON.stringify(local)));
  const { tours } = parseAs(Config, local, 'config.json');
  for (const name of tours.map((id) => `tours/${String(id)}.json`)) {
    files.set(name, await readFile(join(root, 'public', name)));
  }
  return files;
}
