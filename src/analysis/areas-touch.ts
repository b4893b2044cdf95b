/** Whether two areas have a place in common, their borders included. Planar in degrees, like their edges. */
import { isWithin, type Rings } from '../domain/rings.ts';

/** On which side of a → b the point c lies: -1, 0 or 1. */
function side(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

/** True where two edges meet. Their boxes overlap, so that edges in one line meet as well. */
function meet(a: Float64Array, i: number, b: Float64Array, j: number): boolean {
  const [x1, y1, x2, y2] = [a[i] ?? 0, a[i + 1] ?? 0, a[i + 2] ?? 0, a[i + 3] ?? 0];
  const [x3, y3, x4, y4] = [b[j] ?? 0, b[j + 1] ?? 0, b[j + 2] ?? 0, b[j + 3] ?? 0];
  if (Math.max(x1, x2) < Math.min(x3, x4) || Math.max(x3, x4) < Math.min(x1, x2)) return false;
  if (Math.max(y1, y2) < Math.min(y3, y4) || Math.max(y3, y4) < Math.min(y1, y2)) return false;
  return (
    side(x1, y1, x2, y2, x3, y3) * side(x1, y1, x2, y2, x4, y4) <= 0 &&
    side(x3, y3, x4, y4, x1, y1) * side(x3, y3, x4, y4, x2, y2) <= 0
  );
}

/** True where a corner of `a` lies in `b`; with no edges meeting, one corner of each ring would do. */
function hasCornerIn(a: Rings, b: Rings): boolean {
  for (let e = 0; e < a.edges.length; e += 4) {
    const [x, y] = [a.edges[e] ?? 0, a.edges[e + 1] ?? 0];
    if (isWithin(b, x, y)) return true;
  }
  return false;
}

export function areasTouch(a: Rings, b: Rings): boolean {
  if (a.bbox[0] > b.bbox[2] || b.bbox[0] > a.bbox[2] || a.bbox[1] > b.bbox[3] || b.bbox[1] > a.bbox[3]) return false;
  for (let i = 0; i < a.edges.length; i += 4) {
    for (let j = 0; j < b.edges.length; j += 4) if (meet(a.edges, i, b.edges, j)) return true;
  }
  return hasCornerIn(a, b) || hasCornerIn(b, a);
}
