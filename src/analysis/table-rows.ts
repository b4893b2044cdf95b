/** The rows of a set as a table shows them: those that pass, that hold the words searched for, in the order of a column. */
import { datesOf, NO_DATE } from '../domain/column-dates.ts';
import { isBlankCell, numbersOf } from '../domain/column-values.ts';
import { type Column, textAt } from '../domain/point-set.ts';
import type { Columns } from './column-classes.ts';
import { rowsHolding } from './column-filter.ts';
import { byDigit, byteRanks } from './text-order.ts';

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
  return column === undefined || sort === null ? found : sorted(found, sortKeys(column, set.count), sort.descending);
}

function searched({ columns, count }: Columns, rows: Uint32Array, text: string): Uint32Array {
  const masks = columns.map((column) => rowsHolding(column, count, text));
  return rows.filter((row) => masks.some((mask) => mask[row] === 1));
}

const known = new WeakMap<Column, Float64Array>();

/** A number a row by which the column is sorted: its number, its date, or its text's place among all; NaN where blank. */
function sortKeys(column: Column, count: number): Float64Array {
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

/** Words in the order of a language are looked up one by one: of more different ones the order is that of the code. */
const COLLATED = 20_000;

function textKeys(column: Column, count: number): Float64Array {
  if (column.kind === 'number') return column.values;
  if (column.kind === 'text' && count > COLLATED) return byteRanks(column, count);
  const texts =
    column.kind === 'coded' ? column.values : Array.from({ length: count }, (_, row) => textAt(column, row));
  const different = [...new Set(texts)].filter((text) => !isBlankCell(text));
  if (different.length > COLLATED) different.sort();
  else different.sort(new Intl.Collator('zh-Hans-CN', { numeric: true }).compare);
  const place = new Map(different.map((text, at) => [text, at]));
  const keys = Float64Array.from(texts, (text) => place.get(text) ?? Number.NaN);
  return column.kind === 'coded' ? Float64Array.from(column.codes, (code) => keys[code] ?? Number.NaN) : keys;
}

/** Rows by their keys; rows with the same key stay as they stood. By digits: a comparison a row would take a second. */
function sorted(rows: Uint32Array, keys: Float64Array, descending: boolean): Uint32Array {
  const bits = new Uint32Array(2 * rows.length);
  const view = new Float64Array(bits.buffer);
  const filled = rows.filter((row) => !Number.isNaN(keys[row] ?? Number.NaN));
  filled.forEach((row, at) => {
    // Zero has one sign.
    view[at] = (descending ? -(keys[row] ?? 0) : (keys[row] ?? 0)) + 0;
  });
  // Bits of a number in an order that is its own: negative ones turned whole, the others in their sign.
  for (let at = 0; at < filled.length; at++) {
    const high = bits[2 * at + 1] ?? 0;
    const isBelow = high >>> 31 === 1;
    bits[2 * at] = isBelow ? ~(bits[2 * at] ?? 0) : (bits[2 * at] ?? 0);
    bits[2 * at + 1] = isBelow ? ~high : high | 0x80000000;
  }
  let order = Uint32Array.from(filled, (_, at) => at);
  for (const [word, shift] of [
    [0, 0],
    [0, 16],
    [1, 0],
    [1, 16],
  ] as const)
    order = byDigit(order, (at) => ((bits[2 * at + word] ?? 0) >>> shift) & 0xffff);
  const out = new Uint32Array(rows.length);
  order.forEach((at, place) => {
    out[place] = filled[at] ?? 0;
  });
  out.set(
    rows.filter((row) => Number.isNaN(keys[row] ?? Number.NaN)),
    filled.length,
  );
  return out;
}
