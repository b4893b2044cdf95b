/** Where everything stands in a picture of the map with its frame, CSS pixels. Pure. */
import { wrapText } from '../../domain/wrap-text.ts';
import type { AboutMap } from '../paper/about-map.ts';
import { SIGN, signEdge } from '../paper/draw.ts';
import type { LegendItem } from '../paper/legend.ts';

export const EDGE = 20;
const ROW = 24;
const COLUMN = 230;
const LINE = 17;
const LABEL_LINE = 15;

/** A line of text by its baseline. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: number;
  readonly muted: boolean;
}

export interface ImageLayout {
  readonly width: number;
  readonly height: number;
  /** The map's upper edge. */
  readonly top: number;
  readonly lines: readonly TextLine[];
  /** Upper left corners of the legend's signs. */
  readonly signs: readonly { readonly item: LegendItem; readonly x: number; readonly y: number }[];
}

/** @param measure width of a text in a size and weight */
export function imageLayout(
  { width, height }: { readonly width: number; readonly height: number },
  about: Pick<AboutMap, 'legend' | 'shown' | 'datum' | 'version' | 'sources' | 'mark'>,
  words: { readonly title: string; readonly legend: string },
  measure: (text: string, size: number, weight: number) => number,
): ImageLayout {
  const inner = width - 2 * EDGE;
  const lines: TextLine[] = [];
  /** Writes lines from `y` on; gives where they end. */
  const write = (text: string, y: number, step: number, size: number, weight = 400, muted = true): number => {
    const broken = wrapText(text, inner, (piece) => measure(piece, size, weight));
    for (const [n, line] of broken.entries())
      lines.push({ text: line, x: EDGE, y: y + (n + 1) * step - step * 0.25, size, weight, muted });
    return y + broken.length * step;
  };
  const top = write(about.shown, write(words.title, EDGE - 4, 30, 22, 650, false) + 4, LINE, 13) + 10;
  let y = write(words.legend, top + height + 14, ROW, 14, 650, false);
  const columns = Math.max(1, Math.floor(inner / COLUMN));
  const signs: ImageLayout['signs'][number][] = [];
  for (let first = 0; first < about.legend.length; first += columns) {
    const row = about.legend.slice(first, first + columns).map((item) => {
      const left = signEdge(item.sign) + 8;
      const room = inner / columns - left - 8;
      return { item, left, label: wrapText(item.label, room, (piece) => measure(piece, 12, 400)) };
    });
    const high = Math.max(
      ...row.map(({ item, label }) =>
        Math.max(signEdge(item.sign) + ROW - SIGN, label.length * LABEL_LINE + ROW - SIGN),
      ),
    );
    for (const [column, { item, left, label }] of row.entries()) {
      const x = EDGE + (column * inner) / columns;
      const middle = y + high / 2;
      signs.push({ item, x, y: middle - signEdge(item.sign) / 2 });
      for (const [n, text] of label.entries()) {
        const base = middle + 4 + (n - (label.length - 1) / 2) * LABEL_LINE;
        lines.push({ text, x: x + left, y: base, size: 12, weight: 400, muted: false });
      }
    }
    y += high;
  }
  y += 10;
  for (const text of [about.datum, about.version, about.sources]) y = write(text, y, LINE, 12);
  y = write(about.mark, y, LINE, 13, 650, false);
  return { width, height: y + EDGE, top, lines, signs };
}
