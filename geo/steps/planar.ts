/**
 * Flat geometry for the build: good to about 0.5 % within 100 km of Foshan, which is enough to filter and to
 * thin. Anything that is shown as a length or an area is computed on the ellipsoid instead.
 */
import type { Bbox } from '../../src/domain/position.ts';

type LngLat = readonly number[];

/** Metres per degree at 23.1° N on WGS-84. */
const METRES_PER_LNG = 102_447;
const METRES_PER_LAT = 110_745;

export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** Degrees to local metres `[x, y]`. */
export function toMetres(position: LngLat): [number, number] {
  return [(position[0] ?? Number.NaN) * METRES_PER_LNG, (position[1] ?? Number.NaN) * METRES_PER_LAT];
}

/** Local metres to degrees. */
export function toPosition([x, y]: readonly [number, number]): [number, number] {
  return [x / METRES_PER_LNG, y / METRES_PER_LAT];
}

/** Signed area of a closed ring, m²; positive when anticlockwise. */
export function ringM2(ring: readonly LngLat[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = toMetres(ring[i - 1] ?? []);
    const [bx, by] = toMetres(ring[i] ?? []);
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

export function distanceM(a: LngLat, b: LngLat): number {
  const [ax, ay] = toMetres(a);
  const [bx, by] = toMetres(b);
  return Math.hypot(bx - ax, by - ay);
}

/** Distance in metres from a position to the nearest point of a line; Infinity for an empty line. */
export function distanceToLineM(position: LngLat, line: readonly LngLat[]): number {
  const [px, py] = toMetres(position);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = toMetres(line[i - 1] ?? []);
    const [bx, by] = toMetres(line[i] ?? []);
    const [dx, dy] = [bx - ax, by - ay];
    const length2 = dx * dx + dy * dy;
    const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / length2));
    best = Math.min(best, Math.hypot(px - ax - t * dx, py - ay - t * dy));
  }
  return best;
}

/** The parts of a line inside a box, cut where they cross its edge. */
export function clipLine(line: readonly LngLat[], bbox: Bbox): number[][][] {
  const parts: number[][][] = [];
  let open: number[][] = [];
  for (let i = 1; i < line.length; i++) {
    const cut = clipSegment(line[i - 1] ?? [], line[i] ?? [], bbox);
    if (cut === null) continue;
    const [start, end, entersHere, leavesHere] = cut;
    if (open.length === 0 || entersHere) {
      open = [start];
      parts.push(open);
    }
    open.push(end);
    if (leavesHere) open = [];
  }
  return parts;
}

/** Liang–Barsky: the inside part of a segment and whether it was cut at its start and end; null when outside. */
function clipSegment(
  a: LngLat,
  b: LngLat,
  [west, south, east, north]: Bbox,
): [number[], number[], boolean, boolean] | null {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  const [dx, dy] = [bx - ax, by - ay];
  let [t0, t1] = [0, 1];
  for (const [p, q] of [
    [-dx, ax - west],
    [dx, east - ax],
    [-dy, ay - south],
    [dy, north - ay],
  ] as const) {
    if (p === 0 && q < 0) return null;
    if (p < 0) t0 = Math.max(t0, q / p);
    if (p > 0) t1 = Math.min(t1, q / p);
  }
  if (t0 >= t1) return null;
  return [[ax + t0 * dx, ay + t0 * dy], [ax + t1 * dx, ay + t1 * dy], t0 > 0, t1 < 1];
}
