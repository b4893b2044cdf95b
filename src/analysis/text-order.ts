/**
 * Text in the order of the language, 2 before 10: a million strings compared one by one by the language's rules take a
 * minute. Here the rules are asked once of every character that occurs; each text becomes the row of its characters'
 * places, and these are sorted by their digits.
 */
import { isBlankCell } from '../domain/column-values.ts';
import { type PackedText, textAt } from '../domain/point-set.ts';

/** Digits of a pass: 16 bits, so that four passes sort a million numbers. */
const DIGITS = 65_536;

/** One pass of a sort: `order` by a digit of each, those with the same one as they stood. */
export function byDigit(order: Uint32Array, digit: (at: number) => number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(DIGITS + 1);
  for (const at of order) {
    const next = digit(at) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let d = 0; d < DIGITS; d++) starts[d + 1] = (starts[d + 1] ?? 0) + (starts[d] ?? 0);
  const out = new Uint32Array(order.length);
  for (const at of order) {
    const d = digit(at);
    const place = starts[d] ?? 0;
    out[place] = at;
    starts[d] = place + 1;
  }
  return out;
}

/** No word for a blank has more bytes. */
const BLANK_BYTES = 16;
/** Fewer are compared one by one: a pass counts all digits that there may be. */
const FEW = 100;

const COLLATOR = new Intl.Collator('zh-Hans-CN', { numeric: true });
/** Letters that differ by case or accent alone are one to it. */
const BASE = new Intl.Collator('zh-Hans-CN', { sensitivity: 'base' });

const ZERO = 48;
const NINE = 57;
const isFigure = (code: number) => code >= ZERO && code <= NINE;
const CODE_POINTS = 0x110000;
/** Figures in a row that are read as one number; longer ones are as long as this. */
const MOST_FIGURES = 40;

/** Texts as numbers: those of row i from `offsets[i]` to `offsets[i + 1]`, the first difference decides. */
interface Tokens {
  readonly tokens: Uint16Array;
  readonly offsets: Uint32Array;
  /** The greatest number plus one: what a pass counts. */
  readonly size: number;
}

/** Place of each row's text among all, the same for the same text; NaN of a blank. */
export function textRanks(column: PackedText, count: number): Float64Array {
  const { offsets } = column;
  const rows = new Uint32Array(count);
  let filled = 0;
  for (let row = 0; row < count; row++) {
    const length = (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
    if (length > BLANK_BYTES || (length > 0 && !isBlankCell(textAt(column, row)))) rows[filled++] = row;
  }
  const tokens = tokensOf(column, count);
  const order = sortedFrom(tokens, rows.subarray(0, filled), 0);
  settleTies(column, tokens, order);
  const ranks = new Float64Array(count).fill(Number.NaN);
  let rank = 0;
  for (let at = 0; at < order.length; at++) {
    const row = order[at] ?? 0;
    if (at > 0 && !areSame(column, order[at - 1] ?? 0, row)) rank++;
    ranks[row] = rank;
  }
  return ranks;
}

/** Bytes of a character of UTF-8, by the first of them; what begins none counts a byte at a time. */
const lengthOf = (lead: number): number => (lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

/** The code point that begins at `at`. */
function codeAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length = lengthOf(lead);
  if (length === 1) return lead;
  let code = lead & (0xff >> (length + 1));
  for (let k = 1; k < length; k++) code = code * 64 + ((bytes[at + k] ?? 0) & 0x3f);
  return code < CODE_POINTS ? code : lead;
}

/** The place of every character that occurs, from 1; letters that differ by case or accent have one. */
function placesOf({ bytes, offsets }: PackedText, count: number): Uint16Array {
  const places = new Uint16Array(CODE_POINTS);
  const end = offsets[count] ?? 0;
  for (let at = 0; at < end; at += lengthOf(bytes[at] ?? 0)) places[codeAt(bytes, at)] = 1;
  // Figures are numbers: all of them stand where 0 stands.
  const met = [{ code: ZERO, text: '0' }];
  for (let code = 0; code < CODE_POINTS; code++)
    if (places[code] === 1 && !isFigure(code)) met.push({ code, text: String.fromCodePoint(code) });
  met.sort((a, b) => COLLATOR.compare(a.text, b.text) || a.code - b.code);
  let place = 1;
  met.forEach(({ code, text }, at) => {
    const before = met[at - 1];
    if (before !== undefined && BASE.compare(before.text, text) !== 0)
      place += before.code === ZERO ? MOST_FIGURES + 1 : 1;
    places[code] = Math.min(place, DIGITS - 1);
  });
  return places;
}

/** A number is the place of figures and how many it has, then the figures themselves: 10 has more of them than 2. */
function tokensOf(column: PackedText, count: number): Tokens {
  const { bytes, offsets: starts } = column;
  const places = placesOf(column, count);
  const figures = places[ZERO] ?? 0;
  const end = starts[count] ?? 0;
  // Every byte gives two numbers at most.
  const tokens = new Uint16Array(2 * end);
  const offsets = new Uint32Array(count + 1);
  const size = places.reduce((most, place) => Math.max(most, place), figures + MOST_FIGURES) + 1;
  let at = 0;
  for (let row = 0; row < count; row++) {
    offsets[row] = at;
    let head = -1;
    const stop = starts[row + 1] ?? 0;
    for (let byte = starts[row] ?? 0; byte < stop; byte += lengthOf(bytes[byte] ?? 0)) {
      const code = codeAt(bytes, byte);
      if (!isFigure(code)) {
        head = -1;
        tokens[at++] = places[code] ?? 0;
        continue;
      }
      if (head < 0) {
        head = at;
        tokens[at++] = figures;
      }
      const seen = (tokens[head] ?? 0) - figures;
      // Zeros in front make no number greater, and no number that is written has more figures than are told apart.
      if ((code === ZERO && seen === 0) || seen === MOST_FIGURES) continue;
      tokens[head] = figures + seen + 1;
      tokens[at++] = code - ZERO + 1;
    }
  }
  offsets[count] = at;
  return { tokens: tokens.subarray(0, at), offsets, size };
}

/** Rows with the same numbers up to `skip`, in the order of what follows. Plain loops: calls a row would take a second. */
function sortedFrom(all: Tokens, rows: Uint32Array, skip: number): Uint32Array {
  if (rows.length < Math.max(FEW, all.size / 8)) return sortedFew(all, rows, skip);
  const begun = skip + commonStart(all, rows, skip);
  const starts = new Uint32Array(all.size + 1);
  const keys = new Uint16Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const key = tokenAt(all, rows[at] ?? 0, begun);
    keys[at] = key;
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  }
  for (let key = 0; key < all.size; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const ends = starts;
  const order = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const key = keys[at] ?? 0;
    const place = ends[key] ?? 0;
    order[place] = rows[at] ?? 0;
    ends[key] = place + 1;
  }
  // Those that begin alike are told apart by what follows, unless all of them are at their end.
  for (let at = ends[0] ?? 0; at < order.length; ) {
    const to = ends[tokenAt(all, order[at] ?? 0, begun)] ?? order.length;
    if (to - at > 1) order.set(sortedFrom(all, order.subarray(at, to), begun + 1), at);
    at = to;
  }
  return order;
}

/** By the next three numbers at once, which nearly always tell; the place in the group is kept beside them. */
function sortedFew(all: Tokens, rows: Uint32Array, skip: number): Uint32Array {
  const { length } = rows;
  const out = new Uint32Array(length);
  if (length === 1) return rows.slice();
  const { tokens, offsets } = all;
  const keys = new Float64Array(length);
  const order: number[] = [];
  for (let i = 0; i < length; i++) {
    const row = rows[i] ?? 0;
    const at = (offsets[row] ?? 0) + skip;
    const left = (offsets[row + 1] ?? 0) - at;
    keys[i] =
      (left > 0 ? (tokens[at] ?? 0) : 0) * 2 ** 32 +
      (left > 1 ? (tokens[at + 1] ?? 0) : 0) * 2 ** 16 +
      (left > 2 ? (tokens[at + 2] ?? 0) : 0);
    order.push(i);
  }
  order.sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || compared(all, rows[a] ?? 0, rows[b] ?? 0, skip) || a - b);
  for (let i = 0; i < length; i++) out[i] = rows[order[i] ?? 0] ?? 0;
  return out;
}

/** How many numbers from `skip` on all rows have in common: 佛山市 at the beginning of every name. */
function commonStart({ tokens, offsets }: Tokens, rows: Uint32Array, skip: number): number {
  const [first = 0] = rows;
  const start = (offsets[first] ?? 0) + skip;
  let common = (offsets[first + 1] ?? 0) - start;
  for (const row of rows) {
    const at = (offsets[row] ?? 0) + skip;
    common = Math.min(common, (offsets[row + 1] ?? 0) - at);
    let same = 0;
    while (same < common && tokens[start + same] === tokens[at + same]) same++;
    common = same;
    if (common === 0) break;
  }
  return Math.max(0, common);
}

/** 0 beyond the end, which no text has within. */
function tokenAt({ tokens, offsets }: Tokens, row: number, skip: number): number {
  const at = (offsets[row] ?? 0) + skip;
  return at < (offsets[row + 1] ?? 0) ? (tokens[at] ?? 0) : 0;
}

function compared({ tokens, offsets }: Tokens, a: number, b: number, skip: number): number {
  let [atA, atB] = [(offsets[a] ?? 0) + skip, (offsets[b] ?? 0) + skip];
  const [endA, endB] = [offsets[a + 1] ?? 0, offsets[b + 1] ?? 0];
  for (; atA < endA && atB < endB; atA++, atB++) {
    const difference = (tokens[atA] ?? 0) - (tokens[atB] ?? 0);
    if (difference !== 0) return difference;
  }
  return endA - atA - (endB - atB);
}

/** Texts that only case, accents or zeros in front tell apart are few: the language is asked itself. */
function settleTies(column: PackedText, tokens: Tokens, order: Uint32Array): void {
  for (let from = 0; from < order.length; ) {
    const row = order[from] ?? 0;
    let to = from + 1;
    let isSame = true;
    for (; to < order.length && compared(tokens, row, order[to] ?? 0, 0) === 0; to++)
      isSame &&= areSame(column, row, order[to] ?? 0);
    if (!isSame) {
      const tied = Array.from(order.subarray(from, to), (each) => ({ each, text: textAt(column, each) }));
      tied.sort((a, b) => COLLATOR.compare(a.text, b.text) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
      order.set(
        tied.map(({ each }) => each),
        from,
      );
    }
    from = to;
  }
}

function areSame({ bytes, offsets }: PackedText, a: number, b: number): boolean {
  const [startA, startB] = [offsets[a] ?? 0, offsets[b] ?? 0];
  const length = (offsets[a + 1] ?? 0) - startA;
  if (length !== (offsets[b + 1] ?? 0) - startB) return false;
  for (let at = 0; at < length; at++) if (bytes[startA + at] !== bytes[startB + at]) return false;
  return true;
}
