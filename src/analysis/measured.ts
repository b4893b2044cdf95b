/** What is measured on the map by hand: geodesic, and no surer than the pixel that a corner was set by. Pure. */
import type { LngLat } from '../domain/position.ts';
import { areaM2, lengthM } from './measure.ts';

/** Circumference of the earth at the equator over the width of the world at zoom 0, metres a pixel. */
const EQUATOR_M_PER_PX = 40_075_016.686 / 512;

/** Ground under a pixel of the map, metres, straight from above. */
export function pixelM(zoom: number, lat: number): number {
  return (EQUATOR_M_PER_PX * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;
}

export interface MeasuredLine {
  readonly lengthM: number;
  /** Of the last leg; the same as all where there is one. */
  readonly lastM: number;
  /** The digit that a pixel still decides, metres: a power of ten, 1 or more. */
  readonly stepM: number;
}

/** @param pixel ground under a pixel, metres */
export function measuredLine(places: readonly LngLat[], pixel: number): MeasuredLine {
  return { lengthM: lengthM(places), lastM: lengthM(places.slice(-2)), stepM: tenBelow(pixel) };
}

export interface MeasuredArea {
  readonly areaM2: number;
  readonly outlineM: number;
  readonly stepM: number;
  /** As `stepM`, m²: the outline moved by half a pixel. */
  readonly stepM2: number;
}

/** @param ring open, three corners or more, its edges not crossing */
export function measuredArea(ring: readonly LngLat[], pixel: number): MeasuredArea {
  const outlineM = lengthM([...ring, ...ring.slice(0, 1)]);
  return {
    areaM2: areaM2([ring]),
    outlineM,
    stepM: tenBelow(pixel),
    stepM2: tenBelow((outlineM * pixel) / 2),
  };
}

/** The greatest power of ten that is not above it; 1 where that is less. */
export const tenBelow = (value: number): number => 10 ** Math.max(0, Math.floor(Math.log10(value)));

export const roundedBy = (value: number, step: number): number => Math.round(value / step) * step;

/** Decimals of degrees that a pixel decides, 2 to 6. */
export function degreeDigits(pixel: number): number {
  return Math.min(6, Math.max(2, Math.ceil(-Math.log10(pixel / 111_320))));
}
