/** Rows whose point lies outside the district that they state: where it lies, and how far from what is stated. */
import { districtAt, isPlaced, NOT_STATED, type PointSet } from '../../../domain/point-set.ts';
import { FOSHAN_BBOX, inBbox } from '../../../domain/position.ts';
import { prepareRings, ringsOf } from '../../../domain/rings.ts';
import type { DistrictCollection } from '../../../domain/schema/area.ts';
import { DISTRICT_IDS, type DistrictId } from '../../../domain/vocabulary.ts';
import { type Note, note } from '../guards/notes.ts';
import type { OutsideStated } from '../types.ts';
import { districtTest } from './areas.ts';
import { GrowingBytes, GrowingFloat32, GrowingUint32 } from './growing.ts';
import { planarMetres } from './planar.ts';

/** Distances are reckoned for so many rows: of more, something is wrong with all of them. */
const MEASURED = 20_000;

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

/** Asked of all rows once they stand where they stand; a set whose datum is said anew is asked anew. */
export function checkDistricts(set: PointSet, districts: DistrictCollection): DistrictCheck {
  const inside = districtTest(districts);
  const edges = new Map<DistrictId, Float64Array>(
    districts.features.map(({ properties, geometry }) => [properties.id, prepareRings(ringsOf(geometry)).edges]),
  );
  const rows = new GrowingUint32();
  const liesIn = new GrowingBytes();
  const metres = new GrowingFloat32();
  let outsideCity = 0;
  for (let row = 0; row < set.count; row++) {
    if (!isPlaced(set, row)) continue;
    const [lng, lat] = [set.positions[2 * row] ?? Number.NaN, set.positions[2 * row + 1] ?? Number.NaN];
    const stated = districtAt(set, row);
    const inReach = inBbox([lng, lat], FOSHAN_BBOX);
    if (stated !== null && inReach && inside(stated, lng, lat)) continue;
    const lies = inReach ? DISTRICT_IDS.findIndex((id) => inside(id, lng, lat)) : -1;
    if (lies < 0) outsideCity++;
    if (stated === null) continue;
    rows.push(row);
    liesIn.push(lies < 0 ? NOT_STATED : lies);
    metres.push(rows.length > MEASURED ? Number.NaN : metresTo(edges.get(stated) ?? new Float64Array(), lng, lat));
  }
  const count = rows.length;
  return {
    outside: count === 0 ? null : { rows: rows.finish(), liesIn: liesIn.finish(), metres: metres.finish() },
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
