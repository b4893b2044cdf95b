/** The head of a sketched arrow, pointing north. */
import { BASE_COLOURS } from '../domain/base-colours.ts';
import { THEMES } from '../domain/colours.ts';
import { ARROW_HEAD } from './layers/sketches.ts';

const EDGE = 16;

/** Pixels for `map.addImage`; null where the id names none, or the browser gives no 2-D canvas. */
export function drawArrowHead(id: string, pixelRatio: number): ImageData | null {
  const theme = THEMES.find((known) => id === `${ARROW_HEAD}${known}`);
  if (theme === undefined) return null;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = EDGE * pixelRatio;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return null;
  const { sketch, halo } = BASE_COLOURS[theme];
  context.scale(pixelRatio, pixelRatio);
  context.beginPath();
  context.moveTo(EDGE / 2, 1.5);
  context.lineTo(EDGE - 2, EDGE - 2);
  context.lineTo(EDGE / 2, EDGE - 5);
  context.lineTo(2, EDGE - 2);
  context.closePath();
  context.fillStyle = sketch;
  context.strokeStyle = halo;
  context.lineWidth = 1;
  context.fill();
  context.stroke();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
