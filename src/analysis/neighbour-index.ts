/**
 * Whether points stand closer together or farther apart than chance would put them: the nearest-neighbour index
 * of Clark and Evans (1954) with the edge correction of Donnelly (1978).
 */

import { precisionAt } from '../domain/point-set.ts';
import { isWithin, prepareRings, type Ring } from '../domain/rings.ts';
import { FEWEST } from './concentration.ts';
import { recordsOf } from './counted-set.ts';
import type { Source } from './cross-table.ts';
import { areaM2, outlineM } from './measure.ts';
import { nearestDistances } from './nearest-distances.ts';

/** Two-sided at the 5 % level. */
const CRITICAL_Z = 1.959963984540054;

export interface NeighbourIndex {
  /** `random` says no more than that chance would do it. */
  readonly verdict: 'too-few' | 'clustered' | 'random' | 'dispersed';
  /** Points used: records known to the street or better, in the area. */
  readonly points: number;
  /** Mean distance to the nearest other point, metres, and what chance gives there; null below two points. */
  readonly meanM: number | null;
  readonly expectedM: number | null;
  /** Mean over expected: below 1 is closer together. */
  readonly ratio: number | null;
  readonly z: number | null;
  /** Points that share their position with another one, which pulls the mean down. */
  readonly coincident: number;
  /** Left out: coarser than street or not placed; and outside the area. */
  readonly coarse: number;
  readonly outside: number;
  readonly areaM2: number;
}

/** `parts` are the polygons of the area asked about, each a ring with its holes; neighbours among them are one area. */
export function neighbourIndex(sources: readonly Source[], parts: readonly (readonly Ring[])[]): NeighbourIndex {
  const within = prepareRings(parts.flat());
  const found: [number, number][] = [];
  let [coarse, outside] = [0, 0];
  for (const { counted, rows } of sources) {
    for (const row of recordsOf(counted, rows)) {
      const precision = precisionAt(counted.set, row);
      const [lng, lat] = [
        counted.set.positions[2 * row] ?? Number.NaN,
        counted.set.positions[2 * row + 1] ?? Number.NaN,
      ];
      if ((precision !== 'exact' && precision !== 'street') || Number.isNaN(lng)) coarse++;
      else if (isWithin(within, lng, lat)) found.push([lng, lat]);
      else outside++;
    }
  }
  const area = parts.reduce((sum, rings) => sum + areaM2(rings), 0);
  const border = outlineM(parts.flat());
  const n = found.length;
  const rest = { points: n, coarse, outside, areaM2: area };
  if (n < 2 || area === 0)
    return { verdict: 'too-few', meanM: null, expectedM: null, ratio: null, z: null, coincident: 0, ...rest };
  const distances = nearestDistances(found);
  const meanM = distances.reduce((sum, d) => sum + d, 0) / n;
  const expectedM = 0.5 * Math.sqrt(area / n) + (0.0514 + 0.041 / Math.sqrt(n)) * (border / n);
  const error = Math.sqrt((0.0703 * area) / n ** 2 + 0.037 * border * Math.sqrt(area / n ** 5));
  const z = (meanM - expectedM) / error;
  const side = z < -CRITICAL_Z ? 'clustered' : z > CRITICAL_Z ? 'dispersed' : 'random';
  const coincident = distances.reduce((sum, d) => sum + (d === 0 ? 1 : 0), 0);
  return { verdict: n < FEWEST ? 'too-few' : side, meanM, expectedM, ratio: meanM / expectedM, z, coincident, ...rest };
}
