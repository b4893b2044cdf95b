/** The ranking: scores in order, by the low or the high end, with the range that each rank takes over the draws. */
import { scopeOf } from './candidates.ts';
import { DRAWS, type DrawnScores, SEED } from './draws.ts';
import { passLimits } from './limits.ts';
import { isOwn } from './question.ts';
import { type Drawn, type KnownRanges, knownRanges, type RangesAsked, rangeList } from './ranges.ts';
import { rankAmong } from './rank-among.ts';
import { type InForce, reasonsOf, type Scored, scoreOf } from './score.ts';
import {
  type Candidate,
  CRITERION_IDS,
  type CriterionId,
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

/** No score where nothing that is made is known: what is left would rank parks for whoever it may be. */
const UNASKED: Scored = { score: null, scoreHigh: null, knownShare: 0, parts: [] };

const endOf = ({ score, scoreHigh }: Pick<Scored, 'score' | 'scoreHigh'>, end: ScoreEnd) =>
  (end === 'high' ? scoreHigh : score) ?? -1;

type Judged = Omit<RankedCandidate, 'rank' | 'tiedFirst' | keyof Drawn>;

/**
 * One list with its ranks, given in the order of the scores. Who may be first stands at 1 with all others who may: the
 * errors of their positions leave open which of them it is. The rest follow.
 */
function placed(list: readonly Judged[], known: KnownRanges | null, end: ScoreEnd): RankedCandidate[] {
  const all = list.map((one) => ({ ...one, ...(known?.ranges.get(one.site.id) ?? { rankRange: null, spread: null }) }));
  const first = all.filter(({ rankRange }) => rankRange?.[0] === 1);
  const tied = first.length > 1 ? first : [];
  const others = tied.length === 0 ? all : all.filter(({ rankRange }) => rankRange?.[0] !== 1);
  const scores = others.map((one) => endOf(one, end));
  const rankOf = rankAmong(scores);
  return [
    ...tied.map((one) => ({ ...one, rank: 1, tiedFirst: true })),
    ...others.map((one, i) => {
      const rank = tied.length + rankOf(scores[i] ?? 0);
      const { rankRange: range } = one;
      const rankRange = range === null ? null : ([Math.min(rank, range[0]), Math.max(rank, range[1])] as const);
      return { ...one, rank, rankRange, tiedFirst: false };
    }),
  ];
}

/** One list, in the order of the scores, of what is ranked. */
const inOrder = (judged: readonly Judged[], end: ScoreEnd) => [...judged].sort((a, b) => endOf(b, end) - endOf(a, end));

interface Judgement {
  readonly inForce: readonly InForce[];
  readonly isAsked: boolean;
  readonly judged: readonly Judged[];
  /** Of each scope, what is ranked. */
  readonly lists: readonly (readonly Judged[])[];
}

function judge(question: Question, candidates: readonly Candidate[]): Judgement {
  const applies = new Set(candidates.flatMap(({ values }) => [...values.keys()]));
  const inForce = criteriaInForce(question, applies);
  const isAsked = question.clusters.length > 0 || question.focus.length > 0;
  const lessIsBetter = (id: LimitId) => (question.weights.get(id) ?? 0) < 0;
  const judged = candidates.map((candidate): Judged => {
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
    };
  });
  const ranked = inOrder(
    judged.filter(({ standing }) => standing === 'ranked'),
    question.end,
  );
  return { inForce, isAsked, judged, lists: SCOPES.map((scope) => ranked.filter((one) => one.scope === scope)) };
}

/** `drawn` is null until the draws are made: then no range is shown yet. */
export function rank(
  question: Question,
  candidates: readonly Candidate[],
  drawn: DrawnScores | KnownRanges | null,
): Ranking {
  const judgement = judge(question, candidates);
  const { inForce, isAsked, judged, lists } = judgement;
  const { end } = question;
  const known = drawn === null || 'ranges' in drawn ? drawn : knownRanges(askedOf(judgement, end, DRAWS), drawn);
  const rest = inOrder(
    judged.filter(({ standing }) => standing !== 'ranked'),
    end,
  );
  const all: RankedCandidate[] = [
    ...lists.flatMap((list) => placed(list, known, end)),
    // Little known before removed; among them what is best as far as is known.
    ...[false, true].flatMap((removed) =>
      rest
        .filter(({ standing }) => (standing === 'removed') === removed)
        .map((one) => ({ ...one, rank: null, rankRange: null, spread: null, tiedFirst: false })),
    ),
  ];
  return {
    question,
    criteria: isAsked ? inForce.map(({ criterion }) => criterion) : [],
    candidates: all,
    removedBy: removedBy(judged, question.limits.sure),
    simulation: known === null ? null : { draws: known.draws, seed: SEED },
  };
}

function askedOf({ lists, inForce }: Judgement, end: ScoreEnd, draws: number): RangesAsked {
  return { inForce, end, draws, lists: lists.map((list) => rangeList(list, inForce, end)) };
}

/** What a worker is to be asked for the ranges of a ranking. */
export function rangesAsked(question: Question, candidates: readonly Candidate[], draws: number): RangesAsked {
  return askedOf(judge(question, candidates), question.end, draws);
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
