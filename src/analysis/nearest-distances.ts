/** How far each of many points is from the nearest other one. */
import type { LngLat } from '../domain/position.ts';
import { type Block, buildIndex, chordsToBlock, type SpatialIndex } from './spatial-index.ts';

/**
 * Metres from each point to the nearest other one, 0 where two share a position and Infinity where there is no
 * other. By the straight line, which up to 10 km is the geodesic to a millimetre.
 */
export function nearestDistances(points: readonly LngLat[]): Float64Array {
  const count = points.length;
  const index = buildIndex({ count, positions: Float64Array.from(points.flat()), radiusM: new Float32Array(count) });
  /** Squared, in the index's order. */
  const least = new Float64Array(index.rows.length).fill(Infinity);
  for (const block of index.blocks) askBlock(index, block, least);
  const distances = new Float64Array(count).fill(Infinity);
  index.rows.forEach((row, i) => {
    distances[row] = Math.sqrt(least[i] ?? Infinity);
  });
  return distances;
}

/** Points near each other stand in one block, so it bounds how far the search must go before others are looked at. */
function askBlock({ xyz, blocks }: SpatialIndex, own: Block, least: Float64Array): void {
  let farthest = 0;
  for (let i = own.start; i < own.end; i++) {
    least[i] = nearestIn(xyz, own, i, Infinity);
    farthest = Math.max(farthest, least[i] ?? 0);
  }
  const near = blocks.filter((block) => block !== own && gap(own, block) < farthest);
  for (let i = own.start; i < own.end; i++) {
    const at = xyz.subarray(3 * i, 3 * i + 3);
    for (const block of near) {
      const known = least[i] ?? Infinity;
      if (chordsToBlock(block, at)[0] < known) least[i] = nearestIn(xyz, block, i, known);
    }
  }
}

/** The least squared distance from point `i` to the others of a block, or what is known where that is less. */
function nearestIn(xyz: Float64Array, { start, end }: Block, i: number, known: number): number {
  const [x = 0, y = 0, z = 0] = xyz.subarray(3 * i, 3 * i + 3);
  let least = known;
  for (let j = start; j < end; j++) {
    if (j === i) continue;
    const dx = (xyz[3 * j] ?? 0) - x;
    const dy = (xyz[3 * j + 1] ?? 0) - y;
    const dz = (xyz[3 * j + 2] ?? 0) - z;
    const squared = dx * dx + dy * dy + dz * dz;
    if (squared < least) least = squared;
  }
  return least;
}

/** Squared distance between the boxes of two blocks. */
function gap(a: Block, b: Block): number {
  let squared = 0;
  for (const axis of [0, 1, 2] as const) {
    const apart = Math.max(a.min[axis] - b.max[axis], b.min[axis] - a.max[axis], 0);
    squared += apart * apart;
  }
  return squared;
}
