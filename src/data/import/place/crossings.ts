/** Whether the edges of an area cross: asked of every area that comes in, so on flat arrays and without objects. */
import type { Flat } from '../readers/source.ts';

/** Degrees, about a centimetre: what converting and writing a file moves is no crossing. */
const DEPTH = 1e-7;
/** Pairs of edges that are looked at; an area of ten thousand corners that is anything like one needs far fewer. */
const MOST_PAIRS = 20_000_000;

export type Crossing = 'none' | 'crosses' | 'too-large';

interface Edges {
  /** x and y of both ends, four numbers an edge. */
  readonly ends: Float64Array;
  /** Numbers of the edges by where they begin in the west. */
  readonly order: Uint32Array;
}

function edgesOf(rings: readonly Flat[]): Edges {
  const all: number[] = [];
  for (const ring of rings) {
    for (let at = 0; at + 3 < ring.length; at += 2) {
      all.push(ring[at] ?? 0, ring[at + 1] ?? 0, ring[at + 2] ?? 0, ring[at + 3] ?? 0);
    }
    const [x = 0, y = 0] = ring;
    const [endX = x, endY = y] = ring.slice(-2);
    if (x !== endX || y !== endY) all.push(endX, endY, x, y);
  }
  const ends = Float64Array.from(all);
  const west = (edge: number) => Math.min(ends[4 * edge] ?? 0, ends[4 * edge + 2] ?? 0);
  const order = Uint32Array.from({ length: ends.length / 4 }, (_, edge) => edge).sort((a, b) => west(a) - west(b));
  return { ends, order };
}

/** Degrees from the line through an edge, with its side as the sign. */
function aside(ends: Float64Array, edge: number, x: number, y: number): number {
  const [ax, ay] = [ends[edge] ?? 0, ends[edge + 1] ?? 0];
  const [dx, dy] = [(ends[edge + 2] ?? 0) - ax, (ends[edge + 3] ?? 0) - ay];
  const length = Math.hypot(dx, dy);
  return length === 0 ? 0 : (dx * (y - ay) - dy * (x - ax)) / length;
}

/** Both ends of the one lie clearly on either side of the other, and the other way round. */
function cross(ends: Float64Array, one: number, other: number): boolean {
  const parted = (edge: number, by: number) => {
    const from = aside(ends, by, ends[edge] ?? 0, ends[edge + 1] ?? 0);
    const to = aside(ends, by, ends[edge + 2] ?? 0, ends[edge + 3] ?? 0);
    return Math.min(from, to) < -DEPTH && Math.max(from, to) > DEPTH;
  };
  return parted(one, other) && parted(other, one);
}

/** @param rings outer ring and holes, flat, degrees; touching in a corner or along an edge is no crossing */
export function crossingOf(rings: readonly Flat[]): Crossing {
  const { ends, order } = edgesOf(rings);
  let pairs = 0;
  for (let n = 0; n < order.length; n++) {
    const one = 4 * (order[n] ?? 0);
    const east = Math.max(ends[one] ?? 0, ends[one + 2] ?? 0);
    const south = Math.min(ends[one + 1] ?? 0, ends[one + 3] ?? 0);
    const north = Math.max(ends[one + 1] ?? 0, ends[one + 3] ?? 0);
    for (let m = n + 1; m < order.length; m++) {
      const other = 4 * (order[m] ?? 0);
      if (Math.min(ends[other] ?? 0, ends[other + 2] ?? 0) > east) break;
      if (++pairs > MOST_PAIRS) return 'too-large';
      const [y, v] = [ends[other + 1] ?? 0, ends[other + 3] ?? 0];
      if (Math.min(y, v) > north || Math.max(y, v) < south) continue;
      if (cross(ends, one, other)) return 'crosses';
    }
  }
  return 'none';
}
