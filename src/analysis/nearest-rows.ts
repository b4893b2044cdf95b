/** The rows nearest to a place, as ranges and groups. */
import { labelAt, type PointSet } from '../domain/point-set.ts';
import { type Wgs84, wgs84 } from '../domain/position.ts';
import { longestGeodesic, writeXyz } from './chord.ts';
import { type Near, nearest, type Place } from './nearest.ts';
import { chordsToBlock, radiusAt, type SpatialIndex } from './spatial-index.ts';
import { distancesFrom, withinRadius } from './within-radius.ts';

export interface RowPlace extends Place {
  readonly row: number;
}
export interface NearestRows {
  readonly near: readonly Near<RowPlace>[];
  /** Rows beyond the k listed whose range reaches into the last group: any of them may be as near. */
  readonly asNear: number;
}

/** Blocks from near to far with the squared chord to each. */
function blocksFrom(index: SpatialIndex, at: ArrayLike<number>) {
  return index.blocks.map((block) => ({ block, chord: chordsToBlock(block, at)[0] })).sort((a, b) => a.chord - b.chord);
}

/** Puts a value into an ascending list of at most `k`. */
function keepLeast(list: number[], value: number, k: number): void {
  if (list.length === k && value >= (list[k - 1] ?? 0)) return;
  let at = list.length;
  while (at > 0 && (list[at - 1] ?? 0) > value) at--;
  list.splice(at, 0, value);
  if (list.length > k) list.pop();
}

/**
 * The `k` rows nearest to a centre known to `centreRadiusM` metres, of those that `asked` lets through.
 * Rows without a position are left out. Ties go to the lower row.
 */
export function nearestRows(
  set: PointSet,
  index: SpatialIndex,
  centre: Wgs84,
  centreRadiusM: number,
  k: number,
  asked: (row: number) => boolean = () => true,
): NearestRows {
  if (k < 1) return { near: [], asNear: 0 };
  const at = new Float64Array(3);
  writeXyz(centre[0], centre[1], at, 0);
  const [cx = 0, cy = 0, cz = 0] = at;
  const chordAt = (i: number): number =>
    ((index.xyz[3 * i] ?? 0) - cx) ** 2 +
    ((index.xyz[3 * i + 1] ?? 0) - cy) ** 2 +
    ((index.xyz[3 * i + 2] ?? 0) - cz) ** 2;

  const least: number[] = [];
  const blocks = blocksFrom(index, at);
  for (const { block, chord } of blocks) {
    if (least.length === k && chord > (least[k - 1] ?? 0)) break;
    for (let i = block.start; i < block.end; i++) {
      const value = chordAt(i);
      if (least.length < k || value < (least[k - 1] ?? 0)) if (asked(index.rows[i] ?? 0)) keepLeast(least, value, k);
    }
  }
  // The k rows with the least chords lie within this; a nearer row has a chord no longer than that.
  const bound = longestGeodesic(Math.sqrt(least[least.length - 1] ?? 0)) ** 2;
  const found: number[] = [];
  for (const { block, chord } of blocks) {
    if (chord > bound) break;
    for (let i = block.start; i < block.end; i++) {
      const row = index.rows[i] ?? 0;
      if (chordAt(i) <= bound && asked(row)) found.push(row);
    }
  }
  const distance = distancesFrom(set, centre);
  const listed = found
    .map((row) => ({ row, d: distance(row) }))
    .sort((a, b) => a.d - b.d || a.row - b.row)
    .slice(0, k)
    .map(({ row }): RowPlace => {
      const [lng, lat] = [set.positions[2 * row] ?? Number.NaN, set.positions[2 * row + 1] ?? Number.NaN];
      return {
        row,
        id: String(row),
        name: labelAt(set, row),
        position: wgs84(lng, lat),
        radiusM: radiusAt(set, row),
      };
    });
  const near = nearest(centre, centreRadiusM, listed, k);
  return { near, asNear: countAsNear(set, index, centre, centreRadiusM, near, asked) };
}

function countAsNear(
  set: PointSet,
  index: SpatialIndex,
  centre: Wgs84,
  centreRadiusM: number,
  near: readonly Near<RowPlace>[],
  asked: (row: number) => boolean,
): number {
  const last = near.at(-1)?.group;
  const reach = near.reduce((far, n) => (n.group === last ? Math.max(far, n.maxM) : far), -1);
  if (reach < 0) return 0;
  const { possible } = withinRadius(set, index, centre, centreRadiusM, reach);
  return possible.reduce((n, row) => n + (asked(row) ? 1 : 0), 0) - near.length;
}
