/** From any geometry to the one point that stands for it, and the box that holds it. */
import { LIMITS } from '../guards/limits.ts';
import type { Flat, LinesAndAreas, Shape } from '../readers/source.ts';

/** A geometry taken apart. */
export interface Parts extends LinesAndAreas {
  readonly points: number[];
  readonly lines: number[][];
  /** Each its outer ring, then its holes. */
  readonly polygons: number[][][];
}

export const noParts = (): Parts => ({ points: [], lines: [], polygons: [] });

function boxOf(all: readonly Flat[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const flat of all) {
    for (let at = 0; at + 1 < flat.length; at += 2) {
      const x = flat[at] ?? Number.NaN;
      const y = flat[at + 1] ?? Number.NaN;
      if (x < box[0]) box[0] = x;
      if (y < box[1]) box[1] = y;
      if (x > box[2]) box[2] = x;
      if (y > box[3]) box[3] = y;
    }
  }
  return box;
}

function ringArea(ring: Flat): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    twice += (ring[j] ?? 0) * (ring[i + 1] ?? 0) - (ring[i] ?? 0) * (ring[j + 1] ?? 0);
  }
  return Math.abs(twice / 2);
}

/** Middle of the longest stretch of a horizontal line within a polygon: always inside, also of a crescent or a ring. */
function insideOf(polygon: readonly Flat[]): [number, number] {
  const [ring = []] = polygon;
  const [, south, , north] = boxOf([ring]);
  const y = (south + north) / 2;
  const crossings: number[] = [];
  for (const flat of polygon) {
    for (let i = 0, j = flat.length - 2; i < flat.length; j = i, i += 2) {
      const yi = flat[i + 1] ?? 0;
      const yj = flat[j + 1] ?? 0;
      const xi = flat[i] ?? 0;
      if (yi > y !== yj > y) crossings.push(xi + ((y - yi) / (yj - yi)) * ((flat[j] ?? 0) - xi));
    }
  }
  crossings.sort((a, b) => a - b);
  let best: [number, number] = [ring[0] ?? Number.NaN, ring[1] ?? Number.NaN];
  let widest = -1;
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [from = 0, to = 0] = crossings.slice(at, at + 2);
    if (to - from > widest) {
      widest = to - from;
      best = [(from + to) / 2, y];
    }
  }
  return best;
}

/** The point half way along a line. */
function midway(line: Flat): [number, number] {
  const length = (at: number) =>
    Math.hypot((line[at + 2] ?? 0) - (line[at] ?? 0), (line[at + 3] ?? 0) - (line[at + 1] ?? 0));
  let total = 0;
  for (let at = 0; at + 3 < line.length; at += 2) total += length(at);
  let left = total / 2;
  for (let at = 0; at + 3 < line.length; at += 2) {
    const step = length(at);
    if (left <= step && step > 0) {
      const k = left / step;
      const x = line[at] ?? 0;
      const y = line[at + 1] ?? 0;
      return [x + k * ((line[at + 2] ?? 0) - x), y + k * ((line[at + 3] ?? 0) - y)];
    }
    left -= step;
  }
  return [line[0] ?? Number.NaN, line[1] ?? Number.NaN];
}

/** The largest, each measured once: of a hundred thousand rings too. */
function largest<T>(first: T, all: readonly T[], size: (each: T) => number): T {
  let best = first;
  let most = -1;
  for (const each of all) {
    const own = size(each);
    if (own > most) {
      most = own;
      best = each;
    }
  }
  return best;
}

/** The point for a geometry: inside its largest polygon, half way along its longest line, or its first point. */
export function shapeOf({ points, lines, polygons }: Parts): Shape | null {
  const solid = polygons.filter(([outer = []]) => outer.length >= 6);
  const drawn = lines.filter((line) => line.length >= 4);
  const [firstArea] = solid;
  const [firstLine] = drawn;
  if (firstArea === undefined && firstLine === undefined) {
    const [x, y] = points;
    if (x === undefined || y === undefined) return null;
    return { x, y, box: points.length > 2 ? boxOf([points]) : null, parts: null };
  }
  const [x, y] =
    firstArea !== undefined
      ? insideOf(largest(firstArea, solid, ([outer = []]) => ringArea(outer)))
      : midway(largest(firstLine ?? [], drawn, (line) => line.length));
  const box = boxOf([...solid.map(([outer = []]) => outer), ...drawn, points]);
  const isMixed = points.length > 0 || (solid.length > 0 && drawn.length > 0);
  return { x, y, box, parts: { lines: drawn, polygons: solid }, ...(isMixed ? { isMixed } : {}) };
}

function positions(coordinates: unknown, into: number[]): number[] {
  if (!Array.isArray(coordinates)) return into;
  for (const position of coordinates) if (Array.isArray(position)) pushPosition(position, into);
  return into;
}

function pushPosition(position: readonly unknown[], into: number[]): void {
  const [x, y] = position;
  into.push(typeof x === 'number' ? x : Number.NaN, typeof y === 'number' ? y : Number.NaN);
}

const ringsOf = (rings: readonly unknown[]) => rings.map((ring) => positions(ring, []));
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Takes a GeoJSON geometry apart, whatever it really holds. False where collections nest too deep. */
export function takeGeoJson(geometry: unknown, into: Parts, depth = 0): boolean {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return true;
  if (geometry.type === 'GeometryCollection') {
    if (depth >= LIMITS.geometryDepth) return false;
    const inner = 'geometries' in geometry ? list(geometry.geometries) : [];
    return inner.every((each) => takeGeoJson(each, into, depth + 1));
  }
  const coordinates = 'coordinates' in geometry ? list(geometry.coordinates) : [];
  if (geometry.type === 'Point' && coordinates.length > 0) pushPosition(coordinates, into.points);
  if (geometry.type === 'MultiPoint') positions(coordinates, into.points);
  if (geometry.type === 'LineString') into.lines.push(positions(coordinates, []));
  if (geometry.type === 'MultiLineString') for (const line of coordinates) into.lines.push(positions(line, []));
  if (geometry.type === 'Polygon') into.polygons.push(ringsOf(coordinates));
  if (geometry.type === 'MultiPolygon') for (const polygon of coordinates) into.polygons.push(ringsOf(list(polygon)));
  return true;
}
