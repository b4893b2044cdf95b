/** Classes of numbers for a legend, with the method named. What is not a number has no class. */
import { naturalBreaks } from './jenks.ts';

export const CLASS_METHODS = ['equal', 'quantile', 'natural'] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

export interface NumberClass {
  /** Equal intervals: the limits of the interval. Else: the least and greatest value in the class. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}
export interface Classes {
  readonly method: ClassMethod;
  /** Ascending; fewer than asked for where there are fewer different values. Empty where nothing is known. */
  readonly classes: readonly NumberClass[];
  /** How many of the values were no number. */
  readonly unknown: number;
}

const isKnown = (value: number | null): value is number => value !== null && Number.isFinite(value);

/** Different values, ascending, and how often each occurs. */
function distinct(known: readonly number[]): { values: number[]; weights: number[] } {
  const values: number[] = [];
  const weights: number[] = [];
  for (const value of [...known].sort((a, b) => a - b)) {
    if (values.length > 0 && values[values.length - 1] === value)
      weights[weights.length - 1] = (weights[weights.length - 1] ?? 0) + 1;
    else {
      values.push(value);
      weights.push(1);
    }
  }
  return { values, weights };
}

/** First index of each class so that each holds as near a k-th of all as equal values, kept together, allow. */
function quantileStarts(weights: readonly number[], k: number): number[] {
  const all = weights.reduce((a, b) => a + b, 0);
  const starts = [0];
  let below = 0;
  weights.forEach((weight, i) => {
    if (i > 0 && starts.length < k && below >= (all * starts.length) / k - 1e-9) starts.push(i);
    below += weight;
  });
  return starts;
}

/** Sorts values into at most `k` classes. Null and what is not finite is unknown, not zero. */
export function classify(values: readonly (number | null)[], k: number, method: ClassMethod): Classes {
  const known = values.filter(isKnown);
  const unknown = values.length - known.length;
  const { values: different, weights } = distinct(known);
  const least = different[0];
  const greatest = different.at(-1);
  if (least === undefined || greatest === undefined || k < 1) return { method, classes: [], unknown };
  const n = Math.min(Math.floor(k), different.length);
  if (method === 'equal') {
    const limits = Array.from({ length: n + 1 }, (_, i) => (i === n ? greatest : least + ((greatest - least) * i) / n));
    const empty = limits.slice(1).map((to, i): NumberClass => ({ from: limits[i] ?? least, to, count: 0 }));
    const counts = empty.map(() => 0);
    for (const value of known) {
      const at = classOf({ method, classes: empty, unknown }, value);
      if (at !== null) counts[at] = (counts[at] ?? 0) + 1;
    }
    return { method, classes: empty.map((entry, i) => ({ ...entry, count: counts[i] ?? 0 })), unknown };
  }
  const starts = method === 'quantile' ? quantileStarts(weights, n) : naturalBreaks(different, weights, n);
  const classes = starts.map((start, i): NumberClass => {
    const end = (starts[i + 1] ?? different.length) - 1;
    const count = weights.slice(start, end + 1).reduce((a, b) => a + b, 0);
    return { from: different[start] ?? least, to: different[end] ?? greatest, count };
  });
  return { method, classes, unknown };
}

/** Index of the class of a value; null where it is unknown or outside. A limit belongs to the class below it. */
export function classOf({ classes }: Classes, value: number | null): number | null {
  if (!isKnown(value) || value < (classes[0]?.from ?? Infinity)) return null;
  const at = classes.findIndex(({ to }) => value <= to);
  return at === -1 ? null : at;
}
