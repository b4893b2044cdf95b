/** Parquet with a column of geometries, or with columns that hold coordinates, read some thousands of rows at a time. */
import {
  type AsyncBuffer,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type RowGroup,
  type SchemaTree,
} from 'hyparquet';
import { getTreePath } from 'hyparquet/src/schema.js';
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';
import { partsRow } from './geojson.ts';
import { geometryOf, takeParquet } from './parquet-geometry.ts';
import { checkChunk, compressors } from './parquet-pages.ts';
import { checkThrift } from './parquet-thrift.ts';
import { type Batch, ColumnNames, type RowSource, type SourceRow } from './source.ts';

const ROWS = 32_768;
const CODECS = new Set(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'ZSTD']);

export async function rowsBetween(
  file: AsyncBuffer,
  metadata: FileMetaData,
  from: number,
  to: number,
): Promise<unknown[]> {
  let rows: unknown[] = [];
  await parquetRead({
    file,
    metadata,
    compressors,
    // Bytes stay bytes until their row is made.
    parsers: { geometryFromBytes: (bytes) => bytes, geographyFromBytes: (bytes) => bytes },
    rowStart: from,
    rowEnd: to,
    onComplete: (read) => {
      rows = read;
    },
  });
  return rows;
}

/** @throws ImportError */
export async function openGeoParquet(file: Blob): Promise<RowSource> {
  const buffer: AsyncBuffer = {
    byteLength: file.size,
    slice: (from, to) => file.slice(from, to ?? file.size).arrayBuffer(),
  };
  const { metadata, schema, names, geometry } = await readMetadata(buffer, () => checkFooter(file));
  const codec = metadata.row_groups.flatMap(({ columns }) => columns.map((each) => each.meta_data?.codec ?? ''));
  const unknown = codec.find((name) => name !== '' && !CODECS.has(name));
  if (unknown !== undefined) throw new ImportError('parquet-codec', { codec: unknown });
  const total = metadata.row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
  if (Number.isNaN(total)) throw new ImportError('parquet-damaged', { what: 'metadata' });
  if (total === 0) throw new ImportError('no-rows');
  if (!(total <= LIMITS.rows)) throw new ImportError('too-large', { rows: total });
  const at = geometry === null ? -1 : names.indexOf(geometry.column);
  const columns = new ColumnNames();
  names.forEach((name, index) => {
    if (index !== at) columns.of(name);
  });

  async function* batches(): AsyncGenerator<Batch> {
    const checked = new Set<RowGroup>();
    for (let from = 0; from < total; from += ROWS) {
      const to = Math.min(total, from + ROWS);
      let read: unknown[];
      try {
        await checkGroups(buffer, metadata, schema, from, to, checked);
        read = await rowsBetween(buffer, metadata, from, to);
      } catch (error) {
        if (error instanceof ImportError) throw error;
        throw new ImportError('parquet-damaged', { row: from + 1 });
      }
      const rows: SourceRow[] = read.map((values, n) => {
        const cells: readonly unknown[] = Array.isArray(values) ? values : [];
        const properties = names.flatMap((name, index) => (index === at ? [] : [[name, cells[index]] as const]));
        return partsRow(from + n + 1, properties, columns, (into) =>
          geometry === null ? true : takeParquet(cells[at], geometry.encoding, into),
        );
      });
      yield { rows, bytesRead: Math.round((file.size * to) / total) };
    }
  }

  return {
    format: 'geoparquet',
    reading: {},
    parts: [],
    bytesTotal: file.size,
    hasShapes: geometry !== null,
    crs: geometry?.crs ?? null,
    columns: () => columns.names,
    batches,
    warnings: () => columns.warnings(),
  };
}

interface Described {
  readonly metadata: FileMetaData;
  readonly schema: SchemaTree;
  /** Of the columns, their inner parts left out. */
  readonly names: readonly string[];
  readonly geometry: ReturnType<typeof geometryOf>;
}

/**
 * What a file says of itself. The reader builds on each of its parts without asking whether it is there, so whatever it
 * stumbles over is damage.
 *
 * @param check comes before, and may throw as well
 * @throws ImportError
 */
export async function readMetadata(file: AsyncBuffer, check?: () => Promise<void>): Promise<Described> {
  try {
    await check?.();
    const metadata = await parquetMetadataAsync(file);
    const schema = parquetSchema(metadata);
    const names = schema.children.map(({ element }) => element.name);
    return { metadata, schema, names, geometry: geometryOf(metadata) };
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError('parquet-damaged', { what: 'metadata' });
  }
}

/** The metadata stand at the end, their length and four letters behind them. */
async function checkFooter(file: Blob): Promise<void> {
  const end = new DataView(await file.slice(-8).arrayBuffer());
  const length = end.getUint32(0, true);
  if (length > LIMITS.thriftBytes) throw new ImportError('parquet-damaged', { what: 'metadata' });
  checkThrift(new DataView(await file.slice(-8 - length, -8).arrayBuffer()), 0);
}

/** Looks over the pages of the groups that hold these rows, once each. */
async function checkGroups(
  file: AsyncBuffer,
  { row_groups }: FileMetaData,
  schema: SchemaTree,
  from: number,
  to: number,
  checked: Set<RowGroup>,
): Promise<void> {
  let start = 0;
  for (const group of row_groups) {
    const end = start + Number(group.num_rows);
    if (end > from && start < to && !checked.has(group)) {
      checked.add(group);
      for (const { meta_data: meta } of group.columns) {
        if (meta !== undefined) await checkChunk(file, meta, getTreePath(schema, meta.path_in_schema));
      }
    }
    start = end;
  }
}
