/** GeoJSON, with the `crs` member that older writers leave in it. */

import { LIMITS } from '../guards/limits.ts';
import { ImportError, note } from '../guards/notes.ts';
import { type Crs, crsOfName } from '../guess/crs.ts';
import { noParts, type Parts, shapeOf, takeGeoJson } from '../place/geometry.ts';
import type { Cell, Encoding, Reading } from '../types.ts';
import { FeatureCutter, type FeatureText, parseJson } from './json-features.ts';
import { type Batch, ColumnNames, type RowSource, type SourceRow } from './source.ts';
import { guessEncoding } from './text-encoding.ts';

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
function brokenAt(text: string, error: unknown): ImportError {
  const message = error instanceof Error ? error.message : '';
  const [, at] = /position (\d+)/.exec(message) ?? [];
  const [, stated] = /line (\d+)/.exec(message) ?? [];
  const line = at === undefined ? Number(stated ?? Number.NaN) : text.slice(0, Number(at)).split('\n').length;
  return new ImportError('json-broken', Number.isNaN(line) ? {} : { line });
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw brokenAt(text, error);
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
  if (type === 'Topology') throw new ImportError('json-topology');
  throw new ImportError('json-not-geojson', { type: typeof type === 'string' ? type : '' });
}

const PIECE = 1024 * 1024;
/** What stands behind the features is looked for in so many bytes at the end. */
const TAIL = 64 * 1024;
const REPLACEMENT = '\uFFFD';
/** What is shown of a feature that cannot be read. */
const SHOWN_CHARS = 100;
const CRS_BEHIND = /\]\s*,\s*"crs"\s*:\s*(\{[^{}]*\{[^{}]*\}[^{}]*\})/;

/** The text of a file in pieces. */
async function* textOf(
  file: Blob,
  encoding: Encoding,
): AsyncGenerator<{ readonly text: string; readonly end: number }> {
  const decoder = new TextDecoder(encoding);
  for (let at = 0; at < file.size; at += PIECE) {
    const end = Math.min(file.size, at + PIECE);
    yield { text: decoder.decode(await file.slice(at, end).arrayBuffer(), { stream: end < file.size }), end };
  }
}

/** The outermost object without its features, as far as the beginning and the end of the file show it. */
async function rootOf(file: Blob, encoding: Encoding, cutter: FeatureCutter): Promise<unknown> {
  try {
    const before = JSON.parse(
      `${cutter.outside.replace(/[\s,]*$/, '')}${cutter.outside.trimEnd().endsWith('[') ? ']}' : ''}`,
    );
    if (member(before, 'crs') !== undefined) return before;
  } catch {
    // The features come first: what follows them is looked at.
  }
  const tail = await file.slice(Math.max(0, file.size - TAIL)).arrayBuffer();
  const crs = CRS_BEHIND.exec(new TextDecoder(encoding).decode(tail))?.[1];
  return crs === undefined ? {} : { crs: parsed(crs) };
}

/**
 * GeoJSON, its features cut out one by one as the text streams by.
 *
 * @throws ImportError
 */
export async function openGeoJson(file: Blob, wanted: Reading): Promise<RowSource> {
  if (file.size > LIMITS.csvBytes) throw new ImportError('too-large', { bytes: file.size, limit: LIMITS.csvBytes });
  const encoding = wanted.encoding ?? (await guessEncoding(file)).encoding;
  const head = new FeatureCutter();
  let first = 0;
  let text = '';
  for await (const piece of textOf(file, encoding)) {
    text = piece.text;
    first += head.push(piece.text.replace(/^\uFEFF/, '')).length;
    if (first > 0 || head.outside.length > PIECE) break;
  }
  // No collection: one feature or geometry, or no GeoJSON at all.
  if (first === 0) return wholeGeoJson(file, encoding, text);
  const columns = new ColumnNames();
  let undecodable = 0;

  function rowOf({ text: own, line }: FeatureText, row: number): SourceRow {
    const fault = (detail: string): SourceRow => ({
      row,
      cells: [],
      shape: null,
      fault: { code: own === null ? 'cell-too-long' : 'unreadable', detail },
    });
    if (own === null) return fault('');
    try {
      const feature = parseJson(own);
      return featureRow(row, member(feature, 'properties'), member(feature, 'geometry'), columns);
    } catch {
      return fault(`${line}: ${own.slice(0, SHOWN_CHARS)}`);
    }
  }

  async function* batches(): AsyncGenerator<Batch> {
    const cutter = new FeatureCutter();
    let row = 0;
    for await (const piece of textOf(file, encoding)) {
      if (piece.text.includes(REPLACEMENT)) undecodable += piece.text.split(REPLACEMENT).length - 1;
      const rows = cutter.push(piece.text).map((each) => rowOf(each, ++row));
      yield { rows, bytesRead: piece.end };
    }
    if (!cutter.whole) throw new ImportError('json-broken', { line: cutter.lines });
  }

  const source = geoJsonSource(file, encoding, await rootOf(file, encoding, head), columns, batches);
  return {
    ...source,
    warnings: () => [
      ...source.warnings(),
      ...(undecodable > 0 ? [note('undecodable', { count: undecodable, encoding })] : []),
    ],
  };
}

/** A file of one feature or geometry, or of features that do not stand in a collection. */
async function wholeGeoJson(file: Blob, encoding: Encoding, beginning: string): Promise<RowSource> {
  if (file.size > LIMITS.wholeFileBytes)
    throw new ImportError('too-large', { bytes: file.size, limit: LIMITS.wholeFileBytes });
  const text = file.size <= PIECE ? beginning : new TextDecoder(encoding).decode(await file.arrayBuffer());
  const root = parsed(text.replace(/^\uFEFF/, ''));
  const features = featuresOf(root);
  if (features.length === 0) throw new ImportError('no-rows');
  const columns = new ColumnNames();
  async function* batches(): AsyncGenerator<Batch> {
    const rows = features.map((feature, at) =>
      featureRow(at + 1, member(feature, 'properties'), member(feature, 'geometry'), columns),
    );
    yield await Promise.resolve({ rows, bytesRead: file.size });
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
