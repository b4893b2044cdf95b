/** What is counted of a set for its display: by the map that draws it and the legend that states it, once. */
import { densitySurface, type Surface } from '../analysis/density-surface.ts';
import { countHexagons, type HexagonCount } from '../analysis/hexagon-classes.ts';
import type { PointSet } from '../domain/point-set.ts';
import type { ImportedSet } from './imports.ts';

interface Last<T> {
  readonly rows: Uint32Array | undefined;
  readonly key: number;
  readonly value: T;
}

/** The last answer of each set: another filter or width takes its place. */
function remembered<T>(make: (item: ImportedSet, key: number) => T): (item: ImportedSet, key: number) => T {
  const last = new WeakMap<PointSet, Last<T>>();
  return (item, key) => {
    const known = last.get(item.set);
    if (known !== undefined && known.rows === item.rows && known.key === key) return known.value;
    const value = make(item, key);
    last.set(item.set, { rows: item.rows, key, value });
    return value;
  };
}

const hexagons = remembered<HexagonCount>(({ set, rows }, acrossM) => countHexagons(set, rows, acrossM));
const surface = remembered<Surface | null>(({ set, rows }) => densitySurface(set, rows));

export const hexagonsOf = (item: ImportedSet): HexagonCount => hexagons(item, item.look.acrossM);
export const surfaceOf = (item: ImportedSet): Surface | null => surface(item, 0);
