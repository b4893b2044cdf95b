/** Counting a set in hexagons, in classes that a legend can state. */

import type { PointSet } from '../domain/point-set.ts';
import { hexagonBins, hexagonRing } from './bins.ts';
import { countedImport } from './counted-set.ts';

export interface Hexagon {
  readonly ring: readonly (readonly [number, number])[];
  readonly count: number;
  /** Index into the classes. */
  readonly level: number;
}
export interface HexagonCount {
  readonly hexagons: readonly Hexagon[];
  /** Least and greatest count of each class, fewest first. */
  readonly classes: readonly { readonly from: number; readonly to: number }[];
  readonly areaM2: number;
  readonly counted: number;
  readonly tooCoarse: number;
}

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

export function countHexagons(set: PointSet, rows: Uint32Array | undefined, acrossM: number): HexagonCount {
  const bins = hexagonBins([{ counted: countedImport(set), ...(rows === undefined ? {} : { rows }) }], acrossM);
  const classes = countClasses(bins.bins[0]?.count ?? 0);
  return {
    hexagons: bins.bins.map((bin) => ({
      ring: hexagonRing(bins, bin),
      count: bin.count,
      level: Math.max(
        0,
        classes.findIndex(({ to }) => bin.count <= to),
      ),
    })),
    classes,
    areaM2: bins.areaM2,
    counted: bins.counted,
    tooCoarse: bins.tooCoarse,
  };
}
