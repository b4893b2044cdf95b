/** What charts are laid out with: boxes, lines of text, the type and the spaces that all of them share. Pure. */
import { partsWords } from './word-parts.ts';
import { wrapText } from './wrap-text.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Width of a text in a size and weight, px. */
export type Measure = (text: string, size: number, weight: number) => number;

/** Lines of one size, from their upper edge. */
export interface ChartText extends Box {
  readonly lines: readonly string[];
  readonly size: number;
  readonly weight: number;
  readonly align: 'start' | 'middle';
  /** `pale` stands beside what the stop is about. */
  readonly tone: 'ink' | 'muted' | 'on-accent';
}

/** `outline`: what was reached, or may be there too; told apart in greyscale. */
export interface ChartRect extends Box {
  readonly look: 'fill' | 'pale' | 'outline' | 'pale-outline' | 'line';
}

export interface ChartParts {
  readonly texts: readonly ChartText[];
  readonly rects: readonly ChartRect[];
}

/** What a stretch of a row or a mark on it looks like; what is unknown has no stretch, and says so. */
export type LineLook = 'unknown' | ChartRect['look'];

/** Multiples of the unit. */
export const TYPE = { title: 1.9, row: 1.9, note: 1.6, tier: 1.7 } as const;
export const LEADING = 1.25;
export const GAP = { title: 0.9, row: 0.7, column: 1.2, note: 0.9 } as const;
export const BAR = 0.9;

export type Rows = { readonly rows: readonly ChartParts[]; readonly bottom: number };
export type At = { readonly x: number; readonly y: number; readonly w: number };

export function breakLines(text: string, width: number, size: number, weight: number, measure: Measure): string[] {
  return text.split('\n').flatMap((line) => wrapText(line, width, (part) => measure(part, size, weight)));
}

/** Ems of a last line that stands alone; and of one that is a single word among words. */
const ALONE = { line: 2.2, word: 5.5 } as const;
const isShort = (line: string, ems: (line: string) => number): boolean =>
  ems(line) < (/^[!-~“”’]+$/.test(line) ? ALONE.word : ALONE.line);

/** What two lines say in parts with points between them parts at one of those; null where they do not. */
function atPointsOf(
  text: string,
  count: number,
  width: number,
  measure: (line: string) => number,
): readonly string[] | null {
  if (count !== 2) return null;
  const widest = (parts: readonly string[]) => Math.max(...parts.map(measure));
  const tries = [...text.matchAll(/ · /g)]
    .map(({ index }) => [text.slice(0, index + 2), text.slice(index + 3)])
    .filter((parts) => widest(parts) <= width)
    .sort((a, b) => widest(a) - widest(b));
  return tries[0] ?? null;
}

const NARROWER = [0.95, 0.9, 0.85, 0.8];

/** A text of more lines is read on, wherever its words part. */
const FEW_LINES = 3;

/** Paragraphs of which none ends with a character or two alone in its last line; a short one parts between words. */
export function unorphaned(text: string, width: number, size: number, weight: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = breakLines(paragraph, width, size, weight, measure);
    const atPoint = atPointsOf(paragraph, lines.length, width, (line) => measure(line, size, weight));
    if (atPoint !== null) return atPoint;
    const isAlone = (tried: readonly string[]) =>
      isShort(tried.at(-1) ?? '', (line) => measure(line, size, weight) / size);
    const isWhole = (tried: readonly string[]) => lines.length > FEW_LINES || partsWords(paragraph, tried);
    if (lines.length < 2 || (!isAlone(lines) && isWhole(lines))) return lines;
    const tries = [
      lines,
      ...NARROWER.map((share) => breakLines(paragraph, width * share, size, weight, measure)),
    ].filter((tried) => tried.length === lines.length && !isAlone(tried));
    return tries.find(isWhole) ?? tries[0] ?? lines;
  });
}

/** Before such a word the name of a cluster parts best. */
const JOINT = /(?<=\p{Script=Han}{2})(?=[及和与]\p{Script=Han}{2})/u;

/** As few lines, of about one length, so that nothing stands alone in the last one. */
export function evenLines(text: string, width: number, size: number, weight: number, measure: Measure): string[] {
  const lines = breakLines(text, width, size, weight, measure);
  if (lines.length < 2) return lines;
  const fits = (parts: readonly string[], within: number) =>
    parts.length === lines.length && parts.every((part) => measure(part, size, weight) <= within);
  // A name and what is about it part at the point between them.
  const [head = '', ...rest] = text.split(/(?<= ·) /);
  const behind = rest.length === 0 ? [] : evenLines(rest.join(' '), width, size, weight, measure);
  for (const parts of [[head, ...behind], text.split(JOINT)]) if (fits(parts, width)) return parts;
  const tries: string[][] = [];
  for (let share = 0.5; share < 1; share += 0.05) {
    const tried = breakLines(text, width * share, size, weight, measure);
    if (fits(tried, width * share)) tries.push(tried);
  }
  return tries.find((tried) => partsWords(text, tried)) ?? tries[0] ?? lines;
}

export function textAt(
  lines: readonly string[],
  x: number,
  y: number,
  w: number,
  size: number,
  { tone = 'ink', weight = 400, align = 'start' }: Partial<Pick<ChartText, 'tone' | 'weight' | 'align'>> = {},
): ChartText {
  return { lines, x, y, w, h: lines.length * size * LEADING, size, weight, align, tone };
}
