/** The cut of a base map, from a file and from an address, opened again by the library that readers use. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PMTiles, type Source } from 'pmtiles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bboxOf, makeBasemap, zoomOf } from '../../geo/basemap.ts';
import { tileAt } from '../../geo/steps/pmtiles-cut.ts';
import type { Bbox } from '../../src/domain/position.ts';
import { protomapsFile } from '../fixtures/basemap/protomaps.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'basemap-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SMALL: Bbox = [112.6, 22.8, 112.7, 22.9];
const WHOLE = protomapsFile({ maxzoom: 12 });

function archiveAt(path: string): PMTiles {
  const bytes = new Uint8Array(readFileSync(path));
  const source: Source = {
    getKey: () => path,
    getBytes: async (offset, length) => ({ data: bytes.slice(offset, offset + length).buffer }),
  };
  return new PMTiles(source);
}

async function bytesAt(archive: PMTiles, zoom: number, lng: number, lat: number): Promise<string | null> {
  const tile = await archive.getZxy(zoom, ...tileAt(lng, lat, zoom));
  return tile === undefined ? null : Buffer.from(tile.data).toString('base64');
}

/** A server of one file; `ranges` false is one that sends it whole. */
function serverOf(bytes: Uint8Array<ArrayBuffer>, { ranges = true, status = 206 } = {}) {
  const asked: [number, number][] = [];
  const ask: typeof fetch = async (_, init) => {
    const [, from = '', to = ''] = /bytes=(\d+)-(\d+)/.exec(new Headers(init?.headers).get('range') ?? '') ?? [];
    asked.push([Number(from), Number(to)]);
    if (status !== 206) return new Response(null, { status });
    if (!ranges) return new Response(bytes);
    return new Response(bytes.slice(Number(from), Number(to) + 1), { status: 206 });
  };
  return { ask, asked };
}

describe('a cut', () => {
  it('of a file holds the tiles of its box and no others, as they were', async () => {
    const from = join(folder, 'whole.pmtiles');
    const out = join(folder, 'public/basemap.pmtiles');
    writeFileSync(from, WHOLE);
    const said: string[] = [];
    await makeBasemap({ from, bbox: SMALL, out }, (line) => said.push(line));
    const [cut, whole] = [archiveAt(out), archiveAt(from)];
    expect(await cut.getHeader()).toMatchObject({ minZoom: 5, maxZoom: 12, minLon: 112.6, maxLat: 22.9 });
    expect(await cut.getMetadata()).toEqual(await whole.getMetadata());
    for (const zoom of [5, 8, 12])
      expect(await bytesAt(cut, zoom, 112.65, 22.85)).toBe(await bytesAt(whole, zoom, 112.65, 22.85));
    expect(await bytesAt(whole, 12, 113.3, 23.4)).not.toBeNull();
    expect(await bytesAt(cut, 12, 113.3, 23.4)).toBeNull();
    expect(said[0]).toMatch(/basemap\.pmtiles: \d+ tiles, 0\.0 MiB; read 0\.0 MiB in \d+ parts/);
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  it('of an address asks for directories and the box alone, and ends at the zoom that is wanted', async () => {
    const out = join(folder, 'basemap.pmtiles');
    const { ask, asked } = serverOf(WHOLE);
    await makeBasemap({ from: 'https://maps.example/planet.pmtiles', bbox: SMALL, maxzoom: 9, out }, () => {}, ask);
    expect(await archiveAt(out).getHeader()).toMatchObject({ minZoom: 5, maxZoom: 9 });
    expect(asked.length).toBeLessThan(12);
  });
});

describe('a cut that fails says why, and leaves what was there', () => {
  const from = 'https://maps.example/planet.pmtiles';

  async function failing(bytes: Uint8Array<ArrayBuffer>, options = {}, bbox = SMALL): Promise<string> {
    const out = join(folder, 'basemap.pmtiles');
    writeFileSync(out, 'former');
    const error: unknown = await makeBasemap({ from, bbox, out }, () => {}, serverOf(bytes, options).ask).catch(
      (reason: unknown) => reason,
    );
    expect(readFileSync(out, 'utf8')).toBe('former');
    return error instanceof Error ? error.message : 'no error';
  }

  it('where the server sends the file whole', async () => {
    expect(await failing(WHOLE, { ranges: false })).toBe(
      `${from}: the server answers no range requests; download the file and give it as --from`,
    );
  });

  it('where there is no such file', async () => {
    expect(await failing(WHOLE, { status: 404 })).toBe(`${from}: the server answered 404`);
  });

  it('where the archive is of another schema', async () => {
    const head = { metadata: { vector_layers: [{ id: 'transportation' }] } };
    expect(await failing(protomapsFile({ head }))).toBe(
      `${from}: its layers are not those of the Protomaps base map (transportation)`,
    );
  });

  it('where it holds nothing of the box', async () => {
    expect(await failing(WHOLE, {}, [2, 48, 3, 49])).toBe(
      'the archive holds 112.3, 22.6, 113.5, 23.6, nothing of the area',
    );
  });
});

describe('options', () => {
  it('are a box of degrees and a whole zoom', () => {
    expect(bboxOf('112.3,22.6,113.5,23.6')).toEqual([112.3, 22.6, 113.5, 23.6]);
    expect(() => bboxOf('113.5,22.6,112.3,23.6')).toThrow('four degrees are wanted');
    expect(() => bboxOf('112.3,22.6,113.5')).toThrow('four degrees are wanted');
    expect(zoomOf('14')).toBe(14);
    expect(() => zoomOf('14.5')).toThrow('a whole number to 22 is wanted');
  });
});
