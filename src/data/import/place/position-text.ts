/** Coordinates as people write them: decimals, degrees-minutes-seconds in every dress, a pair in one cell. */

import { LIMITS } from '../guards/limits.ts';
import type { Cell } from '../types.ts';

export interface Angle {
  readonly value: number;
  /** Half the last digit that was written, in the same unit. */
  readonly rounding: number;
  /** Which of the two it says it is, by N, E, 北, 东, 经度, lat. */
  readonly axis: 'x' | 'y' | null;
}

const HALF: readonly number[] = Array.from({ length: 20 }, (_, digits) => 0.5 * 10 ** -digits);
const half = (digits: number) => HALF[Math.max(0, Math.min(digits, 19))] ?? 0;

/** Marks that no reader sees: zero-width spaces, joiners, marks of direction, the byte order mark. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
/** Two of the marks of minutes are one of seconds. */
const SECONDS =
  /[\u2033"\u3003\u301E\u301F\u201D\u201C\u02DD秒]|(?<=\d\s*)sec(?:onds?)?(?![a-z])|[\u2032'\u00B4`\u02CA\u02CB\u2019\u2018\uFF07]{2}/gi;
const MINUTES = /[\u2032'\u00B4`\u02CA\u02CB\u2019\u2018\uFF07分]|(?<=\d\s*)min(?:utes?)?(?![a-z])/gi;
/** 度 of 经度 is no mark; ExifTool and surveyors write deg, min, sec. */
const DEGREES = /[°\u00BA\u02DA\u1D52\u2070]|(?<=\d\s*)(?:度|deg(?:rees?)?(?![a-z]))/gi;
/** 113d06m18s: letters, so that the last one is not taken for south. */
const LETTERS = /(\d)\s*d\s*(\d[\d.]*)\s*m(?:\s*(\d[\d.]*)\s*s)?/gi;

/**
 * The text of a cell in plain letters: invisible marks gone, Excel's `="…"` taken off, full-width signs as half-width
 * ones, and the marks of degrees, minutes and seconds as `°`, `'` and `"`, whichever of their many dresses they wear.
 */
export function plainPosition(text: string): string {
  const bare = text.replace(INVISIBLE, '').trim();
  const quoted = /^=\s*"(.*)"$/s.exec(bare)?.[1] ?? bare;
  return (
    quoted
      // Before compatibility forms are made: these would turn º into the letter o and ´ into a space with an accent.
      .replace(SECONDS, '"')
      .replace(MINUTES, "'")
      .replace(DEGREES, '°')
      .normalize('NFKC')
      .replace(/[\u2010-\u2014\u2212]/g, '-')
      .replace(LETTERS, (_, degrees: string, minutes: string, seconds?: string) =>
        seconds === undefined ? `${degrees}°${minutes}'` : `${degrees}°${minutes}'${seconds}"`,
      )
      .trim()
  );
}

const DECIMAL = /^[+-]?\d+(?:\.(\d*))?$/;
const SCIENTIFIC = /^[+-]?\d+(?:\.(\d*))?e([+-]?\d{1,2})$/i;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.(\d*))?$/;
/** A comma in the place of the point, as in much of Europe: degrees only, so that 408,272 stays an easting. */
const DECIMAL_COMMA = /^[+-]?\d{1,3},(\d+)$/;

function decimal(text: string): Angle | null {
  const plain = DECIMAL.exec(text);
  if (plain !== null) return { value: Number(text), rounding: half(plain[1]?.length ?? 0), axis: null };
  const scientific = SCIENTIFIC.exec(text);
  if (scientific !== null) {
    const digits = (scientific[1]?.length ?? 0) - Number(scientific[2]);
    return { value: Number(text), rounding: digits >= 0 ? half(digits) : 0.5 * 10 ** -digits, axis: null };
  }
  const comma = DECIMAL_COMMA.exec(text);
  if (comma !== null && !couldBeGrouped(text)) {
    const value = Number(text.replace(',', '.'));
    return Math.abs(value) <= 180 ? { value, rounding: half(comma[1]?.length ?? 0), axis: null } : null;
  }
  const grouped = GROUPED.exec(text);
  if (grouped === null) return null;
  return { value: Number(text.replaceAll(',', '')), rounding: half(grouped[1]?.length ?? 0), axis: null };
}

/** Whether a comma before three digits parts thousands: of what is left as a number no coordinate is that small. */
function couldBeGrouped(text: string): boolean {
  if (!GROUPED.test(text)) return false;
  return Math.abs(Number(text.replaceAll(',', ''))) >= 150_000;
}

const NUMBER = String.raw`(\d+)(?:\.(\d*))?`;
/** Degrees, minutes, seconds, each but the last whole, parted by their marks, by colons, dashes or spaces. */
const MARKED = new RegExp(
  String.raw`^([+-]?)(\d{1,3})\s*(?:[°:]|-|\s)\s*${NUMBER}\s*(?:(?:[':]|-|\s)\s*(?:${NUMBER}\s*"?)?)?$`,
  'i',
);
/** 113.06.18.7: a second point says that the first one was no decimal point. */
const DOTTED = /^([+-]?)(\d{1,3})\.(\d{2})\.(\d{2})(?:\.(\d*))?$/;
const WHOLE_DEGREES = /^([+-]?\d{1,3}(?:\.(\d*))?)\s*°$/;

function sexagesimal(text: string): Angle | null {
  const degrees = WHOLE_DEGREES.exec(text);
  if (degrees !== null) return { value: Number(degrees[1]), rounding: half(degrees[2]?.length ?? 0), axis: null };
  const dotted = DOTTED.exec(text);
  if (dotted !== null) {
    const [, sign = '', whole = '0', minutes = '0', seconds = '0', digits = ''] = dotted;
    return angleOf(sign, whole, minutes, '', seconds, digits);
  }
  const [, sign = '', whole, minutes = '0', minuteDigits = '', seconds, secondDigits = ''] = MARKED.exec(text) ?? [];
  return whole === undefined ? null : angleOf(sign, whole, minutes, minuteDigits, seconds, secondDigits);
}

/** Minutes and seconds of sixty and more are none, nor are parts of a minute before seconds. */
function angleOf(
  sign: string,
  whole: string,
  minutes: string,
  minuteDigits: string,
  seconds: string | undefined,
  secondDigits: string,
): Angle | null {
  if (seconds !== undefined && minuteDigits !== '') return null;
  const minute = Number(`${minutes}.${minuteDigits}`);
  const second = Number(`${seconds ?? '0'}.${secondDigits}`);
  if (minute >= 60 || second >= 60) return null;
  const size = Number(whole) + minute / 60 + second / 3600;
  const rounding = seconds === undefined ? half(minuteDigits.length) / 60 : half(secondDigits.length) / 3600;
  return { value: sign === '-' ? -size : size, rounding, axis: null };
}

/** Words that say which of the two a number is; before it or behind it. The longest come first. */
const X_WORDS = ['东经', '西经', '经度', '经', '东', '西', 'longitude', 'long', 'lng', 'lon', 'e', 'w', 'x'] as const;
const Y_WORDS = ['北纬', '南纬', '纬度', '纬', '北', '南', 'latitude', 'lat', 'n', 's', 'y'] as const;
const WORD = `(${[...X_WORDS, ...Y_WORDS].sort((a, b) => b.length - a.length).join('|')})`;
const BEFORE = new RegExp(`^"?${WORD}"?\\s*[:=]?\\s*(?=[-+\\d])`, 'i');
const BEHIND = new RegExp(`(?<=[\\d.°'"\\s])\\s*${WORD}$`, 'i');
const isX = (word: string) => X_WORDS.some((each) => each === word.toLowerCase());
const isNegative = (word: string) => /^(西经|西|w|南纬|南|s)$/i.test(word);

function plainAngle(text: string): Angle | null {
  const fast = decimal(text);
  if (fast !== null) return fast;
  let bare = text;
  const words: string[] = [];
  // "东经 E113°": a word may stand twice, and on both sides.
  for (let n = 0; n < 4; n++) {
    const word = BEFORE.exec(bare) ?? BEHIND.exec(bare);
    if (word === null) break;
    words.push(word[1] ?? '');
    bare = bare.replace(word[0], '').trim();
  }
  const found = decimal(bare) ?? sexagesimal(bare);
  if (found === null) return null;
  const axes = new Set(words.map(isX));
  if (axes.size > 1) return null;
  const axis = words.length === 0 ? null : axes.has(true) ? 'x' : 'y';
  return { ...found, value: words.some(isNegative) ? -Math.abs(found.value) : found.value, axis };
}

/** One coordinate; null where the cell is none. */
export function parseAngle(cell: Cell | undefined): Angle | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return null;
    const text = String(cell);
    const point = text.indexOf('.');
    return { value: cell, rounding: half(point < 0 ? 0 : text.length - point - 1), axis: null };
  }
  if (cell.length > LIMITS.positionChars) return null;
  return decimal(cell) ?? plainAngle(plainPosition(cell));
}

export interface Pair {
  readonly first: Angle;
  readonly second: Angle;
}

/** What parts the two numbers of a pair, the surest first; a third part is a height. */
const SEPARATORS: readonly RegExp[] = [/[;、|\n]/, /\//, /,/, /\s+(?=[\dENSW东北西南+-])/i];
/** Between two that name themselves nothing needs to stand: behind the marks of one the words of the other begin. */
const GLUED = new RegExp(`(?<=[\\d°'"])\\s*[,;/|、]?\\s*(?="?${WORD}"?\\s*[:=]?\\s*[-+\\d])`, 'i');
const GLUED_BEHIND = new RegExp(`(?<=[\\d°'"]\\s*${WORD})\\s*[,;/|、]?\\s*(?=[-+\\d])`, 'i');

function pairOf(parts: readonly string[]): Pair | null {
  if (parts.length < 2 || parts.length > 3) return null;
  const [first, second] = parts.map((part) => plainAngle(part.trim()));
  if (first == null || second == null) return null;
  // Both cannot be the same of the two.
  return first.axis !== null && first.axis === second.axis ? null : { first, second };
}

/** Two coordinates in one cell, "113.1,23.0", "东经113°06′北纬23°01′"; null where the cell is no such pair. */
export function parsePair(cell: Cell | undefined): Pair | null {
  if (typeof cell !== 'string' || cell.length > LIMITS.positionChars) return null;
  const text = plainPosition(cell)
    .replace(/^[([{【<]+|[)\]}】>]+$/g, '')
    .trim();
  for (const separator of SEPARATORS) {
    const found = pairOf(text.split(separator));
    if (found !== null) return found;
  }
  for (const between of [GLUED, GLUED_BEHIND]) {
    const at = between.exec(text);
    if (at === null) continue;
    const found = pairOf([text.slice(0, at.index), text.slice(at.index + at[0].length)]);
    if (found !== null) return found;
  }
  return sixNumbers(text);
}

/** "113 06 18.7 23 01 07.3": three numbers each. */
function sixNumbers(text: string): Pair | null {
  const words = text.split(/[\s,]+/);
  return words.length === 6 ? pairOf([words.slice(0, 3).join(' '), words.slice(3).join(' ')]) : null;
}
