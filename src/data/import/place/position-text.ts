/** Coordinates as people write them: decimals, degrees-minutes-seconds, a pair in one cell, well-known text. */

import { LIMITS } from '../guards/limits.ts';
import type { Cell } from '../types.ts';
import { noParts, type Parts } from './geometry.ts';

export interface Angle {
  readonly value: number;
  /** Half the last digit that was written, in the same unit. */
  readonly rounding: number;
  /** Which of the two it says it is, by N, E, 北, 东. */
  readonly axis: 'x' | 'y' | null;
}

const DECIMAL = /^[+-]?\d+(?:\.(\d*))?$/;
const GROUPED = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.(\d*))?$/;
const HALF: readonly number[] = Array.from({ length: 20 }, (_, digits) => 0.5 * 10 ** -digits);
const half = (digits: number) => HALF[Math.min(digits, 19)] ?? 0;

/** Degrees, then minutes, then seconds, each with any of its marks. */
const SEXAGESIMAL =
  /^([+-]?\d{1,3})\s*(?:[°º˚度d]|\s)\s*(\d{1,2}(?:\.(\d*))?)\s*(?:['′’‘分m]|\s)?\s*(?:(\d{1,2}(?:\.(\d*))?)\s*(?:["″”“秒s]|''|′′)?)?$/i;
const DEGREES = /^([+-]?\d{1,3}(?:\.(\d*))?)\s*[°º˚度]$/;

const EAST = /[Ee]|东经|东/;
const NORTH = /[Nn]|北纬|北/;
const MARKS = /^(?:东经|北纬|[EeNn]|东|北)[:：\s]*|\s*(?:东经|北纬|[EeNn]|东|北)$/g;

function decimal(text: string): Angle | null {
  const match = DECIMAL.exec(text);
  if (match !== null) return { value: Number(text), rounding: half(match[1]?.length ?? 0), axis: null };
  const grouped = GROUPED.exec(text);
  if (grouped === null) return null;
  return { value: Number(text.replaceAll(',', '')), rounding: half(grouped[1]?.length ?? 0), axis: null };
}

/** One coordinate; null where the cell is none. Minutes and seconds of sixty and more are none. */
export function parseAngle(cell: Cell | undefined): Angle | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return null;
    const text = String(cell);
    const point = text.indexOf('.');
    return { value: cell, rounding: half(point < 0 ? 0 : text.length - point - 1), axis: null };
  }
  if (cell.length > LIMITS.positionChars) return null;
  const fast = decimal(cell);
  if (fast !== null) return fast;
  const text = cell.normalize('NFKC').trim();
  const bare = text.replace(MARKS, '').trim();
  const axis = EAST.test(text) ? 'x' : NORTH.test(text) ? 'y' : null;
  const plain = decimal(bare);
  if (plain !== null) return { ...plain, axis };
  const degrees = DEGREES.exec(bare);
  if (degrees !== null) return { value: Number(degrees[1]), rounding: half(degrees[2]?.length ?? 0), axis };
  const parts = SEXAGESIMAL.exec(bare);
  if (parts === null) return null;
  const [, whole = '0', minutes = '0', minuteDigits = '', seconds, secondDigits = ''] = parts;
  if (Number(minutes) >= 60 || Number(seconds ?? 0) >= 60) return null;
  const size = Math.abs(Number(whole)) + Number(minutes) / 60 + Number(seconds ?? 0) / 3600;
  const rounding = seconds === undefined ? half(minuteDigits.length) / 60 : half(secondDigits.length) / 3600;
  return { value: whole.startsWith('-') ? -size : size, rounding, axis };
}

/** Two coordinates in one cell, "113.1,23.0"; null where the cell is no such pair. */
export function parsePair(cell: Cell | undefined): { readonly first: Angle; readonly second: Angle } | null {
  if (typeof cell !== 'string' || cell.length > LIMITS.positionChars) return null;
  const text = cell.trim().replace(/^[([{（【]|[)\]}）】]$/g, '');
  for (const separator of [/[,，;；、|]/, /\s+(?=[\dEN东北+-])/]) {
    const parts = text.split(separator).map((part) => part.trim());
    if (parts.length < 2 || parts.length > 3) continue;
    const first = parseAngle(parts[0]);
    const second = parseAngle(parts[1]);
    if (first !== null && second !== null) return { first, second };
  }
  return null;
}

const WKT = /^(?:SRID=\d+;)?\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*(?:Z|M|ZM)?\s*(\(.*\))\s*$/is;

function numbers(text: string, flat: number[] = []): number[] {
  for (const tuple of text.split(',')) {
    const [x = '', y = ''] = tuple.replace(/[()]/g, ' ').trim().split(/\s+/);
    flat.push(x === '' ? Number.NaN : Number(x), y === '' ? Number.NaN : Number(y));
  }
  return flat;
}

/** Well-known text of a point, line or polygon, or of several; null where the cell is none. */
export function parseWkt(cell: Cell | undefined): Parts | null {
  if (typeof cell !== 'string') return null;
  const [, , type = '', body = ''] = WKT.exec(cell.trim()) ?? [];
  // Deeper than any geometry: looked for here, since the expression below goes over such a run again and again.
  if (type === '' || body.includes('(((((')) return null;
  const parts = noParts();
  if (type.toUpperCase() === 'POINT') {
    numbers(body, parts.points);
    return parts;
  }
  // Innermost parentheses hold a line or a ring; a ring that opens with one parenthesis more is an outer one.
  for (const [, opening = '', inner = ''] of body.matchAll(/(\(*|,\s*)\(([^()]*)\)/g)) {
    if (type.toUpperCase() === 'LINESTRING') parts.lines.push(numbers(inner));
    else if (opening.includes('(') || parts.rings.length === 0) parts.rings.push(numbers(inner));
  }
  if (parts.lines.length + parts.rings.length === 0) return null;
  return parts;
}
