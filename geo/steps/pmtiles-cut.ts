/** Cuts an area out of a PMTiles archive: of a planet only directories and the area's own tiles are read. */
import {
  Compression,
  type Entry,
  findTile,
  type Header,
  PMTiles,
  SharedPromiseCache,
  type Source,
  zxyToTileId,
} from 'pmtiles';
import type { Bbox } from '../../src/domain/position.ts';
import { type PmtilesCounts, type PmtilesSink, pmtilesWriter } from './pmtiles-write.ts';

export interface CutOptions {
  readonly bbox: Bbox;
  /** The nearest zoom that is taken; absent is all that there are. */
  readonly maxzoom?: number | undefined;
}

/** Tiles that lie this close to each other in the archive are read together, with what is between them, bytes. */
const GAP = 64 * 1024;
/** Most that is read with one request, bytes. */
const BATCH = 8 * 1024 * 1024;
/** Directories lie below one another three deep at most. */
const DEPTH = 3;

/**
 * Writes the tiles that touch `bbox`, as they are, in the order of their ids.
 *
 * @throws Error where nothing lies there, or the source cannot be read
 */
export async function cutPmtiles(
  source: Source,
  sink: PmtilesSink,
  { bbox, maxzoom }: CutOptions,
): Promise<PmtilesCounts> {
  const archive = new PMTiles(source);
  const header = await archive.getHeader();
  const metadata = await archive.getMetadata();
  const bounds = common(bbox, header);
  const found = await entriesOf(
    source,
    header,
    tileIds(bounds, header.minZoom, Math.min(maxzoom ?? 99, header.maxZoom)),
  );
  if (found.length === 0) throw new Error('the archive has no tile there');
  const contents = await contentsOf(source, header, found);
  const writer = pmtilesWriter(sink);
  for (const { id, offset } of found) {
    const bytes = contents.get(offset);
    if (bytes === undefined) throw new Error(`tile ${id} was not read`);
    writer.add(id, bytes);
  }
  return writer.finish({
    tileType: header.tileType,
    tileCompression: header.tileCompression === Compression.Unknown ? Compression.None : header.tileCompression,
    bounds,
    metadata: isRecord(metadata) ? metadata : {},
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function common([west, south, east, north]: Bbox, { minLon, minLat, maxLon, maxLat }: Header): Bbox {
  const both: Bbox = [Math.max(west, minLon), Math.max(south, minLat), Math.min(east, maxLon), Math.min(north, maxLat)];
  if (both[0] >= both[2] || both[1] >= both[3])
    throw new Error(`the archive holds ${[minLon, minLat, maxLon, maxLat].join(', ')}, nothing of the area`);
  return both;
}

/** Column and row of the tile of a zoom that holds a position. */
export function tileAt(lng: number, lat: number, zoom: number): readonly [x: number, y: number] {
  const across = 2 ** zoom;
  const sin = Math.sin((lat * Math.PI) / 180);
  const within = (n: number): number => Math.min(across - 1, Math.max(0, Math.floor(n)));
  return [
    within(((lng + 180) / 360) * across),
    within((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * across),
  ];
}

/** Ids of all tiles that touch the box, ascending. */
export function tileIds([west, south, east, north]: Bbox, minzoom: number, maxzoom: number): number[] {
  const ids: number[] = [];
  for (let zoom = minzoom; zoom <= maxzoom; zoom++) {
    const [left, top] = tileAt(west, north, zoom);
    const [right, bottom] = tileAt(east, south, zoom);
    for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) ids.push(zxyToTileId(zoom, x, y));
  }
  return ids.sort((a, b) => a - b);
}

interface Found {
  readonly id: number;
  /** In the tile data. */
  readonly offset: number;
  readonly length: number;
}

async function entriesOf(source: Source, header: Header, ids: readonly number[]): Promise<Found[]> {
  const directories = new SharedPromiseCache(10_000);
  const lookUp = async (id: number): Promise<Entry | null> => {
    let [offset, length] = [header.rootDirectoryOffset, header.rootDirectoryLength];
    for (let depth = 0; depth <= DEPTH; depth++) {
      const entry = findTile(await directories.getDirectory(source, offset, length, header), id);
      if (entry === null || entry.runLength > 0) return entry;
      [offset, length] = [header.leafDirectoryOffset + entry.offset, entry.length];
    }
    throw new Error('its directories lie too deep');
  };
  const found: Found[] = [];
  for (const id of ids) {
    const entry = await lookUp(id);
    if (entry !== null) found.push({ id, offset: entry.offset, length: entry.length });
  }
  return found;
}

/** Contents by their offset, each read once. */
async function contentsOf(source: Source, header: Header, found: readonly Found[]): Promise<Map<number, Uint8Array>> {
  const lengths = new Map(found.map(({ offset, length }) => [offset, length]));
  const wanted = [...lengths].sort(([a], [b]) => a - b);
  const contents = new Map<number, Uint8Array>();
  for (let from = 0; from < wanted.length; ) {
    const start = wanted[from]?.[0] ?? 0;
    let end = start;
    let to = from;
    for (; to < wanted.length; to++) {
      const [offset, length] = wanted[to] ?? [0, 0];
      if (to > from && (offset - end > GAP || offset + length - start > BATCH)) break;
      end = Math.max(end, offset + length);
    }
    const { data } = await source.getBytes(header.tileDataOffset + start, end - start);
    if (data.byteLength < end - start) throw new Error('the archive ends before its tiles do');
    for (const [offset, length] of wanted.slice(from, to))
      contents.set(offset, new Uint8Array(data, offset - start, length));
    from = to;
  }
  return contents;
}
