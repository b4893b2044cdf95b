/**
 * A stop as a picture of its own: what the stage shows in HTML is painted over the map on a canvas, with what
 * every picture that leaves the product carries. For the PNG of a stop and the frames of a film.
 */
import type { ChartLayout } from '../../../domain/chart-layout.ts';
import type { Box, ChartRect, ChartText, Measure } from '../../../domain/chart-parts.ts';
import { stageFrame } from '../../../domain/stage-frame.ts';
import {
  type ColumnLayout,
  layoutColumn,
  piecesOf,
  type StopContent,
  type TextBlock,
} from '../../../domain/stage-layout.ts';
import type { AboutMap } from '../../paper/about-map.ts';
import { drawNorth, drawScaleBar, drawSign, font, SIGN } from '../../paper/draw.ts';
import { type FrameWords, legendShown } from './stop-text.ts';

/** Dark on light, as all that leaves the product. */
const PAPER = '251 250 246';
const COLOURS = { ink: '#25292e', muted: '#565a60', accent: '#1f3a5f', onAccent: '#fff', line: '#d8d3c6' } as const;
const TONES: Readonly<Record<ChartText['tone'], string>> = {
  ink: COLOURS.ink,
  muted: COLOURS.muted,
  'on-accent': COLOURS.onAccent,
};
const ROLES: Readonly<Record<TextBlock['role'], string>> = {
  tour: COLOURS.muted,
  title: COLOURS.ink,
  words: COLOURS.ink,
  quote: COLOURS.ink,
  value: COLOURS.accent,
  label: COLOURS.muted,
  remarks: COLOURS.muted,
  source: COLOURS.muted,
  foot: COLOURS.muted,
  mark: COLOURS.ink,
};
/** Where the letters of a line stand in it, from its upper edge, in its size. */
const BASELINE = 0.36;

export type SaidWords = Omit<StopContent, 'legend' | 'remarks' | 'foot' | 'mark'>;

export interface StopFrame {
  readonly said: SaidWords;
  /** The picture of the stop, ready to be drawn. */
  readonly image: CanvasImageSource | null;
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

/** The picture of a stop as a canvas takes it; null where it has none. */
export async function imageOf({ image }: SaidWords): Promise<CanvasImageSource | null> {
  if (image === null) return null;
  const picture = new Image();
  picture.src = image.data;
  await picture.decode();
  return picture;
}

/** Paints over a map that fills the canvas. */
export function paintStop(context: CanvasRenderingContext2D, { width, height }: Size, frame: StopFrame): void {
  const { said, image, about, words, bearing, shown } = frame;
  const { unit: u, upright, column, inner } = stageFrame(width, height);
  const measure: Measure = (text, size, weight) => {
    context.font = font(size, weight);
    return context.measureText(text).width;
  };
  const legend = legendShown(about);
  const content: StopContent = {
    ...said,
    legend: legend.map(({ label }) => label),
    remarks: [],
    foot: [`${about.datum} · ${about.version}`, `${words.sources}: ${about.sources}`],
    mark: about.mark,
  };
  const layout = layoutColumn(content, inner, u, measure);
  context.save();
  context.textBaseline = 'alphabetic';
  paintColumn(context, column, u, upright);
  legend.forEach(({ sign }, at) => {
    const place = layout.legend[at];
    if (place === undefined) return;
    const { x, y, w } = place.sign;
    context.save();
    context.translate(x, y);
    context.scale(w / SIGN, w / SIGN);
    drawSign(context, sign);
    context.restore();
    paintLines(context, place.text, COLOURS.ink);
  });
  for (const block of layout.blocks.filter(({ role }) => STANDING.has(role)))
    paintLines(context, block, ROLES[block.role]);
  context.globalAlpha = Math.min(1, Math.max(0, shown));
  paintSaid(context, layout, content);
  if (image !== null && layout.image !== null) {
    const { x, y, w, h } = layout.image;
    context.drawImage(image, x, y, w, h);
  }
  context.restore();
  if (bearing !== null) paintScale(context, { width, height }, u, about, words, bearing);
}

/** What stands while the words of a stop come up. */
const STANDING: ReadonlySet<TextBlock['role']> = new Set(['foot', 'mark']);

function paintSaid(context: CanvasRenderingContext2D, layout: ColumnLayout, { quote }: StopContent): void {
  for (const block of layout.blocks.filter(({ role }) => !STANDING.has(role))) {
    if (block.role === 'quote' && quote !== null) paintQuote(context, block, piecesOf(block.lines, quote));
    else paintLines(context, block, ROLES[block.role]);
  }
  if (layout.rule !== null) fill(context, layout.rule, COLOURS.accent);
  if (layout.chart !== null) paintChart(context, layout.chart);
}

type SetLines = Pick<TextBlock, 'x' | 'y' | 'w' | 'lines' | 'size' | 'weight' | 'leading'>;

const baseline = ({ y, size, leading }: Pick<SetLines, 'y' | 'size' | 'leading'>, line: number) =>
  y + (line + 0.5) * leading + size * BASELINE;

function paintLines(
  context: CanvasRenderingContext2D,
  block: SetLines,
  colour: string,
  align: ChartText['align'] = 'start',
) {
  context.font = font(block.size, block.weight);
  context.fillStyle = colour;
  context.textAlign = align === 'middle' ? 'center' : 'left';
  const x = align === 'middle' ? block.x + block.w / 2 : block.x;
  for (const [at, line] of block.lines.entries()) context.fillText(line, x, baseline(block, at));
  context.textAlign = 'left';
}

function paintQuote(context: CanvasRenderingContext2D, block: TextBlock, lines: ReturnType<typeof piecesOf>): void {
  context.font = font(block.size, block.weight);
  lines.forEach((pieces, at) => {
    let { x } = block;
    const y = baseline(block, at);
    for (const { text, named } of pieces) {
      const wide = context.measureText(text).width;
      context.fillStyle = named ? COLOURS.accent : COLOURS.ink;
      context.fillText(text, x, y);
      if (named) context.fillRect(x, y + 0.16 * block.size, wide, 0.08 * block.size);
      x += wide;
    }
  });
}

export function paintChart(context: CanvasRenderingContext2D, { title, swatches, rows, note }: ChartLayout): void {
  const rects = [...swatches, ...rows.flatMap((row) => row.rects)];
  for (const rect of rects) paintRect(context, rect);
  for (const text of [...title, ...rows.flatMap((row) => row.texts), ...(note === null ? [] : [note])]) {
    const leading = text.h / Math.max(1, text.lines.length);
    paintLines(context, { ...text, leading }, TONES[text.tone], text.align);
  }
}

function paintRect(context: CanvasRenderingContext2D, rect: ChartRect): void {
  const { look } = rect;
  context.save();
  if (look === 'pale' || look === 'pale-outline') context.globalAlpha *= 0.5;
  if (look === 'outline' || look === 'pale-outline') {
    context.strokeStyle = COLOURS.accent;
    context.lineWidth = Math.min(2, rect.h / 4);
    const inset = context.lineWidth / 2;
    context.strokeRect(rect.x + inset, rect.y + inset, rect.w - 2 * inset, rect.h - 2 * inset);
  } else fill(context, rect, look === 'line' ? COLOURS.line : COLOURS.accent);
  context.restore();
}

function fill(context: CanvasRenderingContext2D, { x, y, w, h }: Box, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(x, y, w, h);
}

function paintScale(
  context: CanvasRenderingContext2D,
  { width, height }: Size,
  u: number,
  about: AboutMap,
  words: FrameWords,
  bearing: number,
): void {
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

function paintColumn(context: CanvasRenderingContext2D, { x, y, w, h }: Box, u: number, upright: boolean): void {
  const soft = (upright ? 4 : 7) * u;
  const fade = upright
    ? context.createLinearGradient(0, y, 0, y + soft)
    : context.createLinearGradient(x + w - soft, 0, x + w, 0);
  fade.addColorStop(upright ? 1 : 0, `rgb(${PAPER})`);
  fade.addColorStop(upright ? 0 : 1, `rgb(${PAPER} / 0%)`);
  context.fillStyle = fade;
  context.fillRect(x, y, w, h);
}
