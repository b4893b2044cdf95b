/** Draws the composed site icons. Not signed-distance: two colours each, so they are made per theme. */
import { GLYPH_BOX } from '../domain/glyphs.ts';
import { type IconPart, iconParts } from './icon-parts.ts';
import type { Icon } from './layers/icon-id.ts';
import { imageRadiusPx } from './layers/site-size.ts';

/** Pixels and their ratio for `map.addImage`. Throws where the browser gives no 2-D canvas. */
export function drawIcon(icon: Icon, pixelRatio: number): ImageData {
  const size = Math.ceil(2 * imageRadiusPx(icon.form, icon.selected) * pixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  // Read back at once: on the graphics card each icon would cost a tenth of a second where that is software.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2-D canvas to draw icons on');
  context.scale(pixelRatio, pixelRatio);
  context.translate(size / pixelRatio / 2, size / pixelRatio / 2);
  context.lineJoin = 'round';
  for (const part of iconParts(icon)) drawPart(context, part);
  return context.getImageData(0, 0, size, size);
}

/** In the path's own view box, scaled to the part's edge around the origin. */
function drawPart(context: CanvasRenderingContext2D, { path, edge, fill, stroke, opacity = 1 }: IconPart): void {
  const scale = edge / GLYPH_BOX;
  const shape = new Path2D(path);
  context.save();
  context.scale(scale, scale);
  context.translate(-GLYPH_BOX / 2, -GLYPH_BOX / 2);
  context.globalAlpha = opacity;
  if (fill !== undefined) {
    context.fillStyle = fill;
    context.fill(shape, 'evenodd');
  }
  if (stroke !== undefined) {
    context.strokeStyle = stroke.colour;
    context.lineWidth = stroke.width / scale;
    context.setLineDash((stroke.dashes ?? []).map((dash) => dash / scale));
    context.stroke(shape);
  }
  context.restore();
}
