/** Bytes of a file on a server, counted. With `fetched.ts` the only place that fetches. */
import { ImportError } from '../import/guards/notes.ts';

export interface Ranges {
  /** @throws ImportError */
  range(from: number, length: number): Promise<ArrayBuffer>;
  /** Length of the whole file, bytes. */
  size(): Promise<number>;
}

export interface Http {
  /** @throws ImportError */
  ranges(url: string): Ranges;
  /** The whole answer; null where the server has nothing there (404, 204). */
  whole(url: string): Promise<ArrayBuffer | null>;
  readonly cost: { bytes: number; requests: number };
}

/** Parts of a file that were read, kept for the next view. */
const KEPT_BYTES = 32 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

const hostOf = (url: string): string => new URL(url).host;

export function createHttp(ask: typeof fetch = fetch): Http {
  const cost = { bytes: 0, requests: 0 };
  const kept = new Map<string, ArrayBuffer>();
  let keptBytes = 0;

  async function get(url: string, headers: Record<string, string>): Promise<Response> {
    cost.requests += 1;
    let response: Response;
    try {
      response = await ask(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS), credentials: 'omit' });
    } catch {
      // A server that is down, one that forbids other origins, and a host that the policy header lacks look alike here.
      throw new ImportError('remote-unreachable', { host: hostOf(url) });
    }
    if (!response.ok && response.status !== 404)
      throw new ImportError('remote-status', { host: hostOf(url), status: response.status });
    return response;
  }

  function keep(key: string, bytes: ArrayBuffer): ArrayBuffer {
    cost.bytes += bytes.byteLength;
    for (const [oldest, old] of kept) {
      if (keptBytes + bytes.byteLength <= KEPT_BYTES) break;
      kept.delete(oldest);
      keptBytes -= old.byteLength;
    }
    kept.set(key, bytes);
    keptBytes += bytes.byteLength;
    return bytes;
  }

  async function once(key: string, load: () => Promise<ArrayBuffer>): Promise<ArrayBuffer> {
    return kept.get(key) ?? keep(key, await load());
  }

  return {
    cost,
    ranges: (url) => ({
      range: (from, length) =>
        once(`${url} ${from}+${length}`, async () => {
          const response = await get(url, { Range: `bytes=${from}-${from + length - 1}` });
          if (response.status === 404) throw new ImportError('remote-status', { host: hostOf(url), status: 404 });
          // A server that answers the whole file would send it again for every part.
          if (response.status !== 206) throw new ImportError('remote-no-ranges', { host: hostOf(url) });
          return response.arrayBuffer();
        }),
      async size() {
        const response = await get(url, { Range: 'bytes=0-0' });
        await response.arrayBuffer();
        const total = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
        if (response.status !== 206 || total === undefined)
          throw new ImportError('remote-no-ranges', { host: hostOf(url) });
        return Number(total);
      },
    }),
    async whole(url) {
      const found = kept.get(url);
      if (found !== undefined) return found;
      const response = await get(url, {});
      if (response.status === 404 || response.status === 204) return null;
      return keep(url, await response.arrayBuffer());
    },
  };
}
