/**
 * The same tour on the same data gives the same film: makes one of two stops and the flight between them twice, each in
 * a browser of its own, and compares the frames, pixel by pixel. Run after a build with
 * `npm run bench film-twice [folder for the films]`; not part of the tests, because without a graphics card
 * it takes minutes.
 */
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { serve } from '../../scripts/serve.mjs';
import { packedTour } from '../../src/state/present/tour-link.ts';
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

/** Runs in the page, as text: the pixels of each frame are hashed on their way to the encoder, which is free to differ. */
const LISTEN = `{
  window.frames_hashed = [];
  const { encode } = VideoEncoder.prototype;
  VideoEncoder.prototype.encode = function (frame, options) {
    const copy = frame.clone();
    window.frames_hashed.push((async () => {
      const pixels = new Uint8Array(copy.allocationSize());
      await copy.copyTo(pixels);
      copy.close();
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', pixels));
      return [...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    })());
    return encode.call(this, frame, options);
  };
}`;

async function makeOnce(n: number, url: string): Promise<readonly string[]> {
  const browser = await chromium.launch(await browserLaunchOptions());
  const page = await browser.newPage();
  await page.addInitScript(LISTEN);
  await page.goto(`${url}#mode=present&lang=en&t=${packedTour(tour).packed}`);
  await page.locator('html[data-stop="1"]').waitFor({ state: 'attached', timeout: 120_000 });
  await page.keyboard.press('h');
  const begun = Date.now();
  const [saved] = await Promise.all([
    page.waitForEvent('download', { timeout: PATIENCE_MS }),
    page.getByRole('button', { name: 'Make the video' }).click({ timeout: 120_000 }),
  ]);
  if (folder !== undefined) await saved.saveAs(`${folder}/${n}-${saved.suggestedFilename()}`);
  const hashes = await page.evaluate('Promise.all(window.frames_hashed)');
  await browser.close();
  const list = Array.isArray(hashes) ? hashes.map(String) : [];
  console.log(
    `${n}: ${list.length} frames in ${Math.round((Date.now() - begun) / 1000)} s, ${new Set(list).size} of them different`,
  );
  return list;
}

const server = await serve({ dir: DIST });
const first = await makeOnce(1, server.url);
const second = await makeOnce(2, server.url);
await server.close();
const other = first.flatMap((hash, k) => (hash === second[k] ? [] : [k]));
const same = first.length > 0 && first.length === second.length && other.length === 0;
console.log(same ? 'every frame is the same' : `DIFFERENT: frames ${other.join(' ')}`);
process.exitCode = same ? 0 : 1;
