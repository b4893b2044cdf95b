/** A drawn or known area, made ready to be asked how near something comes to its edge. */
import { prepareRings, type Ring, type Rings } from '../domain/rings.ts';
import { writeXyz } from './chord.ts';

/** Edges are cut into pieces this long; such a piece leaves its chord by less than a centimetre. */
const PIECE_M = 500;
const MOST_PIECES = 20_000;
const GROUP = 32;

export interface Polygon extends Rings {
  /** Chords of the cut edges, earth-centred: six numbers a piece, metres. */
  readonly pieces: Float64Array;
  /** Box of each 32 pieces: least x, y, z and greatest x, y, z. */
  readonly groups: Float64Array;
}

/** Prepares rings for many questions. Without an edge (fewer than two different points) nothing is inside. */
export function preparePolygon(rings: readonly Ring[]): Polygon {
  const prepared = prepareRings(rings);
  const pieces = piecesOf(prepared.edges);
  return { ...prepared, pieces, groups: groupsOf(pieces) };
}

function piecesOf(edges: Float64Array): Float64Array {
  const lengths = new Float64Array(edges.length / 4);
  const ends = new Float64Array(6);
  lengths.forEach((_, e) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = edges.subarray(4 * e, 4 * e + 4);
    writeXyz(x1, y1, ends, 0);
    writeXyz(x2, y2, ends, 3);
    const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0] = ends;
    lengths[e] = Math.hypot(bx - ax, by - ay, bz - az);
  });
  const step = Math.max(PIECE_M, lengths.reduce((sum, length) => sum + length, 0) / MOST_PIECES);
  const cuts = Array.from(lengths, (length) => Math.max(1, Math.ceil(length / step)));
  const pieces = new Float64Array(6 * cuts.reduce((sum, n) => sum + n, 0));
  let at = 0;
  cuts.forEach((n, e) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = edges.subarray(4 * e, 4 * e + 4);
    for (let i = 0; i < n; i++, at += 6) {
      writeXyz(x1 + ((x2 - x1) * i) / n, y1 + ((y2 - y1) * i) / n, pieces, at);
      writeXyz(x1 + ((x2 - x1) * (i + 1)) / n, y1 + ((y2 - y1) * (i + 1)) / n, pieces, at + 3);
    }
  });
  return pieces;
}

function groupsOf(pieces: Float64Array): Float64Array {
  const groups = new Float64Array(6 * Math.ceil(pieces.length / 6 / GROUP));
  for (let g = 0; g < groups.length / 6; g++) {
    groups.fill(Infinity, 6 * g, 6 * g + 3);
    groups.fill(-Infinity, 6 * g + 3, 6 * g + 6);
  }
  pieces.forEach((value, i) => {
    const low = 6 * Math.floor(i / 6 / GROUP) + (i % 3);
    groups[low] = Math.min(groups[low] ?? 0, value);
    groups[low + 3] = Math.max(groups[low + 3] ?? 0, value);
  });
  return groups;
}

/** Edges that can decide for positions in a box: only those that a ray eastward from it can meet. */
export function edgesBeside({ edges }: Polygon, west: number, south: number, north: number): Float64Array {
  const kept: number[] = [];
  for (let e = 0; e < edges.length; e += 4) {
    const [x1, y1, x2, y2] = [edges[e] ?? 0, edges[e + 1] ?? 0, edges[e + 2] ?? 0, edges[e + 3] ?? 0];
    if (Math.max(y1, y2) >= south && Math.min(y1, y2) <= north && Math.max(x1, x2) >= west) kept.push(x1, y1, x2, y2);
  }
  return Float64Array.from(kept);
}

/** Pieces whose box comes within `margin` metres of a box; six numbers a piece. */
export function piecesNear(
  { pieces, groups }: Polygon,
  min: ArrayLike<number>,
  max: ArrayLike<number>,
  margin: number,
): Float64Array {
  const near: number[] = [];
  const apart = (low: number, high: number, axis: number): boolean =>
    low > (max[axis] ?? 0) + margin || high < (min[axis] ?? 0) - margin;
  for (let g = 0; g < groups.length / 6; g++) {
    if ([0, 1, 2].some((axis) => apart(groups[6 * g + axis] ?? 0, groups[6 * g + 3 + axis] ?? 0, axis))) continue;
    for (let p = 6 * GROUP * g; p < Math.min(pieces.length, 6 * GROUP * (g + 1)); p += 6) {
      const far = [0, 1, 2].some((axis) => {
        const [a, b] = [pieces[p + axis] ?? 0, pieces[p + 3 + axis] ?? 0];
        return apart(Math.min(a, b), Math.max(a, b), axis);
      });
      if (!far) near.push(...pieces.subarray(p, p + 6));
    }
  }
  return Float64Array.from(near);
}

/** True where one of the pieces comes within `chord` metres of an earth-centred point. */
export function touches(pieces: Float64Array, x: number, y: number, z: number, chord: number): boolean {
  const limit = chord * chord;
  for (let p = 0; p < pieces.length; p += 6) {
    const wx = x - (pieces[p] ?? 0);
    const wy = y - (pieces[p + 1] ?? 0);
    const wz = z - (pieces[p + 2] ?? 0);
    const vx = (pieces[p + 3] ?? 0) - (pieces[p] ?? 0);
    const vy = (pieces[p + 4] ?? 0) - (pieces[p + 1] ?? 0);
    const vz = (pieces[p + 5] ?? 0) - (pieces[p + 2] ?? 0);
    const length = vx * vx + vy * vy + vz * vz;
    const t = length === 0 ? 0 : Math.min(1, Math.max(0, (wx * vx + wy * vy + wz * vz) / length));
    const dx = wx - t * vx;
    const dy = wy - t * vy;
    const dz = wz - t * vz;
    if (dx * dx + dy * dy + dz * dz <= limit) return true;
  }
  return false;
}
