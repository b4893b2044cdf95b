/** The map as an image with its frame: title, legend, scale bar, north, datum, dates, sources and the mark. */
import { wrapText } from '../../domain/wrap-text.ts';
import type { MapPicture } from '../../state/map-port.ts';
import type { AboutMap } from '../paper/about-map.ts';
import { drawNorth, drawScaleBar, drawSign, font, INK, SIGN, signEdge } from '../paper/draw.ts';
import type { LegendItem } from '../paper/legend.ts';

const MUTED = '#444';
const EDGE = 20;
const ROW = 24;
const COLUMN = 230;
const LINE = 17;

export interface ImageWords {
  readonly title: string;
  readonly north: string;
  readonly legend: string;
  readonly scaleNote: string;
}

/** @returns PNG bytes. Rejects where the browser makes no image. */
export async function imageOf(picture: MapPicture, about: AboutMap, words: ImageWords): Promise<Blob> {
  const { width, height, pixelRatio } = picture;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2-D canvas');
  const inner = width - 2 * EDGE;
  const measured = (size: number, weight?: number) => {
    context.font = font(size, weight);
    return (text: string) => context.measureText(text).width;
  };
  const title = wrapText(words.title, inner, measured(22, 650));
  const shown = wrapText(about.shown, inner, measured(13));
  const feet = [about.datum, about.version, about.sources].flatMap((text) => wrapText(text, inner, measured(12)));
  const columns = Math.max(1, Math.floor(inner / COLUMN));
  const tops = rowTops(about.legend, columns);
  const top = EDGE + title.length * 30 + shown.length * LINE + 10;
  const legendTop = top + height + 14;
  const feetTop = legendTop + ROW + (tops.at(-1) ?? 0) + 10;
  const total = feetTop + (feet.length + 1) * LINE + EDGE;
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(total * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, total);
  context.textBaseline = 'alphabetic';
  const write = (lines: readonly string[], y: number, step: number, style: string, colour: string) => {
    context.font = style;
    context.fillStyle = colour;
    for (const [n, line] of lines.entries()) context.fillText(line, EDGE, y + (n + 1) * step - step * 0.25);
  };
  write(title, EDGE - 4, 30, font(22, 650), INK);
  write(shown, EDGE + title.length * 30, LINE, font(13), MUTED);
  context.drawImage(picture.canvas, 0, top, width, height);
  drawScaleBar(context, about, words.scaleNote, EDGE, top + height - 16);
  drawNorth(context, words.north, picture.bearing, width - 40, top + 44);
  write([words.legend], legendTop, ROW, font(14, 650), INK);
  about.legend.forEach((item, n) => {
    const x = EDGE + (n % columns) * (inner / columns);
    drawRow(context, item, x, legendTop + ROW + (tops[Math.floor(n / columns)] ?? 0), inner / columns - 8);
  });
  write(feet, feetTop, LINE, font(12), MUTED);
  write([about.mark], feetTop + feet.length * LINE, LINE, font(13, 650), INK);
  return await new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the browser made no PNG')) : resolve(blob)),
      'image/png',
    );
  });
}

/** Where each row of the legend begins, pixels below the first, and where the last ends. */
function rowTops(legend: readonly LegendItem[], columns: number): number[] {
  const tops = [0];
  for (let n = 0; n < legend.length; n += columns) {
    const high = legend.slice(n, n + columns).map(({ sign }) => signEdge(sign) + ROW - SIGN);
    tops.push((tops.at(-1) ?? 0) + Math.max(...high));
  }
  return tops;
}

function drawRow(
  context: CanvasRenderingContext2D,
  { sign, label }: LegendItem,
  x: number,
  y: number,
  width: number,
): void {
  const edge = signEdge(sign);
  const high = edge + ROW - SIGN;
  context.save();
  context.translate(x, y + (ROW - SIGN) / 2);
  drawSign(context, sign);
  context.restore();
  context.font = font(12);
  context.fillStyle = INK;
  const [line = '', next] = wrapText(label, width - edge - 12, (text) => context.measureText(text).width);
  context.fillText(next === undefined ? line : `${line}…`, x + edge + 8, y + high / 2 + 4);
}
