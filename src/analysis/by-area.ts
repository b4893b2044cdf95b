/** Which rows are of a district or town: what a row states decides, never where it lies. */
import type { DistrictId } from '../domain/vocabulary.ts';
import { type Answer, answerOf, CERTAIN, POSSIBLE } from './answer.ts';
import { type CountedSet, districtOfTown } from './counted-set.ts';

/** Certain when the district alone is stated, possible when it is one of several or none is stated. */
export function byDistrict({ set, districtsOf }: CountedSet, district: DistrictId): Answer {
  const verdict = new Uint8Array(set.count);
  for (let row = 0; row < set.count; row++) {
    const stated = districtsOf(row);
    if (stated.length === 0 || stated.includes(district)) verdict[row] = stated.length === 1 ? CERTAIN : POSSIBLE;
  }
  return answerOf(verdict);
}

/**
 * Certain when the town alone is stated, possible when it is one of several or none is stated; a row that
 * states no town but other districts than the town's is not of it.
 */
export function byTown({ set, districtsOf, townsOf }: CountedSet, town: number): Answer {
  const verdict = new Uint8Array(set.count);
  const district = districtOfTown(town);
  for (let row = 0; row < set.count; row++) {
    const stated = townsOf(row);
    if (stated.length > 0) {
      if (stated.includes(town)) verdict[row] = stated.length === 1 ? CERTAIN : POSSIBLE;
      continue;
    }
    const districts = districtsOf(row);
    if (districts.length === 0 || district === null || districts.includes(district)) verdict[row] = POSSIBLE;
  }
  return answerOf(verdict);
}
