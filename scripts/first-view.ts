/**
 * Writes the first view into the page: head, legend, list and start panel, the city as SVG in the place of the map, every
 * site a link, and a small script before the first paint (`src/picture/place.ts`). The one-file edition, whose data come with the page, goes without.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Logger, Plugin } from 'vite';
import { classicScript } from './built.ts';
import type { Drawn } from './first-view/draw.ts';
import { cardTags, siteUrl } from './first-view/head.ts';
import { rasterised } from './first-view/raster.ts';
import { GEO_OUT } from './geo-out.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const NAME = 'first-view.js';
/** Everything waits for the script. */
const MOST_BYTES = 2048;
/** Id of what stands behind all that is served, in index.html. */
const END = 'boot';
const CARD_NAME = 'preview-card.png';
/** The style sheet that the picture's colours are added to. */
const STYLE = '/src/ui/first-view.css';

const APP = /(<div id="app">)([\s\S]*?)(<\/div>)/;
const DESCRIPTION = /<meta name="description" content="([^"]*)"/;

/** With the addresses of the style sheets that the panels of the first view brought. */
interface Printed extends Drawn {
  readonly styles: readonly string[];
}

export function firstView(): Plugin {
  let drawing: Promise<Printed> | undefined;
  const drawn = (): Promise<Printed> => (drawing ??= draw());
  let logger: Logger | undefined;
  return {
    name: 'first-view',
    apply: 'build',
    enforce: 'pre',
    configResolved: (config) => {
      logger = config.logger;
    },
    async buildStart() {
      const code = await classicScript(root, 'src/picture/place.ts', 'es2020');
      if (Buffer.byteLength(code) > MOST_BYTES)
        throw new Error(`the first view's script has ${Buffer.byteLength(code)} bytes`);
      this.emitFile({ type: 'asset', name: NAME, source: code });
      if (siteUrl(process.env['SITE_URL']) === null) {
        logger?.info('SITE_URL is not set: links to this build will show no picture of it (docs/deploying.md).');
      } else {
        this.emitFile({ type: 'asset', name: CARD_NAME, source: await rasterised((await drawn()).card) });
      }
    },
    async transform(code, id) {
      if (!id.endsWith(STYLE)) return undefined;
      const { style, styles } = await drawn();
      // What panels bring with their code is there before it: as one sheet, since each file is a way there and back.
      const panels = await Promise.all(styles.map((url) => readFile(new URL(url), 'utf8')));
      return { code: [code, style, ...panels].join('\n'), map: null };
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        const file = (name: string): string | undefined =>
          Object.values(bundle ?? {}).find((part) => part.type === 'asset' && part.names.includes(name))?.fileName;
        const script = file(NAME);
        if (script === undefined) throw new Error(`${NAME} is not in the build`);
        if (!APP.test(html)) throw new Error('index.html has no place for the first view');
        const { frame, title } = await drawn();
        const words = { title, description: DESCRIPTION.exec(html)?.[1] ?? '' };
        const [site, card] = [siteUrl(process.env['SITE_URL']), file(CARD_NAME)];
        return {
          html: html.replace(APP, (_, open: string, boot: string, close: string) =>
            [open, `<div class="frame is-served">${frame}${boot}</div>`, close].join(''),
          ),
          tags: [
            ...cardTags(words, site === null || card === undefined ? null : { site, file: card }),
            // The first paint is that of the whole, where the browser knows of this: half of it would be laid out in vain.
            { tag: 'link', attrs: { rel: 'expect', href: `#${END}`, blocking: 'render' }, injectTo: 'head' },
            // Behind the style sheets, so that it measures what they make.
            { tag: 'script', attrs: { src: `./${script}` }, injectTo: 'head' },
          ],
        };
      },
    },
  };
}

/** In a process of its own: the product's modules are not the bundler's. */
async function draw(): Promise<Printed> {
  const tsx = createRequire(import.meta.url).resolve('tsx/cli');
  const { stdout } = await promisify(execFile)(process.execPath, [tsx, 'scripts/first-view/print.ts', GEO_OUT], {
    cwd: root,
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout);
}
