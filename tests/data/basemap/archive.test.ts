import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { Compression, TileType } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { openBaseArchive, type ReadRange } from '../../../src/data/basemap/archive.ts';
import { ArchiveFault } from '../../../src/data/basemap/fault.ts';
import { PROTOMAPS_METADATA, protomapsFile } from '../../fixtures/basemap/protomaps.ts';

const reading =
  (bytes: Uint8Array<ArrayBuffer>): ReadRange =>
  async (offset, length) =>
    bytes.slice(offset, offset + length).buffer;

const opened = (bytes: Uint8Array<ArrayBuffer>) => openBaseArchive('test', reading(bytes));

async function faultOf(bytes: Uint8Array<ArrayBuffer>): Promise<{ code: string; params: unknown }> {
  const error: unknown = await opened(bytes).catch((reason: unknown) => reason);
  if (!(error instanceof ArchiveFault)) throw new Error(`no fault: ${String(error)}`);
  return { code: error.code, params: error.params };
}

describe('a base map in one file', () => {
  it('says what it is, and gives its tiles unpacked', async () => {
    const archive = await opened(protomapsFile());
    expect(archive).toMatchObject({
      minzoom: 5,
      maxzoom: 11,
      bounds: [112.3, 22.6, 113.5, 23.6],
      credit: 'Protomaps © OpenStreetMap',
    });
    const tile = await archive.tile(8, 208, 111);
    if (tile === null) throw new Error('no tile');
    const { layers } = new VectorTile(new PbfReader(new Uint8Array(tile)));
    expect(Object.keys(layers).sort()).toEqual(['earth', 'landuse', 'places', 'roads', 'water']);
    expect(await archive.tile(8, 0, 0)).toBeNull();
  });

  it('may state no credit', async () => {
    const { attribution: _, ...metadata } = PROTOMAPS_METADATA;
    expect((await opened(protomapsFile({ head: { metadata } }))).credit).toBeNull();
  });
});

function formerVersion(): Uint8Array<ArrayBuffer> {
  const bytes = protomapsFile();
  bytes[7] = 2;
  return bytes;
}

describe('is refused with the reason', () => {
  const layers = (...ids: string[]) => ({ metadata: { vector_layers: ids.map((id) => ({ id })) } });

  it.each([
    ['a text', new TextEncoder().encode(`<html>${' '.repeat(300)}`), 'not-pmtiles'],
    ['an empty file', new Uint8Array(), 'not-pmtiles'],
    ['a former version', formerVersion(), 'not-pmtiles'],
    ['pictures', protomapsFile({ head: { tileType: TileType.Png } }), 'raster'],
    ['tiles packed otherwise', protomapsFile({ head: { tileCompression: Compression.Brotli } }), 'packed'],
    [
      'the former schema',
      protomapsFile({ head: layers('earth', 'natural', 'places', 'roads', 'water') }),
      'old-schema',
    ],
    ['another place', protomapsFile({ head: { bounds: [2, 48, 3, 49] } }), 'elsewhere'],
    ['a file that is cut off', protomapsFile().slice(0, 16_500), 'damaged'],
  ] as const)('%s', async (_, bytes, code) => {
    expect(await faultOf(bytes)).toEqual({ code, params: {} });
  });

  it('another schema, by the layers that it has', async () => {
    const bytes = protomapsFile({ head: layers('transportation', 'water', 'place') });
    expect(await faultOf(bytes)).toEqual({ code: 'other-schema', params: { what: 'transportation, water, place' } });
    expect(await faultOf(protomapsFile({ head: layers() }))).toEqual({ code: 'other-schema', params: { what: '—' } });
  });
});
