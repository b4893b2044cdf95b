/** A one-file edition, opened from disk by a browser without network: any request but the file itself is a fault. */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as served } from './fixtures.ts';

/** @param path from the repository; `npm test` makes the file */
export function testOfFile(path: string) {
  return served.extend<{ unplugged: undefined }, { origin: string }>({
    origin: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
      async ({}, use) => {
        const file = fileURLToPath(new URL(`../../${path}`, import.meta.url));
        if (!existsSync(file)) throw new Error(`There is no ${path}: npm test makes it`);
        await use(pathToFileURL(file).href);
      },
      { scope: 'worker' },
    ],
    unplugged: [
      async ({ context }, use) => {
        await context.setOffline(true);
        await use(undefined);
      },
      { auto: true },
    ],
  });
}
