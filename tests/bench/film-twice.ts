/**
 * The same tour on the same data gives the same film: makes one of two stops and the flight between them twice, each in
 * a browser of its own, and compares what was encoded, byte by byte. Run after a build with
 * `npx tsx tests/bench/film-twice.ts [folder for the films]`; not part of the tests, because without a graphics card
 * it takes minutes.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { packedTour } from '../../src/state/tour-link.ts';
import { browserLaunchOptions } from '../e2e/browser.ts';
import { stopOf, tourOf } from '../fixtures/tour.ts';

const DIST = process.env['FILM_DIST'] ?? fileURLToPath(new URL('../../dist', import.meta.url));
const folder = process.argv[2];
const PATIENCE_MS = 15 * 60_000;

const whole = stopOf('a', { title: { zh: '全市', en: 'The city' }, seconds: 3 });
const tour = {
  ...tourOf(),
  stops: [
    whole,
    stopOf('b', {
      look: { to: 'sites', ids: ['jihua-laboratory'] },
      show: { ...whole.show, selection: { entity: 'site', id: 'jihua-laboratory' } },
      title: { zh: '季华实验室', en: 'Jihua Laboratory' },
      seconds: 3,
    }),
  ],
};

/** The encoded pictures of a file, without its heads, which name the time of making. */
function pictures(file: Buffer): Buffer {
  for (let at = 0; at + 8 <= file.length; ) {
    const size = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'mdat')
      return file.subarray(at + 8, size < 8 ? file.length : at + size);
    if (size < 8) break;
    at += size;
  }
  // A WebM: its clusters.
  return file.subarray(Math.max(0, file.indexOf(Buffer.from([0x1f, 0x43, 0xb6, 0x75]))));
}

async function makeOnce(n: number, url: string): Promise<string> {
  const browser = await chromium.launch(await browserLaunchOptions());
  const page = await browser.newPage();
  await page.goto(`${url}#mode=present&lang=en&t=${packedTour(tour).packed}`);
  await page.locator('html[data-stop="1"]').waitFor({ state: 'attached', timeout: 120_000 });
  await page.keyboard.press('h');
  const begun = Date.now();
  const [saved] = await Promise.all([
    page.waitForEvent('download', { timeout: PATIENCE_MS }),
    page.getByRole('button', { name: 'Make the video' }).click({ timeout: 120_000 }),
  ]);
  const file = readFileSync(await saved.path());
  if (folder !== undefined) await saved.saveAs(`${folder}/${n}-${saved.suggestedFilename()}`);
  await browser.close();
  const hash = createHash('sha256').update(pictures(file)).digest('hex');
  console.log(
    `${n}: ${saved.suggestedFilename()}, ${file.length} bytes in ${Math.round((Date.now() - begun) / 1000)} s, ${hash}`,
  );
  return hash;
}

const server = await serve({ dir: DIST });
const hashes = [await makeOnce(1, server.url), await makeOnce(2, server.url)];
await server.close();
console.log(hashes[0] === hashes[1] ? 'the same' : 'DIFFERENT');
process.exitCode = hashes[0] === hashes[1] ? 0 : 1;
