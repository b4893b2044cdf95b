/** A set in hexagons: rows counted, or what is said of a column, in classes that a legend can state. */

import { numbersOf } from '../domain/column-values.ts';
import type { ColumnMeasure, MeasureKind } from '../domain/measures.ts';
import type { PointSet } from '../domain/point-set.ts';
import { type Bin, type Bins, hexagonBins, hexagonKey, hexagonKeyAt, hexagonMiddle, hexagonRing } from './bins.ts';
import { classify, classOf } from './classify.ts';
import { meanSpread, medianSpread } from './column-sums.ts';
import { countedImport } from './counted-set.ts';
import { type Group, type GroupTotal, measureOf, sumOf, totalOf } from './group-measures.ts';
import type { Range } from './tally.ts';

export interface Hexagon {
  readonly ring: readonly (readonly [number, number])[];
  /** `[lng, lat]` */
  readonly middle: readonly [number, number];
  /** Rows in it: with the point inside, with the whole circle of error, and all whose circle reaches it. */
  readonly rows: Range;
  /** Index into the classes; null where no row of it has a number. */
  readonly level: number | null;
  /** What is said of the column; null where rows are counted, or none of them has a number. */
  readonly value: number | null;
  /**
   * The least and greatest that it may be, the errors of places considered; null where it has none, or where coarse
   * places leave it open without a bound.
   */
  readonly spread: Bounds | null;
}

export interface Bounds {
  readonly least: number;
  readonly greatest: number;
}
export interface HexagonCount {
  readonly hexagons: readonly Hexagon[];
  /** Hexagons by their place in the grid (`hexagonKeyAt`). */
  readonly at: ReadonlyMap<number, Hexagon>;
  readonly acrossM: number;
  /** Least and greatest number of each class, the smallest first. */
  readonly classes: readonly { readonly from: number; readonly to: number }[];
  readonly areaM2: number;
  readonly counted: number;
  /** Hexagons without a row that may hold one; they are not drawn. */
  readonly reached: number;
  /** Rows known less closely than a hexagon is wide, and whether the possible ones hold them. */
  readonly tooCoarse: number;
  readonly coarseArePossible: boolean;
  /** Null where rows are counted. */
  readonly measure: ColumnMeasure | null;
}

/** As many classes as the ramp has colours. */
const CLASSES = 5;

/** Upper bounds of at most five classes of whole counts, each about as many times the last as the next is. */
export function countClasses(most: number): { from: number; to: number }[] {
  if (most < 1) return [];
  const ends = new Set([1, 2, 3, 4, 5].map((k) => Math.max(1, Math.round(most ** (k / 5)))));
  let from = 1;
  return [...ends].map((to) => {
    const range = { from, to };
    from = to + 1;
    return range;
  });
}

/** The measure counts for nothing where the set has no such column. */
export function countHexagons(
  set: PointSet,
  rows: Uint32Array | undefined,
  acrossM: number,
  measure: ColumnMeasure | null = null,
): HexagonCount {
  const column = measure === null ? undefined : set.columns.find(({ name }) => name === measure.column);
  const values = column === undefined ? null : numbersOf(column, set.count);
  const source = { counted: countedImport(set), ...(rows === undefined ? {} : { rows }) };
  const bins = hexagonBins([source], acrossM, values ?? undefined);
  const levels = values === null || measure === null ? byCount(bins) : byMeasure(bins, measure);
  const hexagons = bins.bins.map((bin, at): Hexagon => {
    const { count, certain, possible } = bin;
    return {
      ring: hexagonRing(bins, bin),
      middle: hexagonMiddle(bins, bin),
      rows: { inside: count, certain, possible },
      level: levels.levels[at] ?? null,
      value: levels.values[at] ?? null,
      spread: levels.spreads[at] ?? null,
    };
  });
  const { areaM2, counted, tooCoarse, coarseArePossible, reached } = bins;
  return {
    hexagons,
    at: new Map(bins.bins.flatMap((bin, at) => (hexagons[at] === undefined ? [] : [[hexagonKey(bin), hexagons[at]]]))),
    classes: levels.classes,
    ...{ acrossM, areaM2, counted, tooCoarse, coarseArePossible, reached },
    measure: values === null ? null : measure,
  };
}

/** Index of the class and number of each hexagon. */
interface Levels {
  readonly classes: HexagonCount['classes'];
  readonly levels: readonly (number | null)[];
  readonly values: readonly (number | null)[];
  readonly spreads: readonly (Bounds | null)[];
}

function byCount({ bins }: Bins): Levels {
  const classes = countClasses(bins[0]?.count ?? 0);
  const levelOf = ({ count }: Bin) =>
    Math.max(
      0,
      classes.findIndex(({ to }) => count <= to),
    );
  return { classes, levels: bins.map(levelOf), values: [], spreads: [] };
}

function byMeasure({ bins }: Bins, { kind }: ColumnMeasure): Levels {
  const total = totalOf(bins.map(({ group }) => group));
  const values = bins.map(({ group }) => measureOf(group, kind, total));
  const classes = classify(values, CLASSES, 'quantile');
  return {
    classes: classes.classes,
    levels: values.map((value) => classOf(classes, value)),
    values,
    spreads: bins.map((bin) => spreadOf(bin, kind, total)),
  };
}

const ascending = ({ numbers }: Group): Float64Array => Float64Array.from(numbers).sort();

/** What errors of position leave open of a measure of one hexagon. */
function spreadOf({ group, sure, open, coarse }: Bin, kind: MeasureKind, total: GroupTotal): Bounds | null {
  const lists = () => [ascending(sure), ascending(open), ascending(group)] as const;
  switch (kind) {
    case 'missing':
      return { least: sure.missing, greatest: sure.missing + open.missing + coarse.missing };
    case 'sum':
    case 'share': {
      const certain = sumOf(sure.numbers);
      const least = certain + sumOf(open.numbers.filter((value) => value < 0)) + coarse.below;
      const greatest = certain + sumOf(open.numbers.filter((value) => value > 0)) + coarse.above;
      if (kind === 'sum') return { least, greatest };
      // Those that are in no hexagon are not in the total either.
      return total.sum > 0 && !total.below && coarse.known === 0
        ? { least: least / total.sum, greatest: greatest / total.sum }
        : null;
    }
    case 'mean':
      return coarse.known > 0 ? null : meanSpread(...lists());
    case 'median':
      return coarse.known > 0 ? null : medianSpread(...lists());
  }
}

/** The hexagon at a place; null where none is drawn. */
export const hexagonAt = ({ at, acrossM }: HexagonCount, lng: number, lat: number): Hexagon | null =>
  at.get(hexagonKeyAt(lng, lat, acrossM)) ?? null;
