/** A set in hexagons: rows counted, or what is said of a column, in classes that a legend can state. */

import { numbersOf } from '../domain/column-values.ts';
import type { ColumnMeasure } from '../domain/measures.ts';
import type { PointSet } from '../domain/point-set.ts';
import { type Bins, hexagonBins, hexagonRing } from './bins.ts';
import { classify, classOf } from './classify.ts';
import { countedImport } from './counted-set.ts';
import { measureOf, totalOf } from './group-measures.ts';

export interface Hexagon {
  readonly ring: readonly (readonly [number, number])[];
  /** Rows in it. */
  readonly count: number;
  /** Index into the classes; null where no row of it has a number. */
  readonly level: number | null;
}
export interface HexagonCount {
  readonly hexagons: readonly Hexagon[];
  /** Least and greatest number of each class, the smallest first. */
  readonly classes: readonly { readonly from: number; readonly to: number }[];
  readonly areaM2: number;
  readonly counted: number;
  readonly tooCoarse: number;
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
  const { areaM2, counted, tooCoarse } = bins;
  const shown = values === null || measure === null ? byCount(bins) : byMeasure(bins, measure);
  return { ...shown, areaM2, counted, tooCoarse, measure: values === null ? null : measure };
}

type Shown = Pick<HexagonCount, 'hexagons' | 'classes'>;

function byCount(bins: Bins): Shown {
  const classes = countClasses(bins.bins[0]?.count ?? 0);
  const levelOf = (count: number) =>
    Math.max(
      0,
      classes.findIndex(({ to }) => count <= to),
    );
  const hexagons = bins.bins.map((bin) => ({
    ring: hexagonRing(bins, bin),
    count: bin.count,
    level: levelOf(bin.count),
  }));
  return { hexagons, classes };
}

function byMeasure(bins: Bins, { kind }: ColumnMeasure): Shown {
  const total = totalOf(bins.bins.map(({ group }) => group));
  const values = bins.bins.map(({ group }) => measureOf(group, kind, total));
  const classes = classify(values, CLASSES, 'quantile');
  const hexagons = bins.bins.map((bin, at) => ({
    ring: hexagonRing(bins, bin),
    count: bin.count,
    level: classOf(classes, values[at] ?? null),
  }));
  return { hexagons, classes: classes.classes };
}
