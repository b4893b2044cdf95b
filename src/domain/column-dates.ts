/** A column of a user's file as dates, each no finer than its cell says. */
import { type CellDate, isBlankCell, numbersOf, parseDate } from './column-values.ts';
import { type Column, textAt } from './point-set.ts';
import { areSerialDates, serialDate } from './serial-dates.ts';

/** A date as one number: year, month, day; 0 for a month or day that is not stated. */
export type DateCode = number;
/** In a column of dates: the cell is blank, or none. */
export const NO_DATE: DateCode = 0;

export const dateCode = ({ year, month, day }: CellDate): DateCode => year * 10_000 + (month ?? 0) * 100 + (day ?? 0);

/**
 * Below, equal to or above 0 as `a` is before, at or after `b`; a part that either does not state makes no difference,
 * so that 2024 is neither before nor after May 2024.
 */
export function compareDates(a: DateCode, b: DateCode): number {
  const years = Math.trunc(a / 10_000) - Math.trunc(b / 10_000);
  if (years !== 0) return years;
  const [monthA, monthB] = [Math.trunc(a / 100) % 100, Math.trunc(b / 100) % 100];
  if (monthA === 0 || monthB === 0) return 0;
  if (monthA !== monthB) return monthA - monthB;
  const [dayA, dayB] = [a % 100, b % 100];
  return dayA === 0 || dayB === 0 ? 0 : dayA - dayB;
}

/** Of a column that is nearly all dates: so many cells may be something else and count as gaps. */
const STRANGE = 0.02;
/** Rows by which a column of something else is told. */
const FIRST_ROWS = 200;

const known = new WeakMap<Column, Int32Array | null>();

/** The date of each row, NO_DATE where there is none; null where the column is not one of dates. Made once a column. */
export function datesOf(column: Column, count: number): Int32Array | null {
  const made = known.get(column);
  if (made !== undefined) return made;
  const found = serialDates(column, count) ?? (column.kind === 'number' ? null : writtenDates(column, count));
  known.set(column, found);
  return found;
}

/** Days as a spreadsheet counts them; null where the column is not taken for such. */
function serialDates(column: Column, count: number): Int32Array | null {
  const values = numbersOf(column, count);
  if (values === null || !areSerialDates(column, values)) return null;
  return Int32Array.from(values, (value) => serialCode(column, value));
}

function serialCode(column: Column, value: number): DateCode {
  const date = serialDate(column, value);
  if (date === null) return NO_DATE;
  return dateCode({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}

/** Whether the dates of a column are only taken to be some: its cells are numbers. */
export const areAssumedDates = (column: Column, count: number): boolean => {
  const values = numbersOf(column, count);
  return values !== null && areSerialDates(column, values);
};

/** A date as it is written: no finer than it is stated. */
export function dateText(code: DateCode): string {
  const [year, month, day] = [Math.trunc(code / 10_000), Math.trunc(code / 100) % 100, code % 100];
  const two = (part: number) => String(part).padStart(2, '0');
  return [String(year), ...(month === 0 ? [] : [two(month), ...(day === 0 ? [] : [two(day)])])].join('-');
}

function writtenDates(column: Exclude<Column, { kind: 'number' }>, count: number): Int32Array | null {
  const read = new Map<string, DateCode | null>();
  const dates = new Int32Array(count);
  const counts = { dates: 0, strange: 0 };
  for (let row = 0; row < count; row++) {
    const text = textAt(column, row);
    const code = read.get(text) ?? cellDate(text);
    read.set(text, code);
    dates[row] = code ?? NO_DATE;
    if (code === null) counts.strange++;
    else if (code !== NO_DATE) counts.dates++;
    if (row === FIRST_ROWS && counts.strange > counts.dates) break;
  }
  const are = counts.dates > 0 && counts.strange <= STRANGE * (counts.dates + counts.strange);
  return are ? dates : null;
}

/** NO_DATE of a blank, null of what is neither. */
function cellDate(text: string): DateCode | null {
  if (isBlankCell(text)) return NO_DATE;
  const date = parseDate(text);
  return date === null ? null : dateCode(date);
}
