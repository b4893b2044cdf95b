/** GeoParquet: the geometry column that its metadata names, read some thousands of rows at a time. */
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
import { wkbToGeojson } from 'hyparquet/src/wkb.js';
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';
import { type Crs, crsOfEpsg, crsOfName } from '../guess/crs.ts';
import { takeGeoJson } from '../place/geometry.ts';
import { partsRow } from './geojson.ts';
import { checkChunk, compressors } from './parquet-pages.ts';
import { checkThrift } from './parquet-thrift.ts';
import { type Batch, ColumnNames, type RowSource, type SourceRow } from './source.ts';

const ROWS = 32_768;
const CODECS = new Set(['UNCOMPRESSED', 'SNAPPY', 'GZIP']);

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

/** The geometry column and its coordinate system; without metadata, a column of the usual name. */
export function geometryOf(metadata: FileMetaData): {
  column: string;
  crs: Crs | null;
  /** Paths of the columns with the bounds of each row: west, south, east, north; null where there are none. */
  covering: readonly string[] | null;
} {
  const text = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value;
  let geo: unknown;
  try {
    geo = text === undefined ? undefined : JSON.parse(text);
  } catch {
    throw new ImportError('parquet-damaged', { what: 'geo' });
  }
  const column = member(geo, 'primary_column');
  if (typeof column !== 'string') throw new ImportError('parquet-no-geometry');
  const about = member(member(geo, 'columns'), column);
  const covering = coveringOf(member(member(about, 'covering'), 'bbox'));
  const crs = member(about, 'crs');
  // Absent is CRS 84 by the specification; null is "not known".
  if (crs === undefined) return { column, covering, crs: crsOfName('OGC:CRS84') };
  if (crs === null) return { column, covering, crs: null };
  const id = member(crs, 'id');
  const name = member(crs, 'name');
  const label = typeof name === 'string' ? name : 'PROJJSON';
  const code = Number(member(id, 'code'));
  if (String(member(id, 'authority')).toUpperCase() === 'EPSG')
    return { column, covering, crs: crsOfEpsg(code, label) };
  return { column, covering, crs: crsOfName(`${String(member(id, 'authority'))}:${String(member(id, 'code'))}`) };
}

/** `{xmin: ["bbox", "xmin"], …}` as dotted paths. */
function coveringOf(bbox: unknown): string[] | null {
  const paths = ['xmin', 'ymin', 'xmax', 'ymax'].map((edge) => member(bbox, edge));
  return paths.every((path) => Array.isArray(path) && path.every((part) => typeof part === 'string'))
    ? paths.map((path) => String(path).replaceAll(',', '.'))
    : null;
}

/** A geometry, or what tells that it cannot be read, so that it costs its own row alone. */
function geometryOfBytes(bytes: Uint8Array | undefined): unknown {
  if (bytes === undefined) return undefined;
  try {
    return wkbToGeojson({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 });
  } catch {
    return BROKEN;
  }
}
const BROKEN = 'broken';

/** GeoArrow writes points as two numbers; hyparquet has turned WKB into GeoJSON. */
export function pointed(value: unknown): unknown {
  const x = member(value, 'x');
  const y = member(value, 'y');
  return typeof x === 'number' && typeof y === 'number' ? { type: 'Point', coordinates: [x, y] } : value;
}

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
    parsers: { geometryFromBytes: geometryOfBytes, geographyFromBytes: geometryOfBytes },
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
  let metadata: FileMetaData;
  try {
    await checkFooter(file);
    metadata = await parquetMetadataAsync(buffer);
  } catch {
    throw new ImportError('parquet-damaged', { what: 'metadata' });
  }
  const codec = metadata.row_groups.flatMap(({ columns }) => columns.map((each) => each.meta_data?.codec ?? ''));
  const unknown = codec.find((name) => name !== '' && !CODECS.has(name));
  if (unknown !== undefined) throw new ImportError('parquet-codec', { codec: unknown });
  const { column, crs } = geometryOf(metadata);
  const total = metadata.row_groups.reduce((sum, { num_rows }) => sum + Number(num_rows), 0);
  if (total === 0) throw new ImportError('no-rows');
  if (!(total <= LIMITS.rows)) throw new ImportError('too-large', { rows: total });
  const schema = parquetSchema(metadata);
  const names = topLevelNames(metadata);
  const at = names.indexOf(column);
  if (at < 0) throw new ImportError('parquet-no-geometry');
  const columns = new ColumnNames();
  for (const name of names) if (name !== column) columns.of(name);

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
        const properties = new Map(names.map((name, index) => [name, cells[index]]));
        properties.delete(column);
        const geometry = pointed(cells[at]);
        return partsRow(from + n + 1, properties, columns, (into) => {
          if (geometry === BROKEN) throw new Error('wkb');
          return takeGeoJson(geometry, into);
        });
      });
      yield { rows, bytesRead: Math.round((file.size * to) / total) };
    }
  }

  return {
    format: 'geoparquet',
    reading: {},
    parts: [],
    bytesTotal: file.size,
    hasShapes: true,
    crs,
    columns: () => columns.names,
    batches,
    warnings: () => columns.warnings(),
  };
}

/** Names of the columns, their inner parts left out. */
export function topLevelNames(metadata: FileMetaData): string[] {
  return parquetSchema(metadata).children.map(({ element }) => element.name);
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
