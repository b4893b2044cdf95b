/** Lines and areas on their way out: what stands where a row does, in a chosen datum or grid, and as well-known text. */
import type { Point, Position } from 'geojson';
import type { RowGeometry } from '../../domain/geometries.ts';
import { wgs84 } from '../../domain/position.ts';
import { type Grid, gridHeading } from './grid.ts';
import { addColumns, type ExportTable, type MetaEntry } from './table.ts';

export type ExportGeometry = Point | RowGeometry;

/** What stands there, degrees, WGS-84: a line or an area, else the row's point; null where it has no place. */
export function geometryOf(table: ExportTable, index: number): ExportGeometry | null {
  const shape = table.geometry(index);
  if (shape !== null) return shape;
  const position = table.position(index);
  return position === null ? null : { type: 'Point', coordinates: [position[0], position[1]] };
}

/** Whether any row is more than a point. */
export function hasShapes(table: ExportTable): boolean {
  for (let index = 0; index < table.count; index++) if (table.geometry(index) !== null) return true;
  return false;
}

/** The same in another datum or grid, vertex by vertex. */
export function inGrid(geometry: ExportGeometry, grid: Grid): ExportGeometry {
  const one = ([lng = Number.NaN, lat = Number.NaN]: Position): Position => [...grid.from(wgs84(lng, lat))];
  const list = (positions: Position[]) => positions.map(one);
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: one(geometry.coordinates) };
    case 'LineString':
      return { type: 'LineString', coordinates: list(geometry.coordinates) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: geometry.coordinates.map(list) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: geometry.coordinates.map(list) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(list)) };
  }
}

const within = (parts: readonly string[]) => `(${parts.join(', ')})`;
const pair = ([x, y]: Position) => `${x} ${y}`;
const listed = (positions: readonly Position[]) => within(positions.map(pair));
const nested = (lists: readonly (readonly Position[])[]) => within(lists.map(listed));

/** Well-known text (OGC 06-103r4), first coordinate first. */
export function wktOf(geometry: ExportGeometry): string {
  switch (geometry.type) {
    case 'Point':
      return `POINT ${listed([geometry.coordinates])}`;
    case 'LineString':
      return `LINESTRING ${listed(geometry.coordinates)}`;
    case 'MultiLineString':
      return `MULTILINESTRING ${nested(geometry.coordinates)}`;
    case 'Polygon':
      return `POLYGON ${nested(geometry.coordinates)}`;
    case 'MultiPolygon':
      return `MULTIPOLYGON ${within(geometry.coordinates.map(nested))}`;
  }
}

/** What the file says of shapes that are left out: `{n} shapes of more than {chars} characters …`. */
export interface LeftOutWords {
  readonly label: string;
  value(n: number): string;
}

/**
 * For tables: the rows' lines and areas as a column of well-known text beside their points; none where all are points.
 *
 * @param maxChars of one cell; a longer shape is left out, and the statement about the file says how many
 */
export function withShapes(
  { table, meta }: { readonly table: ExportTable; readonly meta: readonly MetaEntry[] },
  grid: Grid,
  maxChars: number,
  words: LeftOutWords,
): { readonly table: ExportTable; readonly meta: readonly MetaEntry[] } {
  if (!hasShapes(table)) return { table, meta };
  const textOf = (index: number): string | null => {
    const geometry = geometryOf(table, index);
    return geometry === null ? null : wktOf(inGrid(geometry, grid));
  };
  let left = 0;
  for (let index = 0; index < table.count; index++) if ((textOf(index)?.length ?? 0) > maxChars) left++;
  return {
    table: addColumns(table, [{ key: 'wkt', label: `WKT (${gridHeading(grid)})` }], (index) => {
      const text = textOf(index);
      return [text === null || text.length > maxChars ? null : text];
    }),
    meta: left === 0 ? meta : [...meta, { key: 'shapesLeftOut', label: words.label, value: words.value(left) }],
  };
}
