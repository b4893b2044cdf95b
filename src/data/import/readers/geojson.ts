/** GeoJSON, with the `crs` member that older writers leave in it. */

import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';
import { type Crs, crsOfName } from '../guess/crs.ts';
import { noParts, type Parts, shapeOf, takeGeoJson } from '../place/geometry.ts';
import type { Cell, Reading } from '../types.ts';
import { type Batch, ColumnNames, type RowSource, type SourceRow } from './source.ts';
import { encodingOfBytes } from './text-encoding.ts';

/** A property as a cell; a structure as its JSON. Throws RangeError where it nests too deep. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return null;
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
}

/** Properties and geometry of any feature-like thing as a row; what cannot be read becomes its fault. */
export function featureRow(row: number, properties: unknown, geometry: unknown, columns: ColumnNames): SourceRow {
  return partsRow(row, Object.entries(properties ?? {}), columns, (into) => takeGeoJson(geometry, into));
}

/** The same of properties in pairs. `take` fills the parts of the geometry; false where it nests too deep. */
export function partsRow(
  row: number,
  properties: Iterable<readonly [string, unknown]>,
  columns: ColumnNames,
  take: (into: Parts) => boolean,
): SourceRow {
  const faulty = (code: 'too-deep' | 'cell-too-long' | 'unreadable', detail = ''): SourceRow => ({
    row,
    cells: [],
    shape: null,
    fault: { code, detail },
  });
  try {
    const cells: Cell[] = [];
    for (const [name, value] of properties) {
      const cell = cellOf(value);
      if (typeof cell === 'string' && cell.length > LIMITS.cellChars) return faulty('cell-too-long', `${cell.length}`);
      const at = columns.of(name);
      if (at >= 0) cells[at] = cell;
    }
    for (let at = 0; at < cells.length; at++) cells[at] ??= null;
    const parts = noParts();
    if (!take(parts)) return faulty('too-deep');
    return { row, cells, shape: shapeOf(parts), fault: null };
  } catch (error) {
    return faulty(error instanceof RangeError ? 'too-deep' : 'unreadable');
  }
}

export const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

/** What the older `crs` member says. */
function crsOf(root: unknown): Crs | null {
  const name = member(member(member(root, 'crs'), 'properties'), 'name');
  return typeof name === 'string' ? crsOfName(name) : null;
}

/** Browsers tell where it broke, each in its own English: of that only the place is taken. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, at] = /position (\d+)/.exec(message) ?? [];
    const [, stated] = /line (\d+)/.exec(message) ?? [];
    const line = at === undefined ? Number(stated ?? Number.NaN) : text.slice(0, Number(at)).split('\n').length;
    throw new ImportError('json-broken', Number.isNaN(line) ? {} : { line });
  }
}

const GEOMETRIES = /^(Point|MultiPoint|LineString|MultiLineString|Polygon|MultiPolygon|GeometryCollection)$/;

/** The features of one GeoJSON object, whichever it is. @throws ImportError */
export function featuresOf(root: unknown): readonly unknown[] {
  const features = member(root, 'features');
  const type = member(root, 'type');
  if (type === 'FeatureCollection' && Array.isArray(features)) return features;
  if (type === 'Feature') return [root];
  if (typeof type === 'string' && GEOMETRIES.test(type)) return [{ geometry: root }];
  throw new ImportError('json-not-geojson', { type: typeof type === 'string' ? type : '' });
}

/** @throws ImportError */
export async function openGeoJson(file: Blob, wanted: Reading): Promise<RowSource> {
  if (file.size > LIMITS.wholeFileBytes) {
    throw new ImportError('too-large', { bytes: file.size, limit: LIMITS.wholeFileBytes });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const encoding = wanted.encoding ?? encodingOfBytes(bytes);
  const root = parsed(new TextDecoder(encoding).decode(bytes));
  const features = featuresOf(root);
  if (features.length === 0) throw new ImportError('no-rows');
  const columns = new ColumnNames();

  async function* batches(): AsyncGenerator<Batch> {
    for (let from = 0; from < features.length; from += LIMITS.batchRows) {
      const part = features.slice(from, from + LIMITS.batchRows);
      const rows = part.map((feature, at) =>
        featureRow(from + at + 1, member(feature, 'properties'), member(feature, 'geometry'), columns),
      );
      const done = (from + part.length) / features.length;
      yield { rows, bytesRead: Math.round(file.size * done) };
    }
  }

  return geoJsonSource(file, encoding, root, columns, batches);
}

/** What is said of a file of GeoJSON, whichever way its rows come. @param root an object that may name the system */
export function geoJsonSource(
  file: Blob,
  encoding: NonNullable<Reading['encoding']>,
  root: unknown,
  columns: ColumnNames,
  batches: RowSource['batches'],
): RowSource {
  return {
    format: 'geojson',
    reading: { encoding },
    parts: [],
    bytesTotal: file.size,
    hasShapes: true,
    crs: crsOf(root),
    columns: () => columns.names,
    batches,
    warnings: () => columns.warnings(),
  };
}
