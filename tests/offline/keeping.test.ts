import { beforeEach, describe, expect, it } from 'vitest';
import { type Caches, createKeeping, type Edition } from '../../src/offline/keeping.ts';

const SCOPE = 'https://map.example/foshan/';

/** The browser's caches, as far as they are used. */
function memoryCaches(): Caches {
  const held = new Map<string, Map<string, Response>>();
  return {
    async open(name) {
      const entries = held.get(name) ?? new Map<string, Response>();
      held.set(name, entries);
      return {
        match: async (url) => entries.get(url.replace(/#.*/, ''))?.clone(),
        put: async (url, response) => void entries.set(url, response),
        delete: async (url) => entries.delete(url),
      };
    },
    keys: async () => [...held.keys()],
    delete: async (name) => held.delete(name),
  };
}

let caches = memoryCaches();
/** Files of the server by path; null is a network that does not answer. */
let server: Map<string, string> | null = new Map();
let asked: string[] = [];
beforeEach(() => {
  caches = memoryCaches();
  asked = [];
});

function keepingOf(version: string, paths: readonly string[]) {
  const edition: Edition = { version, files: paths.map((path) => ({ path, integrity: `sha256-${version}${path}` })) };
  return createKeeping(edition, {
    scope: SCOPE,
    caches,
    configWaitMs: 20,
    breathe: async () => undefined,
    async fetch(request, init) {
      const url = typeof request === 'string' ? request : request.url;
      const path = url.slice(SCOPE.length);
      asked.push(path);
      if (server === null) throw new TypeError('no network');
      const text = server.get(path);
      // As the browser does: content with another hash is an error, not an answer.
      if (init?.integrity !== undefined && text !== undefined && !init.integrity.endsWith(text)) {
        throw new TypeError('integrity');
      }
      return text === undefined ? new Response('', { status: 404 }) : new Response(text);
    },
  });
}

/** A server with these files, each holding the version and its own path. */
function deploy(version: string, paths: readonly string[], config?: string): void {
  server = new Map(paths.map((path) => [path, `${version}${path}`]));
  if (config !== undefined) server.set('config.json', config);
}

const get = (path: string, mode: RequestMode = 'cors') => {
  const request = new Request(SCOPE + path);
  return { url: request.url, method: request.method, headers: request.headers, mode };
};
type Keeping = ReturnType<typeof keepingOf>;
async function textOf(keeping: Keeping, path: string, mode?: RequestMode): Promise<string> {
  const way = keeping.wayOf(get(path, mode));
  if (way === null) throw new Error(`${path} is left to the browser`);
  const response = await keeping.answer(way, new Request(SCOPE + path));
  return response.ok ? response.text() : `status ${response.status}`;
}

const ONE = ['', 'icon.svg', 'assets/index-aaaaaaaa.js', 'assets/late-aaaaaaaa.js'];
const TWO = ['', 'icon.svg', 'assets/index-bbbbbbbb.js', 'assets/late-bbbbbbbb.js'];

describe('a kept build', () => {
  it('answers every file without network, the page under both its names and with a query', async () => {
    deploy('v1', ONE);
    const keeping = keepingOf('v1', ONE);
    await keeping.install();
    server = null;
    expect(await textOf(keeping, 'assets/late-aaaaaaaa.js')).toBe('v1assets/late-aaaaaaaa.js');
    expect(await textOf(keeping, 'icon.svg')).toBe('v1icon.svg');
    for (const page of ['', 'index.html', '?from=mail']) expect(await textOf(keeping, page, 'navigate')).toBe('v1');
  });

  it('is kept whole or not at all', async () => {
    deploy('v1', ONE.slice(0, 3));
    await expect(keepingOf('v1', ONE).install()).rejects.toThrow('assets/late-aaaaaaaa.js: the server answered 404');
    expect(await caches.keys()).toEqual([]);
  });

  it('takes no page of another build from a server that is being given one', async () => {
    deploy('v1', ONE);
    server?.set('', 'v2');
    await expect(keepingOf('v1', ONE).install()).rejects.toThrow('integrity');
    expect(await caches.keys()).toEqual([]);
  });

  it('fetches from a former build nothing that it has', async () => {
    deploy('v1', ONE);
    await keepingOf('v1', ONE).install();
    asked = [];
    const next = ['', 'assets/index-cccccccc.js', 'assets/late-aaaaaaaa.js'];
    deploy('v2', next);
    await keepingOf('v2', next).install();
    expect(asked.sort()).toEqual(['', 'assets/index-cccccccc.js', 'config.json']);
  });
});

describe('a newer build', () => {
  it('gives the page and its files, while a window of the older one still gets its own', async () => {
    deploy('v1', ONE);
    await keepingOf('v1', ONE).install();
    deploy('v2', TWO);
    const next = keepingOf('v2', TWO);
    await next.install();
    await next.tidy();
    server = null;
    expect(await textOf(next, '', 'navigate')).toBe('v2');
    expect(await textOf(next, 'assets/late-bbbbbbbb.js')).toBe('v2assets/late-bbbbbbbb.js');
    expect(await textOf(next, 'assets/late-aaaaaaaa.js')).toBe('v1assets/late-aaaaaaaa.js');
  });

  it('in the end sends the oldest away, and touches no other product of the origin', async () => {
    await caches.open('foshan-224-map https://map.example/other/ v1');
    for (const version of ['v1', 'v2', 'v3', 'v4']) {
      deploy(version, ['']);
      const keeping = keepingOf(version, ['']);
      await keeping.install();
      await keeping.tidy();
    }
    const builds = (await caches.keys()).filter((name) => !name.endsWith('config')).map((name) => name.slice(15));
    expect(builds).toEqual([
      'https://map.example/other/ v1',
      ...['v2', 'v3', 'v4'].map((version) => `${SCOPE} ${version}`),
    ]);
  });
});

describe('the config', () => {
  it('comes from the network, and without one as it was last', async () => {
    deploy('v1', ONE, '{"a":1}');
    const keeping = keepingOf('v1', ONE);
    await keeping.install();
    deploy('v1', ONE, '{"a":2}');
    expect(await textOf(keeping, 'config.json')).toBe('{"a":2}');
    server = null;
    expect(await textOf(keeping, 'config.json')).toBe('{"a":2}');
    deploy('v1', ONE);
    expect(await textOf(keeping, 'config.json')).toBe('status 404');
    server = null;
    expect(await textOf(keeping, 'config.json')).toBe('status 404');
  });
});

describe('the tours that a config lists', () => {
  it('are kept with the build, come from the network, and without one as they were last', async () => {
    deploy('v1', ONE, '{"tours":["investors","gone",7]}');
    server?.set('tours/investors.json', 'one');
    const keeping = keepingOf('v1', ONE);
    await keeping.install();
    server?.set('tours/investors.json', 'two');
    expect(await textOf(keeping, 'tours/investors.json')).toBe('two');
    server = null;
    expect(await textOf(keeping, 'tours/investors.json')).toBe('two');
    expect(await textOf(keeping, 'tours/gone.json')).toBe('status 404');
    expect(await textOf(keeping, 'config.json')).toContain('investors');
  });

  it('are there without network that nobody has asked for before', async () => {
    deploy('v1', ONE, '{"tours":["investors"]}');
    server?.set('tours/investors.json', 'one');
    const keeping = keepingOf('v1', ONE);
    await keeping.install();
    server = null;
    expect(await textOf(keeping, 'tours/investors.json')).toBe('one');
  });
});

describe('what is left to the browser', () => {
  const keeping = keepingOf('v1', ONE);
  it.each([
    ['another page of the host', get('help.html', 'navigate')],
    ['a data set beside the product', get('data/firms.pmtiles')],
    ['a range of a file', { ...get('assets/index-aaaaaaaa.js'), headers: new Headers({ range: 'bytes=0-1' }) }],
    ['what is sent', { ...get('icon.svg'), method: 'POST' }],
    ['another origin', { ...get(''), url: 'https://tiles.example/foshan/' }],
    ['another folder', { ...get(''), url: 'https://map.example/other/' }],
  ])('%s', (_, request) => expect(keeping.wayOf(request)).toBeNull());
});
