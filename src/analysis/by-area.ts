/** Which rows are of a district or town: a record of the register as it states, an imported row by its place too. */
import type { DistrictId } from '../domain/vocabulary.ts';
import { type Answer, answerOf, CERTAIN, INSIDE, POSSIBLE } from './answer.ts';
import { type CountedSet, districtOfTown } from './counted-set.ts';

export function byDistrict({ set, districtsOf }: CountedSet, district: DistrictId): Answer {
  const verdict = new Uint8Array(set.count);
  for (let row = 0; row < set.count; row++) {
    const { possible, counted, certain } = districtsOf(row);
    if (counted === district) verdict[row] = certain ? CERTAIN : INSIDE;
    else if (possible.includes(district)) verdict[row] = POSSIBLE;
  }
  return answerOf(verdict);
}

/**
 * Certain when the town alone is stated and its district is certain too, possible when it is one of several, or when
 * none is stated and the row may be in the town's district. Where none is stated and areas of towns are known, where it
 * lies decides, and the row is listed in `byTownArea`.
 */
export function byTown({ set, districtsOf, townsOf, townFound }: CountedSet, town: number): Answer {
  const verdict = new Uint8Array(set.count);
  const district = districtOfTown(town);
  const byTownArea: number[] = [];
  for (let row = 0; row < set.count; row++) {
    const stated = townsOf(row);
    const { possible, counted, certain } = districtsOf(row);
    const mayBe = district === null || possible.includes(district);
    if (!mayBe) continue;
    const found = stated.length === 0 ? (townFound?.(row) ?? null) : null;
    if (found !== null) byTownArea.push(row);
    const named = found?.possible ?? stated;
    if (named.length === 0) verdict[row] = POSSIBLE;
    else if (named.includes(town)) {
      const one = found === null ? stated.length === 1 : found.counted === town;
      const alone = one && (district === null || counted === district);
      const sure = found === null ? district === null || certain : found.certain;
      verdict[row] = !alone ? POSSIBLE : sure ? CERTAIN : INSIDE;
    }
  }
  return { ...answerOf(verdict), byTownArea: Uint32Array.from(byTownArea) };
}
