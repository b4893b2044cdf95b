/** What the draws need, as plain values that can be sent to a worker. */
import type { ClusterId } from '../../domain/vocabulary.ts';
import { DRAWS, type DrawCandidate, type DrawInput, type Moving, SEED } from './draws.ts';
import { countable, targetsFor } from './measure.ts';
import { type Candidate, PLACE_CRITERIA, type PlaceCriterion } from './types.ts';
import { neighboursOf, type World } from './world.ts';

/** Only criteria that are known are drawn: an unknown one stays unknown in every draw. */
export function drawInput(
  world: World,
  candidates: readonly Candidate[],
  clusters: readonly ClusterId[],
  withinM: number,
): DrawInput {
  const things: Moving[] = [];
  const indexOf = new Map<string, number>();
  const thing = (key: string, moving: Moving): number => {
    const index = indexOf.get(key) ?? things.push(moving) - 1;
    indexOf.set(key, index);
    return index;
  };

  function measured({ site }: Candidate, criterion: Exclude<PlaceCriterion, 'motorway'>): number[] {
    const found =
      criterion === 'neighbours' ? neighboursOf(world, clusters, site.id) : targetsFor(world, criterion, site);
    return found.flatMap((one) => {
      const to = 'precision' in one ? countable(one, site) : one;
      if (to === null) return [];
      const [lng, lat] = to.position;
      return [thing(`${criterion}:${lng},${lat}:${to.radiusM}:${one.nameZh}`, { lng, lat, radiusM: to.radiusM })];
    });
  }

  const drawn = candidates.flatMap((candidate): DrawCandidate[] => {
    const { position, radiusM, id } = candidate.site;
    if (position === null || radiusM === null) return [];
    const nearest: Partial<Record<PlaceCriterion, readonly number[]>> = {};
    for (const criterion of PLACE_CRITERIA) {
      if (criterion !== 'motorway' && candidate.values.get(criterion)?.known === true)
        nearest[criterion] = measured(candidate, criterion);
    }
    const motorway = candidate.values.get('motorway')?.known === true;
    return [{ id, lng: position[0], lat: position[1], radiusM, nearest, motorway }];
  });
  return {
    ...{ candidates: drawn, things, motorways: world.motorways, motorwayErrorM: world.motorwayErrorM },
    ...{ withinM, seed: SEED, draws: DRAWS },
  };
}
