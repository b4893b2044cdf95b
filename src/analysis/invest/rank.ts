/** The ranking: scores in order, by the low or the high end, with the range that each rank takes over the draws. */
import { scopeOf } from './candidates.ts';
import { DRAWS, type DrawnScores, SEED } from './draws.ts';
import { passLimits } from './limits.ts';
import { isOwn } from './question.ts';
import { type Drawn, type KnownRanges, knownRanges, type RangesAsked, rangeList } from './ranges.ts';
import { rankAmong } from './rank-among.ts';
import { type InForce, partsOf, reasonsOf, type Sums, sumsOf } from './score.ts';
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

/** Which criteria apply to any of them; the same list is asked with every weight that moves. */
export function appliesTo(candidates: readonly Candidate[]): ReadonlySet<CriterionId> {
  const known = applying.get(candidates);
  if (known !== undefined) return known;
  const applies = new Set<CriterionId>();
  for (const { values } of candidates) for (const id of values.keys()) applies.add(id);
  applying.set(candidates, applies);
  return applies;
}
const applying = new WeakMap<readonly Candidate[], ReadonlySet<CriterionId>>();

/** No score where nothing that is made is known: what is left would rank parks for whoever it may be. */
const UNASKED: Sums = { score: null, scoreHigh: null, knownShare: 0 };

const endOf = ({ score, scoreHigh }: Sums, end: ScoreEnd) => (end === 'high' ? scoreHigh : score) ?? -1;

/** What the question makes of a candidate, whatever the others are; of thousands the parts are made where somebody looks. */
class Judged {
  readonly scope: RankedCandidate['scope'];
  readonly failed: RankedCandidate['failed'];
  readonly doubtful: RankedCandidate['doubtful'];
  readonly standing: RankedCandidate['standing'];
  readonly sums: Sums;
  readonly #inForce: readonly InForce[];
  #parts: RankedCandidate['parts'] | null = null;
  #reasons: RankedCandidate['reasons'] | null = null;

  constructor(
    readonly candidate: Candidate,
    inForce: readonly InForce[],
    isAsked: boolean,
    limits: Question['limits'],
    lessIsBetter: (id: LimitId) => boolean,
  ) {
    this.sums = isAsked ? sumsOf(candidate, inForce) : UNASKED;
    this.#inForce = isAsked ? inForce : [];
    const { failed, doubtful, removed } = passLimits(candidate, limits, lessIsBetter);
    const little = this.sums.score === null || this.sums.knownShare < LEAST_KNOWN;
    this.standing = removed ? 'removed' : !isAsked ? 'unasked' : little ? 'little-known' : 'ranked';
    this.scope = scopeOf(candidate.site);
    this.failed = failed;
    this.doubtful = doubtful;
  }

  get parts() {
    this.#parts ??= partsOf(this.candidate, this.#inForce);
    return this.#parts;
  }
  get reasons() {
    this.#reasons ??= reasonsOf(this.parts);
    return this.#reasons;
  }
}

/** A candidate at its place. */
class Placed implements RankedCandidate {
  readonly site: RankedCandidate['site'];
  readonly values: RankedCandidate['values'];
  readonly row?: NonNullable<RankedCandidate['row']>;
  readonly scope: RankedCandidate['scope'];
  readonly standing: RankedCandidate['standing'];
  readonly score: number | null;
  readonly scoreHigh: number | null;
  readonly knownShare: number;
  readonly failed: RankedCandidate['failed'];
  readonly doubtful: RankedCandidate['doubtful'];
  readonly rankRange: Drawn['rankRange'];
  readonly spread: Drawn['spread'];
  readonly #judged: Judged;

  constructor(
    judged: Judged,
    readonly rank: number | null,
    { rankRange, spread }: Drawn,
    readonly tiedFirst: boolean,
  ) {
    const { site, values, row } = judged.candidate;
    this.site = site;
    this.values = values;
    if (row !== undefined) this.row = row;
    this.scope = judged.scope;
    this.standing = judged.standing;
    this.score = judged.sums.score;
    this.scoreHigh = judged.sums.scoreHigh;
    this.knownShare = judged.sums.knownShare;
    this.failed = judged.failed;
    this.doubtful = judged.doubtful;
    this.rankRange = rankRange;
    this.spread = spread;
    this.#judged = judged;
  }

  get parts() {
    return this.#judged.parts;
  }
  get reasons() {
    return this.#judged.reasons;
  }
}

const NOT_DRAWN: Drawn = { rankRange: null, spread: null };

/**
 * One list with its ranks, given in the order of the scores. Who may be first stands at 1 with all others who may: the
 * errors of their positions leave open which of them it is. The rest follow.
 */
function placed(list: readonly Judged[], known: KnownRanges | null, end: ScoreEnd): RankedCandidate[] {
  const drawnOf = ({ candidate }: Judged) => known?.ranges.get(candidate.site.id) ?? NOT_DRAWN;
  const mayBeFirst = (one: Judged) => drawnOf(one).rankRange?.[0] === 1;
  const first = list.filter(mayBeFirst);
  const tied = first.length > 1 ? first : [];
  const others = tied.length === 0 ? list : list.filter((one) => !mayBeFirst(one));
  const scores = others.map(({ sums }) => endOf(sums, end));
  const rankOf = rankAmong(scores);
  return [
    ...tied.map((one) => new Placed(one, 1, drawnOf(one), true)),
    ...others.map((one, i) => {
      const rank = tied.length + rankOf(scores[i] ?? 0);
      const { rankRange: range, spread } = drawnOf(one);
      const rankRange = range === null ? null : ([Math.min(rank, range[0]), Math.max(rank, range[1])] as const);
      return new Placed(one, rank, { rankRange, spread }, false);
    }),
  ];
}

/** One list, in the order of the scores, of what is ranked. */
const inOrder = (judged: readonly Judged[], end: ScoreEnd) =>
  [...judged].sort((a, b) => endOf(b.sums, end) - endOf(a.sums, end));

interface Judgement {
  readonly inForce: readonly InForce[];
  readonly isAsked: boolean;
  readonly judged: readonly Judged[];
  /** Of each scope, what is ranked. */
  readonly lists: readonly (readonly Judged[])[];
}

const judgements = new WeakMap<Question, { readonly of: readonly Candidate[]; readonly judgement: Judgement }>();

/** Kept with the question: ranges are asked for, and come in steps, of the very one that is shown. */
function judge(question: Question, candidates: readonly Candidate[]): Judgement {
  const known = judgements.get(question);
  if (known?.of === candidates) return known.judgement;
  const inForce = criteriaInForce(question, appliesTo(candidates));
  const isAsked = question.clusters.length > 0 || question.focus.length > 0;
  const lessIsBetter = (id: LimitId) => (question.weights.get(id) ?? 0) < 0;
  const judged = candidates.map((one) => new Judged(one, inForce, isAsked, question.limits, lessIsBetter));
  const ranked = inOrder(
    judged.filter(({ standing }) => standing === 'ranked'),
    question.end,
  );
  const judgement = {
    ...{ inForce, isAsked, judged },
    lists: SCOPES.map((scope) => ranked.filter((one) => one.scope === scope)),
  };
  judgements.set(question, { of: candidates, judgement });
  return judgement;
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
        .map((one) => new Placed(one, null, NOT_DRAWN, false)),
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
  const candidatesOf = (list: readonly Judged[]) => list.map(({ candidate }) => candidate);
  return { inForce, end, draws, lists: lists.map((list) => rangeList(candidatesOf(list), inForce, end)) };
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
