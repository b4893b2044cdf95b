/**
 * FlatGeobuf in WGS-84 (EPSG:4326), without an index: its writer knows no other order than that of the rows. A column
 * with nothing but numbers is one of numbers, any other text; a row without a place has an empty geometry.
 */
import type { ColumnMeta } from 'flatgeobuf/lib/mjs/column-meta.js';
import { magicbytes } from 'flatgeobuf/lib/mjs/constants.js';
import { ColumnType } from 'flatgeobuf/lib/mjs/flat-geobuf/column-type.js';
import { GeometryType } from 'flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js';
import { buildFeature } from 'flatgeobuf/lib/mjs/generic/feature.js';
import { buildHeader } from 'flatgeobuf/lib/mjs/generic/featurecollection.js';
import { toGeometryType } from 'flatgeobuf/lib/mjs/generic/geometry.js';
import { parseGeometry } from 'flatgeobuf/lib/mjs/geojson/geometry.js';
import type { HeaderMeta } from 'flatgeobuf/lib/mjs/header-meta.js';
import type { Cell } from './csv.ts';
import { geometryOf } from './shapes.ts';
import { type ExportTable, uniqueNames } from './table.ts';

const WGS84 = 4326;
/** Bytes that are gathered before they are copied out of the writer's buffers, each of which is larger than it need be. */
const CHUNK = 1024 * 1024;

const isText = (cell: Cell) => typeof cell === 'string';

function columnsOf(table: ExportTable): ColumnMeta[] {
  const texts = table.columns.map(() => false);
  const filled = table.columns.map(() => false);
  for (let index = 0; index < table.count; index++) {
    for (const [at, cell] of table.row(index).entries()) {
      if (cell !== null) filled[at] = true;
      if (isText(cell)) texts[at] = true;
    }
  }
  return uniqueNames(table.columns.map(({ key }) => key)).map((name, at) => ({
    name,
    type: filled[at] === true && texts[at] === false ? ColumnType.Double : ColumnType.String,
    title: table.columns[at]?.label ?? null,
    description: null,
    width: -1,
    precision: -1,
    scale: -1,
    nullable: true,
    unique: false,
    primary_key: false,
  }));
}

/** The one type of all rows; where they differ, or one has no place, each states its own. */
function typeOf(table: ExportTable): GeometryType {
  const types = new Set<GeometryType>();
  for (let index = 0; index < table.count && types.size < 2; index++) {
    types.add(toGeometryType(geometryOf(table, index)?.type));
  }
  const [only = GeometryType.Unknown, other] = types;
  return other === undefined ? only : GeometryType.Unknown;
}

function cellOf(cell: Cell, type: ColumnType | undefined): Cell {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return null;
  return type === ColumnType.Double ? cell : String(cell);
}

/** Copies what is handed to it into pieces of about a MiB. */
class Chunks {
  readonly done: Uint8Array<ArrayBuffer>[] = [];
  private pending: Uint8Array[] = [];
  private bytes = 0;

  add(part: Uint8Array): void {
    this.pending.push(part);
    this.bytes += part.length;
    if (this.bytes >= CHUNK) this.flush();
  }

  flush(): void {
    const chunk = new Uint8Array(this.bytes);
    let at = 0;
    for (const part of this.pending) {
      chunk.set(part, at);
      at += part.length;
    }
    this.done.push(chunk);
    this.pending = [];
    this.bytes = 0;
  }
}

/** The file in pieces, in their order. */
export function flatgeobufOf(table: ExportTable): Uint8Array<ArrayBuffer>[] {
  const columns = columnsOf(table);
  const header: HeaderMeta = {
    geometryType: typeOf(table),
    columns,
    envelope: null,
    featuresCount: table.count,
    indexNodeSize: 0,
    crs: null,
    title: table.title,
    description: null,
    metadata: null,
  };
  // By number, so that a column of any name is but a column, `__proto__` too.
  const numbered = { ...header, columns: columns.map((column, at) => ({ ...column, name: `${at}` })) };
  const chunks = new Chunks();
  chunks.add(magicbytes);
  chunks.add(buildHeader(header, WGS84));
  for (let index = 0; index < table.count; index++) {
    const cells = table.row(index);
    const properties = Object.fromEntries(columns.map(({ type }, at) => [at, cellOf(cells[at] ?? null, type)]));
    const geometry = geometryOf(table, index);
    const parsed =
      geometry === null
        ? { xy: [], ends: [], parts: [], type: GeometryType.GeometryCollection }
        : parseGeometry(geometry);
    chunks.add(buildFeature(parsed, properties, numbered));
  }
  chunks.flush();
  return chunks.done;
}
