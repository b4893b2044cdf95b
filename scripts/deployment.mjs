import { createHash } from 'node:crypto';
import { headersFor } from './headers.mjs';
import { hostsOf } from './hosts.mjs';
import { isHashed, typeOf } from './serve-file.mjs';

/** @typedef {{ readonly what: string, readonly wrong: readonly string[] }} Check one thing, and each way it is wrong */
/** @typedef {{ name: string, status: number, headers: Headers, bytes: Buffer }} Answer */

const POLICY = 'Content-Security-Policy';
const SCRIPT = 'text/javascript';
/** Other names of a type that browsers take for it. */
const SAME = new Map([
  ['application/javascript', SCRIPT],
  ['application/x-javascript', SCRIPT],
]);
/** Browsers refuse these under another type; the page reads all others by itself, whatever they are called. */
const TYPE_MATTERS = /\.(html|m?js|css|svg|png|webmanifest)$/;
const TEXT = /\.(html|m?js|css|json|geojson)$/;
const LONG_S = 30 * 24 * 3600;
const WORTH_COMPRESSING = 4096;
const AT_ONCE = 6;
const NOT_THERE = 'assets/not-there-00000000.js';
const LISTED_FILE = /path:(["'`])(.*?)\1,integrity:(["'`])(sha256-[\w+/=]+)\3/g;

/**
 * Asks a deployment for every file that its own service worker names, and for what shows how its server is set up.
 *
 * @param {string} address of the page, http or https
 * @returns {Promise<Check[]>} in the order to mend them; alone the first where there is no page of the product
 */
export async function verify(address) {
  const page = await ask(new URL(address), '').catch((error) => String(error?.cause?.message ?? error));
  if (typeof page === 'string') return [{ what: 'the page', wrong: [`no answer: ${page}`] }];
  const start = [
    ...(page.status === 200 ? [] : [`status ${page.status}`]),
    ...(page.bytes.includes('id="app"') ? [] : ['it is not the page of this product']),
  ];
  if (start.length > 0) return [{ what: 'the page', wrong: start }];
  // Redirected to where it lies, with its slash.
  const base = new URL('.', page.url);
  const [worker, config, absent] = await Promise.all([
    ask(base, 'sw.js'),
    ask(base, 'config.json'),
    ask(base, NOT_THERE),
  ]);
  const listed = worker.status === 200 ? listedIn(worker.bytes.toString()) : [];
  const files = await inTurn(listed, async ({ path, integrity }) => ({
    integrity,
    answer: path === '' ? page : await ask(base, path),
  }));
  const there = [worker, ...files.map(({ answer }) => answer)].filter(({ status }) => status === 200);
  const told = [...there, config, absent];
  const settings = readConfig(config);
  return [
    { what: 'the page', wrong: [] },
    { what: `its ${listed.length} files, whole and of one build`, wrong: wholeness(worker, files) },
    { what: 'the configuration', wrong: settings.wrong },
    ...Object.entries(headersFor(settings.hosts)).map(([name, wanted]) => ({
      what: `${name}, with every answer`,
      wrong: byFault(told, ({ headers }) => headerFault(name, wanted, headers.get(name))),
    })),
    { what: 'types', wrong: byFault(there, typeFault) },
    { what: 'caching', wrong: byFault([...there, config], cachingFault) },
    { what: 'asked again, nothing newer (304)', wrong: await conditional(base, page) },
    { what: 'compression of text', wrong: byFault(there, compressionFault) },
    { what: 'parts of files (ranges)', wrong: await ranges(base, files.at(-1)?.answer) },
    {
      what: 'what is not there (404)',
      wrong: absent.status === 404 ? [] : [`status ${absent.status} for ${NOT_THERE}`],
    },
    { what: 'offline use', wrong: secure(base) ? [] : ['browsers keep a page only over https'] },
  ];
}

/**
 * @param {URL} base
 * @param {string} name from there
 * @param {Record<string, string>} [headers]
 * @returns {Promise<Answer & { url: string }>}
 */
async function ask(base, name, headers = {}) {
  const response = await fetch(new URL(name, base), { headers });
  const bytes = Buffer.from(await response.arrayBuffer());
  return {
    name: name === '' ? 'index.html' : name,
    status: response.status,
    headers: response.headers,
    bytes,
    url: response.url,
  };
}

/**
 * The files of an edition, out of the text of its service worker.
 *
 * @param {string} text
 * @returns {{ path: string, integrity: string }[]} the page itself has the path ''
 */
export function listedIn(text) {
  return [...text.matchAll(LISTED_FILE)].map(([, , path = '', , integrity = '']) => ({ path, integrity }));
}

/** @param {Answer} worker @param {{ answer: Answer, integrity: string }[]} files */
function wholeness(worker, files) {
  if (worker.status !== 200) return [`sw.js: status ${worker.status}`];
  if (files.length === 0) return ['sw.js: names no files'];
  return byFault(
    files,
    ({ answer: { status, bytes }, integrity }) => {
      if (status !== 200) return `status ${status}`;
      const hash = createHash('sha256').update(bytes).digest('base64');
      return integrity === `sha256-${hash}` ? null : 'not the file that was built';
    },
    ({ answer }) => answer.name,
  );
}

/** @param {Answer} answer */
function readConfig({ status, bytes }) {
  if (status !== 200) return { hosts: hostsOf(null), wrong: [`config.json: status ${status}`] };
  try {
    return { hosts: hostsOf(JSON.parse(bytes.toString())), wrong: [] };
  } catch (error) {
    return { hosts: hostsOf(null), wrong: [`config.json: ${error instanceof Error ? error.message : error}`] };
  }
}

/**
 * @param {string} name
 * @param {string} wanted
 * @param {string | null} got
 */
function headerFault(name, wanted, got) {
  if (got === null) return `missing; should be: ${wanted}`;
  if (name === POLICY) return policyFault(wanted, got);
  return got.trim().toLowerCase() === wanted.toLowerCase() ? null : `${got}; should be: ${wanted}`;
}

/**
 * How a policy differs from the one wanted, whatever the order of its parts.
 *
 * @param {string} wanted
 * @param {string} got
 * @returns {string | null} what it allows too much and what it lacks; null where it is the same
 */
export function policyFault(wanted, got) {
  const [should, does] = [directivesOf(wanted), directivesOf(got)];
  const faults = [...new Set([...should.keys(), ...does.keys()])].flatMap((name) => {
    const [want, have] = [should.get(name), does.get(name)];
    if (have === undefined) return [`lacks ${name}`];
    if (want === undefined) return [`has ${name} besides`];
    const lacks = want.filter((source) => !have.includes(source));
    const more = have.filter((source) => !want.includes(source));
    return [
      ...lacks.map((source) => `${name} lacks ${source}`),
      ...more.map((source) => `${name} allows ${source}, which the configuration does not name`),
    ];
  });
  return faults.length === 0 ? null : faults.join('; ');
}

/** @param {string} policy @returns {Map<string, string[]>} */
function directivesOf(policy) {
  const parts = policy.split(';').map((part) => part.trim().split(/\s+/));
  return new Map(parts.flatMap(([name = '', ...sources]) => (name === '' ? [] : [[name.toLowerCase(), sources]])));
}

/** @param {Answer} answer */
function typeFault({ name, headers }) {
  if (!TYPE_MATTERS.test(name)) return null;
  const essence = (/** @type {string} */ type) => type.split(';')[0]?.trim().toLowerCase() ?? '';
  const [got, wanted] = [essence(headers.get('content-type') ?? 'none'), essence(typeOf(name))];
  return (SAME.get(got) ?? got) === wanted ? null : `${got}; should be ${wanted}`;
}

/** @param {Answer} answer */
function cachingFault({ name, headers }) {
  const said = headers.get('cache-control');
  const seconds = Number(/max-age=(\d+)/.exec(said ?? '')?.[1] ?? Number.NaN);
  if (isHashed(`/${name}`))
    return seconds >= LONG_S
      ? null
      : `${said ?? 'nothing said'}; its name holds its hash: public, max-age=31536000, immutable`;
  const askedAgain = /no-cache|no-store/.test(said ?? '') || seconds === 0;
  return askedAgain ? null : `${said ?? 'nothing said'}; should be no-cache, or an old version stays`;
}

/** @param {Answer} answer */
function compressionFault({ name, headers, bytes }) {
  const plain = headers.get('content-encoding') === null;
  return plain && TEXT.test(name) && bytes.length > WORTH_COMPRESSING
    ? 'sent as it is; compressed it is a third'
    : null;
}

/** @param {URL} base @param {Answer} page */
async function conditional(base, { headers }) {
  const [tag, date] = [headers.get('etag'), headers.get('last-modified')];
  if (tag === null && date === null) return ['index.html: neither ETag nor Last-Modified'];
  const { status } = await ask(
    base,
    '',
    tag === null ? { 'If-Modified-Since': String(date) } : { 'If-None-Match': tag },
  );
  return status === 304 ? [] : [`index.html: status ${status}`];
}

/** @param {URL} base @param {Answer | undefined} file */
async function ranges(base, file) {
  if (file === undefined || file.bytes.length < 2) return [];
  const part = await ask(base, file.name, { Range: 'bytes=1-1' });
  if (part.status !== 206) return [`${file.name}: status ${part.status} for one byte; base maps in one file need 206`];
  return part.bytes.equals(file.bytes.subarray(1, 2)) ? [] : [`${file.name}: another part than the one asked for`];
}

/** @param {URL} base */
function secure({ protocol, hostname }) {
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/**
 * Faults with the files that have them, a line for each fault.
 *
 * @template Item
 * @param {readonly Item[]} items
 * @param {(item: Item) => string | null} faultOf
 * @param {(item: Item) => string} [nameOf]
 * @returns {string[]}
 */
function byFault(items, faultOf, nameOf = (item) => /** @type {{ name: string }} */ (item).name) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const item of items) {
    const fault = faultOf(item);
    if (fault !== null) found.set(fault, [...(found.get(fault) ?? []), nameOf(item)]);
  }
  return [...found].map(
    ([fault, [first, ...rest]]) => `${first}${rest.length > 0 ? ` and ${rest.length} more` : ''}: ${fault}`,
  );
}

/**
 * @template From, To
 * @param {readonly From[]} items
 * @param {(item: From) => Promise<To>} work a few at a time
 * @returns {Promise<To[]>} in the same order
 */
async function inTurn(items, work) {
  /** @type {To[]} */
  const done = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    done.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))));
  return done;
}
