/** A density of records in records per km²: counted on a grid on the ground and smoothed by a stated width. */

import type { Rgb } from '../domain/colours.ts';
import { isPlaced, type PointSet } from '../domain/point-set.ts';
import { EARTH_M } from '../domain/position.ts';
import { boundsOf, SMOOTHING_M } from '../domain/set-look.ts';

/** Cells of a third of the smoothing show its shape. */
const CELLS_IN_SMOOTHING = 3;
const MOST_CELLS = 600;
/** On a sphere of the earth's mean radius. */
const M_PER_DEGREE = (EARTH_M * Math.PI) / 180;

export interface Surface {
  /** West, south, east, north, degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly width: number;
  readonly height: number;
  /** Records per km², row by row from the north-west. */
  readonly perKm2: Float32Array;
  readonly most: number;
  readonly counted: number;
  /** Rows known less closely than the smoothing is wide. */
  readonly tooCoarse: number;
}

/** Smooths one line of `n` values that stand `stride` apart. */
function blurLine(
  from: Float32Array,
  to: Float32Array,
  start: number,
  stride: number,
  n: number,
  kernel: Float32Array,
): void {
  const reach = (kernel.length - 1) / 2;
  for (let i = 0; i < n; i++) {
    let sum = 0;
    const low = Math.max(0, i - reach);
    const high = Math.min(n - 1, i + reach);
    for (let j = low; j <= high; j++) sum += (from[start + j * stride] ?? 0) * (kernel[j - i + reach] ?? 0);
    to[start + i * stride] = sum;
  }
}

function kernelOf(sigma: number): Float32Array {
  const reach = Math.ceil(3 * sigma);
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)),
  );
  const sum = kernel.reduce((total, value) => total + value, 0);
  return kernel.map((value) => value / sum);
}

/**
 * Null where no row is placed closely enough.
 *
 * @param smoothM standard deviation of the Gaussian that smooths the counts, metres
 */
export function densitySurface(
  set: PointSet,
  rows: Uint32Array | undefined,
  smoothM: number = SMOOTHING_M,
): Surface | null {
  const box = boundsOf(set);
  if (box === null) return null;
  const mid = (box[1] + box[3]) / 2;
  const [lngM, latM] = [M_PER_DEGREE * Math.cos((mid * Math.PI) / 180), M_PER_DEGREE];
  const margin = 3 * smoothM;
  const bounds = [
    box[0] - margin / lngM,
    box[1] - margin / latM,
    box[2] + margin / lngM,
    box[3] + margin / latM,
  ] as const;
  const [wide, high] = [(bounds[2] - bounds[0]) * lngM, (bounds[3] - bounds[1]) * latM];
  const cell = Math.max(smoothM / CELLS_IN_SMOOTHING, wide / MOST_CELLS, high / MOST_CELLS);
  const [width, height] = [Math.ceil(wide / cell), Math.ceil(high / cell)];
  const counts = new Float32Array(width * height);
  let [counted, tooCoarse] = [0, 0];
  const n = rows?.length ?? set.count;
  for (let i = 0; i < n; i++) {
    const row = rows === undefined ? i : (rows[i] ?? 0);
    if (!isPlaced(set, row)) continue;
    if (!((set.radiusM[row] ?? Infinity) <= smoothM)) {
      tooCoarse++;
      continue;
    }
    const x = Math.floor((((set.positions[2 * row] ?? 0) - bounds[0]) / (bounds[2] - bounds[0])) * width);
    const y = Math.floor(((bounds[3] - (set.positions[2 * row + 1] ?? 0)) / (bounds[3] - bounds[1])) * height);
    const at = y * width + x;
    counts[at] = (counts[at] ?? 0) + 1;
    counted++;
  }
  if (counted === 0) return null;
  // Cells are cut to fit the ground, so they are a little narrower than asked.
  const kernels = { across: kernelOf(smoothM / (wide / width)), down: kernelOf(smoothM / (high / height)) };
  const across = new Float32Array(counts.length);
  for (let y = 0; y < height; y++) blurLine(counts, across, y * width, 1, width, kernels.across);
  for (let x = 0; x < width; x++) blurLine(across, counts, x, width, height, kernels.down);
  const cellKm2 = ((wide / width) * (high / height)) / 1e6;
  let most = 0;
  const perKm2 = counts.map((value) => {
    const density = Math.fround(value / cellKm2);
    if (density > most) most = density;
    return density;
  });
  return { bounds, width, height, perKm2, most, counted, tooCoarse };
}

/** The surface as pixels, r, g, b, a: clear where there is nothing, along the ramp to the densest. */
export function paintSurface(
  { width, height, perKm2, most }: Surface,
  ramp: readonly Rgb[],
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(4 * width * height);
  for (let i = 0; i < perKm2.length; i++) {
    const share = most === 0 ? 0 : (perKm2[i] ?? 0) / most;
    if (share < 0.01) continue;
    const at = share * (ramp.length - 1);
    const low = ramp[Math.floor(at)] ?? [0, 0, 0];
    const high = ramp[Math.min(ramp.length - 1, Math.floor(at) + 1)] ?? low;
    for (const c of [0, 1, 2] as const) pixels[4 * i + c] = low[c] + (high[c] - low[c]) * (at % 1);
    pixels[4 * i + 3] = Math.min(210, 60 + 900 * share);
  }
  return pixels;
}
