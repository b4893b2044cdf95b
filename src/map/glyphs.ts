/** Draws the composed site icons. Not signed-distance: two colours each, so they are made per theme. */
import { AREA_RING_PATH, CLUSTER_GLYPHS, GLYPH_BOX, GLYPH_SHARE, SHAPE_PATHS } from '../domain/glyphs.ts';
import type { Icon } from './layers/icon-id.ts';
import { FORM_PX, imageRadiusPx, SELECTED_SCALE } from './layers/site-size.ts';
import { type Palette, paletteOf } from './palette.ts';

/** Pixels and their ratio for `map.addImage`. Throws where the browser gives no 2-D canvas. */
export function drawIcon(icon: Icon, pixelRatio: number): ImageData {
  const palette = paletteOf(icon.theme);
  const edge = FORM_PX[icon.form] * (icon.selected ? SELECTED_SCALE : 1);
  const size = Math.ceil(2 * imageRadiusPx(icon.form, icon.selected) * pixelRatio);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  // Read back at once: on the graphics card each icon would cost a tenth of a second where that is software.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2-D canvas to draw icons on');
  context.scale(pixelRatio, pixelRatio);
  context.translate(size / pixelRatio / 2, size / pixelRatio / 2);
  if (icon.form === 'ring') drawRing(context, icon, palette, edge);
  else drawBadge(context, icon, palette, edge);
  return context.getImageData(0, 0, size, size);
}

/** Runs `draw` in the path's own view box, scaled to `edge` pixels around the origin. */
function inBox(context: CanvasRenderingContext2D, edge: number, draw: (pixel: number) => void): void {
  const scale = edge / GLYPH_BOX;
  context.save();
  context.scale(scale, scale);
  context.translate(-GLYPH_BOX / 2, -GLYPH_BOX / 2);
  draw(1 / scale);
  context.restore();
}

function drawBadge(
  context: CanvasRenderingContext2D,
  { cluster, group, coarse, selected }: Icon,
  palette: Palette,
  edge: number,
): void {
  const shape = new Path2D(SHAPE_PATHS[group]);
  const colour = palette.clusters[cluster];
  inBox(context, edge, (pixel) => {
    context.lineJoin = 'round';
    if (selected) stroke(context, shape, palette.base.accent, 8 * pixel);
    stroke(context, shape, palette.base.halo, (selected ? 4 : 2.4) * pixel);
    context.fillStyle = coarse ? palette.base.halo : colour;
    context.fill(shape);
    if (coarse) {
      context.setLineDash([2.6 * pixel, 1.8 * pixel]);
      stroke(context, shape, colour, 2 * pixel);
      context.setLineDash([]);
    }
  });
  drawGlyph(context, cluster, edge * GLYPH_SHARE[group], coarse ? colour : palette.onCluster);
}

/** Dashes and no fill but a breath of the class colour: a region, not a spot. */
function drawRing(
  context: CanvasRenderingContext2D,
  { cluster, coarse, selected }: Icon,
  palette: Palette,
  edge: number,
): void {
  const ring = new Path2D(AREA_RING_PATH);
  const colour = palette.clusters[cluster];
  inBox(context, edge, (pixel) => {
    if (selected) stroke(context, ring, palette.base.accent, 7 * pixel);
    context.globalAlpha = selected ? 1 : 0.8;
    stroke(context, ring, palette.base.halo, (selected ? 4 : 3.4) * pixel);
    context.globalAlpha = selected ? 0.9 : 0.55;
    context.fillStyle = palette.base.halo;
    context.fill(ring);
    context.globalAlpha = 0.14;
    context.fillStyle = colour;
    context.fill(ring);
    context.globalAlpha = 1;
    // Whole dashes around the circle: 12 of them, or 24 dots where only the district is known.
    const step = (2 * Math.PI * 11) / (coarse ? 24 : 12);
    context.setLineDash(coarse ? [step * 0.4, step * 0.6] : [step * 0.62, step * 0.38]);
    stroke(context, ring, colour, 1.9 * pixel);
    context.setLineDash([]);
  });
  drawGlyph(context, cluster, edge * 0.46, colour);
}

function stroke(context: CanvasRenderingContext2D, path: Path2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}

function drawGlyph(context: CanvasRenderingContext2D, cluster: Icon['cluster'], edge: number, colour: string): void {
  inBox(context, edge, () => {
    context.fillStyle = colour;
    context.fill(new Path2D(CLUSTER_GLYPHS[cluster]), 'evenodd');
  });
}
