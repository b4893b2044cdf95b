/** Rows whose place and stated district disagree: where they lie, and how far from what is stated. */
import { COUNTED_PLACES, countedPlace, statedDistrict } from '../../../analysis/counted-set.ts';
import { NOT_STATED, type PointSet } from '../../../domain/point-set.ts';
import { prepareRings, ringsOf } from '../../../domain/rings.ts';
import type { DistrictCollection } from '../../../domain/schema/area.ts';
import { DISTRICT_IDS, type DistrictId, ELSEWHERE } from '../../../domain/vocabulary.ts';
import { type Note, note } from '../guards/notes.ts';
import type { OutsideStated } from '../types.ts';
import { planarMetres } from './planar.ts';

/** Distances are reckoned for so many rows: of more, something is wrong with all of them. */
const MEASURED = 20_000;
const NO_EDGES = new Float64Array();

/** Metres from a place to the nearest edge of an outline; good to a per mille. */
function metresTo(edges: Float64Array, lng: number, lat: number): number {
  const squeeze = Math.cos((lat * Math.PI) / 180);
  let least = Infinity;
  let [nearX, nearY] = [lng, lat];
  for (let e = 0; e < edges.length; e += 4) {
    const x1 = ((edges[e] ?? 0) - lng) * squeeze;
    const y1 = (edges[e + 1] ?? 0) - lat;
    const dx = ((edges[e + 2] ?? 0) - lng) * squeeze - x1;
    const dy = (edges[e + 3] ?? 0) - lat - y1;
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
    const [x, y] = [x1 + along * dx, y1 + along * dy];
    const square = x * x + y * y;
    if (square >= least) continue;
    least = square;
    nearX = lng + x / squeeze;
    nearY = lat + y;
  }
  return planarMetres(lng, lat, nearX, nearY);
}

export interface DistrictCheck {
  /** Null where every row lies in what it states. */
  readonly outside: OutsideStated | null;
  readonly warnings: readonly Note[];
}

/**
 * Asked of a set once its rows are located: the same rows and places as every other count of it has. A set whose datum
 * is said anew is asked anew.
 */
export function checkDistricts(set: PointSet, districts: DistrictCollection): DistrictCheck {
  const edges = new Map<DistrictId, Float64Array>(
    districts.features.map(({ properties, geometry }) => [properties.id, prepareRings(ringsOf(geometry)).edges]),
  );
  const placeOf = countedPlace(set);
  const rows = set.located?.disagreeing ?? new Uint32Array();
  const liesIn = Uint8Array.from(rows, (row) => {
    const at = placeOf(row);
    return at < DISTRICT_IDS.length ? at : NOT_STATED;
  });
  const metres = Float32Array.from(rows, (row, at) => {
    const stated = statedDistrict(set, row);
    if (stated === null || at >= MEASURED) return Number.NaN;
    return metresTo(edges.get(stated) ?? NO_EDGES, set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0);
  });
  let outsideCity = 0;
  for (let row = 0; row < set.count; row++) if (COUNTED_PLACES[placeOf(row)] === ELSEWHERE) outsideCity++;
  const count = rows.length;
  return {
    outside: count === 0 ? null : { rows, liesIn, metres },
    warnings: [
      ...(count > 0 ? [note('outside-stated-district', { count })] : []),
      ...(outsideCity > 0 ? [note('outside-city', { count: outsideCity })] : []),
    ],
  };
}

/** The notes of a receipt with those of a check in the place of an earlier one's. */
export function withCheck(warnings: readonly Note[], check: DistrictCheck): readonly Note[] {
  const others = warnings.filter(({ code }) => code !== 'outside-stated-district' && code !== 'outside-city');
  return [...check.warnings, ...others];
}
