/** The rows of a set as a table shows them: those that pass, that hold the words searched for, in the order of a column. */
import { datesOf, NO_DATE } from '../domain/column-dates.ts';
import { numbersOf } from '../domain/column-values.ts';
import { type Column, packText } from '../domain/point-set.ts';
import type { Columns } from './column-classes.ts';
import { rowsHolding } from './column-filter.ts';
import { byDigit, textRanks } from './text-order.ts';

/** By which column, its place among the set's. */
export interface RowSort {
  readonly column: number;
  readonly descending: boolean;
}

/** Row numbers; the order of the file where there is no sort. Blank cells are last, whichever way it goes. */
export function tableRows(
  set: Columns,
  rows: Uint32Array | undefined,
  search: string,
  sort: RowSort | null,
): Uint32Array {
  const all = rows ?? Uint32Array.from({ length: set.count }, (_, row) => row);
  const found = search.trim() === '' ? all : searched(set, all, search.trim());
  const column = sort === null ? undefined : set.columns[sort.column];
  return column === undefined || sort === null
    ? found
    : orderedRows(found, sortKeys(column, set.count), sort.descending);
}

function searched({ columns, count }: Columns, rows: Uint32Array, text: string): Uint32Array {
  const masks = columns.map((column) => rowsHolding(column, count, text));
  return rows.filter((row) => masks.some((mask) => mask[row] === 1));
}

const known = new WeakMap<Column, Float64Array>();

/** A number a row by which the column is sorted: its number, its date, or its text's place among all; NaN where blank. */
export function sortKeys(column: Column, count: number): Float64Array {
  const made = known.get(column);
  if (made !== undefined) return made;
  const numbers = numbersOf(column, count);
  const dates = numbers === null ? datesOf(column, count) : null;
  const keys =
    numbers ??
    (dates === null
      ? textKeys(column, count)
      : Float64Array.from(dates, (date) => (date === NO_DATE ? Number.NaN : date)));
  known.set(column, keys);
  return keys;
}

/** Places in the order of the language; of a column of few values these alone are sorted. */
function textKeys(column: Column, count: number): Float64Array {
  if (column.kind === 'number') return column.values;
  if (column.kind === 'text') return textRanks(column, count);
  const keys = textRanks(packText(column.name, column.values), column.values.length);
  return Float64Array.from(column.codes, (code) => keys[code] ?? Number.NaN);
}

/** Rows by their keys; rows with the same key stay as they stood. By digits: a comparison a row would take a second. */
export function orderedRows(rows: Uint32Array, keys: Float64Array, descending: boolean): Uint32Array {
  const filled = new Uint32Array(rows.length);
  const bits = new Uint32Array(2 * rows.length);
  const view = new Float64Array(bits.buffer);
  const out = new Uint32Array(rows.length);
  let [n, blank] = [0, rows.length];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const key = keys[row] ?? Number.NaN;
    if (Number.isNaN(key)) continue;
    filled[n] = row;
    // Zero has one sign.
    view[n++] = (descending ? -key : key) + 0;
  }
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] ?? 0;
    if (Number.isNaN(keys[row] ?? Number.NaN)) out[--blank] = row;
  }
  // Bits of a number in an order that is its own: negative ones turned whole, the others in their sign.
  for (let at = 0; at < n; at++) {
    const high = bits[2 * at + 1] ?? 0;
    const isBelow = high >>> 31 === 1;
    bits[2 * at] = isBelow ? ~(bits[2 * at] ?? 0) : (bits[2 * at] ?? 0);
    bits[2 * at + 1] = isBelow ? ~high : high | 0x80000000;
  }
  let order = new Uint32Array(n);
  for (let at = 0; at < n; at++) order[at] = at;
  for (const [word, shift] of [
    [0, 0],
    [0, 16],
    [1, 0],
    [1, 16],
  ] as const)
    order = byDigit(order, (at) => ((bits[2 * at + word] ?? 0) >>> shift) & 0xffff);
  for (let place = 0; place < n; place++) out[place] = filled[order[place] ?? 0] ?? 0;
  return out;
}
