/** Lines and areas of a set as the columns that the graphics card reads, and which of them is under the pointer. */
import { rowEdges } from '../../analysis/shape-relations.ts';
import type { Theme } from '../../domain/colours.ts';
import { type Geometries, geometryKindAt, rowBoxes, verticesOf } from '../../domain/geometries.ts';
import type { PointSet } from '../../domain/point-set.ts';
import { isInside } from '../../domain/rings.ts';
import { stepWhileMoving } from '../../domain/set-look.ts';
import type { Corners, VertexColumns } from './area-list-layer.ts';
import { type HatchPaint, paintKey, rowColours, rowHatches, type SetPaint } from './columns.ts';

/** Pieces of all lines and rims, two vertices each. */
export function edgesOf({ vertexOffsets }: Geometries): Uint32Array {
  const rings = vertexOffsets.length - 1;
  const pieces = (vertexOffsets[rings] ?? 0) - rings;
  const edges = new Uint32Array(2 * Math.max(0, pieces));
  let at = 0;
  for (let ring = 0; ring < rings; ring++) {
    for (let vertex = vertexOffsets[ring] ?? 0; vertex + 1 < (vertexOffsets[ring + 1] ?? 0); vertex++) {
      edges[at++] = vertex;
      edges[at++] = vertex + 1;
    }
  }
  return edges;
}

/**
 * The colour of each row for all of its vertices; without opacity where the row is not shown.
 *
 * @param colourOf r, g, b, 0 to 255, of a row
 * @param rows those that are shown, ascending; undefined where all are
 */
export function vertexColours(
  geometries: Geometries,
  colourOf: (row: number) => readonly [number, number, number],
  rows: Uint32Array | undefined,
): Uint8Array {
  const out = new Uint8Array(2 * geometries.positions.length);
  const paint = (row: number) => {
    const [from, to] = verticesOf(geometries, row);
    if (from === to) return;
    const [r, g, b] = colourOf(row);
    for (let at = 4 * from; at < 4 * to; at += 4) {
      out[at] = r;
      out[at + 1] = g;
      out[at + 2] = b;
      out[at + 3] = 255;
    }
  };
  if (rows === undefined) for (let row = 0; row < geometries.kind.length; row++) paint(row);
  else for (const row of rows) paint(row);
  return out;
}

/** A number of each row for all of its vertices. */
export function vertexNumbers(geometries: Geometries, of: (row: number) => number): Float32Array {
  const out = new Float32Array(geometries.positions.length / 2);
  for (let row = 0; row < geometries.kind.length; row++) {
    const [from, to] = verticesOf(geometries, row);
    if (from < to) out.fill(of(row), from, to);
  }
  return out;
}

/** Of every so manieth row, as `all` has them: both stand in the order of the rows. */
export function fewCorners(geometries: Geometries, all: Corners, step: number): Corners {
  const isKept = new Uint8Array(geometries.positions.length / 2);
  for (let row = 0; row < geometries.kind.length; row += step) isKept.fill(1, ...verticesOf(geometries, row));
  const kept = (corners: Uint32Array, size: number) => {
    const out = new Uint32Array(corners.length);
    let at = 0;
    for (let i = 0; i < corners.length; i += size)
      if (isKept[corners[i] ?? 0] === 1) for (let k = 0; k < size; k++) out[at++] = corners[i + k] ?? 0;
    return out.slice(0, at);
  };
  return { triangles: kept(all.triangles, 3), edges: kept(all.edges, 2) };
}

const fixed = new WeakMap<Geometries, Pick<VertexColumns, 'all' | 'few'> & { boxes: Float64Array }>();

/** What follows from the shapes alone, made once. */
function fixedOf(geometries: Geometries) {
  const known = fixed.get(geometries);
  if (known !== undefined) return known;
  const all = { edges: edgesOf(geometries), triangles: geometries.triangles };
  const step = stepWhileMoving(geometries);
  const made = {
    all,
    ...(step === 1 ? {} : { few: fewCorners(geometries, all, step) }),
    boxes: rowBoxes(geometries),
  };
  fixed.set(geometries, made);
  return made;
}

/** Columns of a set's shapes that are made again only when what they come from has changed. */
export class ShapeCache {
  // The very objects that deck.gl is given: one that it knows it does not upload again.
  #made: { readonly geometries: Geometries; readonly key: string; readonly rows: Uint32Array | undefined } | null =
    null;
  #position: VertexColumns['attributes']['getPosition'] = { value: new Float64Array(), size: 2 };
  #columns: VertexColumns | null = null;

  /** Null where every row of the set is a point. */
  of(set: PointSet, rows: Uint32Array | undefined, paint: SetPaint & HatchPaint, theme: Theme): VertexColumns | null {
    const { geometries } = set;
    if (geometries === undefined) return null;
    const hatches = rowHatches(set, paint);
    const key = `${paintKey(paint)} ${theme} ${typeof hatches === 'number' ? '' : 'hatched'}`;
    const made = this.#made;
    if (made?.geometries === geometries && made.key === key && made.rows === rows) return this.#columns;
    if (made?.geometries !== geometries) this.#position = { value: geometries.positions, size: 2 };
    const { all, few } = fixedOf(geometries);
    const value = vertexColours(geometries, rowColours(set, paint, theme), rows);
    this.#made = { geometries, key, rows };
    this.#columns = {
      length: geometries.positions.length / 2,
      attributes: {
        getPosition: this.#position,
        getColor: { value, size: 4, normalized: true },
        ...(typeof hatches === 'number' ? {} : { getHatch: { value: vertexNumbers(geometries, hatches), size: 1 } }),
      },
      all,
      ...(few === undefined ? {} : { few }),
    };
    return this.#columns;
  }
}

/** Whether a place comes within half axes of an edge, degrees. */
function isBeside(edges: Float64Array, lng: number, lat: number, dLng: number, dLat: number): boolean {
  for (let e = 0; e < edges.length; e += 4) {
    const [ax, ay] = [((edges[e] ?? 0) - lng) / dLng, ((edges[e + 1] ?? 0) - lat) / dLat];
    const [bx, by] = [((edges[e + 2] ?? 0) - lng) / dLng, ((edges[e + 3] ?? 0) - lat) / dLat];
    const [vx, vy] = [bx - ax, by - ay];
    const length = vx * vx + vy * vy;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * vx + ay * vy) / length));
    if (Math.hypot(ax + t * vx, ay + t * vy) <= 1) return true;
  }
  return false;
}

/**
 * The line within reach of a place, or else the area that holds it, the topmost first; null for none.
 *
 * @param passes whether a row is shown
 */
export function shapeAt(
  geometries: Geometries,
  lng: number,
  lat: number,
  dLng: number,
  dLat: number,
  passes: (row: number) => boolean,
): number | null {
  const { boxes } = fixedOf(geometries);
  let area: number | null = null;
  for (let row = geometries.kind.length - 1; row >= 0; row--) {
    const [west, south, east, north] = [
      boxes[4 * row] ?? Number.NaN,
      boxes[4 * row + 1] ?? Number.NaN,
      boxes[4 * row + 2] ?? Number.NaN,
      boxes[4 * row + 3] ?? Number.NaN,
    ];
    if (!(lng >= west - dLng && lng <= east + dLng && lat >= south - dLat && lat <= north + dLat) || !passes(row))
      continue;
    const edges = rowEdges(geometries, row);
    if (geometryKindAt(geometries, row) === 'line') {
      if (isBeside(edges, lng, lat, dLng, dLat)) return row;
    } else if (area === null && isInside(edges, lng, lat)) area = row;
  }
  return area;
}
