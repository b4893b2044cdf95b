/** What takes long of a large set's columns, as tasks that a thread of its own does: columns in, arrays out. */
import { datesOf } from '../domain/column-dates.ts';
import type { ColumnFilter } from '../domain/column-filter.ts';
import type { ColumnColour } from '../domain/column-look.ts';
import { numbersOf } from '../domain/column-values.ts';
import type { Column } from '../domain/point-set.ts';
import { type ColumnClasses, type Columns, columnClasses } from './column-classes.ts';
import { maskOf } from './column-filter.ts';
import { type ColumnSizes, columnSizes } from './column-sizes.ts';
import { type RowSort, tableRows } from './table-rows.ts';

/** From this many rows on what is worked out of a column would hold the page up. */
export const LARGE = 100_000;

/** Numbers and dates of a column, as far as it has them. */
export interface ColumnFacts {
  readonly numbers: Float64Array | null;
  readonly dates: Int32Array | null;
}

export const columnWork = {
  facts(column: Column, count: number): ColumnFacts {
    const numbers = numbersOf(column, count);
    return { numbers, dates: numbers === null ? datesOf(column, count) : null };
  },
  classes: (set: Columns, colour: ColumnColour): ColumnClasses | null => columnClasses(set, colour),
  sizes: (set: Columns, name: string): ColumnSizes | null => columnSizes(set, name),
  mask: (set: Columns, filters: readonly ColumnFilter[]): Uint8Array | null => maskOf(set, filters),
  rows: (set: Columns, rows: Uint32Array | undefined, search: string, sort: RowSort | null): Uint32Array =>
    tableRows(set, rows, search, sort),
};

export type ColumnWork = typeof columnWork;

/** The same in a thread of its own. */
export type AwayWork = {
  readonly [K in keyof ColumnWork]: (...given: Parameters<ColumnWork[K]>) => Promise<ReturnType<ColumnWork[K]>>;
};
