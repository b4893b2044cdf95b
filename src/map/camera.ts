/** Where the camera looks, given what panels cover. Pure. */
import type { Bbox } from '../domain/position.ts';
import type { Padding } from './scene.ts';

/** The whole city: its outline reaches 112.385–113.388 E, 22.645–23.576 N. */
export const CITY_BBOX: Bbox = [112.38, 22.64, 113.39, 23.58];
/** The view never leaves the region; beyond it our data is blank. */
export const MAX_BOUNDS: Bbox = [109.9, 20.9, 116.3, 25.2];
export const MIN_ZOOM = 7.5;
export const MAX_ZOOM = 17;
/** Longest camera move, ms. */
export const MOVE_MS = 600;

/** At least this much of each side stays for the map, whatever panels say. */
export const LEAST_PX = 140;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Shrinks paddings that together would leave no map. */
export function clampPadding(padding: Padding, { width, height }: Size): Padding {
  const fit = (a: number, b: number, size: number): [number, number] => {
    const room = Math.max(0, size - LEAST_PX);
    const factor = a + b > room ? room / (a + b) : 1;
    return [Math.max(0, a) * factor, Math.max(0, b) * factor];
  };
  const [left, right] = fit(padding.left, padding.right, width);
  const [top, bottom] = fit(padding.top, padding.bottom, height);
  return { top, right, bottom, left };
}

/** The part of a map that no panel covers. */
export function uncoveredPart(padding: Padding, size: Size): Size {
  const { top, right, bottom, left } = clampPadding(padding, size);
  return { width: size.width - left - right, height: size.height - top - bottom };
}

/** Air around what is fitted, px: names stand mostly to the right of symbols, which a narrow screen must make room for. */
export function fitPadding({ width }: Size): Padding {
  return width < 600 ? { top: 16, right: 48, bottom: 16, left: 12 } : { top: 24, right: 24, bottom: 24, left: 24 };
}

export function samePadding(a: Padding, b: Padding): boolean {
  return a.top === b.top && a.right === b.right && a.bottom === b.bottom && a.left === b.left;
}

/** Centre of the uncovered part, px. */
export function uncoveredCentre({ top, right, bottom, left }: Padding, { width, height }: Size): [number, number] {
  return [(left + width - right) / 2, (top + height - bottom) / 2];
}

/** Whether a point lies in the uncovered part, `margin` px from its edge. */
export function isUncovered(x: number, y: number, padding: Padding, { width, height }: Size, margin = 36): boolean {
  return (
    x >= padding.left + margin &&
    x <= width - padding.right - margin &&
    y >= padding.top + margin &&
    y <= height - padding.bottom - margin
  );
}

export function isBbox(target: Bbox | readonly (readonly [number, number])[]): target is Bbox {
  return typeof target[0] === 'number';
}
