/**
 * The user's own points and areas as criteria: how many of a set's points lie within reach of a candidate, and whether it
 * lies in one of its areas. The errors of both ends add up; what is not placed is counted apart, and what of a candidate
 * cannot be told stays unknown.
 */
import { geometryKindAt, partsAt } from '../../domain/geometries.ts';
import { isPlaced, precisionAt, siteIdAt, wholeGeometries } from '../../domain/point-set.ts';
import { metresPerDegree, type Wgs84, wgs84 } from '../../domain/position.ts';
import { isWithin, prepareRings, type Rings } from '../../domain/rings.ts';
import type { Site } from '../../domain/site.ts';
import { apartAt, DISC, type Offset } from './disc.ts';
import { type From, placedReason } from './measure.ts';
import { type OwnSet, shortMark } from './own-rows.ts';
import { moved, offsetM, toSegmentsM } from './plane.ts';
import { COARSE } from './scales.ts';
import type { CriterionValue, OwnCriterion } from './types.ts';

/** Kilometres within which points are counted until the user says another. */
export const REACH_KM = 20;
/** Of a set with more rows than this no criterion is made. */
const MOST_PLACES = 20_000;

interface Area extends Rings {
  readonly errorM: number;
}

/** A set of the user's own whose points or areas can be a criterion. */
export interface OwnPlaces {
  readonly id: OwnCriterion;
  readonly kind: 'near' | 'in';
  readonly name: string;
  readonly points: readonly From[];
  readonly areas: readonly Area[];
  /** Rows that are not placed, or so coarsely that no distance follows. */
  readonly cannotTell: number;
}

export const nearMark = (name: string): OwnCriterion => `own-near-${shortMark(name.trim())}`;
export const inMark = (name: string): OwnCriterion => `own-in-${shortMark(name.trim())}`;

/** What each set offers: points that stand for no site to be near to, areas to lie in. */
export function ownPlaces(sets: readonly OwnSet[]): OwnPlaces[] {
  return sets.flatMap(({ name, set }) => {
    if (set.count > MOST_PLACES || set.isCut === true) return [];
    const geometries = wholeGeometries(set);
    const points: From[] = [];
    const areas: Area[] = [];
    let cannotTell = 0;
    for (let row = 0; row < set.count; row++) {
      // A row that stands for a site is a table's: it is at no place of its own.
      if (siteIdAt(set, row) !== null) continue;
      const errorM = set.radiusM[row] ?? Number.NaN;
      const kind = geometryKindAt(geometries, row);
      if (kind === 'area' && geometries !== undefined) {
        areas.push({ ...prepareRings(partsAt(geometries, row).flat()), errorM: Number.isNaN(errorM) ? 0 : errorM });
      } else if (kind === 'point') {
        const isKnown = isPlaced(set, row) && !COARSE.includes(precisionAt(set, row)) && !Number.isNaN(errorM);
        if (isKnown)
          points.push({
            position: wgs84(set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0),
            radiusM: errorM,
          });
        else cannotTell += 1;
      }
    }
    const made: OwnPlaces[] = [];
    if (points.length > 0) made.push({ id: nearMark(name), kind: 'near', name, points, areas: [], cannotTell });
    if (areas.length > 0) made.push({ id: inMark(name), kind: 'in', name, points: [], areas, cannotTell: 0 });
    return made;
  });
}

/** How the user takes a set of places. */
export interface PlaceChoice {
  readonly lessIsBetter: boolean;
  /** Metres. */
  readonly withinM: number;
}

/** What is found at one candidate, before it is scored. */
type Found =
  | { readonly kind: 'unknown'; readonly value: CriterionValue }
  | {
      readonly kind: 'found';
      readonly value: number;
      readonly min: number;
      readonly max: number;
      readonly over: readonly number[];
    };

function fromOf(site: Site): From | CriterionValue {
  const { position, radiusM } = site;
  const reason = placedReason(site);
  if (reason !== null || position === null || radiusM === null) return { known: false, reason: reason ?? 'not-placed' };
  return { position, radiusM };
}

/** Certain, possible, and at each point of the disc, as neighbours are counted. */
function countNear(points: readonly From[], from: From, withinM: number): Found {
  const found = { value: 0, min: 0, max: 0 };
  const edge: Offset[] = [];
  const [lng, lat] = from.position;
  for (const { position, radiusM } of points) {
    const [eastM, northM] = offsetM(lng, lat, position[0], position[1]);
    const errorM = from.radiusM + radiusM;
    const d = Math.hypot(eastM, northM);
    if (d - errorM > withinM) continue;
    found.max += 1;
    if (d <= withinM) found.value += 1;
    if (d + errorM <= withinM) found.min += 1;
    else edge.push({ eastM, northM, errorM });
  }
  const over = DISC.map((point) => found.min + edge.filter((offset) => apartAt(offset, point) <= withinM).length);
  return { kind: 'found', ...found, over };
}

const isBeside = ({ bbox: [west, south, east, north] }: Rings, [lng, lat]: Wgs84, metres: number): boolean => {
  const [a, b] = metresPerDegree(lat);
  return lng < west - metres / a || lng > east + metres / a || lat < south - metres / b || lat > north + metres / b;
};

/** 1 inside, 0 outside: at its stated point, for certain, possibly, and at each point of the disc. */
function lieIn(areas: readonly Area[], { position, radiusM }: From): Found {
  const [lng, lat] = position;
  const near = areas.filter((area) => !isBeside(area, position, radiusM + area.errorM));
  const inside = (area: Area) => isWithin(area, lng, lat);
  const isClear = (area: Area) => toSegmentsM(lng, lat, area.edges) >= radiusM + area.errorM;
  const at = ([east, north]: readonly [number, number], area: Area) => {
    const errorM = radiusM + area.errorM;
    return isWithin(area, ...moved(lng, lat, errorM * east, errorM * north));
  };
  return {
    kind: 'found',
    value: Number(near.some(inside)),
    min: Number(near.some((area) => inside(area) && isClear(area))),
    max: Number(near.some((area) => inside(area) || !isClear(area))),
    over: DISC.map((point) => Number(near.some((area) => at(point, area)))),
  };
}

/** One criterion over all candidates. */
export interface MeasuredPlaces extends PlaceChoice {
  readonly places: OwnPlaces;
  /** Of a count, the greatest of all candidates, which scores 1; of areas 1. */
  readonly most: number;
  readonly found: ReadonlyMap<string, Found>;
}

/** Measures every candidate; a count scores by the greatest among them, so that none can be scored alone. */
export function measurePlaces(places: OwnPlaces, sites: readonly Site[], choice: PlaceChoice): MeasuredPlaces {
  const found = new Map(
    sites.map((site): readonly [string, Found] => {
      const from = fromOf(site);
      if ('known' in from) return [site.id, { kind: 'unknown', value: from }];
      return [
        site.id,
        places.kind === 'in' ? lieIn(places.areas, from) : countNear(places.points, from, choice.withinM),
      ];
    }),
  );
  const most = [...found.values()].reduce((top, one) => (one.kind === 'found' ? Math.max(top, one.value) : top), 0);
  return { ...choice, places, found, most: places.kind === 'in' ? 1 : most };
}

/** Where no candidate has any, all are alike and score 1. */
export function placeValue(
  { places, found, most, lessIsBetter, withinM }: MeasuredPlaces,
  siteId: string,
): CriterionValue {
  const one = found.get(siteId);
  if (one === undefined) return { known: false, reason: 'not-in-set' };
  if (one.kind === 'unknown') return one.value;
  const { value, min, max, over } = one;
  const score = (n: number) => {
    const share = most === 0 ? 1 : Math.min(1, n / most);
    return lessIsBetter && most > 0 ? 1 - share : share;
  };
  const { name, cannotTell } = places;
  // What is not placed may be within reach: it counts at the end where it is for the better, or for the worse.
  const [atLow, atHigh] = lessIsBetter ? [cannotTell, 0] : [0, cannotTell];
  const scoresOver = { low: over.map((n) => score(n + atLow)), high: over.map((n) => score(n + atHigh)) };
  const mean = (scores: readonly number[]) => scores.reduce((sum, one) => sum + one, 0) / scores.length;
  const [a, b] = [score(min), score(max)];
  return {
    known: true,
    said:
      places.kind === 'in'
        ? { kind: 'inside', value, min, max, set: name }
        : { kind: 'count', value, min, max, withinM, cannotTell },
    ...{ over, scoresOver },
    ...{ score: mean(scoresOver.low), scoreHigh: mean(scoresOver.high) },
    scoreMin: Math.min(a, b),
    scoreMax: Math.max(a, b),
    ...{ nearest: null, sources: [], date: null, note: null },
  };
}
