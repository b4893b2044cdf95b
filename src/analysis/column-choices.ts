/** What a filter on a column offers: of which kinds it may be, the values with their counts, a histogram. */
import { areAssumedDates, datesOf } from '../domain/column-dates.ts';
import { BLANK_VALUE, type FilterKind } from '../domain/column-filter.ts';
import { isBlankCell, isMeasure, numbersOf } from '../domain/column-values.ts';
import { type Column, valueAt } from '../domain/point-set.ts';

/** A column of more different texts than this is searched, not ticked. */
const MOST_VALUES = 60;
/** The values of a larger column of packed text are not counted: they differ from row to row. */
const COUNTED_ROWS = 50_000;

/** The kinds that a column may be filtered as, the likeliest first. */
export function filterKinds(column: Column, count: number): readonly FilterKind[] {
  const numbers = numbersOf(column, count);
  const counted: readonly FilterKind[] = column.kind === 'text' && count > COUNTED_ROWS ? [] : ['category'];
  if (areAssumedDates(column, count)) return ['date', 'number', ...counted];
  if (column.kind === 'number') {
    return numbers !== null && isMeasure(column, numbers) ? ['number', ...counted] : [...counted, 'number'];
  }
  const texts: readonly FilterKind[] =
    counted.length > 0 && categoryCounts(column, count).length > MOST_VALUES
      ? ['text', ...counted]
      : [...counted, 'text'];
  if (numbers !== null && isMeasure(column, numbers)) return ['number', ...texts];
  return datesOf(column, count) === null ? texts : ['date', ...texts];
}

export interface CategoryCount {
  /** BLANK_VALUE for blank cells. */
  readonly value: string;
  readonly rows: number;
}

const counted = new WeakMap<Column, readonly CategoryCount[]>();

/** Values of a column with their rows, the most frequent first, blanks last. Counted once a column. */
export function categoryCounts(column: Column, count: number): readonly CategoryCount[] {
  const made = counted.get(column);
  if (made !== undefined) return made;
  const byValue = new Map<string, number>();
  const add = (text: string, rows: number) => {
    const value = isBlankCell(text) ? BLANK_VALUE : text;
    byValue.set(value, (byValue.get(value) ?? 0) + rows);
  };
  if (column.kind === 'coded') {
    const rows = new Uint32Array(column.values.length);
    for (const code of column.codes) rows[code] = (rows[code] ?? 0) + 1;
    column.values.forEach((text, code) => {
      const n = rows[code] ?? 0;
      if (n > 0) add(text, n);
    });
  } else for (let row = 0; row < count; row++) add(String(valueAt(column, row) ?? ''), 1);
  const isBlank = ({ value }: CategoryCount) => (value === BLANK_VALUE ? 1 : 0);
  const found = Array.from(byValue, ([value, rows]): CategoryCount => ({ value, rows })).sort(
    (a, b) => isBlank(a) - isBlank(b) || b.rows - a.rows || (a.value < b.value ? -1 : 1),
  );
  counted.set(column, found);
  return found;
}

export interface Histogram {
  readonly least: number;
  readonly greatest: number;
  /** Rows in each of BINS equal parts from the least to the greatest. */
  readonly bins: Uint32Array;
  readonly blank: number;
}

export const BINS = 20;

/** Null where the column has no number. */
export function histogram(values: Float64Array): Histogram | null {
  let [least, greatest, blank] = [Infinity, -Infinity, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) blank++;
    else {
      if (value < least) least = value;
      if (value > greatest) greatest = value;
    }
  }
  if (least > greatest) return null;
  const bins = new Uint32Array(BINS);
  const perBin = (greatest - least) / BINS;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    const at = perBin === 0 ? 0 : Math.min(BINS - 1, Math.floor((value - least) / perBin));
    bins[at] = (bins[at] ?? 0) + 1;
  }
  return { least, greatest, bins, blank };
}

/** The value at so many hundredths of the way, to the digits that matter there. */
export function valueOnScale({ least, greatest }: Histogram, percent: number): number {
  const span = greatest - least;
  if (span === 0 || percent <= 0) return least;
  if (percent >= 100) return greatest;
  const step = 10 ** Math.floor(Math.log10(span / 1000));
  // Divided by a whole number where the step is a fraction: 0.1 cannot be written, 10 can.
  const value = least + (span * percent) / 100;
  return step >= 1 ? Math.round(value / step) * step : Math.round(value * Math.round(1 / step)) / Math.round(1 / step);
}

/** Where a value stands, in hundredths of the way, 0 to 100. */
export function placeOnScale({ least, greatest }: Histogram, value: number): number {
  if (greatest === least) return value > greatest ? 100 : 0;
  return Math.min(100, Math.max(0, Math.round((100 * (value - least)) / (greatest - least))));
}
