/**
 * The coordinates of KML, "lng,lat[,height] lng,lat[,height] …", also as people write them by hand: blanks around the
 * commas, full-width commas, blanks or semicolons in their place, tuples joined by commas.
 */

/** As the format has it: commas without blanks, between plain numbers. */
const REGULAR = /^[\d.eE+\-,\s]*$/;
const BLANK_AT_COMMA = /\s,|,\s/;
/** Marks that no reader sees. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

const plain = (text: string) =>
  text
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(/[、،]/g, ',')
    .replace(/;/g, ' ')
    // One step a letter, however many blanks there are.
    .split(',')
    .map((each) => each.trim())
    .join(',')
    .trim();

const isPlace = (x: number, y: number) => Math.abs(x) <= 180 && Math.abs(y) <= 90;

/** How far apart the first numbers of the tuples lie; Infinity where one of these is no place. */
function spread(numbers: readonly number[], width: number): number {
  if (numbers.length % width !== 0) return Infinity;
  let [low, high] = [Infinity, -Infinity];
  for (let at = 0; at < numbers.length; at += width) {
    const [x = Number.NaN, y = Number.NaN] = [numbers[at], numbers[at + 1]];
    // North first is told from the other way round later, over all rows.
    if (!isPlace(x, y) && !isPlace(y, x)) return Infinity;
    low = Math.min(low, x);
    high = Math.max(high, x);
  }
  return high - low;
}

/** Numbers in one row, of which nothing says where a tuple ends: with heights or without, whichever gives places. */
function ungrouped(numbers: readonly number[], into: number[]): void {
  const [two, three] = [spread(numbers, 2), spread(numbers, 3)];
  const width = three <= two ? 3 : 2;
  // Where neither does, the row is told that its coordinates are none.
  const fits = Number.isFinite(Math.min(two, three));
  for (let at = 0; at < numbers.length; at += width) {
    into.push(fits ? (numbers[at] ?? Number.NaN) : Number.NaN, fits ? (numbers[at + 1] ?? Number.NaN) : Number.NaN);
  }
}

const numbersOf = (group: string) => group.split(',').map((each) => (each === '' ? Number.NaN : Number(each)));

/**
 * Puts the positions of a text into a flat list, x before y; what is no number becomes NaN, and nothing is dropped.
 *
 * @returns `into`
 */
export function kmlPositions(text: string, into: number[]): number[] {
  const start = into.length;
  const trimmed = text.trim();
  if (trimmed === '') return into;
  const tidy = REGULAR.test(trimmed) && !BLANK_AT_COMMA.test(trimmed) ? trimmed : plain(trimmed);
  if (!tidy.includes(',')) {
    const numbers = tidy.split(/\s+/).map(Number);
    if (numbers.length <= 3) into.push(numbers[0] ?? Number.NaN, numbers[1] ?? Number.NaN);
    else ungrouped(numbers, into);
    return into;
  }
  for (const group of tidy.split(/\s+/)) {
    const numbers = numbersOf(group.replace(/^,+|,+$/g, ''));
    const [x = Number.NaN, y = Number.NaN] = numbers;
    // A height that stands apart from its tuple by a blank.
    if (numbers.length === 1 && into.length > start && Number.isFinite(x)) continue;
    if (numbers.length <= 3) into.push(x, y);
    else ungrouped(numbers, into);
  }
  return into;
}
