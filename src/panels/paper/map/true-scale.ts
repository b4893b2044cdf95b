/**
 * Maps at a chosen scale. A picture of the map is Web Mercator, in which a pixel is 0.6 % shorter on the ground from south to
 * north than from west to east here; on paper it is given that much less height, so that both are true at its centre. Pure.
 */
import { type Bbox, metresPerDegree } from '../../../domain/position.ts';
import { mmToPx } from '../paper-size.ts';

/** N of 1:N, those that are offered. */
export const SCALES = [
  10_000, 15_000, 20_000, 25_000, 30_000, 40_000, 50_000, 75_000, 100_000, 150_000, 200_000, 250_000, 300_000, 400_000,
  500_000,
] as const;
/** For what fits none of them: a whole city on a small sheet. */
const FARTHER = [600_000, 750_000, 1_000_000];
/** What may be typed. */
export const LEAST_SCALE = 10_000;
export const MOST_SCALE = 500_000;

/** Of what must fit a sheet, so much of its width and height: names and symbols reach beyond what they stand for. */
const SHARE = 0.9;

/** Millimetres. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

export interface TrueFrame {
  /** What the picture is asked in, CSS pixels. */
  readonly size: Extent;
  /** From west to east, at the centre. */
  readonly metresPerPixel: number;
  /** How large the picture is on paper, at least as large as the frame. */
  readonly paper: Extent;
}

const cosOf = (lat: number): number => Math.cos((lat * Math.PI) / 180);

/** Ground that a pixel of Mercator is long from south to north, of what it is from west to east. */
function squareness(lat: number): number {
  const [east, north] = metresPerDegree(lat);
  return (north * cosOf(lat)) / east;
}

/** The picture that fills a frame on paper at 1:N about a latitude. */
export function trueFrame(frame: Extent, denominator: number, lat: number): TrueFrame {
  const square = squareness(lat);
  const size = { width: mmToPx(frame.width), height: Math.ceil((frame.height * 96) / 25.4 / square) };
  const metresPerPixel = (frame.width * denominator) / 1000 / size.width;
  return {
    size,
    metresPerPixel,
    paper: { width: frame.width, height: (size.height * metresPerPixel * square * 1000) / denominator },
  };
}

/** How far from 1:N the scale is at the upper and the lower edge of a sheet, at most; a share. */
export function scaleError({ height }: Extent, denominator: number, lat: number): number {
  const [, north] = metresPerDegree(lat);
  const reach = (height * denominator) / 2000 / north;
  const [east0, north0] = metresPerDegree(lat);
  const errors = [lat - reach, lat + reach].flatMap((edge) => {
    const [east, north1] = metresPerDegree(edge);
    return [east0 / east, (north0 * cosOf(lat)) / (north1 * cosOf(edge))];
  });
  return Math.max(...errors.map((factor) => Math.abs(factor - 1)));
}

/** Whether all of a box is on a sheet at 1:N. */
export function fits(box: Bbox, frame: Extent, denominator: number): boolean {
  const { width, height } = groundOf(box);
  return (width * 1000) / denominator <= frame.width && (height * 1000) / denominator <= frame.height;
}

/** The largest round scale at which a box fits a sheet with air around; 1:1,000,000 at the least. */
export function fittingScale(box: Bbox, frame: Extent): number {
  const { width, height } = groundOf(box);
  const least = Math.max((width * 1000) / (frame.width * SHARE), (height * 1000) / (frame.height * SHARE));
  return [...SCALES, ...FARTHER].find((scale) => scale >= least) ?? 1_000_000;
}

/** Metres from west to east along the middle, and from south to north. */
function groundOf([west, south, east, north]: Bbox): Extent {
  const [perEast, perNorth] = metresPerDegree((south + north) / 2);
  return { width: (east - west) * perEast, height: (north - south) * perNorth };
}

/** N of 1:N as it is typed: 50000, 50 000, 1:50,000, 5万; null where it is none or not within the limits. */
export function readScale(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/^\s*1\s*:/, '');
  const [, digits = '', wan = ''] = /^\s*([\d\s,.']+)(万|萬)?\s*$/.exec(plain) ?? [];
  const number = wan === '' ? Number(digits.replace(/[\s,.']/g, '')) : Number(digits.trim()) * 10_000;
  return digits !== '' && number >= LEAST_SCALE && number <= MOST_SCALE ? number : null;
}
