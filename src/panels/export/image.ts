/** The map as an image with its frame: title, legend, scale bar, north, datum, dates, sources and the mark. */
import type { MapPicture } from '../../state/map-port.ts';
import type { AboutMap } from '../paper/about-map.ts';
import { drawNorth, drawScaleBar, drawSign, font, INK } from '../paper/draw.ts';
import { EDGE, imageLayout } from './image-layout.ts';

export const MUTED = '#444';

export interface ImageWords {
  readonly title: string;
  readonly north: string;
  readonly legend: string;
  readonly scaleNote: string;
}

/** Width of a text in the fonts of the page, px. Throws where there is no canvas. */
export function textMeasure(): (text: string, size: number, weight: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('no 2-D canvas');
  return (text, size, weight) => {
    context.font = font(size, weight);
    return context.measureText(text).width;
  };
}

/** @returns PNG bytes. Rejects where the browser makes no image. */
export async function imageOf(picture: MapPicture, about: AboutMap, words: ImageWords): Promise<Blob> {
  const { width, height, pixelRatio } = picture;
  const layout = imageLayout(picture, about, words, textMeasure());
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2-D canvas');
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(layout.height * pixelRatio);
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, layout.height);
  context.textBaseline = 'alphabetic';
  context.drawImage(picture.canvas, 0, layout.top, width, height);
  drawScaleBar(context, about, words.scaleNote, EDGE, layout.top + height - 16);
  drawNorth(context, words.north, picture.bearing, width - 40, layout.top + 44);
  for (const { item, x, y } of layout.signs) {
    context.save();
    context.translate(x, y);
    drawSign(context, item.sign);
    context.restore();
  }
  for (const { text, x, y, size, weight, muted } of layout.lines) {
    context.font = font(size, weight);
    context.fillStyle = muted ? MUTED : INK;
    context.fillText(text, x, y);
  }
  return await new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the browser made no PNG')) : resolve(blob)),
      'image/png',
    );
  });
}
