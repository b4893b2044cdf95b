/** A page of somebody else's that shows the product in a frame, under a strict policy of its own: docs/embed. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

interface Host {
  /** Of the page around. */
  readonly url: string;
  /** Of the product, as the frame has it. */
  readonly map: string;
  close(): Promise<void>;
}

/**
 * @param build the folder of the build, from the repository
 * @param hash of the frame's address
 * @param isNamed whether the product's config lets the page frame it
 */
export async function hostPage(build: string, hash: string, isNamed = true): Promise<Host> {
  const dir = await mkdtemp(join(tmpdir(), 'embedded-'));
  await cp(join(root, build), dir, { recursive: true });
  const product = await serve({ dir });
  const map = product.url;
  const policy = `default-src 'none'; script-src 'self'; style-src 'self'; frame-src ${new URL(map).origin}`;
  const fileOf = (name: string) =>
    name === 'client.js' ? join(dir, 'embed/v1/client.js') : join(root, 'docs/embed', name);
  const server = createServer(async ({ url = '/' }, response) => {
    const name = url === '/' ? 'index.html' : url.slice(1);
    const text = await readFile(fileOf(name), 'utf8').catch(() => null);
    response.writeHead(text === null ? 404 : 200, {
      'content-type': TYPES[extname(name)] ?? 'text/plain',
      'content-security-policy': policy,
    });
    response.end(text?.replace('https://maps.example/foshan/#embed=map&amp;lang=en', `${map}#${hash}`));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no TCP address.');
  const url = `http://127.0.0.1:${address.port}`;
  await writeFile(join(dir, 'config.json'), JSON.stringify(isNamed ? { embedOrigins: [url] } : {}));
  return {
    url: `${url}/`,
    map,
    async close() {
      await product.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await rm(dir, { recursive: true, force: true });
    },
  };
}
