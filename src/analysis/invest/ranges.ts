/** What the draws make of ranks and scores: plain numbers in and out, so that a worker can do it for thousands. */
import type { DrawnScores } from './draws.ts';
import { rankAmong } from './rank-among.ts';
import { linear, PLACE_SCALES } from './scales.ts';
import { highScore, type InForce } from './score.ts';
import { type Candidate, isPlaceCriterion, type KnownValue, type RankedCandidate, type ScoreEnd } from './types.ts';

/** What the draws make of one candidate. */
export type Drawn = Pick<RankedCandidate, 'rankRange' | 'spread'>;

/** One list whose candidates are ranked among themselves. */
export interface RangeList {
  readonly ids: readonly string[];
  /** Scores at the asked end by candidate and criterion in force, in that order; NaN where it is unknown. */
  readonly scores: Float64Array;
  /** In the same order, what is added to a drawn score. */
  readonly untold: Float64Array;
}

export interface RangesAsked {
  readonly inForce: readonly InForce[];
  readonly end: ScoreEnd;
  readonly lists: readonly RangeList[];
  readonly draws: number;
}

/** What the neighbours that cannot be told add to a drawn score at the high end: their scale begins at none. */
function untoldOf({ said }: KnownValue, end: ScoreEnd): number {
  return end === 'high' && said.kind === 'count' ? linear(PLACE_SCALES.neighbours, said.cannotTell) : 0;
}

export function rangeList(candidates: readonly Candidate[], inForce: readonly InForce[], end: ScoreEnd): RangeList {
  const scores = new Float64Array(candidates.length * inForce.length).fill(Number.NaN);
  const untold = new Float64Array(scores.length);
  candidates.forEach(({ values }, i) => {
    inForce.forEach(({ criterion }, c) => {
      const value = values.get(criterion);
      if (value?.known !== true) return;
      const at = i * inForce.length + c;
      scores[at] = end === 'high' ? highScore(value) : value.score;
      untold[at] = untoldOf(value, end);
    });
  });
  return { ids: candidates.map(({ site }) => site.id), scores, untold };
}

/** The value below which so many of a hundred lie; of sorted values. */
function percentile(sorted: Float64Array, of100: number): number {
  return sorted[Math.max(0, Math.ceil((of100 / 100) * sorted.length) - 1)] ?? 0;
}

/** A score that moves with its position. */
interface Moving {
  readonly weight: number;
  /** As it is shown. */
  readonly still: number;
  readonly row: Float64Array;
  readonly untold: number;
}

/**
 * Over the draws, by one end of the scores, in the order given: best and worst rank, the one that is shown among them,
 * and the spread of the score.
 */
export function rangesOf(
  { ids, scores, untold }: RangeList,
  drawn: DrawnScores,
  { inForce, end, draws }: Omit<RangesAsked, 'lists'>,
): Drawn[] {
  const all = inForce.reduce((sum, { weight }) => sum + weight, 0);
  const unknown = end === 'high' ? 1 : 0;
  /** What stands still of each score, and what moves with its weight. */
  const fixed = new Float64Array(ids.length);
  const moving: (readonly Moving[])[] = [];
  ids.forEach((id, i) => {
    const own = drawn.get(id);
    moving.push(
      inForce.flatMap(({ criterion, weight }, c) => {
        const at = i * inForce.length + c;
        const score = scores[at] ?? Number.NaN;
        const row = !Number.isNaN(score) && isPlaceCriterion(criterion) ? own?.get(criterion) : undefined;
        const still = Number.isNaN(score) ? unknown : score;
        if (row !== undefined) return [{ weight, still, row, untold: untold[at] ?? 0 }];
        fixed[i] = (fixed[i] ?? 0) + weight * still;
        return [];
      }),
    );
  });
  /** Of every candidate; of no draw for the scores that are shown. */
  const scoresOf = (draw: number | null) => {
    const out = new Float64Array(ids.length);
    moving.forEach((parts, i) => {
      let sum = fixed[i] ?? 0;
      for (const part of parts) {
        const now = draw === null ? undefined : part.row[draw];
        sum += part.weight * (now === undefined ? part.still : Math.min(1, now + part.untold));
      }
      out[i] = (100 * sum) / all;
    });
    return out;
  };
  const shown = scoresOf(null);
  const best = Float64Array.from(shown, rankAmong(shown));
  const worst = best.slice();
  const spreads = ids.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const now = scoresOf(draw);
    const rankOf = rankAmong(now);
    now.forEach((score, i) => {
      const rank = rankOf(score);
      if (rank < (best[i] ?? 0)) best[i] = rank;
      if (rank > (worst[i] ?? 0)) worst[i] = rank;
      const spread = spreads[i];
      if (spread !== undefined) spread[draw] = score;
    });
  }
  return spreads.map((spread, i) => {
    const sorted = spread.sort();
    return { rankRange: [best[i] ?? 1, worst[i] ?? 1], spread: [percentile(sorted, 5), percentile(sorted, 95)] };
  });
}

/** Ranges that are known, by site id, and over how many draws. */
export interface KnownRanges {
  readonly draws: number;
  readonly ranges: ReadonlyMap<string, Drawn>;
}

/** Of every list that is asked for. */
export function knownRanges(asked: RangesAsked, drawn: DrawnScores): KnownRanges {
  const ranges = new Map<string, Drawn>();
  for (const list of asked.lists) {
    const found = rangesOf(list, drawn, asked);
    list.ids.forEach((id, i) => {
      const one = found[i];
      if (one !== undefined) ranges.set(id, one);
    });
  }
  return { draws: asked.draws, ranges };
}
