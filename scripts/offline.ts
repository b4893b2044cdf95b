/** The service worker of a build: made last, since it names every other file and its hash. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import type { Edition } from '../src/offline/keeping.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const NAME = 'sw.js';
/** Between two files that are kept, milliseconds: the page has the processor meanwhile. */
const PAUSE_MS = 80;
/** The deployer's own: read from the network whenever there is one. */
const NOT_KEPT: readonly string[] = [NAME, 'config.json'];
/** Hidden; the deployer's own tours; larger than what every visitor's device keeps; and what only those ask for who show a
 * link, run a server or take the data elsewhere. */
const LEFT_OUT = /(^|\/)\.|^tours\/|\.pmtiles$|\/preview-card[^/]*\.png$|^bom\.cdx\.json$|^data\/|^embed\//;

/** Writes sw.js at the end of `vite build`; the one-file edition leaves it out. */
export function offline(): Plugin {
  let dir = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved: ({ root: base, build: { outDir } }) => {
      dir = resolve(base, outDir);
    },
    closeBundle: { order: 'post', sequential: true, handler: () => writeServiceWorker(dir) },
  };
}

/** Makes sw.js for the files that lie in `dir`, a build; `pauseMs` as `PAUSE_MS`. */
export async function writeServiceWorker(dir: string, pauseMs = PAUSE_MS): Promise<void> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: { EDITION: JSON.stringify(await editionOf(dir)), PAUSE_MS: JSON.stringify(pauseMs) },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'src/offline/service-worker.ts', formats: ['iife'], name: 'worker', fileName: 'sw' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!('output' in output)) throw new Error(`${NAME} was not built`);
  await writeFile(join(dir, NAME), output.output[0].code);
}

/** Every file of a build but hidden ones and the deployer's; the font last, since most machines do not need it. */
export async function editionOf(dir: string): Promise<Edition> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .split(sep)
        .join('/'),
    )
    .filter((name) => !NOT_KEPT.includes(name) && !LEFT_OUT.test(name))
    .sort((a, b) => Number(a.endsWith('.woff2')) - Number(b.endsWith('.woff2')) || (a < b ? -1 : 1));
  const files = await Promise.all(
    names.map(async (name) => {
      const hash = createHash('sha256').update(await readFile(join(dir, name)));
      return { path: name === 'index.html' ? '' : name, integrity: `sha256-${hash.digest('base64')}` };
    }),
  );
  const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 12);
  return { version, files };
}
