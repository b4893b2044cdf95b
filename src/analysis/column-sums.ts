/** Sum, mean and median of a column over the rows that a question finds, with what their uncertainty leaves open. */
import { type Answer, CERTAIN, INSIDE, NO, POSSIBLE } from './answer.ts';
import type { ShareRange } from './border-spread.ts';
import type { CountedSet } from './counted-set.ts';
import type { Range } from './tally.ts';

/** "8 (7–9)": over the rows inside by their point, then the least and the greatest that the possible rows leave open. */
export interface Spread {
  readonly least: number;
  /** Null where there is no row inside that has a number. */
  readonly middle: number | null;
  readonly greatest: number;
}

export interface ColumnSums {
  /** Rows found that have a number, and that have none. */
  readonly rows: Range;
  readonly missing: Range;
  readonly sum: Spread;
  /** Null where no row that may be inside has a number. */
  readonly mean: Spread | null;
  readonly median: Spread | null;
  /** Of the sum over all rows that were asked, 0 to 1; null where that is not above 0, or numbers below 0 are in it. */
  readonly share: Spread | null;
  /** Over all rows that were asked. */
  readonly total: { readonly sum: number; readonly rows: number; readonly missing: number };
}

interface SumsParts {
  readonly counted: CountedSet;
  readonly answer: Answer;
  /** A number a row, NaN where there is none. */
  readonly values: Float64Array;
  /** Rows that were asked, ascending; undefined where all were. */
  readonly rows: Uint32Array | undefined;
  /**
   * Of a row that is partly inside: its share that counts in sum and share in place of the whole row, 0 to 1, with what
   * it may be; null where it has none. Absent where such rows count as any other.
   */
  readonly shareOf?: (row: number) => ShareRange | null;
}

/** Parts of other records are in no number. */
export function columnSums({ counted, answer, values, rows, shareOf }: SumsParts): ColumnSums {
  const { set, isPart } = counted;
  const weighted = shareOf === undefined ? null : new Set(answer.partly);
  const levels = [0, 0, 0, 0];
  const empty = [0, 0, 0, 0];
  const sum = { least: 0, middle: 0, greatest: 0 };
  const found = { certain: new Numbers(), inside: new Numbers(), open: new Numbers() };
  for (const row of answer.possible) {
    if (isPart(row)) continue;
    const verdict = answer.verdict[row] ?? NO;
    const value = values[row] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      empty[verdict] = (empty[verdict] ?? 0) + 1;
      continue;
    }
    levels[verdict] = (levels[verdict] ?? 0) + 1;
    (verdict === CERTAIN ? found.certain : found.open).push(value);
    if (verdict >= INSIDE) found.inside.push(value);
    const share = weighted?.has(row) === true ? (shareOf?.(row) ?? null) : null;
    const shares = share ?? { least: verdict === CERTAIN ? 1 : 0, share: verdict >= INSIDE ? 1 : 0, most: 1 };
    sum.least += Math.min(shares.least * value, shares.most * value);
    sum.greatest += Math.max(shares.least * value, shares.most * value);
    sum.middle += shares.share * value;
  }
  const total = totalOf(set.count, isPart, values, rows);
  const [certain, inside, open] = [found.certain.sorted(), found.inside.sorted(), found.open.sorted()];
  return {
    rows: rangeOf(levels),
    missing: rangeOf(empty),
    sum,
    mean: meanSpread(certain, open, inside),
    median: medianSpread(certain, open, inside),
    share: total.sum > 0 && !total.below ? divided(sum, total.sum) : null,
    total: { sum: total.sum, rows: total.rows, missing: total.missing },
  };
}

/** Counts by verdict as what holds each other. */
function rangeOf(levels: readonly number[]): Range {
  const certain = levels[CERTAIN] ?? 0;
  const inside = certain + (levels[INSIDE] ?? 0);
  return { certain, inside, possible: inside + (levels[POSSIBLE] ?? 0) };
}

const divided = ({ least, middle, greatest }: Spread, by: number): Spread => ({
  least: least / by,
  middle: middle === null ? null : middle / by,
  greatest: greatest / by,
});

function totalOf(count: number, isPart: (row: number) => boolean, values: Float64Array, rows: Uint32Array | undefined) {
  const total = { sum: 0, rows: 0, missing: 0, below: false };
  for (let at = 0; at < (rows?.length ?? count); at++) {
    const row = rows?.[at] ?? at;
    if (isPart(row)) continue;
    const value = values[row] ?? Number.NaN;
    if (!Number.isFinite(value)) total.missing++;
    else {
      total.rows++;
      total.sum += value;
      if (value < 0) total.below = true;
    }
  }
  return total;
}

/** Grows as numbers come: an array of a million boxed numbers costs more. */
class Numbers {
  #held = new Float64Array(64);
  #count = 0;
  push(value: number): void {
    if (this.#count === this.#held.length) {
      const wider = new Float64Array(2 * this.#count);
      wider.set(this.#held);
      this.#held = wider;
    }
    this.#held[this.#count++] = value;
  }
  sorted(): Float64Array {
    return this.#held.slice(0, this.#count).sort();
  }
}

/**
 * Mean over the numbers inside, and the least and greatest that the open ones leave; null where there is no number.
 * The lists ascend.
 */
export function meanSpread(certain: Float64Array, open: Float64Array, inside: Float64Array): Spread | null {
  if (certain.length + open.length === 0) return null;
  return bounds(leastMean, certain, open, inside.length === 0 ? null : meanOf(inside));
}

/** The same of the median. */
export function medianSpread(certain: Float64Array, open: Float64Array, inside: Float64Array): Spread | null {
  if (certain.length + open.length === 0) return null;
  return bounds(leastMedian, certain, open, inside.length === 0 ? null : medianWith(inside, inside, 0));
}

/** The least and greatest over every choice of the open numbers beside the certain ones; both lists ascend. */
function bounds(
  least: (certain: Float64Array, open: Float64Array) => number,
  certain: Float64Array,
  open: Float64Array,
  middle: number | null,
): Spread {
  const turned = (list: Float64Array) => list.map((value) => -value).reverse();
  return { least: least(certain, open), middle, greatest: 0 - least(turned(certain), turned(open)) };
}

const meanOf = (list: Float64Array) => list.reduce((a, b) => a + b, 0) / list.length;

/** Open numbers lower the mean from the lowest up, until the next is above it. */
function leastMean(certain: Float64Array, open: Float64Array): number {
  let sum = certain.reduce((a, b) => a + b, 0);
  let n = certain.length;
  for (const value of open) {
    if (n > 0 && value * n >= sum) break;
    sum += value;
    n++;
  }
  return sum / n;
}

/** As the mean: the open numbers from the lowest up, as long as the next is not above the median that they leave. */
function leastMedian(certain: Float64Array, open: Float64Array): number {
  let [from, to] = [certain.length === 0 ? 1 : 0, open.length];
  while (from < to) {
    const taken = Math.floor((from + to) / 2);
    if ((open[taken] ?? Infinity) <= medianWith(certain, open, taken)) from = taken + 1;
    else to = taken;
  }
  return medianWith(certain, open, from);
}

/** The median of an ascending list and the first `taken` of another, together. */
function medianWith(list: Float64Array, other: Float64Array, taken: number): number {
  const count = list.length + taken;
  const [low, high] = [Math.floor((count - 1) / 2), Math.floor(count / 2)];
  let [a, b, lower] = [0, 0, Number.NaN];
  for (let at = 0; at <= high; at++) {
    const fromList = b >= taken || (a < list.length && (list[a] ?? 0) <= (other[b] ?? 0));
    const value = (fromList ? list[a++] : other[b++]) ?? Number.NaN;
    if (at === low) lower = value;
    if (at === high) return (lower + value) / 2;
  }
  return Number.NaN;
}
