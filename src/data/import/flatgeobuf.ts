/** FlatGeobuf: features one after the other; its header states columns and coordinate system. */
import { deserialize } from 'flatgeobuf/lib/mjs/generic.js';
import { fromFeature } from 'flatgeobuf/lib/mjs/geojson/feature.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { type Crs, crsOfEpsg, crsOfName } from './crs.ts';
import { crsOfWkt } from './crs-wkt.ts';
import { featureRow } from './geojson.ts';
import { LIMITS } from './limits.ts';
import { ImportError } from './notes.ts';
import { type Batch, ColumnNames, type RowSource, type SourceRow } from './source.ts';

/** Features that a cut-off file may lack and still be read as far as it goes. */
const MAY_LACK = 1_000_000;
const MAX_HEADER = 4 * 1024 * 1024;

export function crsOfHeader(header: HeaderMeta): Crs | null {
  const { crs } = header;
  if (crs === null) return null;
  if (crs.code > 0 && (crs.org === null || /^epsg$/i.test(crs.org))) return crsOfEpsg(crs.code, crs.name ?? undefined);
  if (crs.wkt !== null && crs.wkt !== '') return crsOfWkt(crs.wkt);
  const name = crs.code_string ?? crs.name;
  return name === null ? null : crsOfName(`${crs.org ?? ''}:${name}`);
}

const unreadable = (row: number): SourceRow => ({
  row,
  cells: [],
  shape: null,
  fault: { code: 'unreadable', detail: '' },
});

/** @throws ImportError */
export async function openFlatGeobuf(file: Blob): Promise<RowSource> {
  if (file.size > LIMITS.wholeFileBytes) {
    throw new ImportError('too-large', { bytes: file.size, limit: LIMITS.wholeFileBytes });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Behind eight magic bytes stands the length of the header. One that ends early would be read as noise.
  const headerBytes = bytes.length < 12 ? Infinity : new DataView(bytes.buffer).getUint32(8, true);
  if (headerBytes > Math.min(MAX_HEADER, bytes.length - 12)) throw new ImportError('fgb-damaged');
  const columns = new ColumnNames();
  let header: HeaderMeta | null = null;
  let rows: SourceRow[] = [];
  const features = deserialize(bytes, {
    headerMetaFn: (meta) => {
      header = meta;
      for (const { name } of meta.columns ?? []) columns.of(name);
    },
    fromFeature: (id, feature, meta) => {
      try {
        const { properties, geometry } = fromFeature(id, feature, meta);
        rows.push(featureRow(id + 1, properties, geometry, columns));
      } catch {
        rows.push(unreadable(id + 1));
      }
      return {};
    },
  });
  // The header is read with the first feature; so it is asked for here.
  const meta = await readFirst(features, () => header);
  if (rows.length === 0) throw new ImportError('no-rows');

  async function* batches(): AsyncGenerator<Batch> {
    let read = 0;
    const taken = (): Batch => {
      const batch = rows;
      rows = [];
      read += batch.length;
      return { rows: batch, bytesRead: Math.round((bytes.length * read) / Math.max(read, meta.featuresCount)) };
    };
    try {
      for await (const _ of features) if (rows.length >= LIMITS.batchRows) yield taken();
    } catch {
      throw new ImportError('fgb-damaged');
    }
    yield taken();
    const lacking = meta.featuresCount - read;
    if (lacking > MAY_LACK) throw new ImportError('fgb-damaged');
    for (let n = 0; n < lacking; n++) rows.push(unreadable(read + n + 1));
    if (rows.length > 0) yield taken();
  }

  return {
    format: 'flatgeobuf',
    reading: {},
    parts: [],
    bytesTotal: file.size,
    hasShapes: true,
    crs: crsOfHeader(meta),
    columns: () => columns.names,
    batches,
    warnings: () => [],
  };
}

async function readFirst(features: AsyncGenerator<unknown>, header: () => HeaderMeta | null): Promise<HeaderMeta> {
  try {
    await features.next();
  } catch {
    throw new ImportError('fgb-damaged');
  }
  const meta = header();
  if (meta === null) throw new ImportError('fgb-damaged');
  return meta;
}
