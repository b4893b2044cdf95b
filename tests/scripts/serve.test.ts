import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../scripts/headers.mjs';
import { serve } from '../../scripts/serve.mjs';

const LETTERS = '0123456789'.repeat(500);
let folder = '';
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  mkdirSync(join(folder, 'site/assets'), { recursive: true });
  mkdirSync(join(folder, 'site/.vite'));
  const files = {
    'secret.txt': 'secret',
    'site/index.html': '<!doctype html>',
    'site/.vite/manifest.json': '{}',
    'site/assets/worker-AbCd_123.mjs': LETTERS,
    'site/assets/sites-x1y2z3_w.geojson': '{}',
    'site/assets/font-x1y2z3-w.woff2': LETTERS,
    'site/空 格.txt': 'named in Chinese',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  server = await serve({ dir: join(folder, 'site') });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A request whose path reaches the server as it is: fetch would tidy it up. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('serve', () => {
  it('lets the page reach what its config names, from when it does, and nothing else', async () => {
    const config = join(folder, 'site/config.json');
    const policyOf = async () => String((await ask('/')).headers['content-security-policy']);
    try {
      writeFileSync(config, '{"basemaps": [{"id": "a", "tiles": ["https://tiles.example/{z}/{x}/{y}.png"]}]}');
      expect(await policyOf()).toContain(
        "img-src 'self' data: blob: https://tiles.example; connect-src 'self' https://tiles.example;",
      );
      writeFileSync(config, '{"basemaps": [');
      expect(await policyOf()).toBe(contentSecurityPolicy);
    } finally {
      rmSync(config);
    }
    expect(await policyOf()).toBe(contentSecurityPolicy);
  });

  it('sends the security headers with every answer, errors too', async () => {
    for (const path of ['/', '/assets/worker-AbCd_123.mjs', '/nothing']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });

  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/?a=b', 'text/html; charset=utf-8'],
    ['/assets/worker-AbCd_123.mjs', 'text/javascript; charset=utf-8'],
    ['/assets/sites-x1y2z3_w.geojson', 'application/geo+json; charset=utf-8'],
    ['/assets/font-x1y2z3-w.woff2', 'font/woff2'],
    ['/%E7%A9%BA%20%E6%A0%BC.txt', 'text/plain; charset=utf-8'],
  ])('sends %s as %s', async (path, type) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe(type);
  });

  it('lets a browser keep what has a hash in its name, and ask again for the rest', async () => {
    expect((await ask('/assets/worker-AbCd_123.mjs')).headers['cache-control']).toContain('immutable');
    const page = await ask('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await ask('/', { 'If-None-Match': String(page.headers['etag']) });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it.each([
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=0.8, br;q=0', 'gzip', gunzipSync],
  ])('compresses for "%s" with %s', async (offer, encoding, open) => {
    const { headers, body } = await ask('/assets/worker-AbCd_123.mjs', { 'Accept-Encoding': offer });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['vary']).toBe('Accept-Encoding');
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(body.length).toBeLessThan(LETTERS.length / 4);
    expect(open(body).toString()).toBe(LETTERS);
  });

  it('does not compress fonts, nor for those who did not ask', async () => {
    const font = await ask('/assets/font-x1y2z3-w.woff2', { 'Accept-Encoding': 'br' });
    const plain = await ask('/assets/worker-AbCd_123.mjs');
    expect([font.headers['content-encoding'], plain.headers['content-encoding']]).toEqual([undefined, undefined]);
    expect(plain.body.toString()).toBe(LETTERS);
  });

  it.each([
    ['bytes=10-19', '0123456789', 'bytes 10-19/5000'],
    ['bytes=4998-', '89', 'bytes 4998-4999/5000'],
    ['bytes=-3', '789', 'bytes 4997-4999/5000'],
    ['bytes=4999-9999', '9', 'bytes 4999-4999/5000'],
  ])('answers the range %s', async (range, text, content) => {
    const { status, headers, body } = await ask('/assets/worker-AbCd_123.mjs', {
      Range: range,
      'Accept-Encoding': 'br',
    });
    expect(status).toBe(206);
    expect(headers['content-range']).toBe(content);
    expect(body.toString()).toBe(text);
  });

  it('refuses a range beyond the end', async () => {
    const { status, headers } = await ask('/assets/worker-AbCd_123.mjs', { Range: 'bytes=5000-' });
    expect(status).toBe(416);
    expect(headers['content-range']).toBe('bytes */5000');
  });

  it('answers HEAD with the headers alone', async () => {
    const { status, headers, body } = await ask('/assets/worker-AbCd_123.mjs', {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, '5000', 0]);
  });

  it.each([
    '/nothing',
    '/assets',
    '/assets/',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/.vite/manifest.json',
    '/%00',
    '/%zz',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body.toString()).toBe('Not found');
  });

  it('refuses to be written to', async () => {
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });

  it('moves on from a taken port', async () => {
    const other = await serve({ dir: folder, port: server.port });
    await other.close();
    expect(other.port).toBeGreaterThan(server.port);
    expect(other.url).toBe(`http://127.0.0.1:${other.port}/`);
  });

  it('says when the host is not one of this machine', async () => {
    await expect(serve({ dir: folder, host: '192.0.2.1' })).rejects.toThrow(/EADDRNOTAVAIL/);
  });
});
