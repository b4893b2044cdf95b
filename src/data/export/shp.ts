/** Geometries of one Shapefile: the .shp with its records and the .shx with where each of them stands. */
import type { Position } from 'geojson';
import type { ExportGeometry } from './shapes.ts';

/** Type of all shapes of a file; a row without a place is a null shape in any. */
export const SHP_TYPES = { point: 1, line: 3, area: 5 } as const;
export type ShpKind = keyof typeof SHP_TYPES;

const HEADER = 100;
const NULL_BYTES = 4;
const POINT_BYTES = 20;
/** Type, box, number of parts and of vertices. */
const PARTS_HEAD = 44;

type Box = [minX: number, minY: number, maxX: number, maxY: number];

function boxOf(parts: readonly (readonly Position[])[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    for (const [x = Number.NaN, y = Number.NaN] of part) {
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
  return box;
}

/** Outer rings clockwise and holes the other way, as the format has it and GeoJSON has not. */
const turned = (rings: readonly Position[][]) => rings.map((ring) => [...ring].reverse());

/** Lines, or rings; a point is a part of one vertex. */
function partsOf(geometry: ExportGeometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
      return geometry.coordinates;
    case 'Polygon':
      return turned(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap(turned);
  }
}

function writePosition(view: DataView, at: number, [x = Number.NaN, y = Number.NaN]: Position): void {
  view.setFloat64(at, x, true);
  view.setFloat64(at + 8, y, true);
}

function writeBox(view: DataView, at: number, box: Box): void {
  for (const [n, edge] of box.entries()) view.setFloat64(at + 8 * n, edge, true);
}

function pointRecord(position: Position): Uint8Array {
  const view = new DataView(new ArrayBuffer(POINT_BYTES));
  view.setInt32(0, SHP_TYPES.point, true);
  writePosition(view, 4, position);
  return new Uint8Array(view.buffer);
}

function partsRecord(type: number, parts: readonly (readonly Position[])[], box: Box): Uint8Array {
  const vertices = parts.reduce((sum, part) => sum + part.length, 0);
  const start = PARTS_HEAD + 4 * parts.length;
  const view = new DataView(new ArrayBuffer(start + 16 * vertices));
  view.setInt32(0, type, true);
  writeBox(view, 4, box);
  view.setInt32(36, parts.length, true);
  view.setInt32(40, vertices, true);
  let vertex = 0;
  for (const [n, part] of parts.entries()) {
    view.setInt32(PARTS_HEAD + 4 * n, vertex, true);
    for (const position of part) writePosition(view, start + 16 * vertex++, position);
  }
  return new Uint8Array(view.buffer);
}

function writeHeader(view: DataView, type: number, box: Box | null): void {
  view.setInt32(0, 9994);
  // Lengths are counted in words of two bytes.
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, type, true);
  if (box !== null) writeBox(view, 36, box);
}

/** @param geometries all of that kind, in the file's datum or grid; null for a row without a place */
export function shpOf(
  kind: ShpKind,
  geometries: readonly (ExportGeometry | null)[],
): { readonly shp: Uint8Array; readonly shx: Uint8Array } {
  const type = SHP_TYPES[kind];
  let whole: Box | null = null;
  const records = geometries.map((geometry) => {
    if (geometry === null) return new Uint8Array(NULL_BYTES);
    const parts = partsOf(geometry);
    const box = boxOf(parts);
    whole =
      whole === null
        ? [...box]
        : [
            Math.min(whole[0], box[0]),
            Math.min(whole[1], box[1]),
            Math.max(whole[2], box[2]),
            Math.max(whole[3], box[3]),
          ];
    return geometry.type === 'Point' ? pointRecord(geometry.coordinates) : partsRecord(type, parts, box);
  });
  const shp = new Uint8Array(records.reduce((sum, record) => sum + 8 + record.length, HEADER));
  const shx = new DataView(new ArrayBuffer(HEADER + 8 * records.length));
  const view = new DataView(shp.buffer);
  let at = HEADER;
  for (const [index, record] of records.entries()) {
    const words = record.length / 2;
    shx.setInt32(HEADER + 8 * index, at / 2);
    shx.setInt32(HEADER + 8 * index + 4, words);
    view.setInt32(at, index + 1);
    view.setInt32(at + 4, words);
    shp.set(record, at + 8);
    at += 8 + record.length;
  }
  writeHeader(view, type, whole);
  writeHeader(shx, type, whole);
  return { shp, shx: new Uint8Array(shx.buffer) };
}
