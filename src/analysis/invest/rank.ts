/** The ranking: scores in order, by the low or the high end, with the range that each rank takes over the draws. */
import { scopeOf } from './candidates.ts';
import { DRAWS, type DrawnScores, SEED } from './draws.ts';
import { passLimits } from './limits.ts';
import { isOwn } from './question.ts';
import { linear, PLACE_SCALES } from './scales.ts';
import { highScore, type InForce, reasonsOf, type Scored, scoreOf } from './score.ts';
import {
  type Candidate,
  CRITERION_IDS,
  type CriterionId,
  isPlaceCriterion,
  type KnownValue,
  type LimitId,
  type Question,
  type RankedCandidate,
  type Ranking,
  SCOPES,
  type ScoreEnd,
} from './types.ts';

/** With less of the weight known than this, a score says too little to be compared. */
export const LEAST_KNOWN = 0.5;

/** Built-in criteria first, in their order, then own columns; each with a weight and applying to the question. */
export function criteriaInForce(question: Question, applies: ReadonlySet<CriterionId>): InForce[] {
  const own = [...question.weights.keys()].filter(isOwn);
  return [...CRITERION_IDS, ...own].flatMap((criterion) => {
    const weight = Math.abs(question.weights.get(criterion) ?? 0);
    return weight > 0 && applies.has(criterion) ? [{ criterion, weight }] : [];
  });
}

/** 1 for the highest; equal scores share a rank. Rounding in the last places makes no difference of rank. */
function rankAmong(scores: readonly number[], own: number): number {
  let rank = 1;
  for (const score of scores) if (score > own + 1e-9) rank += 1;
  return rank;
}

/** What the neighbours that cannot be told add to a drawn score at the high end: their scale begins at none. */
function untoldOf({ said }: KnownValue, end: ScoreEnd): number {
  return end === 'high' && said.kind === 'count' ? linear(PLACE_SCALES.neighbours, said.cannotTell) : 0;
}

/** What the draws make of one candidate. */
export type Drawn = Pick<RankedCandidate, 'rankRange' | 'spread'>;

/** The value below which so many of a hundred lie; of sorted values. */
function percentile(sorted: Float64Array, of100: number): number {
  return sorted[Math.max(0, Math.ceil((of100 / 100) * sorted.length) - 1)] ?? 0;
}

/**
 * Over the draws, by one end of the scores, in the order given: best and worst rank, the one that is shown among them,
 * and the spread of the score.
 */
export function rankRanges(
  candidates: readonly Candidate[],
  inForce: readonly InForce[],
  drawn: DrawnScores,
  { draws, end }: { readonly draws: number; readonly end: ScoreEnd },
): Drawn[] {
  const rows = candidates.map(({ site, values }) => {
    return inForce.map(({ criterion, weight }) => {
      const value = values.get(criterion);
      if (value?.known !== true) return { weight, score: end === 'high' ? 1 : 0, untold: 0, moving: undefined };
      const moving = isPlaceCriterion(criterion) ? drawn.get(site.id)?.get(criterion) : undefined;
      return { weight, score: end === 'high' ? highScore(value) : value.score, untold: untoldOf(value, end), moving };
    });
  });
  const all = inForce.reduce((sum, { weight }) => sum + weight, 0);
  /** Of every row; null for the scores that are shown. */
  const scoresOf = (draw: number | null) =>
    rows.map((row) => {
      let sum = 0;
      for (const { weight, score, untold, moving } of row) {
        const drawnScore = draw === null ? undefined : moving?.[draw];
        sum += weight * (drawnScore === undefined ? score : Math.min(1, drawnScore + untold));
      }
      return (100 * sum) / all;
    });
  const shown = scoresOf(null);
  const ranks = shown.map((score) => rankAmong(shown, score));
  const [best, worst] = [[...ranks], [...ranks]];
  const spreads = rows.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const scores = scoresOf(draw);
    scores.forEach((score, i) => {
      const rank = rankAmong(scores, score);
      best[i] = Math.min(best[i] ?? rank, rank);
      worst[i] = Math.max(worst[i] ?? rank, rank);
      spreads[i]?.set([score], draw);
    });
  }
  return spreads.map((spread, i) => {
    const sorted = spread.sort();
    return { rankRange: [best[i] ?? 1, worst[i] ?? 1], spread: [percentile(sorted, 5), percentile(sorted, 95)] };
  });
}

/** No score where nothing that is made is known: what is left would rank parks for whoever it may be. */
const UNASKED: Scored = { score: null, scoreHigh: null, knownShare: 0, parts: [] };

const endOf = ({ score, scoreHigh }: Pick<Scored, 'score' | 'scoreHigh'>, end: ScoreEnd) =>
  (end === 'high' ? scoreHigh : score) ?? -1;

type Judged = Omit<RankedCandidate, 'rank' | 'tiedFirst' | keyof Drawn>;

/**
 * One list with its ranks, given in the order of the scores. Who may be first stands at 1 with all others who may: the
 * errors of their positions leave open which of them it is. The rest follow.
 */
function placed(list: readonly Judged[], drawn: readonly Drawn[] | null, end: ScoreEnd): RankedCandidate[] {
  const all = list.map((one, i) => ({ ...one, ...(drawn?.[i] ?? { rankRange: null, spread: null }) }));
  const first = all.filter(({ rankRange }) => rankRange?.[0] === 1);
  const tied = first.length > 1 ? first : [];
  const others = all.filter((one) => !tied.includes(one));
  const scores = others.map((one) => endOf(one, end));
  return [
    ...tied.map((one) => ({ ...one, rank: 1, tiedFirst: true })),
    ...others.map((one, i) => {
      const rank = tied.length + rankAmong(scores, scores[i] ?? 0);
      const { rankRange: range } = one;
      const rankRange = range === null ? null : ([Math.min(rank, range[0]), Math.max(rank, range[1])] as const);
      return { ...one, rank, rankRange, tiedFirst: false };
    }),
  ];
}

/** `drawn` is null until the draws are made: then no range is shown yet. */
export function rank(question: Question, candidates: readonly Candidate[], drawn: DrawnScores | null): Ranking {
  const applies = new Set(candidates.flatMap(({ values }) => [...values.keys()]));
  const inForce = criteriaInForce(question, applies);
  const isAsked = question.clusters.length > 0 || question.focus.length > 0;
  const lessIsBetter = (id: LimitId) => (question.weights.get(id) ?? 0) < 0;
  const judged = candidates.map((candidate) => {
    const scored = isAsked ? scoreOf(candidate, inForce) : UNASKED;
    const { failed, doubtful, removed } = passLimits(candidate, question.limits, lessIsBetter);
    const little = scored.score === null || scored.knownShare < LEAST_KNOWN;
    const standing = removed ? 'removed' : !isAsked ? 'unasked' : little ? 'little-known' : 'ranked';
    return {
      ...candidate,
      ...scored,
      scope: scopeOf(candidate.site),
      failed,
      doubtful,
      standing,
      reasons: reasonsOf(scored.parts),
    } as const;
  });
  const { end } = question;
  const byScore = (a: Scored, b: Scored) => endOf(b, end) - endOf(a, end);
  const ranked = judged.filter(({ standing }) => standing === 'ranked').sort(byScore);
  const rest = judged
    .filter(({ standing }) => standing !== 'ranked')
    .sort(
      // Little known before removed; among them what is best as far as is known.
      (a, b) => Number(a.standing === 'removed') - Number(b.standing === 'removed') || byScore(a, b),
    );
  const all: RankedCandidate[] = [
    ...SCOPES.flatMap((scope) => {
      const list = ranked.filter((one) => one.scope === scope);
      return placed(list, drawn === null ? null : rankRanges(list, inForce, drawn, { draws: DRAWS, end }), end);
    }),
    ...rest.map((one) => ({ ...one, rank: null, rankRange: null, spread: null, tiedFirst: false })),
  ];
  return {
    question,
    criteria: isAsked ? inForce.map(({ criterion }) => criterion) : [],
    candidates: all,
    removedBy: removedBy(judged, question.limits.sure),
    simulation: drawn === null ? null : { draws: DRAWS, seed: SEED },
  };
}

function removedBy(
  judged: readonly Pick<RankedCandidate, 'failed' | 'doubtful'>[],
  sure: boolean,
): ReadonlyMap<LimitId, number> {
  const counts = new Map<LimitId, number>();
  for (const { failed, doubtful } of judged)
    for (const id of sure ? [...failed, ...doubtful] : failed) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
