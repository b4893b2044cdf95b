/** Ends of lines: tied to what they nearly meet, else faded, so that no line looks as if it ended where its data does. */
import type { Bbox } from '../../../src/domain/position.ts';
import { toMetres } from '../planar.ts';
import { apart, nearestOn, splitAt } from './curve.ts';
import type { Point } from './grid.ts';
import { lengthOf, type Stroke } from './strokes.ts';

/**
 * The last stretch is drawn in four pieces on top of each other, each reaching less far out: with these opacities it is
 * seen at 20, 40, 60 and 80 % before it is whole.
 */
export const FADES = [0.2, 0.25, 0.33, 0.5] as const;
/** The ends of a line that fade take at most this share of its length each. */
const MOST = 0.35;

export interface FadedLine {
  points: Point[];
  /** Opacity; 1 is full strength. */
  fade: number;
}

/** A stroke as a piece at full strength, and four on top of each other towards each loose end. */
export function fadedLines({ points, loose }: Stroke, fadeM: (end: Point) => number): FadedLine[] {
  const most = lengthOf(points) * MOST;
  const pieces: FadedLine[] = [];
  let rest = points;
  for (const at of [0, 1] as const) {
    const [end] = rest;
    if (loose[at] && end !== undefined) {
      const long = Math.min(fadeM(end), most);
      const [last, whole] = splitAt(rest, long);
      FADES.forEach((fade, k) => {
        const [, piece] = splitAt(last, (long * k) / FADES.length);
        pieces.push({ points: k === 0 ? last : piece, fade });
      });
      rest = whole;
    }
    rest = [...rest].reverse();
  }
  return [...pieces, { points: rest, fade: 1 }].filter((piece) => piece.points.length > 1);
}

/** How far a point is from the edge of a box, in metres, from inside or outside. */
export function toEdgeM([west, south, east, north]: Bbox, [x, y]: Point): number {
  const [x0, y0] = toMetres([west, south]);
  const [x1, y1] = toMetres([east, north]);
  return Math.min(Math.abs(x - x0), Math.abs(x - x1), Math.abs(y - y0), Math.abs(y - y1));
}

/** Lines to look up the nearest point of, each with what it is asked by. */
export interface Nearby<T> {
  points: readonly Point[];
  of: T;
}

/** The nearest point within `withinM` on a line that `accepts`; undefined where there is none. */
export function nearestWithin<T>(
  p: Point,
  lines: readonly Nearby<T>[],
  withinM: number,
  accepts: (of: T) => boolean,
): Point | undefined {
  let best = withinM;
  let at: Point | undefined;
  for (const { points, of } of lines) {
    if (!accepts(of)) continue;
    for (let i = 1; i < points.length; i++) {
      const [a, b] = [points[i - 1], points[i]];
      if (a === undefined || b === undefined || !mayBeNear(p, a, b, best)) continue;
      const near = nearestOn(p, a, b);
      if (apart(p, near) < best) [best, at] = [apart(p, near), near];
    }
  }
  return at;
}

function mayBeNear([x, y]: Point, a: Point, b: Point, within: number): boolean {
  return (
    x > Math.min(a[0], b[0]) - within &&
    x < Math.max(a[0], b[0]) + within &&
    y > Math.min(a[1], b[1]) - within &&
    y < Math.max(a[1], b[1]) + within
  );
}
