/** Draws a tile in Web Mercator from pictures in another grid. */
import type { Redraw } from '../../domain/services/redraw.ts';

/** The pixels of the tiles that a plan names, in its order; null for one that is missing. */
export type Pictures = readonly (ImageBitmap | null)[];

/** @param size pixels a side of our tile */
export function drawTile(plan: Redraw, size: number, pictures: Pictures): ImageBitmap {
  const whole = contextOf(plan.width, plan.height);
  plan.tiles.forEach(({ left, top }, n) => {
    const picture = pictures[n];
    if (picture != null) whole.drawImage(picture, left, top, plan.level.tileWidth, plan.level.tileHeight);
  });
  const tile = contextOf(size, size);
  tile.imageSmoothingQuality = 'high';
  for (let row = 0; row < size; row++) {
    const [top = 0, bottom = 0] = [plan.edges[row], plan.edges[row + 1]];
    tile.drawImage(whole.canvas, plan.left, top, plan.across, bottom - top, 0, row, size, 1);
  }
  return tile.canvas.transferToImageBitmap();
}

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('no 2-D canvas');
  return context;
}
