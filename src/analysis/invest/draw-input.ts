/** What the draws need, as plain values that can be sent to a worker. */
import type { Site } from '../../domain/site.ts';
import type { ClusterId } from '../../domain/vocabulary.ts';
import { DRAWS, type DrawCandidate, type DrawInput, type Moving, SEED } from './draws.ts';
import { countable, type From, targetsFor } from './measure.ts';
import { apartM } from './plane.ts';
import { type Candidate, PLACE_CRITERIA, type PlaceCriterion } from './types.ts';
import { neighboursOf, type Target, type World } from './world.ts';

interface Reached {
  readonly index: number;
  readonly apart: number;
  readonly errorM: number;
}

/** A draw measures from where it is, not from the middle: the plane it does that in is another by less than this. */
const SLACK = 1.02;

/** Only criteria that are known are drawn: an unknown one stays unknown in every draw. */
export function drawInput(
  world: World,
  candidates: readonly Candidate[],
  clusters: readonly ClusterId[],
  withinM: number,
): DrawInput {
  const things: Moving[] = [];
  const indexOf = new Map<Site | Target, number>();
  const thing = (key: Site | Target, { position: [lng, lat], radiusM }: From): number => {
    const index = indexOf.get(key) ?? things.push({ lng, lat, radiusM }) - 1;
    indexOf.set(key, index);
    return index;
  };

  /** Distances at the stated points, with the error of both ends. */
  function measured(site: Site, from: From, criterion: Exclude<PlaceCriterion, 'motorway'>): Reached[] {
    const found = criterion === 'neighbours' ? neighboursOf(world, clusters, site) : targetsFor(world, criterion, site);
    return found.flatMap((one) => {
      const to = 'precision' in one ? countable(one, site) : one;
      if (to === null) return [];
      const [[a, b], [c, d]] = [from.position, to.position];
      return [{ index: thing(one, to), apart: apartM(a, b, c, d), errorM: SLACK * (from.radiusM + to.radiusM) + 1 }];
    });
  }

  const drawn = candidates.flatMap((candidate): DrawCandidate[] => {
    const { position, radiusM, id } = candidate.site;
    if (position === null || radiusM === null) return [];
    const nearest: Partial<Record<PlaceCriterion, readonly number[]>> = {};
    let always = 0;
    for (const criterion of PLACE_CRITERIA) {
      if (criterion === 'motorway' || candidate.values.get(criterion)?.known !== true) continue;
      const reached = measured(candidate.site, { position, radiusM }, criterion);
      if (criterion === 'neighbours') {
        always = reached.filter(({ apart, errorM }) => apart + errorM <= withinM).length;
        nearest[criterion] = reached
          .filter(({ apart, errorM }) => apart + errorM > withinM && apart - errorM <= withinM)
          .map(({ index }) => index);
      } else {
        const farthest = reached.reduce((least, { apart, errorM }) => Math.min(least, apart + errorM), Infinity);
        nearest[criterion] = reached
          .filter(({ apart, errorM }) => apart - errorM <= farthest)
          .map(({ index }) => index);
      }
    }
    const motorway = candidate.values.get('motorway')?.known === true;
    return [{ id, lng: position[0], lat: position[1], radiusM, nearest, always, motorway }];
  });
  return {
    ...{ candidates: drawn, things, motorways: world.motorways, motorwayErrorM: world.motorwayErrorM },
    ...{ withinM, seed: SEED, draws: DRAWS },
  };
}
