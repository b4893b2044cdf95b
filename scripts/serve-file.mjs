import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { headersFor } from './headers.mjs';
import { configuredHosts } from './hosts.mjs';

/** Content types by file ending; anything else is sent as bytes. */
const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.geojson', 'application/geo+json; charset=utf-8'],
  ['.jsonld', 'application/ld+json; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.gpkg', 'application/geopackage+sqlite3'],
  ['.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
]);

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);
const encoders = {
  br: (/** @type {Buffer} */ bytes) =>
    brotli(bytes, {
      // Each step more costs the first visitor a multiple of the time, for next to nothing.
      params: {
        [zlib.constants.BROTLI_PARAM_QUALITY]: 8,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (/** @type {Buffer} */ bytes) => gzip(bytes, { level: 6 }),
};
const worthCompressing = { from: 1024, to: 64 * 1024 * 1024 };

/**
 * Answers one request with a file of `dir`: GET and HEAD, conditional, byte ranges, brotli or gzip.
 *
 * @param {string} dir
 * @param {Map<string, Promise<Buffer>>} bodies compressed bodies already made, kept as long as the server lives
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
export async function answer(dir, bodies, request, response) {
  // Read anew each time: whoever tries a config changes it while this runs.
  const headers = headersFor(await configuredHosts(dir));
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return text(request, response, 405, 'Method not allowed');
  }
  const found = await find(dir, request.url ?? '/');
  if (!found) return text(request, response, 404, 'Not found');
  const type = typeOf(found.path);
  const tag = `W/"${found.size.toString(36)}-${Math.round(found.changed).toString(36)}"`;
  response.setHeader('Content-Type', type);
  response.setHeader('ETag', tag);
  response.setHeader('Cache-Control', isHashed(found.name) ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match']?.includes(tag)) {
    response.writeHead(304).end();
    return;
  }
  const range = parseRange(request.headers.range, found.size);
  if (range === 'unsatisfiable') {
    response.setHeader('Content-Range', `bytes */${found.size}`);
    return text(request, response, 416, 'Range not satisfiable');
  }
  if (range) {
    response.setHeader('Content-Range', `bytes ${range.start}-${range.end}/${found.size}`);
    return stream(request, response, 206, found.path, range);
  }
  const encoding = compresses(type, found.size) ? accepted(request.headers['accept-encoding']) : undefined;
  if (!encoding) return stream(request, response, 200, found.path, { start: 0, end: found.size - 1 });
  const body = await compressed(bodies, found.path, tag, encoding);
  response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
}

/**
 * @param {string} dir
 * @param {string} url the request target
 * @returns {Promise<{ name: string, path: string, size: number, changed: number } | undefined>} nothing for what is
 *   absent, hidden (a name that begins with a dot) or outside the folder
 */
async function find(dir, url) {
  let name;
  try {
    name = decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return undefined;
  }
  const hidden = name.split('/').some((part) => part.startsWith('.'));
  if (hidden || !name.startsWith('/') || name.includes('\\') || name.includes('\0')) return undefined;
  if (name.endsWith('/')) name += 'index.html';
  const path = join(dir, name);
  const facts = await stat(path).catch(() => undefined);
  return facts?.isFile() ? { name, path, size: facts.size, changed: facts.mtimeMs } : undefined;
}

/** @param {string} name of a file @returns {string} the content type to send it with */
export function typeOf(name) {
  return types.get(extname(name).toLowerCase()) ?? 'application/octet-stream';
}

/** @param {string} name from the root of the build, with a slash @returns {boolean} whether the build put a content hash into it */
export function isHashed(name) {
  return /^\/assets\/.*-[\w-]{8}\.\w+$/.test(name);
}

/** @param {string} type @param {number} size */
function compresses(type, size) {
  if (size < worthCompressing.from || size > worthCompressing.to) return false;
  return /charset|wasm/.test(type);
}

/** @param {string | string[] | undefined} header @returns {'br' | 'gzip' | undefined} */
function accepted(header) {
  const offers = String(header ?? '')
    .split(',')
    .map((offer) => offer.trim())
    .filter((offer) => !/;\s*q=0(\.0*)?$/.test(offer))
    .map((offer) => offer.replace(/;.*/, ''));
  if (offers.includes('br')) return 'br';
  return offers.includes('gzip') ? 'gzip' : undefined;
}

/**
 * @param {string | undefined} header
 * @param {number} size
 * @returns {{ start: number, end: number } | 'unsatisfiable' | undefined} inclusive byte positions; nothing when the
 *   whole file is asked for, or the header is one that a server may ignore (several ranges, another unit)
 */
export function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (!match[1] && !match[2])) return undefined;
  const start = match[1] ? Number(match[1]) : Math.max(0, size - Number(match[2]));
  const end = match[1] && match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}

/**
 * @param {Map<string, Promise<Buffer>>} bodies
 * @param {string} path
 * @param {string} tag
 * @param {'br' | 'gzip'} encoding
 */
function compressed(bodies, path, tag, encoding) {
  const key = `${encoding} ${tag} ${path}`;
  const known = bodies.get(key);
  if (known) return known;
  const made = readFile(path).then(encoders[encoding]);
  made.catch(() => bodies.delete(key));
  bodies.set(key, made);
  return made;
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} path
 * @param {{ start: number, end: number }} range
 */
async function stream(request, response, status, path, { start, end }) {
  response.setHeader('Content-Length', end - start + 1);
  response.writeHead(status);
  if (request.method === 'HEAD' || end < start) {
    response.end();
    return;
  }
  await new Promise((resolve, reject) => {
    const file = createReadStream(path, { start, end });
    file.on('error', reject);
    response.on('close', () => resolve(file.destroy()));
    file.pipe(response);
  });
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} words
 */
function text(request, response, status, words) {
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(words));
  response.writeHead(status).end(request.method === 'HEAD' ? undefined : words);
}
