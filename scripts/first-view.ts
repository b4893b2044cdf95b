/**
 * Writes the first view into the page: the city as SVG in the place of the map, its sites as links, and a small script
 * before the first paint (`src/picture/place.ts`). The one-file edition, whose data come with the page, goes without.
 */
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Plugin } from 'vite';
import { classicScript } from './built.ts';
import { GEO_OUT } from './geo-out.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const NAME = 'first-view.js';
/** Everything waits for the script. */
const MOST_BYTES = 2048;

const APP = /(<div id="app">)([\s\S]*?)(<\/div>)/;

export function firstView(): Plugin {
  return {
    name: 'first-view',
    apply: 'build',
    async buildStart() {
      const code = await classicScript(root, 'src/picture/place.ts', 'es2020');
      if (Buffer.byteLength(code) > MOST_BYTES)
        throw new Error(`the first view's script has ${Buffer.byteLength(code)} bytes`);
      this.emitFile({ type: 'asset', name: NAME, source: code });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const script = Object.values(bundle ?? {}).find((part) => part.type === 'asset' && part.names.includes(NAME));
        if (script === undefined) throw new Error(`${NAME} is not in the build`);
        if (!APP.test(html)) throw new Error('index.html has no place for the first view');
        const picture = await drawn();
        return {
          html: html.replace(APP, (_, open: string, boot: string, close: string) =>
            [open, frame(boot, picture), close].join(''),
          ),
          // Behind the style sheets, so that it measures what they make.
          tags: [{ tag: 'script', attrs: { src: `./${script.fileName}` }, injectTo: 'head' }],
        };
      },
    },
  };
}

/** The places of head, list, map and details, as `ui/layout.css` lays them out. */
function frame(boot: string, picture: string): string {
  return `<div class="frame"><div class="top-bar"></div><div class="sidebar">${boot}</div><div class="main"><div class="stage"><div class="first-view">${picture}</div></div></div><div class="details"></div></div>`;
}

/** In a process of its own: the product's modules are not the bundler's. */
async function drawn(): Promise<string> {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  const { stdout } = await promisify(execFile)(process.execPath, [tsx, 'scripts/first-view/draw.ts', GEO_OUT], {
    cwd: root,
    maxBuffer: 2 ** 24,
  });
  return stdout;
}
