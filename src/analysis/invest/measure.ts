/** What distances say of one candidate: each value with the range that the errors of both ends leave. */
import { derivedFrom, sharesOrigin } from '../../domain/derived-from.ts';
import type { Site } from '../../domain/site.ts';
import type { ClusterId } from '../../domain/vocabulary.ts';
import { apartM, toSegmentsM } from './plane.ts';
import { COARSE, linear, PLACE_SCALES } from './scales.ts';
import type { CriterionValue, KnownValue, PlaceCriterion, Said, UnknownReason } from './types.ts';
import { type NearestCriterion, neighboursOf, type Target, type World } from './world.ts';

const unknown = (reason: UnknownReason): CriterionValue => ({ known: false, reason });

/** Why nothing can be said of how far a site is from anything; null where it can. */
function placedReason({ position, radiusM, precision }: Site): UnknownReason | null {
  if (position === null) return precision === 'unknown' ? 'not-placed' : 'placed-coarsely';
  if (COARSE.includes(precision)) return 'placed-coarsely';
  return radiusM === null ? 'no-radius' : null;
}

/** Unknown where, within the errors, the score could be anything: then the source does not allow saying it. */
function known(criterion: PlaceCriterion, world: World, site: Site, found: Omit<Found, 'score'>): CriterionValue {
  const scale = PLACE_SCALES[criterion];
  const { value, min, max } = found.said;
  const [a, b] = [linear(scale, min), linear(scale, max)];
  const [scoreMin, scoreMax] = [Math.min(a, b), Math.max(a, b)];
  if (scoreMin <= 0 && scoreMax >= 1) return unknown('too-coarse');
  const origin = world.origins[criterion];
  const own = site.location.sources.flatMap((key) => site.sources[key] ?? []);
  return {
    known: true,
    said: found.said,
    score: linear(scale, value),
    scoreMin,
    scoreMax,
    nearest: found.nearest,
    sources: [...own, ...origin.sources],
    date: origin.date,
    note: origin.note,
  };
}

interface Found {
  readonly said: Extract<Said, { min: number }>;
  readonly nearest: KnownValue['nearest'];
}

function nearestOf(targets: readonly Target[], lng: number, lat: number, radiusM: number): Found | null {
  let best: { readonly target: Target; readonly d: number } | null = null;
  let [min, max] = [Infinity, Infinity];
  for (const target of targets) {
    const d = apartM(lng, lat, target.position[0], target.position[1]);
    const r = radiusM + target.radiusM;
    min = Math.min(min, Math.max(0, d - r));
    max = Math.min(max, d + r);
    if (best === null || d < best.d) best = { target, d };
  }
  if (best === null) return null;
  const { nameZh, nameEn, siteId } = best.target;
  return { said: { kind: 'distance', value: best.d, min, max }, nearest: { nameZh, nameEn, siteId } };
}

/** One criterion of place for one candidate. `clusters` and `withinM` say which neighbours count. */
export function measure(
  criterion: PlaceCriterion,
  world: World,
  site: Site,
  clusters: readonly ClusterId[],
  withinM: number,
): CriterionValue {
  const reason = placedReason(site);
  const { position, radiusM } = site;
  if (reason !== null || position === null || radiusM === null) return unknown(reason ?? 'not-placed');
  const [lng, lat] = position;
  if (criterion === 'neighbours') {
    const said = countWithin(neighboursOf(world, clusters, site.id), site, [lng, lat, radiusM], withinM);
    return known(criterion, world, site, { said, nearest: null });
  }
  if (criterion === 'motorway') {
    const junction = nearestOf(world.junctions, lng, lat, radiusM);
    if (junction !== null) return known(criterion, world, site, junction);
    const d = toSegmentsM(lng, lat, world.motorways);
    if (d === Infinity) return unknown('none-placed');
    const r = radiusM + world.motorwayErrorM;
    return known(criterion, world, site, {
      said: { kind: 'distance', value: d, min: Math.max(0, d - r), max: d + r },
      nearest: null,
    });
  }
  const targets = targetsFor(world, criterion, site);
  // The nearest may be the very thing that stands for the place: then it is not known, and no next one takes its turn.
  const own = derivedFrom(site);
  if (targets.some((target) => target.derivedFrom.some((name) => own.includes(name)))) return unknown('derived');
  const found = nearestOf(targets, lng, lat, radiusM);
  return found === null ? unknown('none-placed') : known(criterion, world, site, found);
}

export function targetsFor(world: World, criterion: NearestCriterion, { id }: Site): readonly Target[] {
  return world.targets[criterion].filter(({ siteId }) => siteId !== id);
}

/** Certain when d + r ≤ R, possible when d − r ≤ R, the radii of both ends added; what is placed coarsely is counted apart. */
function countWithin(
  sites: readonly Site[],
  from: Site,
  [lng, lat, radiusM]: readonly [lng: number, lat: number, radiusM: number],
  withinM: number,
): Extract<Said, { kind: 'count' }> {
  let [value, min, max, cannotTell] = [0, 0, 0, 0];
  for (const site of sites) {
    const { position, radiusM: own, precision } = site;
    if (position === null || COARSE.includes(precision) || sharesOrigin(site, from)) {
      cannotTell += 1;
      continue;
    }
    const d = apartM(lng, lat, position[0], position[1]);
    const r = radiusM + (own ?? Infinity);
    if (d <= withinM) value += 1;
    if (d + r <= withinM) min += 1;
    if (d - r <= withinM) max += 1;
  }
  return { kind: 'count', value, min, max, withinM, cannotTell };
}
