/** What charts are laid out with: boxes, lines of text, the type and the spaces that all of them share. Pure. */
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
