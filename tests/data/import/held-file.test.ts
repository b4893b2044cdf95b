import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HeldFile, readsBlobs, receivedFile, sentFile } from '../../../src/data/import/held-file.ts';
import { imported } from './helpers.ts';

const held = new HeldFile(new TextEncoder().encode('abcdef'), 'a.txt');

it('is read like the file: its size, pieces from either end, the whole, a stream', async () => {
  expect([held.size, held.name]).toEqual([6, 'a.txt']);
  expect(await held.text()).toBe('abcdef');
  expect(await held.slice(1, 3).text()).toBe('bc');
  expect(await held.slice(-2).text()).toBe('ef');
  expect(await held.slice(4, 99).text()).toBe('ef');
  expect(held.slice(2).size).toBe(4);
  expect(new Uint8Array(await held.slice(0, 2).arrayBuffer())).toEqual(new Uint8Array([97, 98]));
  expect(await new Response(held.stream()).text()).toBe('abcdef');
});

it('a file goes as it is where it can be read, else as its bytes', async () => {
  const file = new File(['a,b\n'], 'a.csv');
  expect(await readsBlobs()).toBe(true);
  expect(receivedFile(await sentFile(file, true))).toBe(file);
  const other = receivedFile(await sentFile(file, false));
  expect(other).toBeInstanceOf(HeldFile);
  expect([other.name, await other.text()]).toEqual(['a.csv', 'a,b\n']);
});

it.each([
  'points.csv',
  'points.geojson',
  'points.xlsx',
  'points.gpkg',
  'points.kmz',
  'points-gbk.zip',
  'points.fgb',
  'points.parquet',
])('%s gives the same rows held as it does as a file', async (name) => {
  const bytes = new Uint8Array(readFileSync(`tests/fixtures/import/${name}`));
  const [one, other] = [await imported(new Blob([bytes]), name), await imported(new HeldFile(bytes, name), name)];
  expect(other.set.positions).toEqual(one.set.positions);
  expect(other.set.count).toBeGreaterThan(0);
});
