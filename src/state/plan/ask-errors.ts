/** What of an answer is not certain, for the map: the circles of error of its rows, and how soft they make its border. */
import { type Answer, CERTAIN } from '../../analysis/answer.ts';
import { geometryKindAt } from '../../domain/geometries.ts';
import { isPlaced, type PointSet, precisionAt } from '../../domain/point-set.ts';
import type { LngLat } from '../../domain/position.ts';
import { isLocated } from '../../domain/site.ts';
import type { AskedSet } from './answer.ts';

export interface ErrorDisc {
  readonly at: LngLat;
  /** Metres. */
  readonly radiusM: number;
}

export interface AskErrors {
  readonly discs: readonly ErrorDisc[];
  /** Rows that are not certain and have no disc, since there are too many. */
  readonly more: number;
  /** Half the width of the band in which a row is only possible, metres; 0 where nothing is. */
  readonly rimM: number;
}

/** So many circles can still be told apart, and drawn at once. */
const MOST_DISCS = 300;
/** A place that is known less closely lies everywhere: its circle would hide the question. */
const WIDEST_M = 12_000;

/** Rows of which the usual error is found; of a larger set every so many-th. */
const SAMPLED = 10_000;

const NONE: AskErrors = { discs: [], more: 0, rimM: 0 };

const made = new WeakMap<Answer, AskErrors>();

/** The middle one of the errors of all places that are known to the town or better; 0 where there are none. */
function usualError(set: PointSet, rows: Uint32Array | undefined): number {
  const radii: number[] = [];
  const n = rows?.length ?? set.count;
  for (let at = 0; at < n; at += Math.ceil(n / SAMPLED)) {
    const row = rows?.[at] ?? at;
    if (isPlaced(set, row) && isLocated(precisionAt(set, row))) radii.push(set.radiusM[row] ?? 0);
  }
  const sorted = Float64Array.from(radii).sort();
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function errorsOf({ counted: { set }, rows }: AskedSet, answer: Answer, centreM: number): AskErrors {
  const uncertain = answer.possible.filter(
    (row) =>
      answer.verdict[row] !== CERTAIN &&
      isPlaced(set, row) &&
      geometryKindAt(set.geometries, row) === 'point' &&
      (set.radiusM[row] ?? Infinity) <= WIDEST_M,
  );
  if (uncertain.length === 0) return { ...NONE, rimM: centreM };
  const discs = Array.from(
    uncertain.subarray(0, MOST_DISCS),
    (row): ErrorDisc => ({
      at: [set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0],
      radiusM: set.radiusM[row] ?? 0,
    }),
  );
  return { discs, more: uncertain.length - discs.length, rimM: centreM + usualError(set, rows) };
}

/**
 * The same answer gives the same object, so that an unchanged map uploads nothing.
 *
 * @param centreM error of what is asked around, metres
 */
export function askErrors(asked: AskedSet, answer: Answer | null, centreM: number): AskErrors {
  if (answer === null) return NONE;
  const known = made.get(answer) ?? errorsOf(asked, answer, centreM);
  made.set(answer, known);
  return known;
}
