/**
 * Lighthouse (mobile, as it comes, but for the browser's language: the page as it is served is Chinese, and so are most
 * who open it) of the product, also in English, and of the pages that the bench compares it with. Run by hand after
 * `npm run bench`: `npm run bench lighthouse [runs]`. npx fetches Lighthouse, which is too much to install
 * for everybody; version 13 needs Node 22.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { serve } from '../../scripts/serve.mjs';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { browserLaunchOptions } from '../e2e/browser.ts';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const Score = v.object({ score: v.nullable(v.number()) });
/** Absent where a page has no such thing: a canvas alone has no largest paint. */
const Metric = v.object({ numericValue: v.optional(v.number()) });
const Report = v.object({
  categories: v.object({ performance: Score, accessibility: Score }),
  audits: v.object({
    'first-contentful-paint': Metric,
    'largest-contentful-paint': Metric,
    'total-blocking-time': Metric,
    'speed-index': Metric,
    'cumulative-layout-shift': Metric,
  }),
});

const runs = Number(process.argv[2] ?? 3);
const [product, compared] = await Promise.all([
  serve({ dir: resolve('dist') }),
  serve({ dir: resolve('node_modules/.cache/bench') }),
]);
const pages: readonly (readonly [name: string, url: string, language: string])[] = [
  ['product', product.url, 'zh-CN'],
  ['product, in English', product.url, 'en-GB'],
  ['maplibre', `${compared.url}maplibre.html`, 'zh-CN'],
  ['echarts', `${compared.url}echarts.html`, 'zh-CN'],
];
const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
try {
  const browser = await startFile(folder);
  for (let run = 0; run < runs; run++) {
    for (const [name, url, language] of pages)
      console.log(
        name.padEnd(20),
        await scores(url, { ...browser, args: [...browser.args, `--accept-lang=${language}`] }),
      );
  }
} finally {
  await rm(folder, { recursive: true });
  await Promise.all([product.close(), compared.close()]);
}

/** A file that starts the tests' browser: Lighthouse takes a path and knows no environment of its own. */
async function startFile(folder: string): Promise<{ path: string; args: readonly string[] }> {
  const { executablePath, args = [], env = {} } = await browserLaunchOptions({ fonts: 'chinese' });
  const exports = Object.entries(env).flatMap(([key, value]) =>
    value === undefined || value === process.env[key] ? [] : [`export ${key}=${JSON.stringify(value)}`],
  );
  const path = join(folder, 'browser.sh');
  await writeFile(path, `#!/bin/sh\n${exports.join('\n')}\nexec ${JSON.stringify(executablePath)} "$@"\n`, {
    mode: 0o755,
  });
  return { path, args: ['--headless', ...args] };
}

async function scores(url: string, { path, args }: { path: string; args: readonly string[] }): Promise<string> {
  const out = join(folder, 'report.json');
  const quoted = args.map((arg) => (arg.includes(' ') ? `'${arg}'` : arg)).join(' ');
  await promisify(execFile)(
    'npx',
    [
      '--yes',
      LIGHTHOUSE,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${out}`,
      '--only-categories=performance,accessibility',
      `--chrome-flags=${quoted}`,
    ],
    { env: { ...process.env, CHROME_PATH: path }, maxBuffer: 1e8 },
  );
  const { categories, audits } = parseAs(Report, JSON.parse(await readFile(out, 'utf8')), 'report');
  const metrics = Object.entries(audits).map(
    ([key, { numericValue }]) => `${key} ${numericValue?.toFixed(2) ?? 'none'}`,
  );
  return `performance ${categories.performance.score} accessibility ${categories.accessibility.score} ${metrics.join(' ')}`;
}
