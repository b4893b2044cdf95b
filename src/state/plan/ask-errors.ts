/** What of an answer is not certain, for the map: the circles of error of its rows, and how soft they make its border. */
import { type Answer, CERTAIN } from '../../analysis/answer.ts';
import { geometryKindAt } from '../../domain/geometries.ts';
import { isPlaced } from '../../domain/point-set.ts';
import type { LngLat } from '../../domain/position.ts';
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

const NONE: AskErrors = { discs: [], more: 0, rimM: 0 };

const made = new WeakMap<Answer, AskErrors>();

function errorsOf({ set }: AskedSet['counted'], answer: Answer, centreM: number): AskErrors {
  const uncertain = answer.possible.filter(
    (row) =>
      answer.verdict[row] !== CERTAIN &&
      isPlaced(set, row) &&
      geometryKindAt(set.geometries, row) === 'point' &&
      (set.radiusM[row] ?? Infinity) <= WIDEST_M,
  );
  if (uncertain.length === 0) return { ...NONE, rimM: centreM };
  const radii = Float64Array.from(uncertain, (row) => set.radiusM[row] ?? 0).sort();
  const discs = Array.from(
    uncertain.subarray(0, MOST_DISCS),
    (row): ErrorDisc => ({
      at: [set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0],
      radiusM: set.radiusM[row] ?? 0,
    }),
  );
  // The middle one of the errors that there are: a place known as closely is only possible in the band.
  const middle = radii[Math.floor(radii.length / 2)] ?? 0;
  return { discs, more: uncertain.length - discs.length, rimM: centreM + middle };
}

/**
 * The same answer gives the same object, so that an unchanged map uploads nothing.
 *
 * @param centreM error of what is asked around, metres
 */
export function askErrors({ counted }: AskedSet, answer: Answer | null, centreM: number): AskErrors {
  if (answer === null) return NONE;
  const known = made.get(answer) ?? errorsOf(counted, answer, centreM);
  made.set(answer, known);
  return known;
}
