/** What may be set against what: which value is the best of those compared, when none is, and what decides between them. Pure. */
import type { ClusterFit, CriterionId, CriterionValue, RankedCandidate, ScoreEnd, ScorePart } from './types.ts';

/** A value as a range on one scale. Ranges of different units are never set against one another. */
export interface Measured {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly better: 'less' | 'more';
}

const FITS: Record<ClusterFit, number> = { own: 3, named: 2, several: 1, other: 0 };

/** Null where nothing is known. */
export function measuredOf(value: CriterionValue): Measured | null {
  if (!value.known) return null;
  const { said } = value;
  const exactly = (n: number, unit: string, better: Measured['better']): Measured => ({ min: n, max: n, unit, better });
  switch (said.kind) {
    case 'distance':
      return { min: said.min, max: said.max, unit: 'm', better: 'less' };
    case 'count':
      // What is not placed may be within reach too.
      return { min: said.min, max: said.max + said.cannotTell, unit: `within ${said.withinM}`, better: 'more' };
    case 'fit':
      return exactly(FITS[said.fit], 'fit', 'more');
    case 'years':
      return exactly(said.value, 'years', 'less');
    case 'radius':
      return exactly(said.value, 'radius', 'less');
    case 'number':
      // Whether more is better is the user's to say, and the score knows it.
      return { min: value.scoreMin, max: value.scoreMax, unit: `own ${said.unit}`, better: 'more' };
    case 'words':
    case 'status':
    case 'district':
      return { min: value.scoreMin, max: value.scoreMax, unit: said.kind, better: 'more' };
  }
}

/**
 * The place of the best among two or more. None where one side is unknown, where units differ, or where the best
 * range overlaps another: within the errors it may then not be the best.
 */
export function bestOf(values: readonly (Measured | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  const [first] = known;
  if (first === undefined || known.length < 2 || known.length < values.length) return null;
  if (known.some(({ unit, better }) => unit !== first.unit || better !== first.better)) return null;
  const beats = (a: Measured, b: Measured) => (a.better === 'less' ? a.max < b.min : a.min > b.max);
  const best = known.findIndex((a) => known.every((b) => a === b || beats(a, b)));
  return best === -1 ? null : best;
}

/** Points of a criterion at one end of the scores: what is unknown is nothing at the low one and all at the high one. */
const pointsAt = ({ points, pointsHigh }: ScorePart, end: ScoreEnd): number =>
  end === 'high' ? pointsHigh : (points ?? 0);

/** How many points less than the best of them each gives by one criterion; null where it is unknown, or fewer than two are known. */
export function behindBest(parts: readonly (ScorePart | null)[]): readonly (number | null)[] {
  const known = parts.flatMap((part) => part?.points ?? []);
  if (known.length < 2) return parts.map(() => null);
  const best = Math.max(...known);
  return parts.map((part) => (part?.points == null ? null : best - part.points));
}

/** Points that one has more, or may come to, by a criterion. */
export interface PointsBy {
  readonly criterion: CriterionId;
  readonly points: number;
}

export interface Decision {
  readonly first: RankedCandidate;
  readonly second: RankedCandidate;
  /** Points of a hundred between them, at the end that ranks. */
  readonly gap: number;
  /** Where the first has more points, and where the second has, the most first. */
  readonly ahead: readonly PointsBy[];
  readonly behind: readonly PointsBy[];
  /** What is unknown of the second and could still give it points. */
  readonly open: readonly PointsBy[];
  /** The errors of the positions alone leave open which of the two is better. */
  readonly withinErrors: boolean;
  /** What is unknown could turn them. */
  readonly couldTurn: boolean;
}

/** Fewer points than this decide nothing. */
const LEAST_POINTS = 0.05;

/**
 * What decides between the first two of those compared, by the end that ranks. Null where fewer than two are ranked, or
 * where they are not ranked in one list.
 */
export function decisionOf(all: readonly RankedCandidate[], end: ScoreEnd): Decision | null {
  const ranked = all.filter(({ standing }) => standing === 'ranked');
  const scoreOf = (one: RankedCandidate) => (end === 'high' ? one.scoreHigh : one.score) ?? 0;
  const [first, second] = [...ranked].sort((a, b) => scoreOf(b) - scoreOf(a));
  if (first === undefined || second === undefined || ranked.some(({ scope }) => scope !== first.scope)) return null;
  const more = first.parts.flatMap((part): PointsBy[] => {
    const other = second.parts.find(({ criterion }) => criterion === part.criterion);
    const points = other === undefined ? 0 : pointsAt(part, end) - pointsAt(other, end);
    return Math.abs(points) < LEAST_POINTS ? [] : [{ criterion: part.criterion, points }];
  });
  const byPoints = (a: PointsBy, b: PointsBy) => b.points - a.points;
  return {
    first,
    second,
    gap: scoreOf(first) - scoreOf(second),
    ahead: more.filter(({ points }) => points > 0).sort(byPoints),
    behind: more
      .filter(({ points }) => points < 0)
      .map(({ criterion, points }) => ({ criterion, points: -points }))
      .sort(byPoints),
    open: second.parts
      .map(({ criterion, points, pointsHigh }) => ({ criterion, points: pointsHigh - (points ?? 0) }))
      .filter(({ points }) => points >= LEAST_POINTS)
      .sort(byPoints),
    withinErrors:
      (first.tiedFirst && second.tiedFirst) ||
      (first.spread !== null && second.spread !== null && first.spread[0] <= second.spread[1]),
    couldTurn: (second.scoreHigh ?? 0) > (first.score ?? 0),
  };
}
