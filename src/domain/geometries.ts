/**
 * Lines and areas of a set's rows, flat beside its points, in the layout of GeoArrow's multi-lines and multi-polygons:
 * offsets into offsets into one array of coordinates, so that a million vertices are five arrays and no object.
 */
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';

export const GEOMETRY_KINDS = ['point', 'line', 'area'] as const;
export type GeometryKind = (typeof GEOMETRY_KINDS)[number];

export interface Geometries {
  /** Of each row, index into GEOMETRY_KINDS; a row that is a point has no parts. */
  readonly kind: Uint8Array;
  /** Parts of row r stand from `partOffsets[r]` to `partOffsets[r + 1]`: lines, or outer rings with their holes. */
  readonly partOffsets: Uint32Array;
  /** Rings of part p: of an area the outer one, then its holes; of a line itself alone. */
  readonly ringOffsets: Uint32Array;
  /** Vertices of ring i; rings of areas are closed, the outer one counter-clockwise and holes clockwise. */
  readonly vertexOffsets: Uint32Array;
  /** lng, lat, lng, lat … degrees, WGS-84. */
  readonly positions: Float64Array;
  /** Corners of the triangles that fill the areas, three vertices each. */
  readonly triangles: Uint32Array;
}

export type RowGeometry = LineString | MultiLineString | Polygon | MultiPolygon;

/** What the row is: without an entry a point. */
export function geometryKindAt(geometries: Geometries | undefined, row: number): GeometryKind {
  return GEOMETRY_KINDS[geometries?.kind[row] ?? 0] ?? 'point';
}

/** From and to of the n-th slice. */
const slice = (offsets: Uint32Array, n: number): readonly [number, number] => [offsets[n] ?? 0, offsets[n + 1] ?? 0];

function ringAt({ vertexOffsets, positions }: Geometries, ring: number): Position[] {
  const [from, to] = slice(vertexOffsets, ring);
  const out: Position[] = [];
  for (let at = from; at < to; at++) out.push([positions[2 * at] ?? Number.NaN, positions[2 * at + 1] ?? Number.NaN]);
  return out;
}

/** Parts of a row, each a list of rings of `[lng, lat]`; of a line each part has one. */
export function partsAt(geometries: Geometries, row: number): Position[][][] {
  const parts: Position[][][] = [];
  const [from, to] = slice(geometries.partOffsets, row);
  for (let part = from; part < to; part++) {
    const rings: Position[][] = [];
    const [first, last] = slice(geometries.ringOffsets, part);
    for (let ring = first; ring < last; ring++) rings.push(ringAt(geometries, ring));
    parts.push(rings);
  }
  return parts;
}

/** The row's line or area as GeoJSON; null where it is a point. */
export function geometryAt(geometries: Geometries | undefined, row: number): RowGeometry | null {
  const kind = geometryKindAt(geometries, row);
  if (geometries === undefined || kind === 'point') return null;
  const parts = partsAt(geometries, row);
  const [only = []] = parts;
  if (kind === 'area') {
    return parts.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: parts };
  }
  const lines = parts.map(([line = []]) => line);
  return lines.length === 1
    ? { type: 'LineString', coordinates: lines[0] ?? [] }
    : { type: 'MultiLineString', coordinates: lines };
}

/** First and past-the-last vertex of a row; equal where it is a point. */
export function verticesOf({ partOffsets, ringOffsets, vertexOffsets }: Geometries, row: number): [number, number] {
  const [from, to] = slice(partOffsets, row);
  return [vertexOffsets[ringOffsets[from] ?? 0] ?? 0, vertexOffsets[ringOffsets[to] ?? 0] ?? 0];
}

/** West, south, east, north of each row, four numbers a row; NaN where it is a point. */
export function rowBoxes(geometries: Geometries): Float64Array {
  const rows = geometries.kind.length;
  const boxes = new Float64Array(4 * rows).fill(Number.NaN);
  for (let row = 0; row < rows; row++) {
    const [from, to] = verticesOf(geometries, row);
    if (from === to) continue;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = from; at < to; at++) {
      const x = geometries.positions[2 * at] ?? Number.NaN;
      const y = geometries.positions[2 * at + 1] ?? Number.NaN;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
    }
    boxes[4 * row] = west;
    boxes[4 * row + 1] = south;
    boxes[4 * row + 2] = east;
    boxes[4 * row + 3] = north;
  }
  return boxes;
}

/** The same lines and areas with every vertex moved by `move`. */
export function movedGeometries(
  geometries: Geometries,
  move: (lng: number, lat: number) => readonly [number, number],
): Geometries {
  const positions = new Float64Array(geometries.positions.length);
  for (let at = 0; at < positions.length; at += 2) {
    const [lng, lat] = move(geometries.positions[at] ?? Number.NaN, geometries.positions[at + 1] ?? Number.NaN);
    positions[at] = lng;
    positions[at + 1] = lat;
  }
  return { ...geometries, positions };
}
