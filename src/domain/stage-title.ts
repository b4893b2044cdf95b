/** How the title of a stop and its figure are set: large, in few lines, and rather smaller than broken. Pure. */
import { breakLines, evenLines, type Measure } from './chart-parts.ts';

/** Size and distance of lines in units. */
export const TITLE = { size: 5.4, weight: 650, leading: 1.22 } as const;
/** A title is rather so much smaller than broken. */
const UNBROKEN = 0.74;

/** A title that would be smaller than so takes one line more. */
const LARGE_ENOUGH = 0.72;

/** A title in lines of about one length: a cite and its heading part at the blank between them. */
export function titleLines(title: string, width: number, size: number, measure: Measure): string[] {
  const { weight } = TITLE;
  if (measure(title, size, weight) <= width) return [title];
  const [head = '', ...rest] = title.split(' ');
  const parts = [head, rest.join(' ')];
  const isCited = /^\S+）\d* \S/u.test(title);
  if (isCited && parts.every((part) => measure(part, size, weight) <= width)) return parts;
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
  const found = sizes.find(fitsIn(most)) ?? 0.46 * full;
  if (found >= LARGE_ENOUGH * full) return found;
  return Math.max(found, sizes.filter((size) => size <= LARGE_ENOUGH * full).find(fitsIn(most + 1)) ?? 0);
}

/** Of the full size, what a value in one line is at least: two values beside each other then stand in a line each. */
const ONE_LINE = 0.5;
const TWO_LINES = 0.62;

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
  const parts = value.split(/(?<= \/) /);
  return one >= ONE_LINE * most || parts.length < 2
    ? { lines: [value], size: one }
    : { lines: parts, size: sizeOf(parts, TWO_LINES * most) };
}
