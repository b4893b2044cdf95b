/**
 * How the lines and areas of a set lie to a question. A point is inside or not; an area may be wholly inside, partly, or
 * only as near as its error reaches. Distances are in a plane about each place: good to a decimetre up to fifty kilometres.
 */
import type { Geometries } from '../domain/geometries.ts';
import { metresPerDegree, type Wgs84 } from '../domain/position.ts';
import { isInside } from '../domain/rings.ts';
import { CERTAIN, INSIDE, NO, POSSIBLE } from './answer.ts';

/** No part of it is inside, whatever its error. */
export const APART = 0;
/** Its error reaches what is asked; its shape does not. */
export const BESIDE = 1;
/** Some of its shape is inside and some outside. */
export const PARTLY = 2;
/** All of its shape is inside; its error reaches out. */
export const NEARLY_WHOLLY = 3;
/** All of its shape is inside, whatever its error. */
export const WHOLLY = 4;

const AREA = 2;

/** x1, y1, x2, y2 of every edge of the parts of a row from `from` up to `to`, degrees. */
function edgesOfParts({ ringOffsets, vertexOffsets, positions }: Geometries, from: number, to: number): Float64Array {
  const [firstRing, lastRing] = [ringOffsets[from] ?? 0, ringOffsets[to] ?? 0];
  const [start, end] = [vertexOffsets[firstRing] ?? 0, vertexOffsets[lastRing] ?? 0];
  const edges = new Float64Array(4 * Math.max(0, end - start - (lastRing - firstRing)));
  let at = 0;
  for (let ring = firstRing; ring < lastRing; ring++) {
    for (let vertex = vertexOffsets[ring] ?? 0; vertex + 1 < (vertexOffsets[ring + 1] ?? 0); vertex++) {
      for (let k = 2 * vertex; k < 2 * vertex + 4; k++) edges[at++] = positions[k] ?? Number.NaN;
    }
  }
  return edges;
}

/** Every edge of a row. */
export function rowEdges(geometries: Geometries, row: number): Float64Array {
  return edgesOfParts(geometries, geometries.partOffsets[row] ?? 0, geometries.partOffsets[row + 1] ?? 0);
}

/** A place within an area, or half way along the middle edge of a line: never on the rim of an area. */
function placeIn(edges: Float64Array, isArea: boolean): readonly [number, number] {
  const middle = 4 * Math.floor(edges.length / 8);
  const [ax = 0, ay = 0, bx = 0, by = 0] = edges.subarray(middle, middle + 4);
  if (!isArea) return [(ax + bx) / 2, (ay + by) / 2];
  let [south, north] = [Infinity, -Infinity];
  for (let at = 1; at < edges.length; at += 2) {
    south = Math.min(south, edges[at] ?? south);
    north = Math.max(north, edges[at] ?? north);
  }
  const y = (south + north) / 2;
  const crossings: number[] = [];
  for (let e = 0; e < edges.length; e += 4) {
    const [x1, y1, x2, y2] = [edges[e] ?? 0, edges[e + 1] ?? 0, edges[e + 2] ?? 0, edges[e + 3] ?? 0];
    if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  }
  crossings.sort((a, b) => a - b);
  let [best, widest] = [ax, -1];
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [from = 0, to = 0] = crossings.slice(at, at + 2);
    if (to - from > widest) [best, widest] = [(from + to) / 2, to - from];
  }
  return [best, y];
}

/** Squared distance of a point to a line between two others, all in one plane. */
function toSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const [vx, vy] = [bx - ax, by - ay];
  const length = vx * vx + vy * vy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * vx + (py - ay) * vy) / length));
  const [dx, dy] = [px - ax - t * vx, py - ay - t * vy];
  return dx * dx + dy * dy;
}

const side = (ax: number, ay: number, bx: number, by: number, px: number, py: number): number =>
  Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));

/** Whether two edges cross, each going from one side of the other to its other side. */
function cross(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  const [ax, ay, bx, by] = [a[i] ?? 0, a[i + 1] ?? 0, a[i + 2] ?? 0, a[i + 3] ?? 0];
  const [cx, cy, dx, dy] = [b[j] ?? 0, b[j + 1] ?? 0, b[j + 2] ?? 0, b[j + 3] ?? 0];
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  );
}

/** Whether two edges come within `limit` metres of each other; they do not cross. */
function near(a: Float64Array, i: number, b: Float64Array, j: number, limit: number): boolean {
  const [x0, y0] = [a[i] ?? 0, a[i + 1] ?? 0];
  const [east, north] = metresPerDegree(y0);
  const x = (lng: number | undefined) => ((lng ?? 0) - x0) * east;
  const y = (lat: number | undefined) => ((lat ?? 0) - y0) * north;
  const [bx, by] = [x(a[i + 2]), y(a[i + 3])];
  const [cx, cy, dx, dy] = [x(b[j]), y(b[j + 1]), x(b[j + 2]), y(b[j + 3])];
  const least = Math.min(
    toSegment(0, 0, cx, cy, dx, dy),
    toSegment(bx, by, cx, cy, dx, dy),
    toSegment(cx, cy, 0, 0, bx, by),
    toSegment(dx, dy, 0, 0, bx, by),
  );
  return least <= limit * limit;
}

/** Whether a place comes within `limit` metres of an edge. */
export function reachesEdge(edges: Float64Array, lng: number, lat: number, limit: number): boolean {
  const [east, north] = metresPerDegree(lat);
  const squared = limit * limit;
  for (let e = 0; e < edges.length; e += 4) {
    const [ax, ay] = [((edges[e] ?? 0) - lng) * east, ((edges[e + 1] ?? 0) - lat) * north];
    const [bx, by] = [((edges[e + 2] ?? 0) - lng) * east, ((edges[e + 3] ?? 0) - lat) * north];
    if (toSegment(0, 0, ax, ay, bx, by) <= squared) return true;
  }
  return false;
}

const NO_EDGES = new Float64Array();

/** Edges whose box meets a box, degrees; four numbers an edge. */
export function edgesWithin(edges: Float64Array, [west, south, east, north]: Box): Float64Array {
  const kept: number[] = [];
  for (let e = 0; e < edges.length; e += 4) {
    const [x1, y1, x2, y2] = [edges[e] ?? 0, edges[e + 1] ?? 0, edges[e + 2] ?? 0, edges[e + 3] ?? 0];
    if (Math.max(x1, x2) < west || Math.min(x1, x2) > east) continue;
    if (Math.max(y1, y2) < south || Math.min(y1, y2) > north) continue;
    kept.push(x1, y1, x2, y2);
  }
  return kept.length === 0 ? NO_EDGES : Float64Array.from(kept);
}

/**
 * How one row lies to an outline.
 *
 * @param edges of the outline, those about the row's box
 * @param inside whether a place is inside the outline
 * @param radiusM error of the row and of the outline together, metres
 */
export function relationToOutline(
  geometries: Geometries,
  row: number,
  edges: Float64Array,
  inside: (lng: number, lat: number) => boolean,
  radiusM: number,
): number {
  const isArea = geometries.kind[row] === AREA;
  let [some, all, close] = [false, true, false];
  for (let part = geometries.partOffsets[row] ?? 0; part < (geometries.partOffsets[row + 1] ?? 0); part++) {
    const own = edgesOfParts(geometries, part, part + 1);
    for (let i = 0; i < own.length; i += 4) {
      for (let j = 0; j < edges.length; j += 4) {
        if (cross(own, i, edges, j)) return PARTLY;
        close ||= radiusM > 0 && near(own, i, edges, j, radiusM);
      }
    }
    // An outline, or a hole of one, may lie within the area and cross none of its edges.
    if (isArea && holdsCorner(own, edges)) return PARTLY;
    const within = inside(...placeIn(own, isArea));
    some ||= within;
    all &&= within;
  }
  if (some) return !all ? PARTLY : close ? NEARLY_WHOLLY : WHOLLY;
  return close ? BESIDE : APART;
}

/** Whether a corner of some edges lies in an area and not on its rim. */
function holdsCorner(area: Float64Array, edges: Float64Array): boolean {
  for (let e = 0; e < edges.length; e += 4) {
    const [x, y] = [edges[e] ?? 0, edges[e + 1] ?? 0];
    if (isInside(area, x, y) && !isOnRim(area, x, y)) return true;
  }
  return false;
}

/** A tenth of a millimetre, degrees: what rounding leaves between two outlines that share a corner. */
const RIM = 1e-9;

function isOnRim(edges: Float64Array, x: number, y: number): boolean {
  for (let e = 0; e < edges.length; e += 4) {
    const [ax, ay, bx, by] = [edges[e] ?? 0, edges[e + 1] ?? 0, edges[e + 2] ?? 0, edges[e + 3] ?? 0];
    if (toSegment(x, y, ax, ay, bx, by) < RIM * RIM) return true;
  }
  return false;
}

/** Metres east and north of a centre, by the scale halfway between the two. */
function aboutOf([lng0, lat0]: Wgs84) {
  return (lng: number, lat: number): readonly [number, number] => {
    const [east, north] = metresPerDegree((lat + lat0) / 2);
    return [(lng - lng0) * east, (lat - lat0) * north];
  };
}

/** Least and greatest distance of a row's line or area from a place, metres; the least is 0 inside an area. */
export function reachFrom(geometries: Geometries, row: number, centre: Wgs84): { nearest: number; farthest: number } {
  const about = aboutOf(centre);
  const edges = rowEdges(geometries, row);
  let [nearest, farthest] = [Infinity, 0];
  for (let e = 0; e < edges.length; e += 4) {
    const [ax, ay] = about(edges[e] ?? Number.NaN, edges[e + 1] ?? Number.NaN);
    const [bx, by] = about(edges[e + 2] ?? Number.NaN, edges[e + 3] ?? Number.NaN);
    nearest = Math.min(nearest, toSegment(0, 0, ax, ay, bx, by));
    farthest = Math.max(farthest, ax * ax + ay * ay, bx * bx + by * by);
  }
  const within = geometries.kind[row] === AREA && isInside(edges, centre[0], centre[1]);
  return { nearest: within ? 0 : Math.sqrt(nearest), farthest: Math.sqrt(farthest) };
}

/** How one row lies to a circle about a place; `errorM` is that of the row and of the place together, metres. */
export function relationToCircle(
  geometries: Geometries,
  row: number,
  centre: Wgs84,
  withinM: number,
  errorM: number,
): number {
  const { nearest, farthest } = reachFrom(geometries, row, centre);
  if (farthest <= withinM) return farthest + errorM <= withinM ? WHOLLY : NEARLY_WHOLLY;
  if (nearest <= withinM) return PARTLY;
  return nearest - errorM <= withinM ? BESIDE : APART;
}

/** What a relation says of the row, whose point is inside or not. */
export function verdictOf(relation: number, pointInside: boolean): number {
  if (relation === APART) return NO;
  if (relation === WHOLLY) return CERTAIN;
  return pointInside || relation === NEARLY_WHOLLY ? INSIDE : POSSIBLE;
}

/** West, south, east, north, degrees. */
export type Box = readonly [number, number, number, number];

/** The box of a row, of those of `rowBoxes`. */
export function boxAt(boxes: Float64Array, row: number): Box {
  const at = 4 * row;
  return [boxes[at] ?? 0, boxes[at + 1] ?? 0, boxes[at + 2] ?? 0, boxes[at + 3] ?? 0];
}

/** A box and so many metres about it. */
export function widened([west, south, east, north]: Box, metres: number): Box {
  if (metres === 0) return [west, south, east, north];
  const [perLng, perLat] = metresPerDegree(Math.max(Math.abs(south), Math.abs(north)));
  return [west - metres / perLng, south - metres / perLat, east + metres / perLng, north + metres / perLat];
}

/** The box about the boxes of some rows. @param places of the rows among `rows` */
export function joinedBox(boxes: Float64Array, rows: Uint32Array, places: readonly number[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const place of places) {
    const at = 4 * (rows[place] ?? 0);
    west = Math.min(west, boxes[at] ?? west);
    south = Math.min(south, boxes[at + 1] ?? south);
    east = Math.max(east, boxes[at + 2] ?? east);
    north = Math.max(north, boxes[at + 3] ?? north);
  }
  return [west, south, east, north];
}

export function joined(boxes: readonly Box[]): Box {
  return boxes.reduce<Box>(
    (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}
