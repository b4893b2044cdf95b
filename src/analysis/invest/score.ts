/**
 * The score of one candidate: 100 · Σ(weight · score) / Σ(weight), over the criteria that are known. Unknown ones
 * are left out of both sums, and the known share of the weight says how much that is.
 */
import type { Candidate, CriterionId, Reasons, ScorePart } from './types.ts';

/** A criterion in force: its weight is above 0, and it applies to what is asked. */
export interface InForce {
  readonly criterion: CriterionId;
  readonly weight: number;
}

export interface Scored {
  readonly score: number | null;
  readonly knownShare: number;
  readonly parts: readonly ScorePart[];
}

export function scoreOf({ values }: Pick<Candidate, 'values'>, inForce: readonly InForce[]): Scored {
  const all = inForce.reduce((sum, { weight }) => sum + weight, 0);
  let [knownWeight, sum] = [0, 0];
  for (const { criterion, weight } of inForce) {
    const value = values.get(criterion);
    if (value?.known !== true) continue;
    knownWeight += weight;
    sum += weight * value.score;
  }
  const parts = inForce.map(({ criterion, weight }): ScorePart => {
    const value = values.get(criterion);
    if (value?.known !== true) return { criterion, weight, points: null, most: (100 * weight) / all };
    return {
      criterion,
      weight,
      points: (100 * weight * value.score) / knownWeight,
      most: (100 * weight) / knownWeight,
    };
  });
  return {
    score: knownWeight === 0 ? null : (100 * sum) / knownWeight,
    knownShare: all === 0 ? 0 : knownWeight / all,
    parts,
  };
}

/** Fewer points than this are no reason that a sentence needs. */
const WORTH_SAYING = 3;

export function reasonsOf(parts: readonly ScorePart[]): Reasons {
  const lost = ({ points, most }: ScorePart) => (points === null ? 0 : most - points);
  const strong = parts
    .filter(({ points, most }) => points !== null && points >= WORTH_SAYING && points >= most / 2)
    .sort((a, b) => (b.points ?? 0) - (a.points ?? 0));
  const [weak] = parts
    .filter((part) => lost(part) >= WORTH_SAYING && lost(part) > part.most / 2)
    .sort((a, b) => lost(b) - lost(a));
  return {
    strong: strong.slice(0, 2).map(({ criterion }) => criterion),
    weak: weak?.criterion ?? null,
    unknown: parts
      .filter(({ points }) => points === null)
      .sort((a, b) => b.weight - a.weight)
      .map(({ criterion }) => criterion),
  };
}
