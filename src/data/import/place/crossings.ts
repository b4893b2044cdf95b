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
  let most = 0;
  for (const ring of rings) most += 2 * ring.length;
  const all = new Float64Array(most);
  let at = 0;
  for (const ring of rings) {
    const last = ring.length - 2;
    for (let k = 0; k + 3 < ring.length; k += 2) {
      for (let i = k; i < k + 4; i++) all[at++] = ring[i] ?? 0;
    }
    if (last > 0 && (ring[0] !== ring[last] || ring[1] !== ring[last + 1])) {
      for (const i of [last, last + 1, 0, 1]) all[at++] = ring[i] ?? 0;
    }
  }
  const ends = all.subarray(0, at);
  return { ends, order: orderOf(ends) };
}

/** Of so few edges each goes to its place sooner than a sorting of numbers with a function of its own begins. */
const FEW = 64;

function orderOf(ends: Float64Array): Uint32Array {
  const count = ends.length / 4;
  const order = new Uint32Array(count);
  const wests = new Float64Array(count);
  for (let edge = 0; edge < count; edge++) {
    order[edge] = edge;
    wests[edge] = Math.min(ends[4 * edge] ?? 0, ends[4 * edge + 2] ?? 0);
  }
  if (count > FEW) return order.sort((a, b) => (wests[a] ?? 0) - (wests[b] ?? 0));
  for (let n = 1; n < count; n++) {
    const west = wests[n] ?? 0;
    let to = n;
    for (; to > 0 && (wests[order[to - 1] ?? 0] ?? 0) > west; to--) order[to] = order[to - 1] ?? 0;
    order[to] = n;
  }
  return order;
}

/** Degrees from the line through an edge, with its side as the sign. */
function aside(ends: Float64Array, edge: number, x: number, y: number): number {
  const [ax, ay] = [ends[edge] ?? 0, ends[edge + 1] ?? 0];
  const [dx, dy] = [(ends[edge + 2] ?? 0) - ax, (ends[edge + 3] ?? 0) - ay];
  // Degrees: Math.hypot guards against numbers that there are none of here, and takes several times as long.
  const length = Math.sqrt(dx * dx + dy * dy);
  return length === 0 ? 0 : (dx * (y - ay) - dy * (x - ax)) / length;
}

/** Both ends of the one lie clearly on either side of the other, and the other way round. */
function cross(ends: Float64Array, one: number, other: number): boolean {
  return parts(ends, one, other) && parts(ends, other, one);
}

/** The ends of an edge lie clearly on either side of the line through another. */
function parts(ends: Float64Array, edge: number, by: number): boolean {
  const from = aside(ends, by, ends[edge] ?? 0, ends[edge + 1] ?? 0);
  if (from >= -DEPTH && from <= DEPTH) return false;
  const to = aside(ends, by, ends[edge + 2] ?? 0, ends[edge + 3] ?? 0);
  return from < 0 ? to > DEPTH : to < -DEPTH;
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
