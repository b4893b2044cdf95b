/** Where the places of a Parquet file are: the column that its metadata name, or one of Parquet's own type. */
import type { FileMetaData, SchemaElement } from 'hyparquet';
import { ImportError } from '../guards/notes.ts';
import { type Crs, crsOfName } from '../guess/crs.ts';
import { crsOfLogicalType, crsOfProjJson } from '../guess/crs-json.ts';
import { type Parts, takeGeoJson } from '../place/geometry.ts';
import { takeWkb } from './wkb.ts';

export interface ParquetGeometry {
  readonly column: string;
  /** Null where the file says that it is not known. */
  readonly crs: Crs | null;
  /** Paths of the columns with the bounds of each row: west, south, east, north; null where there are none. */
  readonly covering: readonly string[] | null;
  /** WKB, or one of GeoArrow's: point, linestring, polygon and several of these. */
  readonly encoding: string;
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Names of columns of bytes that hold geometries where no metadata say so. */
const USUAL = /^(geometry|geom|the_geom|wkb_geometry|wkb|shape)$/i;

/** Columns of the top level. */
function topLevel({ schema }: FileMetaData): SchemaElement[] {
  const found: SchemaElement[] = [];
  for (let at = 1; at < schema.length; at++) {
    const element = schema[at];
    if (element === undefined) break;
    found.push(element);
    // Those within it stand behind it, theirs behind them.
    for (let left = element.num_children ?? 0; left > 0 && at + 1 < schema.length; left--) {
      at++;
      left += schema[at]?.num_children ?? 0;
    }
  }
  return found;
}

function stated(metadata: FileMetaData, geo: unknown): ParquetGeometry | null {
  const column = member(geo, 'primary_column');
  if (typeof column !== 'string') return null;
  const about = member(member(geo, 'columns'), column);
  const covering = coveringOf(member(member(about, 'covering'), 'bbox'));
  const encoding = member(about, 'encoding');
  const crs = member(about, 'crs');
  return {
    column,
    covering,
    encoding: typeof encoding === 'string' ? encoding : 'WKB',
    // Absent is CRS 84 by the specification; null is "not known".
    crs: crs === undefined ? crsOfName('OGC:CRS84') : crs === null ? null : crsOf(crs, metadata),
  };
}

const crsOf = (crs: unknown, metadata: FileMetaData): Crs =>
  typeof crs === 'string' ? crsOfLogicalType(crs, keyed(metadata)) : crsOfProjJson(crs);

const keyed =
  ({ key_value_metadata }: FileMetaData) =>
  (wanted: string) =>
    key_value_metadata?.find(({ key }) => key === wanted)?.value;

/**
 * Null where no column holds geometries. A column of bytes that is only called so is marked as one in the metadata, so
 * that its bytes are not taken for text.
 *
 * @throws ImportError where the metadata are no JSON
 */
export function geometryOf(metadata: FileMetaData): ParquetGeometry | null {
  const text = keyed(metadata)('geo');
  let geo: unknown;
  try {
    geo = text === undefined ? undefined : JSON.parse(text);
  } catch {
    throw new ImportError('parquet-damaged', { what: 'geo' });
  }
  const columns = topLevel(metadata);
  const named = stated(metadata, geo);
  if (named !== null && columns.some(({ name }) => name === named.column)) return named;
  const plain = { covering: null, encoding: 'WKB' };
  for (const { name, logical_type: type } of columns) {
    if (type?.type !== 'GEOMETRY' && type?.type !== 'GEOGRAPHY') continue;
    return { ...plain, column: name, crs: crsOfLogicalType(type.crs, keyed(metadata)) };
  }
  const called = columns.find(
    ({ name, type, logical_type, converted_type }) =>
      type === 'BYTE_ARRAY' && logical_type === undefined && converted_type === undefined && USUAL.test(name),
  );
  if (called === undefined) return null;
  called.logical_type = { type: 'GEOMETRY' };
  return { ...plain, column: called.name, crs: null };
}

/** `{xmin: ["bbox", "xmin"], …}` as dotted paths. */
function coveringOf(bbox: unknown): string[] | null {
  const paths = ['xmin', 'ymin', 'xmax', 'ymax'].map((edge) => member(bbox, edge));
  return paths.every((path) => Array.isArray(path) && path.every((part) => typeof part === 'string'))
    ? paths.map((path) => String(path).replaceAll(',', '.'))
    : null;
}

/** GeoArrow writes a position as two numbers by their names. */
function position(value: unknown, into: number[]): void {
  const [x, y] = [member(value, 'x'), member(value, 'y')];
  into.push(typeof x === 'number' ? x : Number.NaN, typeof y === 'number' ? y : Number.NaN);
}

function line(value: unknown): number[] {
  const flat: number[] = [];
  for (const each of listOf(value)) position(each, flat);
  return flat;
}

function takeArrow(value: unknown, encoding: string, into: Parts): void {
  if (value === null || value === undefined) return;
  const polygon = (rings: unknown) => into.polygons.push(listOf(rings).map(line));
  if (encoding === 'point') position(value, into.points);
  else if (encoding === 'multipoint') for (const each of listOf(value)) position(each, into.points);
  else if (encoding === 'linestring') into.lines.push(line(value));
  else if (encoding === 'multilinestring') into.lines.push(...listOf(value).map(line));
  else if (encoding === 'polygon') polygon(value);
  else if (encoding === 'multipolygon') for (const each of listOf(value)) polygon(each);
  else throw new Error(encoding);
}

/**
 * Takes a cell of the geometry column apart.
 *
 * @returns false where collections nest too deep
 * @throws Error where it is none that can be read: so it costs its own row alone
 */
export function takeParquet(value: unknown, encoding: string, into: Parts): boolean {
  if (value instanceof Uint8Array) {
    if (value.length === 0) return true;
    try {
      return takeWkb(value, into).whole;
    } catch {
      throw new Error('wkb');
    }
  }
  if (encoding.toUpperCase() !== 'WKB') {
    takeArrow(value, encoding.toLowerCase(), into);
    return true;
  }
  return takeGeoJson(value, into);
}
