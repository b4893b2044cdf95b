/** A cell as it is shown: of a number that is taken for a date both are said. */
import { areAssumedDates, datesOf, dateText, NO_DATE } from '../../domain/column-dates.ts';
import { plainLine } from '../../domain/plain-line.ts';
import { type Column, isComputed, valueAt } from '../../domain/point-set.ts';
import type { I18n } from '../../i18n/index.ts';

/** Empty where the cell is. */
export function valueWords({ number }: Pick<I18n, 'number'>, column: Column, count: number, row: number): string {
  const value = valueAt(column, row);
  if (value === null) return '';
  const date = assumedDate(column, count, row);
  if (date !== null) return `${date} (${plainLine(String(value))})`;
  return typeof value === 'number' ? number(value, isComputed(column) ? 4 : 10) : plainLine(value);
}

/** Null where the cell is no number that is taken for a date. */
export function assumedDate(column: Column, count: number, row: number): string | null {
  if (!areAssumedDates(column, count)) return null;
  const code = datesOf(column, count)?.[row] ?? NO_DATE;
  return code === NO_DATE ? null : dateText(code);
}
