/** What a chart of a column shows: bars of numbers, dates or categories, or the pairs of two columns of numbers. */
import { datesOf, NO_DATE } from '../domain/column-dates.ts';
import { BLANK_VALUE } from '../domain/column-filter.ts';
import { isBlankCell, numbersOf } from '../domain/column-values.ts';
import { type Column, type PointSet, valueAt } from '../domain/point-set.ts';
import { BINS, histogram } from './column-choices.ts';

/** How a column is charted. */
export type BarKind = 'number' | 'date' | 'category';

export interface Bar {
  /** A category, or a year or month as a filter on dates writes it; empty of numbers. */
  readonly text: string;
  /** Least and greatest number that stands in the bar; the limits of the bar where it is empty. */
  readonly from: number;
  readonly to: number;
  /** Rows, or the sum of the measure over them: of the whole set, and of the rows that are shown. */
  readonly all: number;
  readonly shown: number;
}

export interface Bars {
  readonly kind: BarKind;
  readonly bars: readonly Bar[];
  /** Categories beyond those with a bar of their own. */
  readonly others: { readonly categories: number; readonly all: number; readonly shown: number };
  /** Rows that stand in no bar since their cell is blank, or no number of the measure. */
  readonly blank: number;
}

/** Categories with a bar of their own. */
export const MOST_BARS = 12;
/** Years in whose months dates still have a bar each. */
const MOST_YEARS_OF_MONTHS = 2;

const NO_OTHERS = { categories: 0, all: 0, shown: 0 };

/** 1 for each row that is shown. */
function shownMask(count: number, rows: Uint32Array | undefined): Uint8Array {
  const mask = new Uint8Array(count);
  if (rows === undefined) mask.fill(1);
  else for (const row of rows) mask[row] = 1;
  return mask;
}

/**
 * Bars of one column.
 *
 * @param rows those that are shown, ascending; undefined where all are
 * @param measure numbers to be summed in the place of counted rows; for categories and dates
 * @returns null where the column holds nothing of the kind
 */
export function barsOf(
  { count }: PointSet,
  column: Column,
  kind: BarKind,
  rows: Uint32Array | undefined,
  measure: Float64Array | null = null,
): Bars | null {
  const shown = shownMask(count, rows);
  switch (kind) {
    case 'number': {
      const values = numbersOf(column, count);
      return values === null ? null : numberBars(values, shown);
    }
    case 'date': {
      const dates = datesOf(column, count);
      if (dates === null) return null;
      const years = new Set(Array.from(dates, (code) => Math.trunc(code / 10_000)).filter((year) => year !== 0));
      const byMonth = years.size <= MOST_YEARS_OF_MONTHS;
      const textOf = (row: number) => dateText(dates[row] ?? NO_DATE, byMonth);
      const all = summed(count, shown, measure, textOf);
      const bars = [...all.byText.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
      return { kind, bars, others: NO_OTHERS, blank: all.blank };
    }
    case 'category': {
      const textOf = (row: number) => {
        const text = String(valueAt(column, row) ?? '');
        return isBlankCell(text) ? BLANK_VALUE : text;
      };
      const all = summed(count, shown, measure, textOf);
      const ordered = [...all.byText.values()].sort((a, b) => b.all - a.all || (a.text < b.text ? -1 : 1));
      const rest = ordered.length > MOST_BARS + 1 ? ordered.splice(MOST_BARS) : [];
      const sum = (key: 'all' | 'shown') => rest.reduce((total, bar) => total + bar[key], 0);
      return {
        kind,
        bars: ordered,
        others: { categories: rest.length, all: sum('all'), shown: sum('shown') },
        blank: all.blank,
      };
    }
  }
}

/** `2024`, `2024-05`; empty where the cell says no date. A date without a month stands in its year. */
function dateText(code: number, byMonth: boolean): string {
  if (code === NO_DATE) return BLANK_VALUE;
  const [year, month] = [Math.trunc(code / 10_000), Math.trunc(code / 100) % 100];
  return byMonth && month > 0 ? `${year}-${String(month).padStart(2, '0')}` : String(year);
}

/** Rows, or their sum, by a text. */
function summed(count: number, shown: Uint8Array, measure: Float64Array | null, textOf: (row: number) => string) {
  const byText = new Map<string, { text: string; from: number; to: number; all: number; shown: number }>();
  let blank = 0;
  for (let row = 0; row < count; row++) {
    const text = textOf(row);
    const amount = measure === null ? 1 : (measure[row] ?? Number.NaN);
    if (text === BLANK_VALUE || Number.isNaN(amount)) {
      blank++;
      continue;
    }
    const bar = byText.get(text) ?? { text, from: Number.NaN, to: Number.NaN, all: 0, shown: 0 };
    byText.set(text, bar);
    bar.all += amount;
    if (shown[row] === 1) bar.shown += amount;
  }
  return { byText, blank };
}

function numberBars(values: Float64Array, shown: Uint8Array): Bars | null {
  const spread = histogram(values);
  if (spread === null) return null;
  const { least, greatest, bins, blank } = spread;
  const width = (greatest - least) / BINS;
  const bars = Array.from(bins, (all, at) => ({ text: '', from: Infinity, to: -Infinity, all, shown: 0, at }));
  values.forEach((value, row) => {
    const bar = bars[width === 0 ? 0 : Math.min(BINS - 1, Math.floor((value - least) / width))];
    if (bar === undefined || !Number.isFinite(value)) return;
    bar.from = Math.min(bar.from, value);
    bar.to = Math.max(bar.to, value);
    bar.shown += shown[row] ?? 0;
  });
  return {
    kind: 'number',
    // Where all numbers are one there is one bar.
    bars: (width === 0 ? bars.slice(0, 1) : bars).map(({ at, ...bar }) =>
      bar.all > 0 ? bar : { ...bar, from: least + width * at, to: least + width * (at + 1) },
    ),
    others: NO_OTHERS,
    blank,
  };
}

export interface Pairs {
  /** Rows that are shown and have both numbers, ascending. */
  readonly rows: Uint32Array;
  /** Of the whole set: least and greatest of both. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** Shown rows without one of them. */
  readonly without: number;
}

/** Null where one of the columns has no number at all. */
export function pairsOf(x: Float64Array, y: Float64Array, rows: Uint32Array | undefined): Pairs | null {
  const [spreadX, spreadY] = [histogram(x), histogram(y)];
  if (spreadX === null || spreadY === null) return null;
  const found: number[] = [];
  const total = rows?.length ?? x.length;
  for (let i = 0; i < total; i++) {
    const row = rows?.[i] ?? i;
    if (Number.isFinite(x[row] ?? Number.NaN) && Number.isFinite(y[row] ?? Number.NaN)) found.push(row);
  }
  return {
    rows: Uint32Array.from(found),
    x: [spreadX.least, spreadX.greatest],
    y: [spreadY.least, spreadY.greatest],
    without: total - found.length,
  };
}

/** The pair that stands nearest to a place of the plane within a reach, both axes from 0 to 1; null for none. */
export function nearestPair(
  { rows, x: [x0, x1], y: [y0, y1] }: Pairs,
  x: Float64Array,
  y: Float64Array,
  at: readonly [number, number],
  reach: readonly [number, number],
): number | null {
  let [best, least]: [number | null, number] = [null, 1];
  const scale = (value: number, from: number, to: number) => (to === from ? 0.5 : (value - from) / (to - from));
  for (const row of rows) {
    const dx = (scale(x[row] ?? 0, x0, x1) - at[0]) / reach[0];
    const dy = (scale(y[row] ?? 0, y0, y1) - at[1]) / reach[1];
    const away = dx * dx + dy * dy;
    if (away <= least) [best, least] = [row, away];
  }
  return best;
}
