/** Text in the order of its code, by its bytes: a million strings compared as such take many seconds. */
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
const FEW = 4096;

/** Place of each row's text among all, the same for the same text; NaN of a blank. */
export function byteRanks(column: PackedText, count: number): Float64Array {
  const { offsets } = column;
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    const length = (offsets[row + 1] ?? 0) - (offsets[row] ?? 0);
    if (length > BLANK_BYTES || (length > 0 && !isBlankCell(textAt(column, row)))) rows.push(row);
  }
  const order = sortedFrom(column, Uint32Array.from(rows), 0);
  const ranks = new Float64Array(count).fill(Number.NaN);
  let rank = 0;
  order.forEach((row, at) => {
    const before = order[at - 1];
    if (before !== undefined && compared(column, before, row, 0) !== 0) rank++;
    ranks[row] = rank;
  });
  return ranks;
}

/** Rows with the same bytes up to `skip`, in the order of what follows. */
function sortedFrom(column: PackedText, rows: Uint32Array, skip: number): Uint32Array {
  if (rows.length < FEW) return rows.slice().sort((a, b) => compared(column, a, b, skip) || a - b);
  const begun = skip + commonBytes(column, rows, skip);
  const keys = Uint16Array.from(rows, (row) => pairAt(column, row, begun));
  const places = byDigit(
    Uint32Array.from(rows, (_, at) => at),
    (at) => keys[at] ?? 0,
  );
  const order = Uint32Array.from(places, (at) => rows[at] ?? 0);
  // Those that begin alike are told apart by what follows, unless all of them are at their end.
  for (let from = 0; from < order.length; ) {
    const key = keys[places[from] ?? 0];
    let to = from + 1;
    while (to < order.length && keys[places[to] ?? 0] === key) to++;
    if (to - from > 1 && key !== 0) order.set(sortedFrom(column, order.slice(from, to), begun + 2), from);
    from = to;
  }
  return order;
}

/** How many bytes from `skip` on all rows have in common: 佛山市 at the beginning of every name. */
function commonBytes({ bytes, offsets }: PackedText, rows: Uint32Array, skip: number): number {
  const [first = 0] = rows;
  const start = (offsets[first] ?? 0) + skip;
  let common = (offsets[first + 1] ?? 0) - start;
  for (const row of rows) {
    const at = (offsets[row] ?? 0) + skip;
    common = Math.min(common, (offsets[row + 1] ?? 0) - at);
    let same = 0;
    while (same < common && bytes[start + same] === bytes[at + same]) same++;
    common = same;
    if (common === 0) break;
  }
  return Math.max(0, common);
}

/** Two bytes as one number; 0 beyond the end, which no text has within. */
function pairAt({ bytes, offsets }: PackedText, row: number, skip: number): number {
  const [at, end] = [(offsets[row] ?? 0) + skip, offsets[row + 1] ?? 0];
  const first = at < end ? (bytes[at] ?? 0) : 0;
  const second = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
  return first * 256 + second;
}

function compared({ bytes, offsets }: PackedText, a: number, b: number, skip: number): number {
  let [atA, atB] = [(offsets[a] ?? 0) + skip, (offsets[b] ?? 0) + skip];
  const [endA, endB] = [offsets[a + 1] ?? 0, offsets[b + 1] ?? 0];
  for (; atA < endA && atB < endB; atA++, atB++) {
    const difference = (bytes[atA] ?? 0) - (bytes[atB] ?? 0);
    if (difference !== 0) return difference;
  }
  return endA - atA - (endB - atB);
}
