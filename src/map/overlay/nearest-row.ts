/**
 * Which row is under the pointer. A walk over the positions: a million rows take a few milliseconds, so that
 * no index has to be built and kept for it.
 */
import type { PointSet } from '../../domain/point-set.ts';

/** Of the rows that are points the one nearest to a place within an ellipse of half axes `dLng`, `dLat` (degrees), of those that pass; null for none. */
export function nearestRow(
  set: PointSet,
  lng: number,
  lat: number,
  dLng: number,
  dLat: number,
  passes: (row: number) => boolean,
): number | null {
  const { positions, count, geometries } = set;
  const [west, east, south, north] = [lng - dLng, lng + dLng, lat - dLat, lat + dLat];
  let best: number | null = null;
  let least = 1;
  for (let row = 0; row < count; row++) {
    const x = positions[2 * row] ?? Number.NaN;
    const y = positions[2 * row + 1] ?? Number.NaN;
    if (!(x >= west && x <= east && y >= south && y <= north) || (geometries?.kind[row] ?? 0) !== 0) continue;
    const away = Math.hypot((x - lng) / dLng, (y - lat) / dLat);
    // Of rows in one place the last is on top.
    if (away > least || !passes(row)) continue;
    least = away;
    best = row;
  }
  return best;
}
