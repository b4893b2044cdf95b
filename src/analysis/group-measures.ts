/** Sum, mean, median, share and missing numbers of a column, group by group: for cross tables, hexagons and districts. */
import type { MeasureKind } from '../domain/measures.ts';

/** Rows of one group, with the numbers that they have. */
export interface Group {
  /** Rows without a number. */
  missing: number;
  readonly numbers: number[];
}

/** The numbers of all groups together: what a share is of. */
export interface GroupTotal {
  readonly sum: number;
  /** A number below 0 is among them: then a share says nothing. */
  readonly below: boolean;
}

/**
 * @param values a number a row, NaN where there is none
 * @param keyOf the group of a row; null for none
 */
export function grouped<K>(
  rows: Iterable<number>,
  values: Float64Array,
  keyOf: (row: number) => K | null,
): Map<K, Group> {
  const groups = new Map<K, Group>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const group = groups.get(key) ?? { missing: 0, numbers: [] };
    groups.set(key, group);
    const value = values[row] ?? Number.NaN;
    if (Number.isFinite(value)) group.numbers.push(value);
    else group.missing++;
  }
  return groups;
}

/** Rows that a number of the group stands on: those that have one, and of what is missing all. */
export const behindOf = ({ missing, numbers }: Group, how: MeasureKind): number =>
  numbers.length + (how === 'missing' ? missing : 0);

/** Several groups as one. */
export function together(groups: Iterable<Group>): Group {
  const all: Group = { missing: 0, numbers: [] };
  for (const { missing, numbers } of groups) {
    all.missing += missing;
    for (const value of numbers) all.numbers.push(value);
  }
  return all;
}

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

export function totalOf(groups: Iterable<Group>): GroupTotal {
  let [sum, below] = [0, false];
  for (const { numbers } of groups) {
    sum += sumOf(numbers);
    below ||= numbers.some((value) => value < 0);
  }
  return { sum, below };
}

function medianOf(numbers: readonly number[]): number {
  const sorted = Float64Array.from(numbers).sort();
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2)];
  return ((sorted[low] ?? Number.NaN) + (sorted[high] ?? Number.NaN)) / 2;
}

/** Null where no row of the group has a number, or a share would say nothing; `missing` is always a count. */
export function measureOf({ missing, numbers }: Group, kind: MeasureKind, total: GroupTotal): number | null {
  if (kind === 'missing') return missing;
  if (numbers.length === 0) return null;
  switch (kind) {
    case 'sum':
      return sumOf(numbers);
    case 'mean':
      return sumOf(numbers) / numbers.length;
    case 'median':
      return medianOf(numbers);
    case 'share':
      return total.sum > 0 && !total.below ? sumOf(numbers) / total.sum : null;
  }
}
