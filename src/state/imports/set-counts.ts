/** What is counted of a set for its display: by the map that draws it and the legend that states it, once. */
import type { ReadonlySignal } from '@preact/signals';
import { type ColumnClasses, columnClasses } from '../../analysis/column-classes.ts';
import { type ColumnSizes, columnSizes } from '../../analysis/column-sizes.ts';
import { densitySurface, type Surface } from '../../analysis/density-surface.ts';
import { countHexagons, type HexagonCount, hexagonAt } from '../../analysis/hexagon-classes.ts';
import type { ColumnColour } from '../../domain/column-look.ts';
import { GEOMETRY_KINDS } from '../../domain/geometries.ts';
import { NOT_STATED, type PointSet } from '../../domain/point-set.ts';
import type { LngLat } from '../../domain/position.ts';
import { hexagonWidth, type SetLook, SMOOTHING_M } from '../../domain/set-look.ts';
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross, PRECISIONS } from '../../domain/vocabulary.ts';
import type { HexagonRef, ImportedSet } from './imported-set.ts';

const WHOLE_CITY = 9;

interface Last<T> {
  readonly rows: Uint32Array | undefined;
  readonly key: number;
  /** The column that is shown. */
  readonly of: SetLook['measureBy'];
  readonly value: T;
}

/** The last answer of each set: another filter or width takes its place. */
function remembered<T>(make: (item: ImportedSet, key: number) => T): (item: ImportedSet, key: number) => T {
  const last = new WeakMap<PointSet, Last<T>>();
  return (item, key) => {
    const known = last.get(item.set);
    const of = item.look.measureBy;
    if (known !== undefined && known.rows === item.rows && known.key === key && known.of === of) return known.value;
    const value = make(item, key);
    last.set(item.set, { rows: item.rows, key, of, value });
    return value;
  };
}

const byColumn = new WeakMap<PointSet, { readonly key: string; readonly classes: ColumnClasses | null }>();

/** The classes of the column that colours a set; the last ones asked for are kept. */
export function classesOf(set: PointSet, colourBy: ColumnColour): ColumnClasses | null {
  const key = JSON.stringify(colourBy);
  const last = byColumn.get(set);
  if (last?.key === key) return last.classes;
  const classes = columnClasses(set, colourBy);
  byColumn.set(set, { key, classes });
  return classes;
}

/** Takes the classes that another thread has found. */
export function learnClasses(set: PointSet, colourBy: ColumnColour, classes: ColumnClasses | null): void {
  byColumn.set(set, { key: JSON.stringify(colourBy), classes });
}

const bySize = new WeakMap<PointSet, { readonly column: string; readonly sizes: ColumnSizes | null }>();

/** The sizes of a set's points; null where no column gives them. */
export function sizesOf(set: PointSet, { sizeBy = null }: Pick<SetLook, 'sizeBy'>): ColumnSizes | null {
  if (sizeBy === null) return null;
  const last = bySize.get(set);
  if (last?.column === sizeBy) return last.sizes;
  const sizes = columnSizes(set, sizeBy);
  bySize.set(set, { column: sizeBy, sizes });
  return sizes;
}

/** Takes the sizes that another thread has found. */
export function learnSizes(set: PointSet, column: string, sizes: ColumnSizes | null): void {
  bySize.set(set, { column, sizes });
}

/** What a legend of points names, of the rows that are shown. */
export interface ShownRows {
  /** In the policy's order. */
  readonly clusters: readonly ClusterOrCross[];
  /** Points that only stand for a town, a district or the city. */
  readonly coarse: number;
  readonly points: number;
  readonly lines: number;
  readonly areas: number;
}

/** Codes are counted, and named once: a million rows pass here with every filter. */
function countShown({ set, rows }: ImportedSet): ShownRows {
  const { positions, cluster, precision, geometries } = set;
  const clustersSeen = new Uint8Array(256);
  const kinds = new Uint32Array(GEOMETRY_KINDS.length);
  let coarse = 0;
  const total = rows?.length ?? set.count;
  for (let i = 0; i < total; i++) {
    const row = rows === undefined ? i : (rows[i] ?? 0);
    const lng = positions[2 * row] ?? Number.NaN;
    if (Number.isNaN(lng)) continue;
    clustersSeen[cluster[row] ?? NOT_STATED] = 1;
    const kind = geometries?.kind[row] ?? 0;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (kind === 0) coarse += COARSE[precision[row] ?? NOT_STATED] ?? 0;
  }
  const clusters = CLUSTER_OR_CROSS_IDS.filter((_, code) => clustersSeen[code] === 1);
  const [points = 0, lines = 0, areas = 0] = kinds;
  return { clusters, coarse, points, lines, areas };
}

/** 1 by the code of a precision that only stands for a town, a district or the city. */
const COARSE = Uint8Array.from({ length: 256 }, (_, code) => {
  const precision = PRECISIONS[code] ?? 'unknown';
  return precision === 'town' || precision === 'district' || precision === 'city' ? 1 : 0;
});

const shown = remembered<ShownRows>(countShown);
const hexagons = remembered<HexagonCount>(({ set, rows, look }, acrossM) =>
  countHexagons(set, rows, acrossM, look.measureBy ?? null),
);
const surface = remembered<Surface | null>(({ set, rows }, smoothM) => densitySurface(set, rows, smoothM));

export const shownRowsOf = (item: ImportedSet): ShownRows => shown(item, 0);
/** At the zoom of the map, which their width follows unless the user said one. */
export const hexagonsOf = (item: ImportedSet, zoom: number): HexagonCount =>
  hexagons(item, hexagonWidth(item.look, zoom));

/** The uppermost hexagon at a place; null where none is drawn. */
export function hexagonUnder(sets: readonly ImportedSet[], zoom: number, [lng, lat]: LngLat): HexagonRef | null {
  const item = [...sets]
    .reverse()
    .find((each) => each.look.display === 'hexagons' && hexagonAt(hexagonsOf(each, zoom), lng, lat) !== null);
  return item === undefined ? null : { setId: item.id, at: [lng, lat] };
}

interface InView {
  readonly inView: ReadonlySignal<{ readonly zoom: number } | null>;
}

/** The zoom of the map as it rests; the whole city before there is one. */
export const zoomOf = ({ inView }: InView): number => inView.value?.zoom ?? WHOLE_CITY;

export const smoothingOf = ({ look }: ImportedSet): number => look.smoothM ?? SMOOTHING_M;
export const surfaceOf = (item: ImportedSet): Surface | null => surface(item, smoothingOf(item));
