/**
 * What the service worker does, apart from the browser's events: keeps every file of one build in a cache of that
 * build's own, all or none, and answers from it. An older build's cache stays for the windows that still run it, so that
 * nobody is ever given files of two builds.
 */

/** A file of a build: its address relative to the page ('' is the page itself) and its hash as in `integrity`. */
export interface KeptFile {
  readonly path: string;
  readonly integrity: string;
}

export interface Edition {
  /** A hash over all files. */
  readonly version: string;
  readonly files: readonly KeptFile[];
}

/** The part of the browser's caches that is used. */
interface OneCache {
  match(url: string, options: CacheQueryOptions): Promise<Response | undefined>;
  put(url: string, response: Response): Promise<void>;
  delete(url: string): Promise<boolean>;
}
export interface Caches {
  open(name: string): Promise<OneCache>;
  keys(): Promise<string[]>;
  delete(name: string): Promise<boolean>;
}

/** The browser's own, or a test's. */
export interface Surroundings {
  /** Address of the folder that the product is served from, with a slash at its end. */
  readonly scope: string;
  readonly caches: Caches;
  fetch(request: string | Request, init?: RequestInit): Promise<Response>;
  /** How long the config, and each tour that it lists, may keep a page waiting that has a former one, milliseconds. */
  readonly configWaitMs: number;
  /** Resolves when the page has had the processor for a while: four hundred files in a row would take all of it for seconds. */
  breathe(): Promise<void>;
}

/** How a request is answered; null leaves it to the browser. */
export type Way = 'page' | 'config' | 'file' | null;

/** Older builds whose files stay, for windows that have not been loaded again since. */
const OLDER_KEPT = 2;
/** Files asked for at a time: what the user asks for meanwhile must not wait behind them. */
const LANES = 2;
/**
 * Chromium answers an event that asks for its own address with a stream, and breaks that off where it collects garbage
 * before all was read: of a hundred second visits one had no map. Asked for with a fragment, which caches pass over, it
 * answers with the file.
 */
const AS_FILE = '#file';
const ASSETS = 'assets/';
/** Beside the config, and like it the deployer's own: they change while the build stays. */
const TOURS = 'tours/';

export function createKeeping(edition: Edition, { scope, caches, fetch, configWaitMs, breathe }: Surroundings) {
  // One origin may serve the product under several paths.
  const prefix = `foshan-224-map ${scope} `;
  const current = prefix + edition.version;
  const configs = `${prefix}config`;
  const configUrl = new URL('config.json', scope).href;
  const known = new Set(edition.files.map(({ path }) => new URL(path, scope).href));

  async function builds(): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== configs);
  }

  /** Looks in the present build, then in older ones: names hold a hash, so one found there is the one meant. */
  async function kept(url: string): Promise<Response | undefined> {
    const names = await builds();
    return keptIn(
      [current, ...names.filter((other) => other !== current)].filter((name) => names.includes(name)),
      url,
    );
  }

  async function keptIn(names: readonly string[], url: string): Promise<Response | undefined> {
    for (const name of names) {
      const found = await (await caches.open(name)).match(url + AS_FILE, { ignoreVary: true });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async function keep({ path, integrity }: KeptFile, older: readonly string[]): Promise<void> {
    const url = new URL(path, scope).href;
    const hashed = path.startsWith(ASSETS);
    const here = hashed ? await keptIn(older, url) : undefined;
    // A server that is being given another build meanwhile fails the check, and the next visit tries again.
    const response = here ?? (await fetch(url, { integrity, cache: hashed ? 'default' : 'no-cache', priority: 'low' }));
    if (!response.ok) throw new Error(`${path}: the server answered ${response.status}`);
    await (await caches.open(current)).put(url, response);
  }

  async function deployers(request: Request): Promise<Response> {
    const url = withoutQuery(request.url);
    const cache = await caches.open(configs);
    const former = await cache.match(url + AS_FILE, { ignoreVary: true });
    const fresh = fetch(request, { cache: 'no-cache' }).then(async (response) => {
      if (response.ok) await cache.put(url, response.clone());
      else await cache.delete(url);
      return response;
    });
    // Without network a page that never had a config goes without one.
    const otherwise = former ?? new Response(null, { status: 404 });
    const inTime = former === undefined ? fresh : Promise.race([fresh, after(configWaitMs, former)]);
    return inTime.catch(() => otherwise);
  }

  /** The tours that a config lists: before a talk without network nobody may have played them here. */
  async function keepTours(config: Response): Promise<void> {
    for (const id of await toursOf(config)) {
      await deployers(new Request(new URL(`${TOURS}${id}.json`, scope).href)).catch(() => undefined);
    }
  }

  return {
    /** Keeps the whole build. Rejects, and leaves nothing of it, when one file is not to be had as it was built. */
    async install(): Promise<void> {
      const waiting = [...edition.files];
      const older = (await builds()).filter((name) => name !== current);
      const lane = async () => {
        for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
          await keep(file, older);
          await breathe();
        }
      };
      try {
        await Promise.all(Array.from({ length: LANES }, lane));
      } catch (error) {
        waiting.length = 0;
        await caches.delete(current);
        throw error;
      }
      await keepTours(await deployers(new Request(configUrl)));
    },

    /** Forgets builds that no window can be running any more. */
    async tidy(): Promise<void> {
      const older = (await builds()).filter((name) => name !== current);
      for (const name of older.slice(0, -OLDER_KEPT)) await caches.delete(name);
    },

    /** Whether and how a request is answered from here; the rest, ranges of large sets above all, goes its usual way. */
    wayOf({ url, method, mode, headers }: Pick<Request, 'url' | 'method' | 'mode' | 'headers'>): Way {
      if (method !== 'GET' || !url.startsWith(scope) || headers.has('range')) return null;
      const plain = withoutQuery(url);
      if (mode === 'navigate') return plain === scope || plain === `${scope}index.html` ? 'page' : null;
      if (plain === configUrl || plain.startsWith(scope + TOURS)) return 'config';
      return known.has(plain) || plain.startsWith(scope + ASSETS) ? 'file' : null;
    },

    async answer(way: Exclude<Way, null>, request: Request): Promise<Response> {
      switch (way) {
        case 'config':
          return deployers(request);
        case 'page':
          return (await kept(scope)) ?? fetch(request);
        case 'file':
          return (await kept(withoutQuery(request.url))) ?? fetch(request);
      }
    },
  };
}

/** What cannot be read lists none: the page says what is wrong with it. */
async function toursOf(config: Response): Promise<readonly string[]> {
  if (!config.ok) return [];
  const read: unknown = await config.json().catch(() => null);
  const listed = typeof read === 'object' && read !== null && 'tours' in read ? read.tours : [];
  return Array.isArray(listed) ? listed.filter((id) => typeof id === 'string') : [];
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(resolve, ms, value));
}
