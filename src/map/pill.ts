/** The pill behind a count: it stretches to the number that stands in it. */
import type { StyleImageMetadata } from 'maplibre-gl';
import { THEMES } from '../domain/colours.ts';
import { PILL } from './layers/stacks.ts';
import { paletteOf } from './palette.ts';

/** CSS pixels, with a rim of the halo around it. */
const HEIGHT = 15;
const RIM = 1.5;
const SIZE = HEIGHT + 2 * RIM;

export interface Pill {
  readonly image: ImageData;
  readonly stretch: Pick<StyleImageMetadata, 'stretchX' | 'stretchY' | 'content'>;
}

/** Null where the id names none, or the browser gives no 2-D canvas. */
export function drawPill(id: string, pixelRatio: number): Pill | null {
  const theme = THEMES.find((known) => id === `${PILL}${known}`);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.ceil(SIZE * pixelRatio);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (theme === undefined || context === null) return null;
  const { base } = paletteOf(theme);
  context.scale(pixelRatio, pixelRatio);
  for (const [radius, colour] of [
    [SIZE / 2, base.halo],
    [HEIGHT / 2, base.text],
  ] as const) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(SIZE / 2, SIZE / 2, radius, 0, 2 * Math.PI);
    context.fill();
  }
  const at = (px: number) => px * pixelRatio;
  const middle: [number, number] = [at(SIZE / 2 - 0.5), at(SIZE / 2 + 0.5)];
  return {
    image: context.getImageData(0, 0, canvas.width, canvas.height),
    stretch: { stretchX: [middle], stretchY: [middle], content: [at(RIM), at(RIM), at(SIZE - RIM), at(SIZE - RIM)] },
  };
}
