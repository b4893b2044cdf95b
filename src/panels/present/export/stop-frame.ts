/**
 * A stop as a picture of its own: what the stage shows in HTML is painted over the map on a canvas, with what
 * every picture that leaves the product carries. For the PNG of a stop and the frames of a film.
 */
import { emsOf, titleSize } from '../../../domain/tour.ts';
import { COLUMN, stageSizeOf } from '../../../state/present/stage-size.ts';
import type { AboutMap } from '../../paper/about-map.ts';
import { drawNorth, drawScaleBar, drawSign, font, SIGN, wrapText } from '../../paper/draw.ts';
import type { FigureWords } from '../figure.tsx';

/** Black on white, as all that leaves the product. */
const PAPER = '251 250 246';
const INK = '#25292e';
const MUTED = '#565a60';

export interface StopWords {
  readonly tour: string;
  readonly title: string;
  readonly words: string;
  readonly figure: FigureWords | null;
  readonly source: string;
}

export interface FrameWords {
  readonly sources: string;
  readonly north: string;
  readonly scaleNote: string;
}

export interface StopFrame {
  readonly said: StopWords;
  readonly about: AboutMap;
  readonly words: FrameWords;
  /** Degrees; null while the map moves or leans, when no scale and no arrow are true. */
  readonly bearing: number | null;
  /** How far the caption has come up, 0 to 1. */
  readonly shown: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Paints over a map that fills the canvas. */
export function paintStop(context: CanvasRenderingContext2D, { width, height }: Size, frame: StopFrame): void {
  const { said, about, words, bearing, shown } = frame;
  const { unit: u, upright } = stageSizeOf(width, height);
  const column = upright ? { x: 0, y: height * 0.58, w: width } : { x: 0, y: 0, w: COLUMN * u };
  context.save();
  context.textBaseline = 'alphabetic';
  paintColumn(context, { width, height }, column, u, upright);
  const edge = 4 * u;
  const inner = column.w - 2 * edge;
  const pen = penOf(context, column.x + edge, inner);
  const foot = paintFoot(pen, height - 2.4 * u, u, about, words);
  const legendTop = paintLegend(context, about, column.x + edge, foot - 1.6 * u, inner, u);
  context.globalAlpha = Math.min(1, Math.max(0, shown));
  paintWords(pen, column.y + 5 * u, legendTop - 2 * u, u, said, words);
  context.restore();
  if (bearing !== null) {
    context.save();
    context.scale(u / 8, u / 8);
    const right = (width / u) * 8;
    const bottom = (height / u) * 8;
    // The bar is as long as it says at the size of the picture, not of the type.
    const bar = { ...about.bar, px: (about.bar.px * 8) / u };
    drawScaleBar(context, { ...about, bar }, words.scaleNote, right - Math.max(bar.px, 190) - 40, bottom - 24);
    drawNorth(context, words.north, bearing, right - 44, 44);
    context.restore();
  }
}

function paintColumn(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  { x, y, w }: { readonly x: number; readonly y: number; readonly w: number },
  u: number,
  upright: boolean,
): void {
  const fade = upright
    ? context.createLinearGradient(0, y - 4 * u, 0, y)
    : context.createLinearGradient(x + w - 4 * u, 0, x + w, 0);
  fade.addColorStop(upright ? 1 : 0, `rgb(${PAPER})`);
  fade.addColorStop(upright ? 0 : 1, `rgb(${PAPER} / 0%)`);
  context.fillStyle = fade;
  if (upright) context.fillRect(0, y - 4 * u, width, height);
  else context.fillRect(x, 0, x + w, height);
}

interface Pen {
  /** Lines of a text set in a size; they are not written yet. */
  lines(text: string, size: number, weight?: number): string[];
  /** Writes lines from a top edge and returns the bottom one. */
  write(lines: readonly string[], top: number, size: number, colour: string, weight?: number, leading?: number): number;
}

function penOf(context: CanvasRenderingContext2D, x: number, width: number): Pen {
  return {
    lines(text, size, weight) {
      context.font = font(size, weight);
      return text.split('\n').flatMap((line) => wrapText(line, width, (part) => context.measureText(part).width));
    },
    write(lines, top, size, colour, weight, leading = 1.35) {
      context.font = font(size, weight);
      context.fillStyle = colour;
      let y = top;
      for (const line of lines) {
        y += size * leading;
        context.fillText(line, x, y - size * (leading - 1) * 0.7 - size * 0.12);
      }
      return y;
    },
  };
}

function paintWords(pen: Pen, top: number, bottom: number, u: number, said: StopWords, words: FrameWords): void {
  let y = pen.write(pen.lines(said.tour, 1.8 * u), top, 1.8 * u, MUTED) + 1.2 * u;
  const title = 5.4 * u * titleSize(said.title);
  y = pen.write(pen.lines(said.title, title, 700), y, title, INK, 700, 1.22) + 1.4 * u;
  y = pen.write(pen.lines(said.words, 2.7 * u), y, 2.7 * u, INK) + 2 * u;
  if (said.figure !== null) {
    const { value, label, known } = said.figure;
    const size = u * Math.min(known ? 9 : 5, 54 / emsOf(value));
    y = pen.write([value], y, size, INK, 700, 1.15) + 0.4 * u;
    y = pen.write(pen.lines(label, 2.2 * u), y, 2.2 * u, MUTED) + 1.6 * u;
  }
  // One discreet line, where there is room for it.
  const source = pen.lines(`${words.sources}: ${said.source}`, 1.5 * u);
  if (y + source.length * 2 * u < bottom) pen.write(source, y, 1.5 * u, MUTED);
}

/** What the map shows, in one or two columns above the foot; returns its upper edge. */
function paintLegend(
  context: CanvasRenderingContext2D,
  { legend }: AboutMap,
  x: number,
  bottom: number,
  width: number,
  u: number,
): number {
  const marks = legend.filter(({ sign }) => sign.form === 'mark' && sign.symbol.cluster !== 'cross');
  // The map is drawn larger or smaller here: circles that show sizes would be wrong.
  const rest = legend
    .filter((item) => !marks.includes(item) && item.sign.form !== 'none' && item.sign.form !== 'sizes')
    .slice(0, 8);
  const items = [...marks, ...rest];
  const columns = 2;
  const row = 2.3 * u;
  const rows = Math.ceil(items.length / columns);
  const top = bottom - rows * row;
  items.forEach(({ sign, label }, n) => {
    const left = x + Math.floor(n / rows) * (width / columns);
    const y = top + (n % rows) * row;
    context.save();
    context.translate(left, y);
    context.scale((1.7 * u) / SIGN, (1.7 * u) / SIGN);
    drawSign(context, sign);
    context.restore();
    context.font = font(1.45 * u);
    context.fillStyle = INK;
    const [line = '', more] = wrapText(label, width / columns - 3.4 * u, (text) => context.measureText(text).width);
    context.fillText(more === undefined ? line : `${line}…`, left + 2.4 * u, y + 1.35 * u);
  });
  return top;
}

/** Datum, versions, sources and the mark, ending at `bottom`; returns the upper edge. */
function paintFoot(pen: Pen, bottom: number, u: number, about: AboutMap, words: FrameWords): number {
  const small = 1.15 * u;
  const lines = [`${about.datum} · ${about.version}`, `${words.sources}: ${about.sources}`].flatMap((text) =>
    pen.lines(text, small),
  );
  const mark = pen.lines(about.mark, 1.7 * u, 650);
  const top = bottom - lines.length * small * 1.35 - mark.length * 1.7 * u * 1.35;
  pen.write(mark, pen.write(lines, top, small, MUTED), 1.7 * u, INK, 650);
  return top;
}
