import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listedIn, policyFault, verify } from '../../scripts/deployment.mjs';
import { policyFor } from '../../scripts/headers.mjs';
import { editionOf } from '../../scripts/offline.ts';
import { answer } from '../../scripts/serve-file.mjs';

const SCRIPT = 'assets/main-AbCd_123.js';
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deployed-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><div id="app"></div>');
  writeFileSync(join(folder, SCRIPT), 'let a = 1;\n'.repeat(1000));
  writeFileSync(
    join(folder, 'config.json'),
    '{"hosts": ["https://tiles.example"], "embedOrigins": ["https://portal.example"]}',
  );
  const { files } = await editionOf(folder);
  const list = files.map(({ path, integrity }) => `{path:\`${path}\`,integrity:"${integrity}"}`);
  writeFileSync(join(folder, 'sw.js'), `run([${list}])`);
});
afterAll(() => rmSync(folder, { recursive: true }));

type Spoil = (request: IncomingMessage, response: ServerResponse) => 'answered' | undefined;

/** The faults of a deployment whose server does as it should, but for one thing. */
async function faults(spoil: Spoil = () => undefined): Promise<string[]> {
  const bodies = new Map();
  const server = createServer((request, response) => {
    if (spoil(request, response) === undefined) void answer(folder, bodies, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  try {
    const checks = await verify(`http://127.0.0.1:${address.port}/`);
    return checks.flatMap(({ what, wrong }) => wrong.map((fault) => `${what}: ${fault}`));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Sends a header as given, whatever the server means to. */
const sends =
  (header: string, value: string | null, of: RegExp = /./): Spoil =>
  ({ url = '' }, response) => {
    if (!of.test(url)) return undefined;
    const set = response.setHeader.bind(response);
    response.setHeader = (name, given) => {
      if (name.toLowerCase() !== header) return set(name, given);
      return value === null ? response : set(name, value);
    };
    return undefined;
  };

const says =
  (of: RegExp, status: number, body: string): Spoil =>
  ({ url = '' }, response) => {
    if (!of.test(url)) return undefined;
    response.writeHead(status, { 'Content-Type': 'text/html' }).end(body);
    return 'answered';
  };

describe('a deployment', () => {
  it('is well as npm start serves it', async () => {
    expect(await faults()).toEqual([]);
  });

  it.each<[string, Spoil, RegExp]>([
    [
      'no policy',
      sends('content-security-policy', null),
      /^Content-Security-Policy, .*: sw\.js and \d more: missing; should be: default-src 'none'; .* https:\/\/tiles\.example/,
    ],
    [
      'the policy of another configuration',
      sends('content-security-policy', policyFor()),
      /img-src lacks https:\/\/tiles\.example; connect-src lacks .*; frame-ancestors lacks https:\/\/portal\.example; frame-ancestors allows 'none'/,
    ],
    [
      'a type that may be guessed',
      sends('x-content-type-options', null),
      /^X-Content-Type-Options, with every answer: .*missing/,
    ],
    [
      'an address that is passed on',
      sends('referrer-policy', 'origin'),
      /^Referrer-Policy, .*: origin; should be: no-referrer/,
    ],
    [
      'headers that errors lack',
      sends('referrer-policy', null, /not-there/),
      /^Referrer-Policy, .*: assets\/not-there-00000000\.js: missing/,
    ],
    [
      'scripts as bytes',
      sends('content-type', 'application/octet-stream', /main/),
      /^types: assets\/main-AbCd_123\.js: application\/octet-stream; should be text\/javascript/,
    ],
    [
      'files for ever that are asked again',
      sends('cache-control', 'no-cache', /main/),
      /^caching: assets\/main-AbCd_123\.js: no-cache; its name holds its hash/,
    ],
    [
      'a page that stays old',
      sends('cache-control', 'max-age=3600', /\/$/),
      /^caching: index\.html: max-age=3600; should be no-cache/,
    ],
    [
      'a configuration that stays old',
      sends('cache-control', null, /config/),
      /^caching: config\.json: nothing said; should be no-cache/,
    ],
    ['no way to ask again', sends('etag', null, /\/$/), /neither ETag nor Last-Modified/],
    [
      'no parts of files',
      (request) => void delete request.headers.range,
      /^parts of files \(ranges\): .*status 200 for one byte/,
    ],
    [
      'no compression',
      (request) => void delete request.headers['accept-encoding'],
      /^compression of text: assets\/main-AbCd_123\.js: sent as it is/,
    ],
    ['a page for what is not there', says(/not-there/, 200, 'hello'), /^what is not there \(404\): status 200/m],
    ['half a copy', says(/main/, 404, ''), /files, whole and of one build: assets\/main-AbCd_123\.js: status 404/],
    ['files of two builds', says(/main/, 200, 'let a = 2;'), /assets\/main-AbCd_123\.js: not the file that was built/],
    ['no service worker', says(/sw\.js/, 404, ''), /its 0 files, .*: sw\.js: status 404/],
    ['a broken configuration', says(/config/, 200, '{"basemaps": ['), /^the configuration: config\.json: .*JSON/],
    ['another page', says(/\/$/, 200, 'hello'), /^the page: it is not the page of this product/],
    ['no page', says(/\/$/, 403, ''), /^the page: status 403/],
  ])('with %s', async (_, spoil, told) => {
    expect((await faults(spoil)).join('\n')).toMatch(told);
  });

  it('that nobody answers for', async () => {
    expect((await verify('http://127.0.0.1:9/'))[0]?.wrong[0]).toMatch(/^no answer: /);
  });
});

it('the same policy in another order is the same; too wide a one is named', () => {
  expect(
    policyFault("default-src 'none'; img-src 'self' data:", "img-src data: 'self';default-src 'none';"),
  ).toBeNull();
  expect(policyFault("script-src 'self'", "script-src 'self' 'unsafe-inline'")).toBe(
    "script-src allows 'unsafe-inline', which the configuration does not name",
  );
  expect(policyFault("script-src 'self'; object-src 'none'", "script-src 'self'; frame-src *")).toBe(
    'lacks object-src; has frame-src besides',
  );
});

it('files are read out of a service worker however its build quotes them', () => {
  expect(listedIn('{path:``,integrity:`sha256-a+/=`},{path:"a.js",integrity:"sha256-b"}')).toEqual([
    { path: '', integrity: 'sha256-a+/=' },
    { path: 'a.js', integrity: 'sha256-b' },
  ]);
});
