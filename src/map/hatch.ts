/** The pattern of what is not known: thin slanted strokes that repeat without a seam. */
import { THEMES } from '../domain/colours.ts';
import { SHADE_UNKNOWN } from '../domain/shade-ramp.ts';
import { HATCH } from './layers/shade.ts';

const EDGE = 8;

/** Pixels for `map.addImage`; null where the id names no pattern, or the browser gives no 2-D canvas. */
export function drawHatch(id: string, pixelRatio: number): ImageData | null {
  const theme = THEMES.find((known) => id === `${HATCH}${known}`);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = EDGE * pixelRatio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (theme === undefined || context === null) return null;
  const { ground, stroke } = SHADE_UNKNOWN[theme];
  context.scale(pixelRatio, pixelRatio);
  context.fillStyle = ground;
  context.fillRect(0, 0, EDGE, EDGE);
  context.strokeStyle = stroke;
  context.lineWidth = 1.1;
  for (const from of [-EDGE, 0, EDGE]) {
    context.beginPath();
    context.moveTo(from - 1, EDGE + 1);
    context.lineTo(from + EDGE + 1, -1);
    context.stroke();
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
