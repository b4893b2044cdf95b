/** A base map in one file: PMTiles of the Protomaps schema, looked at before it is believed and read in ranges. */
import { Compression, type Header, PMTiles, type Source, TileType } from 'pmtiles';
import * as v from 'valibot';
import { type Bbox, FOSHAN_BBOX } from '../../domain/position.ts';
import { parseAs } from '../../domain/schema/parse.ts';
import { ArchiveFault } from './fault.ts';

export interface BaseArchive {
  readonly minzoom: number;
  readonly maxzoom: number;
  /** WGS-84, degrees. */
  readonly bounds: Bbox;
  /** The credit that its makers ask for, as plain text; null where it states none. */
  readonly credit: string | null;
  /** Of an MVT tile; null where there is none. */
  tile(z: number, x: number, y: number, signal?: AbortSignal): Promise<ArrayBuffer | null>;
}

/** Bytes of an archive, from wherever it is. @throws ArchiveFault */
export type ReadRange = (offset: number, length: number) => Promise<ArrayBuffer>;

const Metadata = v.object({
  vector_layers: v.optional(v.array(v.object({ id: v.string() })), []),
  attribution: v.optional(v.string()),
});

/** Without these there is no map worth drawing; others that the schema has may be missing from a cut. */
const NEEDED = ['earth', 'water', 'roads', 'places'] as const;
/** Layers of the schema before version 4, whose values have other names. */
const FORMER: ReadonlySet<string> = new Set(['natural', 'physical_line', 'physical_point', 'transit']);

const HEAD = new TextEncoder().encode('PMTiles');
const VERSION = 3;
const HEADER_BYTES = 127;

/** @throws ArchiveFault */
export async function openBaseArchive(key: string, read: ReadRange): Promise<BaseArchive> {
  const head = new Uint8Array(await read(0, HEADER_BYTES));
  if (head.length < HEADER_BYTES || HEAD.some((byte, i) => head[i] !== byte) || head[HEAD.length] !== VERSION)
    throw new ArchiveFault('not-pmtiles');
  const source: Source = {
    getKey: () => key,
    getBytes: async (offset, length) => ({ data: await read(offset, length) }),
  };
  const archive = new PMTiles(source);
  const { header, metadata } = await whole(archive);
  checkKind(header);
  checkSchema(metadata.vector_layers.map(({ id }) => id));
  const { minLon, minLat, maxLon, maxLat } = header;
  const bounds: Bbox = [minLon, minLat, maxLon, maxLat];
  if (!meet(bounds, FOSHAN_BBOX)) throw new ArchiveFault('elsewhere');
  return {
    minzoom: header.minZoom,
    maxzoom: header.maxZoom,
    bounds,
    credit: plainCredit(metadata.attribution ?? ''),
    tile: async (z, x, y, signal) => (await archive.getZxy(z, x, y, signal))?.data ?? null,
  };
}

async function whole(archive: PMTiles): Promise<{ header: Header; metadata: v.InferOutput<typeof Metadata> }> {
  try {
    const header = await archive.getHeader();
    return { header, metadata: parseAs(Metadata, await archive.getMetadata(), 'metadata') };
  } catch (error) {
    throw error instanceof ArchiveFault ? error : new ArchiveFault('damaged');
  }
}

function checkKind({ tileType, tileCompression }: Header): void {
  if (tileType !== TileType.Mvt) throw new ArchiveFault('raster');
  if (tileCompression === Compression.Brotli || tileCompression === Compression.Zstd) throw new ArchiveFault('packed');
}

function checkSchema(layers: readonly string[]): void {
  if (layers.some((layer) => FORMER.has(layer))) throw new ArchiveFault('old-schema');
  if (!NEEDED.every((layer) => layers.includes(layer)))
    throw new ArchiveFault('other-schema', { what: layers.slice(0, 8).join(', ') || '—' });
}

function meet([west, south, east, north]: Bbox, other: Bbox): boolean {
  return west < other[2] && east > other[0] && south < other[3] && north > other[1];
}

/** Archives state their credit as HTML. */
function plainCredit(html: string): string | null {
  const text = html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : text;
}
