/** FlatGeobuf: features one after the other; its header states columns and coordinate system. */

import { parseProperties } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { deserialize } from 'flatgeobuf/lib/mjs/generic.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';
import { type Crs, crsOfEpsg, crsOfName } from '../guess/crs.ts';
import { crsOfWkt } from '../guess/crs-wkt.ts';
import { Budget, takeFlatGeobuf } from './flatgeobuf-geometry.ts';
import { partsRow } from './geojson.ts';
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
  const budget = new Budget(bytes.length);
  let header: HeaderMeta | null = null;
  let numbered: HeaderMeta['columns'] = null;
  let rows: SourceRow[] = [];
  const features = deserialize(bytes, {
    headerMetaFn: (meta) => {
      header = meta;
      // The reader would look for the end of such an index without end.
      if (meta.indexNodeSize > 0 && !(meta.featuresCount > 0)) throw new ImportError('no-rows');
      for (const { name } of meta.columns ?? []) columns.of(name);
      // By number, so that a column of any name is but a column, `__proto__` too.
      numbered = meta.columns?.map((column, at) => ({ ...column, name: `${at}` })) ?? null;
    },
    fromFeature: (id, feature, meta) => {
      try {
        budget.spend(feature.propertiesLength());
        const values = Object.entries(parseProperties(feature, numbered));
        const named = values.map(([at, value]) => [meta.columns?.[Number(at)]?.name ?? '', value] as const);
        const geometry = feature.geometry();
        rows.push(
          partsRow(id + 1, named, columns, (into) => takeFlatGeobuf(geometry, meta.geometryType, into, budget)),
        );
      } catch (error) {
        if (error instanceof ImportError) throw error;
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
    } catch (error) {
      throw error instanceof ImportError ? error : new ImportError('fgb-damaged');
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
    warnings: () => columns.warnings(),
  };
}

async function readFirst(features: AsyncGenerator<unknown>, header: () => HeaderMeta | null): Promise<HeaderMeta> {
  try {
    await features.next();
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError('fgb-damaged');
  }
  const meta = header();
  if (meta === null) throw new ImportError('fgb-damaged');
  return meta;
}
