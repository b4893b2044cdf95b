/** What lies nearest, when both ends are known only to a radius: sorted by distance, shown as ranges. */
import type { Wgs84 } from '../domain/position.ts';
import { distanceM } from './geodesic.ts';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly position: Wgs84;
  /** Error of the position, metres. */
  readonly radiusM: number;
}

export interface Near<T extends Place> {
  readonly place: T;
  readonly distanceM: number;
  /** [max(0, d − r), d + r] with the radii of both ends added. */
  readonly minM: number;
  readonly maxM: number;
  /** Places whose ranges overlap share a group: which is nearer cannot be told. */
  readonly group: number;
}

/** The `k` nearest of `places` to a position that is known to `radiusM` metres. */
export function nearest<T extends Place>(from: Wgs84, radiusM: number, places: readonly T[], k: number): Near<T>[] {
  const sorted = places
    .map((place) => {
      const d = distanceM(from, place.position);
      const r = radiusM + place.radiusM;
      return { place, distanceM: d, minM: Math.max(0, d - r), maxM: d + r };
    })
    .sort((a, b) => a.distanceM - b.distanceM)
    .slice(0, k);
  let group = 0;
  let reach = Number.NEGATIVE_INFINITY;
  return sorted.map((near, index) => {
    if (index > 0 && near.minM > reach) group += 1;
    reach = Math.max(reach, near.maxM);
    return { ...near, group };
  });
}
