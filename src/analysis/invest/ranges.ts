/** What the draws make of ranks and scores: plain numbers in and out, so that a worker can do it for thousands. */
import { DISC } from './disc.ts';
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
  /** By place of a criterion: scores at the points of the disc, a candidate after the other; NaN where it is unknown. */
  readonly over: ReadonlyMap<number, Float64Array>;
}

export interface RangesAsked {
  readonly inForce: readonly InForce[];
  readonly end: ScoreEnd;
  readonly lists: readonly RangeList[];
  readonly draws: number;
}

/** What the neighbours that cannot be told add to a drawn score at the high end: their scale begins at none. */
function untoldOf({ said, scoresOver }: KnownValue, end: ScoreEnd): number {
  if (end === 'low' || said.kind !== 'count' || scoresOver !== undefined) return 0;
  return linear(PLACE_SCALES.neighbours, said.cannotTell);
}

export function rangeList(candidates: readonly Candidate[], inForce: readonly InForce[], end: ScoreEnd): RangeList {
  const scores = new Float64Array(candidates.length * inForce.length).fill(Number.NaN);
  const untold = new Float64Array(scores.length);
  const over = new Map<number, Float64Array>();
  candidates.forEach(({ values }, i) => {
    inForce.forEach(({ criterion }, c) => {
      const value = values.get(criterion);
      if (value?.known !== true) return;
      const at = i * inForce.length + c;
      scores[at] = end === 'high' ? highScore(value) : value.score;
      untold[at] = untoldOf(value, end);
      if (value.scoresOver === undefined) return;
      const points = over.get(c) ?? new Float64Array(candidates.length * DISC.length).fill(Number.NaN);
      points.set(value.scoresOver[end], i * DISC.length);
      over.set(c, points);
    });
  });
  return { ids: candidates.map(({ site }) => site.id), scores, untold, over };
}

/** Points of the disc for so many draws: each comes as often, and not in the order of the rings. */
function inTurn(points: Float64Array, draws: number): Float64Array {
  return Float64Array.from({ length: draws }, (_, draw) => points[(7 * draw) % points.length] ?? 0);
}

/** So many draws are summed of one candidate before the next: its scores lie side by side. */
const BLOCK = 16;

/** The value below which so many of a hundred lie; of sorted values. */
function percentile(sorted: Float64Array, of100: number): number {
  return sorted[Math.max(0, Math.ceil((of100 / 100) * sorted.length) - 1)] ?? 0;
}

/**
 * Over the draws, by one end of the scores, in the order given: best and worst rank, the one that is shown among them,
 * and the spread of the score.
 */
export function rangesOf(
  { ids, scores, untold, over }: RangeList,
  drawn: DrawnScores,
  { inForce, end, draws }: Omit<RangesAsked, 'lists'>,
): Drawn[] {
  const all = inForce.reduce((sum, { weight }) => sum + weight, 0);
  const unknown = end === 'high' ? 1 : 0;
  /** What stands still of each score, what it is with all that moves, and what moves with its weight. */
  const fixed = new Float64Array(ids.length);
  const shown = new Float64Array(ids.length);
  const moving = ids.map((id, i) => {
    const own = drawn.get(id);
    return inForce.flatMap(({ criterion, weight }, c) => {
      const at = i * inForce.length + c;
      const score = scores[at] ?? Number.NaN;
      const points = over.get(c)?.subarray(i * DISC.length, (i + 1) * DISC.length);
      const moves = isPlaceCriterion(criterion) ? own?.get(criterion) : points && inTurn(points, draws);
      const row = Number.isNaN(score) ? undefined : moves;
      const share = (100 * weight) / all;
      const still = share * (Number.isNaN(score) ? unknown : score);
      shown[i] = (shown[i] ?? 0) + still;
      if (row !== undefined) return [{ share, row, score, untold: untold[at] ?? 0 }];
      fixed[i] = (fixed[i] ?? 0) + still;
      return [];
    });
  });
  const best = Float64Array.from(shown, rankAmong(shown));
  const worst = best.slice();
  const n = ids.length;
  /** Scores draw by draw, a candidate after the other; and of some draws at a time a draw after the other. */
  const spreads = new Float64Array(n * draws);
  const block = new Float64Array(n * BLOCK);
  for (let from = 0; from < draws; from += BLOCK) {
    const length = Math.min(BLOCK, draws - from);
    moving.forEach((parts, i) => {
      const spread = spreads.subarray(i * draws + from, i * draws + from + length);
      spread.fill(fixed[i] ?? 0);
      for (const { share, row, score, untold: more } of parts)
        for (let k = 0; k < length; k++) {
          const drawnScore = row[from + k];
          const now = drawnScore === undefined ? score : Math.min(1, drawnScore + more);
          spread[k] = (spread[k] ?? 0) + share * now;
        }
      for (let k = 0; k < length; k++) block[k * n + i] = spread[k] ?? 0;
    });
    for (let k = 0; k < length; k++) {
      const now = block.subarray(k * n, (k + 1) * n);
      const rankOf = rankAmong(now);
      for (let i = 0; i < n; i++) {
        const rank = rankOf(now[i] ?? 0);
        if (rank < (best[i] ?? 0)) best[i] = rank;
        if (rank > (worst[i] ?? 0)) worst[i] = rank;
      }
    }
  }
  return ids.map((_, i) => {
    const sorted = spreads.subarray(i * draws, (i + 1) * draws).sort();
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
