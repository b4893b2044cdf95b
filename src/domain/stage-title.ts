/** How the title of a stop and its figure are set: large, in few lines, and rather smaller than broken. Pure. */
import { breakLines, evenLines, type Measure } from './chart-parts.ts';
import { partsWords } from './word-parts.ts';

/** Size and distance of lines in units. */
export const TITLE = { size: 5.4, weight: 650, leading: 1.22 } as const;
/** A title is rather so much smaller than broken. */
const UNBROKEN = 0.74;

/** A title that would be smaller than so takes one line more. */
const LARGE_ENOUGH = 0.72;

/** The cite of a clause before its heading. */
const CITED = /^\S+）\d* \S/u;
/** It is rather so much smaller than parted within a word. */
const WHOLE = 0.58;

/** A title in lines of about one length: a cite and its heading part at the blank between them. */
export function titleLines(title: string, width: number, size: number, measure: Measure): string[] {
  const { weight } = TITLE;
  if (measure(title, size, weight) <= width) return [title];
  const [head = '', ...rest] = title.split(' ');
  const parts = [head, rest.join(' ')];
  if (CITED.test(title) && parts.every((part) => measure(part, size, weight) <= width)) return parts;
  return evenLines(title, width, size, weight, measure);
}

/** A title stands in few lines: a long one is smaller, and what nearly stands in one line does. */
export function titlePx(title: string, width: number, v: number, measure: Measure, most: number): number {
  const full = TITLE.size * v;
  const one = (0.99 * full * width) / Math.max(1, measure(title, full, TITLE.weight));
  const unbroken = Math.min(full, one);
  // Small type is no small copy of large type: it is measured as it will stand.
  if (one >= UNBROKEN * full && measure(title, unbroken, TITLE.weight) <= width) return unbroken;
  const sizes = [1, 0.9, 0.8, 0.72, 0.64, 0.58, 0.52].map((size) => size * full);
  const fitsIn = (count: number) => (size: number) => {
    const lines = breakLines(title, width, size, TITLE.weight, measure);
    return lines.length <= count && lines.every((line) => measure(line, size, TITLE.weight) <= width);
  };
  const largest = sizes.find(fitsIn(most)) ?? 0.46 * full;
  const more =
    largest >= LARGE_ENOUGH * full ? 0 : sizes.filter((size) => size <= LARGE_ENOUGH * full).find(fitsIn(most + 1));
  const found = Math.max(largest, more ?? 0);
  const whole = sizes.filter((size) => size <= found && size >= WHOLE * full);
  return (
    whole.find((size) => isWhole(title, titleLines(title, width, size, measure), found > largest ? most + 1 : most)) ??
    found
  );
}

/** Its lines part between words, and a name from what is about it at the point between them. */
const isWhole = (title: string, lines: readonly string[], most: number): boolean =>
  lines.length < 2 ||
  (lines.length <= most &&
    partsWords(title, lines) &&
    (!title.includes(' · ') || lines.some((line) => line.endsWith(' ·'))) &&
    (!CITED.test(title) || lines[0] === title.split(' ')[0]));

/** Of the full size, what a value in one line is at least: two values beside each other then stand in a line each. */
const ONE_LINE = 0.5;
const TWO_LINES = 0.62;
/** A value in two lines is so many times as large, or stands in one. */
const MUCH = 1.15;

/** Parted at the blank that leaves the narrower lines; one without a blank as it is. */
function inTwo(value: string, wide: (part: string) => number): string[] {
  const blanks = [...value.matchAll(/ /g)].map(({ index }) => [value.slice(0, index), value.slice(index + 1)]);
  const widest = (parts: readonly string[]) => Math.max(...parts.map(wide));
  return blanks.sort((a, b) => widest(a) - widest(b))[0] ?? [value];
}

/** A value as large as its width allows. @param most px at the full size */
export function valueLines(
  value: string,
  width: number,
  most: number,
  weight: number,
  measure: Measure,
): { readonly lines: readonly string[]; readonly size: number } {
  const sizeOf = (lines: readonly string[], full: number) => {
    const widest = (size: number) => Math.max(1, ...lines.map((line) => measure(line, size, weight)));
    let size = Math.min(full, (0.98 * full * width) / widest(full));
    // Small type is no small copy of large type: it is measured as it will stand.
    while (widest(size) > width && size > 1) size *= 0.98;
    return size;
  };
  const one = sizeOf([value], most);
  const parts = value.includes(' / ') ? value.split(/(?<= \/) /) : inTwo(value, (part) => measure(part, most, weight));
  const two = parts.length < 2 ? 0 : sizeOf(parts, TWO_LINES * most);
  const isOne = one >= ONE_LINE * most && two <= MUCH * one;
  return isOne || two === 0 ? { lines: [value], size: one } : { lines: parts, size: two };
}
