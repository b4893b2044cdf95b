/** Of a column that colours a set: which class each row is in, and what the legend says of the classes. */
import { CLASSES, type ColumnColour, MOST_CATEGORIES } from '../domain/column-look.ts';
import { isBlankCell, numbersOf } from '../domain/column-values.ts';
import { type Column, type PointSet, valueAt } from '../domain/point-set.ts';
import { naturalBreaks } from './jenks.ts';

/** In `of`: the cell is blank, or no number where numbers are asked for. */
export const NO_CLASS = 255;
/** In `of`: a category beyond those with a class of their own. */
const OTHERS = 254;

export interface ColumnClass {
  /** A category's text; absent of numbers. */
  readonly text?: string;
  /** Least and greatest value in the class; absent of categories. */
  readonly from?: number;
  readonly to?: number;
  readonly rows: number;
}

export interface ColumnClasses {
  /** Index of the class of each row, OTHERS or NO_CLASS. */
  readonly of: Uint8Array;
  /** Of numbers ascending, of categories the most frequent first. */
  readonly classes: readonly ColumnClass[];
  /** Rows in a category beyond those with a class of their own, and how many categories that are. */
  readonly others: { readonly rows: number; readonly categories: number };
  /** Rows whose cell is blank, or no number where numbers colour. */
  readonly blank: number;
}

/** What of a set its columns need. */
export type Columns = Pick<PointSet, 'columns' | 'count'>;

export const columnNamed = (set: Columns, name: string): Column | undefined =>
  set.columns.find((column) => column.name === name);

/** Null where the set has no such column, or one of text that numbers are to be made of. */
export function columnClasses(set: Columns, colour: ColumnColour): ColumnClasses | null {
  const column = columnNamed(set, colour.column);
  if (column === undefined) return null;
  if (colour.kind === 'category') return categories(set, column);
  const values = numbersOf(column, set.count);
  return values === null ? null : numberClasses(values, limitsOf(values, colour));
}

function categories(set: Columns, column: Column): ColumnClasses {
  const counts = new Map<string, number>();
  const texts: string[] = [];
  for (let row = 0; row < set.count; row++) {
    const value = valueAt(column, row);
    const text = value === null ? '' : String(value);
    texts.push(text);
    if (!isBlankCell(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const ordered = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  // One more than fits is shown as itself: "others" of a single category would say less.
  const shown = ordered.slice(0, MOST_CATEGORIES);
  const index = new Map(shown.map(([text], at) => [text, at]));
  const of = Uint8Array.from(texts, (text) => index.get(text) ?? (isBlankCell(text) ? NO_CLASS : OTHERS));
  const rest = ordered.slice(MOST_CATEGORIES);
  const otherRows = rest.reduce((sum, [, rows]) => sum + rows, 0);
  return {
    of,
    classes: shown.map(([text, rows]) => ({ text, rows })),
    others: { rows: otherRows, categories: rest.length },
    blank: set.count - otherRows - shown.reduce((sum, [, rows]) => sum + rows, 0),
  };
}

/** Values of a large column that natural breaks are looked for in: as many as say the same. */
const SAMPLE = 5000;

/** Greatest value of each class, ascending; the last is the greatest of all. Fewer than asked for where values repeat. */
function limitsOf(values: Float64Array, colour: Extract<ColumnColour, { kind: 'number' }>): number[] {
  const known = values.filter((value) => Number.isFinite(value)).sort();
  const [least, greatest] = [known[0], known.at(-1)];
  if (least === undefined || greatest === undefined) return [];
  const ascending = (limits: readonly number[]) =>
    [...new Set([...limits.filter((limit) => limit < greatest), greatest])].sort((a, b) => a - b);
  switch (colour.method) {
    case 'own':
      return ascending(colour.breaks.filter((limit) => limit >= least));
    case 'equal':
      return ascending(
        Array.from({ length: CLASSES - 1 }, (_, at) => least + ((greatest - least) * (at + 1)) / CLASSES),
      );
    case 'quantile':
      return ascending(
        Array.from(
          { length: CLASSES - 1 },
          (_, at) => known[Math.ceil((known.length * (at + 1)) / CLASSES) - 1] ?? least,
        ),
      );
    case 'natural':
      return ascending(natural(known));
  }
}

/** Greatest value of each class of natural breaks, over a fair share of the values where they are many. */
function natural(known: Float64Array): number[] {
  const step = Math.max(1, Math.ceil(known.length / SAMPLE));
  const different: number[] = [];
  const weights: number[] = [];
  for (let at = 0; at < known.length; at += step) {
    const value = known[at] ?? 0;
    if (different.at(-1) === value) weights[weights.length - 1] = (weights.at(-1) ?? 0) + 1;
    else {
      different.push(value);
      weights.push(1);
    }
  }
  const starts = naturalBreaks(different, weights, Math.min(CLASSES, different.length));
  return starts.slice(1).map((start) => different[start - 1] ?? 0);
}

function numberClasses(values: Float64Array, limits: readonly number[]): ColumnClasses {
  const of = new Uint8Array(values.length).fill(NO_CLASS);
  const found = limits.map(() => ({ from: Infinity, to: -Infinity, rows: 0 }));
  let blank = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    const at = Number.isFinite(value) ? limits.findIndex((limit) => value <= limit) : -1;
    const own = found[at];
    if (own === undefined) {
      blank++;
      continue;
    }
    of[row] = at;
    own.rows++;
    own.from = Math.min(own.from, value);
    own.to = Math.max(own.to, value);
  }
  // A class that the user's own limits leave empty keeps its place in the ramp and in the legend.
  const classes = found.map(({ from, to, rows }, at) =>
    rows > 0 ? { from, to, rows } : { from: limits[at - 1] ?? limits[at] ?? 0, to: limits[at] ?? 0, rows },
  );
  return { of, classes, others: { rows: 0, categories: 0 }, blank };
}

/** Rows of each class, of the others and of the blank, among those that pass. */
export function passingCounts(
  { of, classes }: Pick<ColumnClasses, 'of' | 'classes'>,
  rows: Uint32Array,
): { readonly classes: readonly number[]; readonly others: number; readonly blank: number } {
  const counts = new Uint32Array(256);
  // By index: the iterator of a typed array takes six times as long.
  for (let i = 0; i < rows.length; i++) {
    const at = of[rows[i] ?? 0] ?? NO_CLASS;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return {
    classes: classes.map((_, at) => counts[at] ?? 0),
    others: counts[OTHERS] ?? 0,
    blank: counts[NO_CLASS] ?? 0,
  };
}
