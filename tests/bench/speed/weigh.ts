/** What a page fetches, as it would travel: each file compressed with gzip. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

export interface Weight {
  readonly jsKiB: number;
  readonly cssKiB: number;
  readonly dataKiB: number;
}

const KINDS = { jsKiB: /\.m?js$/, cssKiB: /\.css$/, dataKiB: /json$/ } as const;

/**
 * Notes what the page fetches from now on; the answer weighs it, with `folder` as what stands behind the address, less
 * what was asked for too late to count. What a service worker stores for later does not count either.
 */
export function weighFetched(page: Page, folder: string): (late: readonly string[]) => Promise<Weight> {
  const paths = new Set<string>();
  page.context().on('response', (response) => {
    if (response.request().serviceWorker() === null) paths.add(new URL(response.url()).pathname);
  });
  return async (late) => {
    for (const path of late) paths.delete(path);
    const total = async (ending: RegExp) => {
      const wanted = [...paths].filter((path) => ending.test(path));
      const weights = await Promise.all(wanted.map((path) => weigh(join(folder, path))));
      return weights.reduce((sum, bytes) => sum + bytes, 0) / 1024;
    };
    return { jsKiB: await total(KINDS.jsKiB), cssKiB: await total(KINDS.cssKiB), dataKiB: await total(KINDS.dataKiB) };
  };
}

const known = new Map<string, number>();

async function weigh(path: string): Promise<number> {
  const bytes = known.get(path) ?? gzipSync(await readFile(path).catch(() => ''), { level: 9 }).length;
  known.set(path, bytes);
  return bytes;
}
