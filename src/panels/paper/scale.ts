/** A true scale bar: its length comes from the geodesic distance between two positions of the picture. */
import { distanceM } from '../../analysis/geodesic.ts';
import { wgs84 } from '../../domain/position.ts';
import type { MapPicture } from '../../state/map-port.ts';

export interface ScaleBar {
  /** A round number of metres: 1, 2 or 5 times a power of ten. */
  readonly metres: number;
  /** Its length, CSS pixels. */
  readonly px: number;
}

/** CSS pixels an inch, and metres an inch. */
const PX_PER_M = 96 / 0.0254;

/** Metres on the ground a CSS pixel, at the centre of the picture. */
export function metresPerPixel({ ruler: [a, b] }: Pick<MapPicture, 'ruler'>): number {
  return distanceM(wgs84(...a), wgs84(...b)) / 100;
}

/** Metres on the ground a CSS pixel of paper at 1:N. */
export const metresAtScale = (denominator: number): number => denominator / PX_PER_M;

/** The longest round bar that is at most `maxPx` long. */
export function scaleBar(perPixel: number, maxPx: number): ScaleBar {
  const most = perPixel * maxPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = ([5, 2, 1].find((step) => step * power <= most) ?? 1) * power;
  return { metres, px: metres / perPixel };
}

/** N of 1:N on paper printed at 100 %, to three figures. */
export function scaleDenominator(perPixel: number): number {
  return Number((perPixel * PX_PER_M).toPrecision(3));
}
