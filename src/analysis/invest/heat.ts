/**
 * How good is here: what a place of no error in the middle of each square of a grid over the city would score by the
 * criteria in force that follow from where it is, measured as candidates are: an error of what is measured to is a mean
 * over the disc. Runs in a worker; nothing here touches one.
 */
import { metresPerDegree, type Wgs84, wgs84 } from '../../domain/position.ts';
import { isWithin, type Rings } from '../../domain/rings.ts';
import type { ClusterId, DistrictId } from '../../domain/vocabulary.ts';
import { DISC } from './disc.ts';
import { measure } from './measure.ts';
import { type MeasuredPlaces, measurePlaces, placeValue } from './own-places.ts';
import { moved } from './plane.ts';
import { LEAST_KNOWN } from './rank.ts';
import { BLANK } from './row-candidates.ts';
import { HEAT_STEP_M } from './scales.ts';
import { type InForce, sumsOf } from './score.ts';
import { type CriterionId, type CriterionValue, isPlaceCriterion, type ScoreEnd } from './types.ts';
import type { World } from './world.ts';

/** An area of the city with the error of its border, metres. */
export interface HeatDistrict {
  readonly id: DistrictId;
  readonly rings: Rings;
  readonly accuracyM: number;
}

export interface HeatInput {
  readonly world: World;
  /** Those that follow from a position: `isHeatCriterion`. */
  readonly inForce: readonly InForce[];
  readonly end: ScoreEnd;
  readonly clusters: readonly ClusterId[];
  readonly withinM: number;
  readonly preferred: readonly DistrictId[];
  /** The user's own points and areas; of a count, `most` is the greatest of the candidates. */
  readonly own: readonly Omit<MeasuredPlaces, 'found'>[];
  readonly districts: readonly HeatDistrict[];
}

export interface HeatSurface {
  /** North-western corner of the grid, and the sides of a square, degrees. */
  readonly west: number;
  readonly north: number;
  readonly stepLng: number;
  readonly stepLat: number;
  readonly width: number;
  readonly height: number;
  /** 0 to 100, row by row from the north-west; NaN where it cannot be told, or outside. */
  readonly scores: Float32Array;
  /** 1 where the middle lies in the city. */
  readonly inside: Uint8Array;
}

/** Whether it follows from where a place is. */
export const isHeatCriterion = (id: CriterionId): boolean =>
  isPlaceCriterion(id) || id === 'district' || id.startsWith('own-near-') || id.startsWith('own-in-');

/** Of the points within the border's error, how many lie in a preferred district. */
function districtValue({ districts, preferred }: HeatInput, [lng, lat]: Wgs84): CriterionValue {
  const errorM = Math.max(0, ...districts.map(({ accuracyM }) => accuracyM));
  let [inside, wanted] = [0, 0];
  for (const [east, north] of DISC) {
    const [x, y] = moved(lng, lat, errorM * east, errorM * north);
    const found = districts.find(({ rings }) => isWithin(rings, x, y));
    if (found === undefined) continue;
    inside += 1;
    if (preferred.includes(found.id)) wanted += 1;
  }
  if (inside === 0) return { known: false, reason: 'not-placed' };
  const score = wanted / inside;
  return {
    ...{ known: true, said: { kind: 'district', districts: [], preferred: wanted }, score },
    ...{ scoreMin: score, scoreMax: score, nearest: null, sources: [], date: null, note: null },
  };
}

/** 0 to 100; NaN where less than half of the weight can be told. */
export function heatAt(input: HeatInput, position: Wgs84): number {
  const site = { ...BLANK, id: '', nameZh: '', nameEn: '', position, precision: 'exact' as const, radiusM: 0 };
  const values = new Map<CriterionId, CriterionValue>();
  for (const { criterion } of input.inForce) {
    if (isPlaceCriterion(criterion))
      values.set(criterion, measure(criterion, input.world, site, input.clusters, input.withinM));
    else if (criterion === 'district') values.set(criterion, districtValue(input, position));
  }
  for (const { places, most, ...choice } of input.own) {
    const { found } = measurePlaces(places, [site], choice);
    values.set(places.id, placeValue({ ...choice, places, most, found }, site.id));
  }
  const { score, scoreHigh, knownShare } = sumsOf({ values }, input.inForce);
  const end = input.end === 'high' ? scoreHigh : score;
  return end === null || knownShare < LEAST_KNOWN ? Number.NaN : end;
}

/** A surface that is made row by row, so that whoever makes it can stop. */
export function startHeat(input: HeatInput): { readonly surface: HeatSurface; readonly row: (y: number) => void } {
  const boxes = input.districts.map(({ rings }) => rings.bbox);
  const west = Math.min(...boxes.map(([w]) => w));
  const south = Math.min(...boxes.map(([, s]) => s));
  const east = Math.max(...boxes.map(([, , e]) => e));
  const north = Math.max(...boxes.map(([, , , n]) => n));
  const [eastM, northM] = metresPerDegree((south + north) / 2);
  const [stepLng, stepLat] = [HEAT_STEP_M / eastM, HEAT_STEP_M / northM];
  const width = boxes.length === 0 ? 0 : Math.ceil((east - west) / stepLng);
  const height = boxes.length === 0 ? 0 : Math.ceil((north - south) / stepLat);
  const scores = new Float32Array(width * height).fill(Number.NaN);
  const inside = new Uint8Array(width * height);
  return {
    surface: { west, north, stepLng, stepLat, width, height, scores, inside },
    row: (y) => {
      for (let x = 0; x < width; x++) {
        const at = wgs84(west + (x + 0.5) * stepLng, north - (y + 0.5) * stepLat);
        if (!input.districts.some(({ rings }) => isWithin(rings, at[0], at[1]))) continue;
        inside[y * width + x] = 1;
        scores[y * width + x] = heatAt(input, at);
      }
    },
  };
}
