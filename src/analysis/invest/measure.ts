/**
 * What distances say of one candidate. The value is the one at the stated points, its range what the errors of both ends
 * leave, and the score the mean over the disc that they span: where a place is known poorly the middle is no surer than
 * the rest of it.
 */
import { derivedFrom, isOnePoint, sharesOrigin } from '../../domain/derived-from.ts';
import type { Wgs84 } from '../../domain/position.ts';
import type { Site } from '../../domain/site.ts';
import type { ClusterId } from '../../domain/vocabulary.ts';
import { apartAt, DISC, meanOf, type Offset } from './disc.ts';
import { moved, nearestOnSegments, offsetM, segmentsNear, toSegmentsM } from './plane.ts';
import { COARSE, linear, PLACE_SCALES } from './scales.ts';
import type { CriterionValue, KnownValue, PlaceCriterion, Said, UnknownReason } from './types.ts';
import { type NearestCriterion, neighboursOf, type Target, type World } from './world.ts';

const unknown = (reason: UnknownReason): CriterionValue => ({ known: false, reason });

/** Why nothing can be said of how far a site is from anything; null where it can. */
export function placedReason({ position, radiusM, precision }: Site): UnknownReason | null {
  if (position === null) return precision === 'unknown' ? 'not-placed' : 'placed-coarsely';
  if (COARSE.includes(precision)) return 'placed-coarsely';
  return radiusM === null ? 'no-radius' : null;
}

interface Found {
  readonly said: Extract<Said, { kind: 'distance' | 'count' }>;
  /** The value at each point of the disc. */
  readonly over: readonly number[];
  readonly nearest: KnownValue['nearest'];
  readonly to?: Wgs84;
}

function known(criterion: PlaceCriterion, world: World, site: Site, found: Found): CriterionValue {
  const { said, over, nearest, to } = found;
  const scale = PLACE_SCALES[criterion];
  const untold = said.kind === 'count' ? said.cannotTell : 0;
  const [a, b] = [linear(scale, said.min), linear(scale, said.max + untold)];
  const scoreWith = (more: number) => meanOf(over, (value) => linear(scale, value + more));
  const origin = world.origins[criterion];
  const own = site.location.sources.flatMap((key) => site.sources[key] ?? []);
  return {
    known: true,
    said,
    over,
    score: scoreWith(0),
    scoreMin: Math.min(a, b),
    scoreMax: Math.max(a, b),
    ...(untold === 0 ? {} : { scoreHigh: scoreWith(untold) }),
    nearest,
    ...(to === undefined ? {} : { to }),
    sources: [...own, ...origin.sources],
    date: origin.date,
    note: origin.note,
  };
}

/** The point of a candidate with the error that is stated of it, metres. */
export interface From {
  readonly position: Wgs84;
  readonly radiusM: number;
}

function offsetTo({ position, radiusM }: From, to: Pick<Target, 'position' | 'radiusM'>): Offset {
  const [eastM, northM] = offsetM(position[0], position[1], to.position[0], to.position[1]);
  return { eastM, northM, errorM: radiusM + to.radiusM };
}

function nearestOf(targets: readonly Target[], from: From): Found | null {
  const offsets = targets.map((target) => offsetTo(from, target));
  const apart = Float64Array.from(offsets, ({ eastM, northM }) => Math.sqrt(eastM * eastM + northM * northM));
  let max = Infinity;
  offsets.forEach(({ errorM }, i) => {
    max = Math.min(max, (apart[i] ?? 0) + errorM);
  });
  // What is farther at its nearest than another at its farthest is nearest nowhere.
  const near: Offset[] = [];
  let [best, least, min] = [-1, Infinity, Infinity];
  offsets.forEach((offset, i) => {
    const d = apart[i] ?? 0;
    if (d - offset.errorM > max) return;
    near.push(offset);
    min = Math.min(min, Math.max(0, d - offset.errorM));
    if (d < least) [best, least] = [i, d];
  });
  const target = targets[best];
  if (target === undefined) return null;
  const { nameZh, nameEn, siteId, position: to } = target;
  return {
    said: { kind: 'distance', value: least, min, max },
    over: DISC.map((point) => near.reduce((nearest, offset) => Math.min(nearest, apartAt(offset, point)), Infinity)),
    nearest: { nameZh, nameEn, siteId },
    to,
  };
}

/** To the lines of the motorway; null where there are none. */
function toMotorway({ motorways, motorwayErrorM }: World, { position, radiusM }: From): Found | null {
  const [lng, lat] = position;
  const { metres: d, at: to } = nearestOnSegments(lng, lat, motorways);
  if (d === Infinity) return null;
  const r = radiusM + motorwayErrorM;
  const near = segmentsNear(position, motorways, r);
  return {
    said: { kind: 'distance', value: d, min: Math.max(0, d - r), max: d + r },
    over: DISC.map(([east, north]) => toSegmentsM(...moved(lng, lat, r * east, r * north), near)),
    nearest: null,
    to,
  };
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
  const from = { position, radiusM };
  if (criterion === 'neighbours') {
    return known(criterion, world, site, countWithin(neighboursOf(world, clusters, site), site, from, withinM));
  }
  if (criterion === 'motorway') {
    const found = nearestOf(world.junctions, from) ?? toMotorway(world, from);
    return found === null ? unknown('none-placed') : known(criterion, world, site, found);
  }
  const targets = targetsFor(world, criterion, site);
  // The nearest may be the very thing that stands for the place: then it is not known, and no next one takes its turn.
  if (targets.some((target) => standsFor(target, site))) return unknown('derived');
  const found = nearestOf(targets, from);
  return found === null ? unknown('none-placed') : known(criterion, world, site, found);
}

/** The site's point was taken from the target or from what the target's was; another site's very point is no point of its own. */
function standsFor({ derivedFrom: names, siteId, position }: Target, site: Site): boolean {
  if (names.some((name) => derivedFrom(site).includes(name))) return true;
  return siteId !== null && site.precision !== 'exact' && isOnePoint(position, site.position);
}

export function targetsFor(world: World, criterion: NearestCriterion, { id }: Site): readonly Target[] {
  return world.targets[criterion].filter(({ siteId }) => siteId !== id);
}

/** A project with a point and its error, whose distance to a candidate says something; null counts as "cannot tell". */
export function countable(project: Site, from: Site): From | null {
  const { position, radiusM, precision } = project;
  if (position === null || radiusM === null || COARSE.includes(precision) || sharesOrigin(project, from)) return null;
  return { position, radiusM };
}

/** Certain when d + r ≤ R, possible when d − r ≤ R, the radii of both ends added; what is placed coarsely is counted apart. */
function countWithin(sites: readonly Site[], site: Site, from: From, withinM: number): Found {
  let [value, min, max, cannotTell] = [0, 0, 0, 0];
  /** What is within reach somewhere in the disc and not everywhere. */
  const edge: Offset[] = [];
  for (const project of sites) {
    const to = countable(project, site);
    if (to === null) {
      cannotTell += 1;
      continue;
    }
    const offset = offsetTo(from, to);
    const d = Math.sqrt(offset.eastM * offset.eastM + offset.northM * offset.northM);
    if (d - offset.errorM > withinM) continue;
    max += 1;
    if (d <= withinM) value += 1;
    if (d + offset.errorM <= withinM) min += 1;
    else edge.push(offset);
  }
  return {
    said: { kind: 'count', value, min, max, withinM, cannotTell },
    over: DISC.map((point) =>
      edge.reduce((count, offset) => (apartAt(offset, point) <= withinM ? count + 1 : count), min),
    ),
    nearest: null,
  };
}
