/** What the draws need, as plain values that can be sent to a worker. */
import type { Site } from '../../domain/site.ts';
import type { ClusterId } from '../../domain/vocabulary.ts';
import {
  DRAWS,
  type DrawCandidate,
  type DrawInput,
  type DrawNeighbours,
  FIXED_PLACES,
  type FixedPlace,
  type Moving,
  SEED,
} from './draws.ts';
import { countable, type From, targetsFor } from './measure.ts';
import { apartM } from './plane.ts';
import type { Candidate } from './types.ts';
import { neighboursOf, type Target, type World } from './world.ts';

interface Reached {
  readonly index: number;
  readonly apart: number;
  readonly errorM: number;
}

/** A draw measures from where it is, not from the middle: the plane it does that in is another by less than this. */
const SLACK = 1.02;

/** Gives each thing its place in a list, the first time that it is asked for. */
function numbered() {
  const things: Moving[] = [];
  const indexOf = new Map<Site | Target, number>();
  const thing = (key: Site | Target, { position: [lng, lat], radiusM }: From): number => {
    const index = indexOf.get(key) ?? things.push({ lng, lat, radiusM }) - 1;
    indexOf.set(key, index);
    return index;
  };
  /** Distances at the stated points, with the error of both ends. */
  const reached = (site: Site, from: From, all: readonly (Site | Target)[]): Reached[] =>
    all.flatMap((one) => {
      const to = 'precision' in one ? countable(one, site) : one;
      if (to === null) return [];
      const [[a, b], [c, d]] = [from.position, to.position];
      return [{ index: thing(one, to), apart: apartM(a, b, c, d), errorM: SLACK * (from.radiusM + to.radiusM) + 1 }];
    });
  return { things, reached };
}

/** Those that are drawn: placed, with an error. */
function drawnOf(candidates: readonly Candidate[]) {
  return candidates.flatMap(({ site, values }) => {
    const { position, radiusM } = site;
    return position === null || radiusM === null ? [] : [{ site, values, from: { position, radiusM } }];
  });
}

/** Only criteria that are known are drawn: an unknown one stays unknown in every draw. */
export function drawInput(
  world: World,
  candidates: readonly Candidate[],
  clusters: readonly ClusterId[],
  withinM: number,
): DrawInput {
  const { things, reached } = numbered();
  const drawn = drawnOf(candidates).map(({ site, values, from }): DrawCandidate => {
    const nearest: Partial<Record<FixedPlace, readonly number[]>> = {};
    for (const criterion of FIXED_PLACES) {
      if (values.get(criterion)?.known !== true) continue;
      const all = reached(site, from, targetsFor(world, criterion, site));
      const farthest = all.reduce((least, { apart, errorM }) => Math.min(least, apart + errorM), Infinity);
      nearest[criterion] = all.filter(({ apart, errorM }) => apart - errorM <= farthest).map(({ index }) => index);
    }
    const [lng, lat] = from.position;
    return { id: site.id, lng, lat, radiusM: from.radiusM, nearest, motorway: values.get('motorway')?.known === true };
  });
  return {
    ...{ candidates: drawn, things, motorways: world.motorways, motorwayErrorM: world.motorwayErrorM },
    ...{ neighbours: drawNeighbours(world, candidates, clusters, withinM), seed: SEED, draws: DRAWS },
  };
}

/** What another need, or another reach, changes of it. */
export function drawNeighbours(
  world: World,
  candidates: readonly Candidate[],
  clusters: readonly ClusterId[],
  withinM: number,
): DrawNeighbours {
  const { things, reached } = numbered();
  const of = drawnOf(candidates).map(({ site, values, from }) => {
    if (values.get('neighbours')?.known !== true) return null;
    const all = reached(site, from, neighboursOf(world, clusters, site));
    const always = all.filter(({ apart, errorM }) => apart + errorM <= withinM).length;
    const near = all.filter(({ apart, errorM }) => apart + errorM > withinM && apart - errorM <= withinM);
    return { always, near: near.map(({ index }) => index) };
  });
  return { of, things, withinM };
}
