/** The page of the one-file edition out of its parts: pure, so that tests can look at it without a build. */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { partId } from '../../src/data/packed.ts';

export interface OneFileParts {
  /** The product's index.html, as in the repository. */
  readonly html: string;
  /** The classic script that unpacks the rest. */
  readonly loader: string;
  /** The product as one module, and its style sheet. */
  readonly main: string;
  readonly style: string;
  /** Files that the module reaches by address, workers above all: name in the build → content. */
  readonly addressed: ReadonlyMap<string, Uint8Array>;
  /** Files that it reads by name: data and config.json. */
  readonly data: ReadonlyMap<string, Uint8Array>;
  /** The icon, SVG. */
  readonly icon: string;
}

const SCRIPT = /()<script type="module" src="\/src\/main\.tsx"><\/script>()/;
const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")[^"]*(")/;
const ICON = /(<link rel="icon" href=")[^"]*(")/;
const MANIFEST = /\s*<link rel="manifest"[^>]*>/;

/**
 * The policy of a page that has no server to send one: nothing but the two scripts and the style sheet that it was
 * built with, and workers from its own text. Nothing may be fetched from elsewhere.
 */
export function policyOf(scripts: readonly string[], styles: readonly string[]): string {
  const hashes = (texts: readonly string[]) =>
    texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
  return [
    "default-src 'none'",
    `script-src ${hashes(scripts)}`,
    `style-src ${hashes(styles)}`,
    'worker-src blob:',
    'img-src data: blob:',
    'media-src blob:',
    'font-src data:',
    // MapLibre reads its worker's text once more before it starts it.
    'connect-src blob:',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Throws when index.html no longer has what is replaced here. */
export function pageOf({ html, loader, main, style, addressed, data, icon }: OneFileParts): string {
  if (loader.includes('</script')) throw new Error('the loader would end its own element');
  const blocks = [
    block('main', Buffer.from(main)),
    block('style', Buffer.from(style)),
    ...[...addressed].map(([name, bytes]) => block(name, bytes, true)),
    ...[...data].map(([name, bytes]) => block(name, bytes)),
  ];
  const iconUrl = `data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}`;
  const filled = replaced(html.replace(MANIFEST, ''), SCRIPT, [...blocks, `<script>${loader}</script>`].join('\n'));
  return replaced(replaced(filled, ICON, iconUrl), POLICY, policyOf([loader, main], [style]));
}

/** Keeps what the pattern's first two groups caught, around the new text; functions, since texts may hold `$`. */
function replaced(page: string, pattern: RegExp, text: string): string {
  if (!pattern.test(page)) throw new Error(`index.html has no ${pattern.source}`);
  return page.replace(pattern, (_, before: string, after: string) => `${before}${text}${after}`);
}

function block(name: string, bytes: Uint8Array, addressed = false): string {
  const packed = deflateSync(bytes, { level: 9 }).toString('base64');
  return `<script type="text/plain" id="${partId(name)}"${addressed ? ` data-addressed="${name}"` : ''}>${packed}</script>`;
}
