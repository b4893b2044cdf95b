/** Dates, times and durations of a workbook, which are numbers with a format. */

/** How a format shows a number: `time` of the day, or `elapsed` beyond a day. */
export type Shown = 'number' | 'date' | 'time' | 'elapsed';

/** Formats that Excel itself knows by number. */
export function shownByNumber(id: number): Shown {
  if (id === 46) return 'elapsed';
  if ((id >= 18 && id <= 21) || id === 45 || id === 47) return 'time';
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : 'number';
}

/** A format code shows a date where, outside of quotes and brackets, a part of a date is left. */
export function shownByCode(code: string): Shown {
  const bare = code.replace(/"[^"]*"|\\.|General/gi, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return 'elapsed';
  const parts = bare.replace(/\[[^\]]*\]/g, '');
  if (/[yd年月日]/i.test(parts)) return 'date';
  // A month by itself is one; beside hours or seconds it is minutes.
  return /[hs]/i.test(parts) ? 'time' : /m/i.test(parts) ? 'date' : 'number';
}

/** The finest part of a date that a format shows; `none` where it shows no year. */
export type Fineness = 'day' | 'month' | 'year' | 'none';

/** Of the formats of dates that Excel knows by number, those that show no whole day. */
const COARSE: ReadonlyMap<number, Fineness> = new Map([
  ...[16, 28, 29, 51, 53, 54, 58].map((id) => [id, 'none'] as const),
  ...[17, 27, 36, 50, 52, 57].map((id) => [id, 'month'] as const),
]);

export const finenessByNumber = (id: number): Fineness => COARSE.get(id) ?? 'day';

/** What of a date a format code shows. An `m` beside hours or seconds is minutes, but then a day is shown or no date is. */
export function finenessByCode(code: string): Fineness {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').split(';')[0] ?? '';
  if (!/[ye]/i.test(bare)) return 'none';
  if (/d/i.test(bare)) return 'day';
  return /m/i.test(bare) ? 'month' : 'year';
}

/** What a text shows of the date (YYYY-MM-DD) that stands behind it: of "Mar 21" or "03/2021" a month. */
export function finenessByText(shown: string, date: string): Fineness {
  const numbers = shown.match(/\d+/g) ?? [];
  const year = date.slice(0, 4);
  if (!numbers.some((number) => number === year || number === year.slice(2))) return 'none';
  // A month may be a word; the signs of Chinese and Japanese stand behind numbers.
  const parts = numbers.length + (/\p{Script=Latin}{3}/u.test(shown) ? 1 : 0);
  return parts >= 3 ? 'day' : parts === 2 ? 'month' : 'year';
}

/** A date cut to what its cell shows; without its year it is no date: `--03-05`. */
export function shownDate(text: string, fineness: Fineness): string {
  switch (fineness) {
    case 'day':
      return text;
    case 'month':
      return text.slice(0, 7);
    case 'year':
      return text.slice(0, 4);
    case 'none':
      return `--${text.slice(5, 10)}`;
  }
}

const DAY_S = 86_400;
const HOUR_S = 3600;
/** Degrees of a circle, as hours: what is more under a format of the day's time is a date whose day is not shown. */
const MOST_HOURS = 360;

const two = (value: number) => String(value).padStart(2, '0');

/** Days as hours, minutes and seconds, "113:06:18.72": so are degrees typed into Excel. */
export function hoursText(days: number): string {
  const ms = Math.round(Math.abs(days) * DAY_S * 1000);
  const seconds = Math.floor(ms / 1000);
  const rest =
    ms % 1000 === 0
      ? ''
      : `.${String(ms % 1000)
          .padStart(3, '0')
          .replace(/0+$/, '')}`;
  const [hours, minutes] = [Math.floor(seconds / HOUR_S), Math.floor((seconds % HOUR_S) / 60)];
  return `${days < 0 ? '-' : ''}${two(hours)}:${two(minutes)}:${two(seconds % 60)}${rest}`;
}

/** A day number as date, or date and time, to the second. */
export function dateText(serial: number, from1904: boolean): string {
  // The calendar of 1900 has a 29 February that never was; days before it are off by one.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((days - 25_569) * DAY_S);
  const iso = new Date(seconds * 1000);
  if (Number.isNaN(iso.getTime())) return String(serial);
  const text = iso.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 19)}`;
}

/** A number as its format shows it. */
export function timeText(serial: number, shown: Exclude<Shown, 'number'>, from1904: boolean): string {
  if (!Number.isSafeInteger(Math.round(serial * DAY_S * 1000))) return String(serial);
  if (shown === 'elapsed' || (serial >= 0 && serial < 1)) return hoursText(serial);
  return shown === 'time' && serial > 0 && serial * 24 < MOST_HOURS ? hoursText(serial) : dateText(serial, from1904);
}
