/** What stands on a picture of the map, drawn on a canvas: type, scale bar, north and the signs of the legend. */
import { CLUSTER_COLOURS, ON_CLUSTER } from '../../domain/colours.ts';
import {
  AREA_RING_PATH,
  CLUSTER_GLYPHS,
  GLYPH_BOX,
  GLYPH_SHARE,
  MARK_DASHES,
  MARK_DOTS,
  SHAPE_PATHS,
} from '../../domain/glyphs.ts';
import { BETWEEN_STROKES, hatchStrokes } from '../../domain/hatches.ts';
import { FILL_OPACITY } from '../../domain/set-look.ts';
import type { AboutMap } from './about-map.ts';
import type { LegendSign } from './legend.ts';

export const INK = '#000';
/** Side of a sign, pixels. */
export const SIGN = 18;

/** CSS font of the page, so that the image is set in what the interface is set in. */
export function font(size: number, weight = 400): string {
  return `${weight} ${size}px ${getComputedStyle(document.documentElement).fontFamily}`;
}

export function drawScaleBar(
  context: CanvasRenderingContext2D,
  { bar, barLabel }: AboutMap,
  note: string,
  x: number,
  y: number,
): void {
  context.font = font(12, 600);
  const label = `${barLabel} · ${note}`;
  const wide = Math.max(bar.px, context.measureText(label).width) + 16;
  context.fillStyle = 'rgb(255 255 255 / 85%)';
  context.fillRect(x - 8, y - 26, wide, 34);
  context.fillStyle = INK;
  context.fillText(label, x, y - 10);
  context.strokeStyle = INK;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x, y - 5);
  context.lineTo(x, y);
  context.lineTo(x + bar.px, y);
  context.lineTo(x + bar.px, y - 5);
  context.stroke();
}

export function drawNorth(
  context: CanvasRenderingContext2D,
  letter: string,
  bearing: number,
  x: number,
  y: number,
): void {
  context.save();
  context.translate(x, y);
  context.fillStyle = 'rgb(255 255 255 / 85%)';
  context.beginPath();
  context.arc(0, 0, 26, 0, 2 * Math.PI);
  context.fill();
  context.rotate((-bearing * Math.PI) / 180);
  context.fillStyle = INK;
  context.beginPath();
  context.moveTo(0, -6);
  context.lineTo(7, 16);
  context.lineTo(0, 11);
  context.lineTo(-7, 16);
  context.fill();
  context.font = font(13, 650);
  context.textAlign = 'center';
  context.fillText(letter, 0, -10);
  context.restore();
}

/** Room of a sign, pixels a side: circles that show sizes are drawn as large as they are on the map. */
export const signEdge = (sign: LegendSign): number =>
  sign.form === 'sizes' ? Math.max(SIGN, ...sign.px.map((px) => px + 2)) : SIGN;

/** An area with its hatch, within its rim. */
function drawArea(context: CanvasRenderingContext2D, sign: Extract<LegendSign, { form: 'area' }>): void {
  const { colour, hatch, opacity } = sign;
  const [top, height] = [3, SIGN - 6];
  context.save();
  context.beginPath();
  context.rect(0, top, SIGN, height);
  context.clip();
  context.fillStyle = context.strokeStyle = colour;
  context.globalAlpha = opacity * FILL_OPACITY.light * (hatch === null ? 1 : BETWEEN_STROKES);
  context.fillRect(0, top, SIGN, height);
  context.globalAlpha = opacity;
  context.translate(0, top);
  for (const [x1, y1, x2, y2, width] of hatch === null ? [] : hatchStrokes(hatch, SIGN, height)) {
    context.lineWidth = width;
    context.lineCap = x1 === x2 && y1 === y2 ? 'round' : 'butt';
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  }
  context.lineWidth = 2;
  context.strokeRect(0, 0, SIGN, height);
  context.restore();
}

/** Circles that stand on one line. */
function drawSizes(context: CanvasRenderingContext2D, sign: Extract<LegendSign, { form: 'sizes' }>): void {
  const edge = signEdge(sign);
  context.strokeStyle = sign.colour;
  context.lineWidth = 1;
  for (const px of sign.px) {
    context.beginPath();
    context.arc(edge / 2, edge - 1 - px / 2, px / 2, 0, 2 * Math.PI);
    context.stroke();
  }
}

export function drawSign(context: CanvasRenderingContext2D, sign: LegendSign): void {
  if (sign.form === 'none') return;
  if (sign.form === 'mark') {
    drawMark(context, sign);
    return;
  }
  if (sign.form === 'sizes') {
    drawSizes(context, sign);
    return;
  }
  if (sign.form === 'area') {
    drawArea(context, sign);
    return;
  }
  const middle = SIGN / 2;
  context.strokeStyle = context.fillStyle = sign.colour;
  context.lineWidth = 2;
  context.beginPath();
  switch (sign.form) {
    case 'fill':
      context.fillRect(0, 3, SIGN, SIGN - 6);
      return;
    case 'hatch':
      context.lineWidth = 1.2;
      for (const x of [0, 6, 12]) {
        context.moveTo(x, SIGN - 3);
        context.lineTo(x + 6, 3);
      }
      context.stroke();
      return;
    case 'dot':
    case 'ring':
      context.arc(middle, middle, 3.5, 0, 2 * Math.PI);
      if (sign.form === 'dot') context.fill();
      else context.stroke();
      return;
    case 'circle':
      context.setLineDash([3, 2]);
      context.arc(middle, middle, middle - 1, 0, 2 * Math.PI);
      context.stroke();
      return;
    case 'line':
    case 'dashes':
      if (sign.form === 'dashes') context.setLineDash([4, 3]);
      context.moveTo(0, middle);
      context.lineTo(SIGN, middle);
      context.stroke();
  }
}

function drawMark(
  context: CanvasRenderingContext2D,
  { symbol: { cluster, group, form, coarse } }: Extract<LegendSign, { form: 'mark' }>,
): void {
  const colour = CLUSTER_COLOURS.light[cluster];
  context.scale(SIGN / GLYPH_BOX, SIGN / GLYPH_BOX);
  const shape = new Path2D(form === 'ring' ? AREA_RING_PATH : SHAPE_PATHS[group]);
  context.strokeStyle = context.fillStyle = colour;
  const filled = form === 'badge' && !coarse;
  if (filled) context.fill(shape);
  else {
    context.lineWidth = 2;
    context.setLineDash(form === 'ring' && coarse ? [...MARK_DOTS] : [...MARK_DASHES]);
    context.stroke(shape);
    // An area is a breath of its colour, as on the map; a coarse position is hollow.
    context.globalAlpha = 0.16;
    if (form === 'ring') context.fill(shape);
    context.globalAlpha = 1;
  }
  const share = GLYPH_SHARE[group];
  context.translate((GLYPH_BOX * (1 - share)) / 2, (GLYPH_BOX * (1 - share)) / 2);
  context.scale(share, share);
  context.fillStyle = filled ? ON_CLUSTER.light : colour;
  context.fill(new Path2D(CLUSTER_GLYPHS[cluster]), 'evenodd');
}
