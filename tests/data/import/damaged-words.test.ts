/** Whatever breaks in a file, what is said of it is a reason of our own in the reader's language, and no library's. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ImportError } from '../../../src/data/import/guards/notes.ts';
import { failureWords } from '../../../src/panels/data/note-text.ts';
import { makeApp } from '../../fixtures/app.tsx';
import { fixture, imported } from './helpers.ts';

const FILES = readdirSync('tests/fixtures/import').filter((name) => !/\.(py|sh|md)$/.test(name));
/** Two Latin words behind one another: what the file itself is called or calls something stands in quotation marks. */
const ENGLISH = /[a-z]{3,} [a-z]{3,}/i;
const QUOTED = /“[^”]*”/g;

const bytesOf = async (name: string) => new Uint8Array(await fixture(name).arrayBuffer());
const cut = (bytes: Uint8Array<ArrayBuffer>, share: number) => bytes.slice(0, Math.floor(bytes.length * share));

function flipped(bytes: Uint8Array<ArrayBuffer>, share: number): Uint8Array<ArrayBuffer> {
  const broken = bytes.slice();
  const at = Math.floor(bytes.length * share);
  broken[at] = (broken[at] ?? 0) ^ 0x14;
  return broken;
}

/** What is said of a file that cannot be read; null of one that can, its broken rows apart. */
async function said(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<string | null> {
  try {
    await imported(new Blob([bytes]), name);
    return null;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return failureWords(makeApp('', { lang: 'zh-Hans' }).i18n.value, { code: error.code, params: error.params });
  }
}

test.each(FILES)('%s, cut off and with a bit flipped', async (name) => {
  const whole = await bytesOf(name);
  const shares = [0.03, 0.2, 0.5, 0.8, 0.97];
  for (const broken of shares.flatMap((share) => [cut(whole, share), flipped(whole, share)])) {
    const words = await said(broken, name);
    expect(words?.replace(QUOTED, '') ?? '').not.toMatch(ENGLISH);
  }
});

test('a database that is cut off names the page that is missing', async () => {
  expect(await said(cut(await bytesOf('points.gpkg'), 0.5), 'points.gpkg')).toMatch(
    /^GeoPackage 已损坏、不完整或已加密。.*位置：数据库的第 \d+ 页。$/,
  );
});
