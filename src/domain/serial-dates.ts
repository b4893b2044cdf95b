/** Dates that a spreadsheet keeps as numbers of days and that lost their format on the way into a file. */
import { unitIn } from './computed-column.ts';

/** A column is taken for one only where it is called like a date: 45,000 may be anything. */
const CALLED_DATE = /日期|时间|時間|时刻|時刻|(?:^|[_\s.-])(?:date|time|datetime)(?:$|[_\s.-])/i;

/** 1950-01-01 and 2099-12-31 as Excel counts days. Years (2019) and dates in one number (20240501) are outside. */
const FIRST = 18_264;
const LAST = 73_050;
/** Days between the two calendars of Excel. */
const DAYS_1904 = 1462;
/** 1970-01-01 as Excel counts days. */
const EPOCH = 25_569;
const DAY_MS = 86_400_000;

/** Of numbers that are nearly all dates: so many may be something else and count as gaps. */
const STRANGE = 0.02;

interface Serials {
  readonly name: string;
  /** The workbook says that it counts from 1904. */
  readonly from1904?: boolean;
}

const inCalendar = (serial: number, { from1904 = false }: Serials) => serial + (from1904 ? DAYS_1904 : 0);

const known = new WeakMap<Float64Array, boolean>();

/** Whether numbers are taken for days that Excel counts. Looked at once a column. */
export function areSerialDates(column: Serials, values: Float64Array): boolean {
  const made = known.get(values) ?? areSerials(column, values);
  known.set(values, made);
  return made;
}

function areSerials(column: Serials, values: Float64Array): boolean {
  const { name } = column;
  // 运行时间（小时） measures, and names its unit.
  if (!CALLED_DATE.test(name) || unitIn(name) !== '') return false;
  let [dates, strange] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const serial = inCalendar(value, column);
    if (serial >= FIRST && serial < LAST + 1) dates++;
    else strange++;
  }
  return dates > 0 && strange <= STRANGE * (dates + strange);
}

/** Year, month and day of a serial, in UTC; null where it is none. */
export function serialDate(column: Serials, value: number): Date | null {
  const serial = inCalendar(value, column);
  return serial >= FIRST && serial < LAST + 1 ? new Date(Math.floor(serial - EPOCH) * DAY_MS) : null;
}
