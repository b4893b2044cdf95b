/**
 * Writes a PMTiles archive (specification 3), clustered: tiles in the order of their ids, each content once, runs of
 * one content in one entry. What is known last stands last: the header and the root directory have the first 16 KiB
 * kept free for them, the tiles follow as they come, then the leaf directories and the metadata. So an archive is
 * written in one pass, and of its tiles only offsets and digests are held.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Compression, type TileType, tileIdToZxy } from 'pmtiles';
import type { Bbox } from '../../src/domain/position.ts';

/** Takes bytes at an offset of the archive; offsets ascend, but for the very first bytes, which come last. */
export interface PmtilesSink {
  write(bytes: Uint8Array, at: number): void;
  close(): void;
}

export interface PmtilesHead {
  readonly tileType: TileType;
  /** How the bytes of the tiles are packed already; the writer packs none. */
  readonly tileCompression: Compression;
  /** WGS-84, degrees: west, south, east, north. */
  readonly bounds: Bbox;
  /** `vector_layers`, `attribution` and the like. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface PmtilesWriter {
  /**
   * @param id as `zxyToTileId` of pmtiles gives it, larger than the one before
   * @throws Error where ids do not ascend, or the tile is empty
   */
  add(id: number, tile: Uint8Array): void;
  /**
   * Writes directories and header, and closes the sink.
   * @throws Error where no tile was added
   */
  finish(head: PmtilesHead): PmtilesCounts;
}

export interface PmtilesCounts {
  readonly tiles: number;
  /** Different contents. */
  readonly contents: number;
  /** Of the whole archive. */
  readonly bytes: number;
}

interface Entry {
  readonly id: number;
  readonly offset: number;
  readonly length: number;
  /** Tiles in a row with this content; 0 for a leaf directory. */
  run: number;
}

const HEADER_BYTES = 127;
/** Header and root directory lie in these, so that a reader has both with its first request. */
const ROOT_BYTES = 16_384;

export function pmtilesWriter(sink: PmtilesSink): PmtilesWriter {
  const entries: Entry[] = [];
  const byContent = new Map<string, { offset: number; length: number }>();
  let dataBytes = 0;
  let tiles = 0;
  let lastId = -1;

  return {
    add(id, tile) {
      if (id <= lastId) throw new Error(`tile ${id} comes after tile ${lastId}`);
      if (tile.length === 0) throw new Error(`tile ${id} is empty`);
      lastId = id;
      tiles += 1;
      const digest = createHash('sha1').update(tile).digest('base64');
      let content = byContent.get(digest);
      if (content === undefined) {
        content = { offset: dataBytes, length: tile.length };
        byContent.set(digest, content);
        sink.write(tile, ROOT_BYTES + dataBytes);
        dataBytes += tile.length;
      }
      const before = entries.at(-1);
      if (before?.offset === content.offset && before.id + before.run === id) before.run += 1;
      else entries.push({ id, ...content, run: 1 });
    },
    finish(head) {
      const [first, last] = [entries[0], entries.at(-1)];
      if (first === undefined || last === undefined) throw new Error('an archive needs a tile');
      const { root, leaves } = directoriesOf(entries);
      const metadata = gzipSync(Buffer.from(JSON.stringify(head.metadata)));
      const leavesAt = ROOT_BYTES + dataBytes;
      sink.write(leaves, leavesAt);
      sink.write(metadata, leavesAt + leaves.length);
      const header = headerOf(head, {
        places: [
          [HEADER_BYTES, root.length],
          [leavesAt + leaves.length, metadata.length],
          [leavesAt, leaves.length],
          [ROOT_BYTES, dataBytes],
        ],
        counts: [tiles, entries.length, byContent.size],
        zooms: [zoomOf(first.id), zoomOf(last.id)],
      });
      const front = new Uint8Array(ROOT_BYTES);
      front.set(header);
      front.set(root, HEADER_BYTES);
      sink.write(front, 0);
      sink.close();
      return { tiles, contents: byContent.size, bytes: leavesAt + leaves.length + metadata.length };
    },
  };
}

/** A file that is written over. */
export function fileSink(path: string): PmtilesSink {
  const file = openSync(path, 'w');
  return {
    write(bytes, at) {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, at + done);
    },
    close: () => closeSync(file),
  };
}

/** For small archives; `bytes` gives what was written so far. */
export function memorySink(): PmtilesSink & { bytes(): Uint8Array<ArrayBuffer> } {
  let held = new Uint8Array(ROOT_BYTES);
  let length = 0;
  return {
    write(bytes, at) {
      length = Math.max(length, at + bytes.length);
      if (length > held.length) {
        const larger = new Uint8Array(2 * length);
        larger.set(held);
        held = larger;
      }
      held.set(bytes, at);
    },
    close: () => undefined,
    bytes: () => held.slice(0, length),
  };
}

const zoomOf = (id: number): number => tileIdToZxy(id)[0];

/** One directory where all entries fit into it, else a root of leaves that are as large as that takes. */
function directoriesOf(entries: readonly Entry[]): { root: Uint8Array; leaves: Uint8Array } {
  const only = directoryOf(entries);
  if (fitsRoot(only)) return { root: only, leaves: new Uint8Array() };
  for (let size = 4096; ; size *= 2) {
    const leaves: Uint8Array[] = [];
    const root: Entry[] = [];
    let offset = 0;
    for (let from = 0; from < entries.length; from += size) {
      const part = entries.slice(from, from + size);
      const leaf = directoryOf(part);
      root.push({ id: part[0]?.id ?? 0, offset, length: leaf.length, run: 0 });
      leaves.push(leaf);
      offset += leaf.length;
    }
    const bytes = directoryOf(root);
    if (fitsRoot(bytes)) return { root: bytes, leaves: new Uint8Array(Buffer.concat(leaves)) };
  }
}

const fitsRoot = (directory: Uint8Array): boolean => directory.length <= ROOT_BYTES - HEADER_BYTES;

/** Column by column: ids as differences, runs, lengths, offsets (0 where content follows on content). */
function directoryOf(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  const put = (n: number): void => {
    let left = n;
    for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
    bytes.push(left);
  };
  put(entries.length);
  let before = 0;
  for (const { id } of entries) {
    put(id - before);
    before = id;
  }
  for (const { run } of entries) put(run);
  for (const { length } of entries) put(length);
  let end = -1;
  for (const { offset, length } of entries) {
    put(offset === end ? 0 : offset + 1);
    end = offset + length;
  }
  return new Uint8Array(gzipSync(Uint8Array.from(bytes)));
}

interface Layout {
  /** Offset and length of root directory, metadata, leaf directories and tiles. */
  readonly places: readonly (readonly [at: number, length: number])[];
  /** Of tiles, entries and contents. */
  readonly counts: readonly number[];
  readonly zooms: readonly [min: number, max: number];
}

function headerOf({ tileType, tileCompression, bounds }: PmtilesHead, { places, counts, zooms }: Layout): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  header.set(new TextEncoder().encode('PMTiles'));
  view.setUint8(7, 3);
  for (const [i, value] of [...places.flat(), ...counts].entries()) view.setBigUint64(8 + 8 * i, BigInt(value), true);
  const CLUSTERED = 1;
  for (const [i, value] of [CLUSTERED, Compression.Gzip, tileCompression, tileType, ...zooms].entries())
    view.setUint8(96 + i, value);
  const [west, south, east, north] = bounds;
  const put = (at: number, degrees: number): void => view.setInt32(at, Math.round(degrees * 1e7), true);
  for (const [i, degrees] of bounds.entries()) put(102 + 4 * i, degrees);
  view.setUint8(118, zooms[0]);
  put(119, (west + east) / 2);
  put(123, (south + north) / 2);
  return header;
}
