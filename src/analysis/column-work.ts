/** What takes long of a large set's columns, as tasks that a thread of its own does: columns in, arrays out. */
import { datesOf } from '../domain/column-dates.ts';
import type { ColumnFilter } from '../domain/column-filter.ts';
import type { ColumnColour } from '../domain/column-look.ts';
import { aboutCells, numbersOf } from '../domain/column-values.ts';
import type { Column } from '../domain/point-set.ts';
import { type ColumnClasses, type Columns, columnClasses } from './column-classes.ts';
import { maskOf } from './column-filter.ts';
import { type ColumnSizes, columnSizes } from './column-sizes.ts';
import { orderedRows, type RowSort, sortKeys, tableRows } from './table-rows.ts';

/** From this many rows on what is worked out of a column would hold the page up. */
export const LARGE = 100_000;

/** Numbers and dates of a column, as far as it has them. */
export interface ColumnFacts {
  readonly numbers: Float64Array | null;
  /** Cells that say about so much. */
  readonly about: number;
  readonly dates: Int32Array | null;
}

/** Columns whose order is kept, the last asked for: eight bytes a row each. */
const MOST_ORDERS = 4;
const keysById = new Map<number, Float64Array>();

export const columnWork = {
  facts(column: Column, count: number): ColumnFacts {
    const numbers = numbersOf(column, count);
    return { numbers, about: aboutCells(column, count), dates: numbers === null ? datesOf(column, count) : null };
  },
  classes: (set: Columns, colour: ColumnColour): ColumnClasses | null => columnClasses(set, colour),
  sizes: (set: Columns, name: string): ColumnSizes | null => columnSizes(set, name),
  mask: (set: Columns, filters: readonly ColumnFilter[]): Uint8Array | null => maskOf(set, filters),
  rows: (set: Columns, rows: Uint32Array | undefined, search: string, sort: RowSort | null): Uint32Array =>
    tableRows(set, rows, search, sort),
  /**
   * Rows in the order of a column, which is known by `id` from then on: what a column is sorted by is made once. Null
   * where nothing is known of it and no column is given.
   */
  order(id: number, column: Column | null, count: number, rows: Uint32Array | undefined, descending: boolean) {
    const keys = column === null ? keysById.get(id) : sortKeys(column, count);
    if (keys === undefined) return null;
    keysById.delete(id);
    keysById.set(id, keys);
    for (const old of keysById.keys()) if (keysById.size > MOST_ORDERS) keysById.delete(old);
    return orderedRows(rows ?? Uint32Array.from({ length: count }, (_, row) => row), keys, descending);
  },
};

export type ColumnWork = typeof columnWork;

/** The same in a thread of its own. */
export type AwayWork = {
  readonly [K in keyof ColumnWork]: (...given: Parameters<ColumnWork[K]>) => Promise<ReturnType<ColumnWork[K]>>;
};
