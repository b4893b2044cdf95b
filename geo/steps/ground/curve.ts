/** Lines and rings made smooth, never farther from what they were than they are told. */
import type { Position } from 'geojson';
import { type Point, pointsOf, positionsOf } from './grid.ts';

const sub = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
const towards = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
export const apart = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Nearest point of a segment. */
export function nearestOn(p: Point, a: Point, b: Point): Point {
  const [dx, dy] = sub(b, a);
  const length2 = dx * dx + dy * dy;
  return length2 === 0
    ? a
    : towards(a, b, Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2)));
}

/** Angle at b between a and c in degrees: 180 where the line runs straight on, 0 where it turns back. */
export function angleAt(a: Point, b: Point, c: Point): number {
  const [u, v] = [sub(a, b), sub(c, b)];
  const size = Math.hypot(...u) * Math.hypot(...v);
  return size === 0 ? 180 : (Math.acos(Math.max(-1, Math.min(1, (u[0] * v[0] + u[1] * v[1]) / size))) * 180) / Math.PI;
}

/** Without the points that lie within `toleranceM` of the line that is left (Douglas and Peucker). */
export function simplified(points: readonly Point[], toleranceM: number): Point[] {
  const keep = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    const [a, b] = [points[from], points[to]];
    let [far, at] = [toleranceM, -1];
    for (let i = from + 1; i < to; i++) {
      const p = points[i];
      if (p === undefined || a === undefined || b === undefined) continue;
      const off = apart(p, nearestOn(p, a, b));
      if (off > far) [far, at] = [off, i];
    }
    if (at === -1) continue;
    keep.add(at);
    open.push([from, at], [at, to]);
  }
  return points.filter((_, i) => keep.has(i));
}

/** A ring, closed by its first point: as a line from one of its points to the farthest and back. */
export function simplifiedRing(ring: readonly Point[], toleranceM: number): Point[] {
  const [start] = ring;
  if (start === undefined) return [];
  const far = ring.reduce((best, p, i) => (apart(p, start) > apart(ring[best] ?? start, start) ? i : best), 0);
  const there = simplified(ring.slice(0, far + 1), toleranceM);
  return [...there, ...simplified(ring.slice(far), toleranceM).slice(1)];
}

/** Takes out the points at which the line turns back more sharply than `degrees`. */
export function withoutSpikes(points: readonly Point[], degrees: number): Point[] {
  const left = [...points];
  for (let i = 1; i < left.length - 1; ) {
    const [a, b, c] = [left[i - 1], left[i], left[i + 1]];
    if (a !== undefined && b !== undefined && c !== undefined && angleAt(a, b, c) < degrees) {
      left.splice(i, 1);
      i = Math.max(1, i - 1);
    } else i += 1;
  }
  return left;
}

/** Most that a curve turns from one point to the next. */
const TURN = 30;

/**
 * Corners become curves (quadratic, tangent to both sides) that pass within `withinM` of the corner and take at most
 * half of each side, so that none is moved farther than that. `closed`: the last point is the first one again.
 */
export function rounded(points: readonly Point[], withinM: number, closed = false): Point[] {
  const last = points.length - 1;
  const made = points.flatMap((b, i): Point[] => {
    const a = points[i - 1] ?? (closed ? points[last - 1] : undefined);
    const c = points[i + 1] ?? (closed ? points[1] : undefined);
    if (closed && i === last) return [];
    return a === undefined || c === undefined ? [b] : corner(a, b, c, withinM);
  });
  const [first] = made;
  return closed && first !== undefined ? [...made, first] : made;
}

function corner(a: Point, b: Point, c: Point, withinM: number): Point[] {
  const turn = 180 - angleAt(a, b, c);
  if (turn < TURN / 2) return [b];
  // The middle of the curve lies half as far from the corner as the middle between its two ends.
  const sink = Math.sin((turn / 2) * (Math.PI / 180)) / 2;
  const reach = Math.min(apart(a, b) / 2, apart(b, c) / 2, withinM / Math.max(sink, 0.05));
  const from = towards(b, a, reach / (apart(a, b) || 1));
  const to = towards(b, c, reach / (apart(b, c) || 1));
  const pieces = Math.ceil(turn / TURN);
  return Array.from({ length: pieces + 1 }, (_, k) => {
    const t = k / pieces;
    return towards(towards(from, b, t), towards(b, to, t), t);
  });
}

/** Points every `stepM` along a line, its ends among them. */
export function resampled(points: readonly Point[], stepM: number): Point[] {
  return points.flatMap((b, i) => {
    const a = points[i - 1];
    if (a === undefined) return [b];
    const pieces = Math.max(1, Math.ceil(apart(a, b) / stepM));
    return Array.from({ length: pieces }, (_, k) => towards(a, b, (k + 1) / pieces));
  });
}

/** The first `lengthM` of a line, and what is left of it. */
export function splitAt(points: readonly Point[], lengthM: number): [head: Point[], rest: Point[]] {
  let gone = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (a === undefined || b === undefined) continue;
    const step = apart(a, b);
    if (gone + step > lengthM) {
      const at = towards(a, b, (lengthM - gone) / step);
      return [
        [...points.slice(0, i), at],
        [at, ...points.slice(i)],
      ];
    }
    gone += step;
  }
  return [[...points], []];
}

/** Degrees with 4 decimals (11 m), without the spikes that rounding makes of points that lie close together. */
export function lineOf(points: readonly Point[]): Position[] {
  return positionsOf(withoutSpikes(pointsOf(positionsOf(points, 4)), 40), 4);
}
