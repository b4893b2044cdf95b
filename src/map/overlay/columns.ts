/** A set's rows as the columns that the graphics card reads. */

import { NO_CLASS } from '../../analysis/column-classes.ts';
import { maskOfRows } from '../../analysis/set-rows.ts';
import { CLUSTER_COLOURS, type Rgb, type Theme } from '../../domain/colours.ts';
import { classColours, REST_COLOUR } from '../../domain/column-look.ts';
import { HATCH_IDS } from '../../domain/hatches.ts';
import type { PointSet } from '../../domain/point-set.ts';
import { isHatchedByClass, SET_SHADES, type SetLook, THINNED_FROM } from '../../domain/set-look.ts';
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross, PRECISIONS } from '../../domain/vocabulary.ts';
import { classesOf, sizesOf } from '../../state/imports/set-counts.ts';
import type { PointColumns } from './point-list-layer.ts';

/** `#rrggbb` as 0 to 255. */
export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Step through n rows that meets each once and leaps about: the golden section, made coprime to n. */
function leap(n: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let step = Math.max(1, Math.round(n * 0.618));
  while (gcd(step, n) !== 1) step++;
  return step;
}

/** Row of the first places in the drawing order; mixed where a set is thinned, so that its first points stand for all. */
export function drawingOrder(count: number, places = count): Uint32Array {
  const order = new Uint32Array(Math.min(count, places));
  const step = count < THINNED_FROM ? 1 : leap(count);
  for (let i = 0, row = 0; i < order.length; i++, row = (row + step) % count) order[i] = row;
  return order;
}

/** As `drawingOrder`; of points of many sizes the large come first, so that none hides a smaller one. */
function orderOf(set: PointSet, paint: SetPaint, places: number): Uint32Array {
  const order = drawingOrder(set.count, places);
  const sizes = set.count < THINNED_FROM ? sizesOf(set, paint) : null;
  return sizes === null ? order : order.sort((a, b) => (sizes.px[b] ?? 0) - (sizes.px[a] ?? 0) || a - b);
}

/** Positions in drawing order; the set's own array where the order is the file's. */
export function orderedPositions(set: PointSet, order: Uint32Array): Float64Array {
  if (order.length === set.count && order.every((row, at) => row === at)) return set.positions;
  const positions = new Float64Array(2 * order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] ?? 0;
    positions[2 * i] = set.positions[2 * row] ?? Number.NaN;
    positions[2 * i + 1] = set.positions[2 * row + 1] ?? Number.NaN;
  }
  return positions;
}

/** Precision from which on a point only stands for a town, a district or more: drawn hollow. */
const COARSE_FROM = PRECISIONS.indexOf('town');

/** How the rows of a set are coloured and sized. */
export type SetPaint = Pick<SetLook, 'colour' | 'colourBy' | 'sizeBy'>;

export type HatchPaint = Pick<SetLook, 'hatch' | 'colour' | 'colourBy'>;

/** Paints that draw alike have the same text. */
export const paintKey = ({ colour, colourBy, sizeBy }: SetPaint): string =>
  `${colour} ${JSON.stringify([colourBy ?? null, sizeBy ?? null])}`;

/** Colour of a row: by a column, or by its cluster, grey where it has none, or one for all. */
export function rowColours(set: PointSet, { colour, colourBy }: SetPaint, theme: Theme): (row: number) => Rgb {
  const classes = colourBy === undefined || colourBy === null ? null : classesOf(set, colourBy);
  if (classes !== null && colourBy !== undefined && colourBy !== null) {
    const colours = classColours(colourBy, theme, classes.classes.length);
    return (row) => colours[classes.of[row] ?? NO_CLASS] ?? REST_COLOUR[theme];
  }
  const known = (id: ClusterOrCross) => rgb(CLUSTER_COLOURS[theme][id]);
  const table = colour === 'cluster' ? CLUSTER_OR_CROSS_IDS.map(known) : [];
  const rest: Rgb = colour === 'cluster' ? [140, 140, 140] : rgb(SET_SHADES[theme][colour]);
  return (row) => table[set.cluster[row] ?? 255] ?? rest;
}

/**
 * Which hatch each row has, from 1 in the order of HATCH_IDS, 0 for none; one number where all rows have the same.
 * Classes have theirs where they are kinds: the classes of numbers differ in lightness already.
 */
export function rowHatches(
  set: PointSet,
  { hatch = null, colour, colourBy }: HatchPaint,
): number | ((row: number) => number) {
  if (hatch === null) return 0;
  if (hatch !== 'classes') return HATCH_IDS.indexOf(hatch) + 1;
  const ofClass = (at: number) => (at < HATCH_IDS.length ? at + 1 : 0);
  if (colourBy?.kind === 'category') {
    const classes = classesOf(set, colourBy);
    return classes === null ? 0 : (row) => ofClass(classes.of[row] ?? NO_CLASS);
  }
  return isHatchedByClass({ colour, colourBy }) ? (row) => ofClass(set.cluster[row] ?? NO_CLASS) : 0;
}

/**
 * Colour of each point, r, g, b, a; by its cluster, or one for all. Rows without a cluster are grey; half
 * opacity marks those that stand for an area, or have no number where a column sizes them.
 */
export function coloursOf(set: PointSet, order: Uint32Array, paint: SetPaint, theme: Theme): Uint8Array {
  const colourOf = rowColours(set, paint, theme);
  const unsized = sizesOf(set, paint)?.blank;
  const out = new Uint8Array(4 * order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] ?? 0;
    const [r, g, b] = colourOf(row);
    out[4 * i] = r;
    out[4 * i + 1] = g;
    out[4 * i + 2] = b;
    out[4 * i + 3] = (set.precision[row] ?? 0) >= COARSE_FROM || unsized?.[row] === 1 ? 128 : 255;
  }
  return out;
}

/**
 * 1 where the row is a placed point and passes (`rows` undefined: all pass), else 0: lines and areas are drawn as such.
 *
 * @param positions those of `orderedPositions`: read one after the other, where the set's own would be leapt about in
 */
export function shownOf(
  set: PointSet,
  order: Uint32Array,
  positions: Float64Array,
  rows: Uint32Array | undefined,
): Float32Array {
  const byRow = rows === undefined ? null : maskOfRows(rows, set.count);
  const kinds = set.geometries?.kind;
  const out = new Float32Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const row = order[i] ?? 0;
    const isPoint = kinds === undefined || (kinds[row] ?? 0) === 0;
    out[i] = isPoint && !Number.isNaN(positions[2 * i] ?? Number.NaN) ? (byRow === null ? 1 : (byRow[row] ?? 0)) : 0;
  }
  return out;
}

type Attributes = PointColumns['attributes'];

function orderedSizes(set: PointSet, order: Uint32Array, paint: SetPaint): Attributes['getSize'] {
  const sizes = sizesOf(set, paint);
  if (sizes === null) return undefined;
  return { value: Float32Array.from(order, (row) => sizes.px[row] ?? 0), size: 1 };
}

/** Columns of a set, or of its first so many points, that are made again only when what they come from has changed. */
export class ColumnCache {
  readonly #places: number;
  #set: PointSet | null = null;
  #order: Uint32Array = new Uint32Array();
  // The very objects that deck.gl is given: one that it knows it does not upload again.
  #positions: Attributes['getPosition'] = { value: new Float64Array(), size: 2 };
  #sizes: Attributes['getSize'];
  #sizeBy: string | null = null;
  #colours: { readonly key: string; readonly of: Attributes['getColor'] } | null = null;
  #shown: { readonly rows: Uint32Array | undefined; readonly of: Attributes['getFilterValue'] } | null = null;
  #columns: PointColumns | null = null;

  constructor(places = Number.MAX_SAFE_INTEGER) {
    this.#places = places;
  }

  /** The columns that were asked for last; null where none of this set were. */
  last(set: PointSet): PointColumns | null {
    return this.#set === set ? this.#columns : null;
  }

  of(set: PointSet, rows: Uint32Array | undefined, paint: SetPaint, theme: Theme): PointColumns {
    const key = `${paintKey(paint)} ${theme}`;
    const sizeBy = paint.sizeBy ?? null;
    if (this.#set !== set || this.#sizeBy !== sizeBy) {
      this.#set = set;
      this.#sizeBy = sizeBy;
      this.#order = orderOf(set, paint, this.#places);
      this.#sizes = orderedSizes(set, this.#order, paint);
      this.#positions = { value: orderedPositions(set, this.#order), size: 2 };
      this.#colours = null;
      this.#shown = null;
    }
    const colours =
      this.#colours?.key === key
        ? this.#colours
        : { key, of: { value: coloursOf(set, this.#order, paint, theme), size: 4, normalized: true } as const };
    const shown =
      this.#shown !== null && this.#shown.rows === rows
        ? this.#shown
        : { rows, of: { value: shownOf(set, this.#order, this.#positions.value, rows), size: 1 } as const };
    if (this.#columns === null || colours !== this.#colours || shown !== this.#shown) {
      this.#columns = {
        length: this.#order.length,
        attributes: {
          getPosition: this.#positions,
          getColor: colours.of,
          getFilterValue: shown.of,
          ...(this.#sizes === undefined ? {} : { getSize: this.#sizes }),
        },
      };
    }
    this.#colours = colours;
    this.#shown = shown;
    return this.#columns;
  }
}
