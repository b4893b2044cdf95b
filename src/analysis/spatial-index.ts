/**
 * The index of a point set: rows sorted along a Z-order curve and bounded in blocks. Rows that are near each
 * other lie side by side in memory, so a question rules whole blocks in or out and walks the rest in order.
 * What kdbush and flatbush have no room for is the error of each position, which a block bounds too: a question is
 * "surely within", "perhaps within". tests/bench/query-million.ts stands beside both.
 */
import type { PointSet } from '../domain/point-set.ts';
import { writeXyz } from './chord.ts';

export const BLOCK_ROWS = 256;

/** Bounds of the rows of one block. */
export interface Block {
  /** Range in `SpatialIndex.rows`. */
  readonly start: number;
  readonly end: number;
  /** Earth-centred box, metres: least and greatest x, y, z. */
  readonly min: readonly [number, number, number];
  readonly max: readonly [number, number, number];
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  /** Least and greatest error of the positions, metres. */
  readonly minRadius: number;
  readonly maxRadius: number;
}

export interface SpatialIndex {
  /** Rows that have a position, neighbours side by side. */
  readonly rows: Uint32Array;
  /** Earth-centred coordinates of `rows`, three a row, metres. */
  readonly xyz: Float64Array;
  /** Errors of the positions of `rows`, metres; endless where not stated. */
  readonly radius: Float64Array;
  readonly blocks: readonly Block[];
  /** Rows without a position, ascending. */
  readonly unplaced: Uint32Array;
}

/** Spreads the low 16 bits so that a zero stands before each. */
function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** Stable sort of `rows` by `keys[row]`, three passes of 11 bits. */
function sortByKey(rows: Uint32Array, keys: Uint32Array): Uint32Array {
  let from = rows;
  let to: Uint32Array = new Uint32Array(rows.length);
  for (const shift of [0, 11, 22]) {
    const starts = new Uint32Array(2049);
    for (let i = 0; i < from.length; i++) {
      const slot = (((keys[from[i] ?? 0] ?? 0) >>> shift) & 0x7ff) + 1;
      starts[slot] = (starts[slot] ?? 0) + 1;
    }
    for (let slot = 1; slot < starts.length; slot++) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
    for (let i = 0; i < from.length; i++) {
      const row = from[i] ?? 0;
      const slot = ((keys[row] ?? 0) >>> shift) & 0x7ff;
      const at = starts[slot] ?? 0;
      starts[slot] = at + 1;
      to[at] = row;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** What is asked of a set: positions and their errors. */
type Placed = Pick<PointSet, 'count' | 'positions' | 'radiusM'>;

function sortedRows(set: Placed): { rows: Uint32Array; unplaced: Uint32Array } {
  const { count, positions } = set;
  const placed = new Uint32Array(count);
  const unplaced = new Uint32Array(count);
  let [n, m] = [0, 0];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let row = 0; row < count; row++) {
    const lng = positions[2 * row] ?? Number.NaN;
    const lat = positions[2 * row + 1] ?? Number.NaN;
    if (!Number.isFinite(lng) || !Number.isFinite(lat)) {
      unplaced[m++] = row;
      continue;
    }
    placed[n++] = row;
    if (lng < west) west = lng;
    if (lng > east) east = lng;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const rows = placed.slice(0, n);
  const keys = new Uint32Array(count);
  const [sx, sy] = [65_535 / Math.max(east - west, 1e-9), 65_535 / Math.max(north - south, 1e-9)];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const x = spread(((positions[2 * row] ?? 0) - west) * sx);
    keys[row] = x | (spread(((positions[2 * row + 1] ?? 0) - south) * sy) << 1);
  }
  return { rows: sortByKey(rows, keys), unplaced: unplaced.slice(0, m) };
}

/** Least and greatest of every `stride`-th value of a range, from `first` on. */
function extremes(values: Float64Array, first: number, end: number, stride: number): [least: number, greatest: number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = first; i < end; i += stride) {
    const value = values[i] ?? 0;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}

/** `degrees` holds lng, lat of the index's rows in the index's order. */
function blockOf(xyz: Float64Array, degrees: Float64Array, radius: Float64Array, start: number, end: number): Block {
  const [x1, x2] = extremes(xyz, 3 * start, 3 * end, 3);
  const [y1, y2] = extremes(xyz, 3 * start + 1, 3 * end, 3);
  const [z1, z2] = extremes(xyz, 3 * start + 2, 3 * end, 3);
  const [west, east] = extremes(degrees, 2 * start, 2 * end, 2);
  const [south, north] = extremes(degrees, 2 * start + 1, 2 * end, 2);
  const [minRadius, maxRadius] = extremes(radius, start, end, 1);
  return { start, end, min: [x1, y1, z1], max: [x2, y2, z2], west, south, east, north, minRadius, maxRadius };
}

/** Error of a row's position, metres; endless where the set states none. */
export function radiusAt(set: Placed, row: number): number {
  const stated = set.radiusM[row] ?? Number.NaN;
  return Number.isNaN(stated) ? Infinity : stated;
}

/** Sorts and bounds the rows of a set: about 0.5 s and 60 MB for a million. */
export function buildIndex(set: Placed): SpatialIndex {
  const { rows, unplaced } = sortedRows(set);
  const xyz = new Float64Array(3 * rows.length);
  const degrees = new Float64Array(2 * rows.length);
  const radius = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const lng = set.positions[2 * row] ?? 0;
    const lat = set.positions[2 * row + 1] ?? 0;
    degrees[2 * i] = lng;
    degrees[2 * i + 1] = lat;
    writeXyz(lng, lat, xyz, 3 * i);
    radius[i] = radiusAt(set, row);
  }
  const blocks: Block[] = [];
  for (let start = 0; start < rows.length; start += BLOCK_ROWS) {
    blocks.push(blockOf(xyz, degrees, radius, start, Math.min(rows.length, start + BLOCK_ROWS)));
  }
  return { rows, xyz, radius, blocks, unplaced };
}

/** Squared distances, metres², from a point to the nearest and the farthest place of a block's box. */
export function chordsToBlock({ min, max }: Block, at: ArrayLike<number>): [nearest: number, farthest: number] {
  let [near, far] = [0, 0];
  for (const axis of [0, 1, 2] as const) {
    const value = at[axis] ?? 0;
    const below = min[axis] - value;
    const above = value - max[axis];
    const gap = Math.max(below, above, 0);
    const reach = Math.max(-below, -above);
    near += gap * gap;
    far += reach * reach;
  }
  return [near, far];
}
