import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import budgets from '../../scripts/budgets.json' with { type: 'json' };
import { expect, test } from '../e2e/fixtures.ts';

/** What `npm run sizes` reckons from the build, seen from the other side: what a browser really asks for. */
test('what is fetched until the first view is drawn is within its budget', async ({ app, page }) => {
  const weights = new Map<string, Promise<number>>();
  page.context().on('response', (response) => {
    // What is stored for use offline comes after the first view.
    if (response.request().serviceWorker() !== null) return;
    const { pathname } = new URL(response.url());
    if (/\.(m?js|(geo)?json)$/.test(pathname)) {
      weights.set(
        pathname,
        readFile(new URL(`../../dist${pathname}`, import.meta.url)).then(
          (bytes) => gzipSync(bytes, { level: 9 }).length,
        ),
      );
    }
  });
  await app.open();
  const sum = async (ending: RegExp) => {
    const wanted = [...weights].filter(([path]) => ending.test(path)).map(([, weight]) => weight);
    return (await Promise.all(wanted)).reduce((total, weight) => total + weight, 0) / 1024;
  };
  const js = await sum(/\.m?js$/);
  const data = await sum(/json$/);
  expect(js).toBeGreaterThan(0);
  expect(data).toBeGreaterThan(0);
  expect(js).toBeLessThanOrEqual(budgets.ready.limitKiB);
  expect(data).toBeLessThanOrEqual(budgets.data.limitKiB);
});
