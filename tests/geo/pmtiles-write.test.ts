/** What the writer makes, opened again by the library that every reader of the format uses. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Compression, PMTiles, TileType, tileIdToZxy, zxyToTileId } from 'pmtiles';
import { afterEach, describe, expect, it } from 'vitest';
import { fileSink, memorySink, type PmtilesHead, pmtilesWriter } from '../../geo/steps/pmtiles-write.ts';

const HEAD: PmtilesHead = {
  tileType: TileType.Mvt,
  tileCompression: Compression.None,
  bounds: [112.3, 22.6, 113.5, 23.6],
  metadata: { attribution: '© 佛山', vector_layers: [{ id: 'water' }] },
};

function opened(bytes: Uint8Array<ArrayBuffer>): { archive: PMTiles; reads: [number, number][] } {
  const reads: [number, number][] = [];
  const archive = new PMTiles({
    getKey: () => 'test',
    async getBytes(offset, length) {
      reads.push([offset, length]);
      return { data: bytes.slice(offset, offset + length).buffer };
    },
  });
  return { archive, reads };
}

async function textAt(archive: PMTiles, z: number, x: number, y: number): Promise<string | null> {
  const tile = await archive.getZxy(z, x, y);
  return tile === undefined ? null : new TextDecoder().decode(tile.data);
}

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

let folder: string | null = null;
afterEach(() => {
  if (folder !== null) rmSync(folder, { recursive: true });
  folder = null;
});

describe('an archive', () => {
  it('says what it holds', async () => {
    const sink = memorySink();
    const writer = pmtilesWriter(sink);
    writer.add(zxyToTileId(3, 6, 3), text('far'));
    writer.add(zxyToTileId(9, 416, 222), text('near'));
    expect(writer.finish(HEAD)).toEqual({ tiles: 2, contents: 2, bytes: sink.bytes().length });
    const { archive } = opened(sink.bytes());
    expect(await archive.getHeader()).toMatchObject({
      specVersion: 3,
      clustered: true,
      tileType: TileType.Mvt,
      minZoom: 3,
      maxZoom: 9,
      minLon: 112.3,
      minLat: 22.6,
      maxLon: 113.5,
      maxLat: 23.6,
      centerLon: 112.9,
      centerLat: 23.1,
      numAddressedTiles: 2,
    });
    expect(await archive.getMetadata()).toEqual(HEAD.metadata);
    expect(await textAt(archive, 9, 416, 222)).toBe('near');
    expect(await textAt(archive, 9, 416, 223)).toBeNull();
  });

  it('holds one content once, and a run of it as one entry', async () => {
    const sink = memorySink();
    const writer = pmtilesWriter(sink);
    const first = zxyToTileId(8, 208, 110);
    for (let i = 0; i < 5; i++) writer.add(first + i, text('open sea'));
    writer.add(first + 7, text('a shore'));
    writer.add(first + 9, text('open sea'));
    expect(writer.finish(HEAD)).toMatchObject({ tiles: 7, contents: 2 });
    const { archive } = opened(sink.bytes());
    expect(await archive.getHeader()).toMatchObject({
      numAddressedTiles: 7,
      numTileEntries: 3,
      numTileContents: 2,
      tileDataLength: 'open sea'.length + 'a shore'.length,
    });
    expect(await textAt(archive, 8, 208, 110)).toBe('open sea');
  });

  it('parts its directory where it is large, and every tile is found in three requests', async () => {
    const sink = memorySink();
    const writer = pmtilesWriter(sink);
    let id = 100_000;
    let seed = 1;
    // Gaps and lengths without a pattern, which would pack to nothing.
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647);
    const ids = Array.from({ length: 20_000 }, () => (id += 1 + (random() % 900)));
    for (const each of ids) writer.add(each, text(`tile ${each} ${'.'.repeat(random() % 900)}`));
    writer.finish(HEAD);
    const { archive, reads } = opened(sink.bytes());
    const { leafDirectoryLength, rootDirectoryLength } = await archive.getHeader();
    expect(leafDirectoryLength).toBeGreaterThan(0);
    expect(rootDirectoryLength).toBeLessThanOrEqual(16_384 - 127);
    for (const at of [0, 9_999, 19_999]) {
      const each = ids[at] ?? 0;
      const fresh = opened(sink.bytes());
      expect(await textAt(fresh.archive, ...tileIdToZxy(each))).toMatch(new RegExp(`^tile ${each} `));
      expect(fresh.reads).toHaveLength(3);
    }
    expect(reads[0]).toEqual([0, 16_384]);
  });

  it('is the same in a file, with tiles that are packed', async () => {
    folder = mkdtempSync(join(tmpdir(), 'pmtiles-'));
    const path = join(folder, 'small.pmtiles');
    const writer = pmtilesWriter(fileSink(path));
    writer.add(zxyToTileId(1, 1, 0), new Uint8Array(gzipSync('packed')));
    writer.finish({ ...HEAD, tileCompression: Compression.Gzip });
    const { archive } = opened(new Uint8Array(readFileSync(path)));
    expect(await textAt(archive, 1, 1, 0)).toBe('packed');
  });

  it('gives back whatever tiles were added', async () => {
    const tile = fc.record({
      gap: fc.integer({ min: 1, max: 5_000 }),
      words: fc.string({ minLength: 1, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(tile, { minLength: 1, maxLength: 60 }), async (tiles) => {
        const sink = memorySink();
        const writer = pmtilesWriter(sink);
        let id = 0;
        const expected = new Map<number, string>();
        for (const { gap, words } of tiles) {
          id += gap;
          expected.set(id, words);
          writer.add(id, text(words));
        }
        writer.finish(HEAD);
        const { archive } = opened(sink.bytes());
        for (const [at, words] of expected)
          expect(await textAt(archive, ...tileIdToZxy(at))).toBe(new TextDecoder().decode(text(words)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the writer refuses', () => {
  it('tiles out of order, twice, or empty', () => {
    const writer = pmtilesWriter(memorySink());
    writer.add(7, text('a'));
    expect(() => writer.add(7, text('b'))).toThrow('tile 7 comes after tile 7');
    expect(() => writer.add(3, text('b'))).toThrow('tile 3 comes after tile 7');
    expect(() => writer.add(8, new Uint8Array())).toThrow('tile 8 is empty');
  });

  it('an archive without tiles', () => {
    expect(() => pmtilesWriter(memorySink()).finish(HEAD)).toThrow('an archive needs a tile');
  });
});
