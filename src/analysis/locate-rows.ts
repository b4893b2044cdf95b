/**
 * Of which districts the rows of an import are. Where a row lies decides if its error allows; else what it states; where
 * the two disagree, a place that is known to less than half a kilometre decides, and a coarser one is possible in both.
 */
import { booleanIntersects, circle } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { isPlaced, type Located, type PointSet } from '../domain/point-set.ts';
import { wgs84 } from '../domain/position.ts';
import { ANY_DISTRICT, packDistricts, type RowDistricts, statedDistricts } from '../domain/row-districts.ts';
import type { BorderAccuracy } from '../domain/schema/config.ts';
import { DISTRICT_IDS, type DistrictId } from '../domain/vocabulary.ts';
import { CERTAIN, INSIDE, NO } from './answer.ts';
import { statedDistrict } from './counted-set.ts';
import { distanceM } from './geodesic.ts';
import type { SpatialIndex } from './spatial-index.ts';
import { verdictsInPolygon } from './within-polygon.ts';

/** A place with less error than this outdoes what the row states, metres. */
const DECIDES_BELOW_M = 500;

interface Lying {
  /** Districts that its circle of error touches. */
  readonly touched: readonly DistrictId[];
  /** The one that its point is in. */
  readonly inside: DistrictId | null;
  /** The whole circle is in `inside`. */
  readonly whole: boolean;
}

/** What decides of a row; `disagree` where its place and its statement cannot both be true. */
export function districtsOfRow(
  { touched, inside, whole }: Lying,
  stated: DistrictId | null,
  radiusM: number,
): { readonly districts: RowDistricts; readonly disagree: boolean } {
  const byPlace: RowDistricts = { possible: touched, counted: inside, certain: whole, known: true };
  if (stated === null) return { districts: byPlace, disagree: false };
  if (touched.includes(stated)) {
    return { districts: whole ? byPlace : { ...statedDistricts([stated]), counted: stated }, disagree: false };
  }
  if (radiusM < DECIDES_BELOW_M) return { districts: byPlace, disagree: true };
  const possible = DISTRICT_IDS.filter((id) => id === stated || touched.includes(id));
  return { districts: { possible, counted: inside, certain: false, known: true }, disagree: true };
}

const EXACT: BorderAccuracy = { accuracyMetres: 0, doubtful: [] };

type Doubt = BorderAccuracy['doubtful'][number];

/** No degree of latitude is shorter than this, metres. */
const LEAST_M_PER_LAT = 110_000;

/** Whether a place with its error reaches a circle of doubt; the geodesic is asked only where the latitudes allow it. */
function isDoubted({ at, radiusM }: Doubt, lng: number, lat: number, reachM: number): boolean {
  const limit = radiusM + reachM;
  return Math.abs(at[1] - lat) * LEAST_M_PER_LAT <= limit && distanceM(wgs84(lng, lat), wgs84(...at)) <= limit;
}

/** Districts that a circle reaches into: what lies in it may be in any of them, or in none. */
function districtsTouching(
  { at, radiusM }: Doubt,
  districts: ReadonlyMap<DistrictId, Polygon | MultiPolygon>,
): readonly DistrictId[] {
  const round = circle([...at], radiusM, { units: 'meters' });
  return [...districts].flatMap(([id, area]) => (booleanIntersects(round, area) ? [id] : []));
}

/**
 * @param byCoordinates 1 for rows that their coordinates placed; of the others only what they state counts
 * @param districts outlines of all districts
 * @param border error of the outlines, and the circles in which it is known to be worse
 */
export function locateRows(
  set: PointSet,
  index: SpatialIndex,
  byCoordinates: Uint8Array,
  districts: ReadonlyMap<DistrictId, Polygon | MultiPolygon>,
  { accuracyMetres, doubtful }: BorderAccuracy = EXACT,
): Located {
  const verdicts = DISTRICT_IDS.flatMap((id) => {
    const area = districts.get(id);
    return area === undefined ? [] : [{ id, verdict: verdictsInPolygon(set, index, area, accuracyMetres).verdict }];
  });
  const doubts = doubtful.map((circle) => ({ ...circle, touches: districtsTouching(circle, districts) }));
  const codes = new Uint16Array(set.count);
  const disagreeing: number[] = [];
  for (let row = 0; row < set.count; row++) {
    const stated = statedDistrict(set, row);
    if (byCoordinates[row] !== 1 || !isPlaced(set, row)) {
      codes[row] = packDistricts(stated === null ? ANY_DISTRICT : statedDistricts([stated]));
      continue;
    }
    const within = verdicts.find(({ verdict }) => (verdict[row] ?? NO) >= INSIDE);
    const [lng, lat] = [set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0];
    const reach = set.radiusM[row] ?? Infinity;
    const doubted = doubts.filter((doubt) => isDoubted(doubt, lng, lat, reach));
    const touched = verdicts.flatMap(({ id, verdict }) =>
      verdict[row] !== NO || doubted.some(({ touches }) => touches.includes(id)) ? [id] : [],
    );
    const { districts: found, disagree } = districtsOfRow(
      {
        touched,
        inside: within?.id ?? null,
        whole: doubted.length === 0 && within?.verdict[row] === CERTAIN,
      },
      stated,
      reach,
    );
    codes[row] = packDistricts(found);
    if (disagree) disagreeing.push(row);
  }
  return { codes, disagreeing: Uint32Array.from(disagreeing) };
}
