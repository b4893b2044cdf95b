/** Which rows of a set pass the filters on its columns: one pass over each column, kept until a filter changes. */
import { compareDates, type DateCode, dateCode, datesOf, NO_DATE } from '../domain/column-dates.ts';
import { BLANK_VALUE, type ColumnFilter, narrows } from '../domain/column-filter.ts';
import { isBlankCell, numbersOf, parseDate } from '../domain/column-values.ts';
import { type Column, type PackedText, type PointSet, valueAt } from '../domain/point-set.ts';
import { type Columns, columnNamed } from './column-classes.ts';

type Of<K extends ColumnFilter['kind']> = Extract<ColumnFilter, { kind: K }>;

const last = new WeakMap<PointSet, { readonly filters: readonly ColumnFilter[]; readonly mask: Uint8Array | null }>();

/** 1 for each row that passes every filter; null where none narrows. A filter on a column that is gone lets all through. */
export function columnMask(set: PointSet, filters: readonly ColumnFilter[]): Uint8Array | null {
  const known = last.get(set);
  if (known?.filters === filters) return known.mask;
  const mask = maskOf(set, filters);
  last.set(set, { filters, mask });
  return mask;
}

/** The same, kept nowhere. */
export function maskOf(set: Columns, filters: readonly ColumnFilter[]): Uint8Array | null {
  const masks = filters.filter(narrows).flatMap((filter) => {
    const column = columnNamed(set, filter.column);
    const mask = column === undefined ? null : maskOfColumn(column, set.count, filter);
    return mask === null ? [] : [mask];
  });
  const [first = null, ...rest] = masks;
  for (const mask of rest)
    if (first !== null) for (let row = 0; row < set.count; row++) first[row] = (first[row] ?? 0) & (mask[row] ?? 0);
  return first;
}

/** Takes the mask that another thread has found for these very filters. */
export function learnMask(set: PointSet, filters: readonly ColumnFilter[], mask: Uint8Array | null): void {
  last.set(set, { filters, mask });
}

/** Null where the column holds nothing of the filter's kind. */
function maskOfColumn(column: Column, count: number, filter: ColumnFilter): Uint8Array | null {
  switch (filter.kind) {
    case 'number':
      return numberMask(column, count, filter);
    case 'date':
      return dateMask(column, count, filter);
    case 'category': {
      const chosen = new Set(filter.values);
      return textMask(column, count, (text) => chosen.has(isBlankCell(text) ? BLANK_VALUE : text));
    }
    case 'text':
      return rowsHolding(column, count, filter.text.trim());
  }
}

/** 1 for the rows whose cell holds the words; case of Latin letters makes no difference. */
export function rowsHolding(column: Column, count: number, words: string): Uint8Array {
  return column.kind === 'text'
    ? containsMask(column, count, words)
    : textMask(column, count, (text) => lower(text).includes(lower(words)));
}

function numberMask(column: Column, count: number, { from, to, blank }: Of<'number'>): Uint8Array | null {
  const values = numbersOf(column, count);
  if (values === null) return null;
  const [least, greatest, rest] = [from ?? -Infinity, to ?? Infinity, blank ? 1 : 0];
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const value = values[row] ?? Number.NaN;
    mask[row] = Number.isNaN(value) ? rest : value >= least && value <= greatest ? 1 : 0;
  }
  return mask;
}

/** A limit as the user wrote it; null where it is no date. */
export function dateLimit(text: string): DateCode | null {
  const date = parseDate(text);
  return date === null ? null : dateCode(date);
}

function dateMask(column: Column, count: number, { from, to, blank }: Of<'date'>): Uint8Array | null {
  const dates = datesOf(column, count);
  const [least, greatest] = [dateLimit(from), dateLimit(to)];
  if (dates === null || (least === null && greatest === null)) return null;
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const date = dates[row] ?? NO_DATE;
    if (date === NO_DATE) mask[row] = blank ? 1 : 0;
    else
      mask[row] =
        (least === null || compareDates(date, least) >= 0) && (greatest === null || compareDates(date, greatest) <= 0)
          ? 1
          : 0;
  }
  return mask;
}

/** Each different text of a coded column is judged once. */
function textMask(column: Column, count: number, passes: (text: string) => boolean): Uint8Array {
  if (column.kind === 'coded') {
    const byCode = Uint8Array.from(column.values, (text) => (passes(text) ? 1 : 0));
    return Uint8Array.from({ length: count }, (_, row) => byCode[column.codes[row] ?? 0] ?? 0);
  }
  return Uint8Array.from({ length: count }, (_, row) => (passes(String(valueAt(column, row) ?? '')) ? 1 : 0));
}

/** Latin letters of one byte alone, as the search over bytes has it. */
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const lowerByte = (byte: number) => (byte >= 65 && byte <= 90 ? byte + 32 : byte);

/** Rows whose packed text holds the words: a search over the bytes, since to decode a million cells takes a second. */
function containsMask({ bytes, offsets }: PackedText, count: number, wanted: string): Uint8Array {
  const needle = new TextEncoder().encode(lower(wanted));
  const mask = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const end = (offsets[row + 1] ?? 0) - needle.length;
    for (let at = offsets[row] ?? 0; at <= end && mask[row] === 0; at++) {
      let same = 0;
      while (same < needle.length && lowerByte(bytes[at + same] ?? 0) === needle[same]) same++;
      if (same === needle.length) mask[row] = 1;
    }
  }
  return mask;
}
