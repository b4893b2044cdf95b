/**
 * The score of one candidate, an interval: 100 · Σ(weight · value) / Σ(weight) over all criteria in force, what is
 * unknown taken as 0 at the low end and as 1 at the high one, and of a count what cannot be told as outside and as
 * inside. So no gap lifts a candidate over one of which it is known.
 */
import type { Candidate, CriterionId, CriterionValue, Reasons, ScorePart } from './types.ts';

/** A criterion in force: its weight is above 0, and it applies to what is asked. */
export interface InForce {
  readonly criterion: CriterionId;
  readonly weight: number;
}

export interface Sums {
  /** 0 to 100 with every unknown criterion at 0; null where none in force is known. */
  readonly score: number | null;
  /** The same with every unknown criterion at 1. */
  readonly scoreHigh: number | null;
  readonly knownShare: number;
}

export interface Scored extends Sums {
  readonly parts: readonly ScorePart[];
}

/** A criterion's score at the high end, 0 to 1. */
export function highScore(value: CriterionValue | undefined): number {
  return value?.known === true ? (value.scoreHigh ?? value.score) : 1;
}

type Valued = Pick<Candidate, 'values'>;

/** The sums alone: of thousands nobody looks at the parts. */
export function sumsOf({ values }: Valued, inForce: readonly InForce[]): Sums {
  let [all, known, sum, high] = [0, 0, 0, 0];
  for (const { criterion, weight } of inForce) {
    const value = values.get(criterion);
    all += weight;
    high += weight * highScore(value);
    if (value?.known !== true) continue;
    known += weight;
    sum += weight * value.score;
  }
  return {
    score: known === 0 ? null : (100 * sum) / all,
    scoreHigh: known === 0 ? null : (100 * high) / all,
    knownShare: all === 0 ? 0 : known / all,
  };
}

export function partsOf({ values }: Valued, inForce: readonly InForce[]): ScorePart[] {
  const all = inForce.reduce((sum, { weight }) => sum + weight, 0);
  return inForce.map(({ criterion, weight }): ScorePart => {
    const value = values.get(criterion);
    const most = (100 * weight) / all;
    const points = value?.known === true ? most * value.score : null;
    return { criterion, weight, points, pointsHigh: most * highScore(value), most };
  });
}

export function scoreOf(candidate: Valued, inForce: readonly InForce[]): Scored {
  return { ...sumsOf(candidate, inForce), parts: partsOf(candidate, inForce) };
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
