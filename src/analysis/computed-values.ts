/** The values of computed columns: unknown where what they need is unknown, and where the divisor is 0. */

import { numbersOf } from '../domain/column-values.ts';
import { type ComputedColumn, M2_PER_MU, needsArea, takesTwo } from '../domain/computed-column.ts';
import type { Geometries } from '../domain/geometries.ts';
import { type Numbers, type PointSet, wholeGeometries } from '../domain/point-set.ts';
import { columnNamed } from './column-classes.ts';
import { rowAreaM2 } from './shape-size.ts';

/** Why a column cannot be worked out: the set has no such column, or no numbers in it, or no areas. */
export type Unworkable = 'no-column' | 'no-numbers' | 'no-areas';

/** Null where it can. */
export function unworkable(set: PointSet, column: Omit<ComputedColumn, 'name'>): Unworkable | null {
  for (const name of takesTwo(column.form) ? [column.a, column.b ?? ''] : [column.a]) {
    const source = columnNamed(set, name);
    if (source === undefined) return 'no-column';
    if (numbersOf(source, set.count) === null) return 'no-numbers';
  }
  return needsArea(column.form) && wholeGeometries(set) === undefined ? 'no-areas' : null;
}

/** The set with the columns at its end; one that cannot be worked out is left out. */
export function withComputed(set: PointSet, computed: readonly ComputedColumn[]): PointSet {
  const columns = [...set.columns];
  const now: PointSet = { ...set, columns };
  for (const each of computed) {
    const made = computedColumn(now, each);
    if (made !== null) columns.push(made);
  }
  return computed.length === 0 ? set : now;
}

/** Null where it cannot be worked out. */
export function computedColumn(set: PointSet, computed: ComputedColumn): Numbers | null {
  if (unworkable(set, computed) !== null) return null;
  const [a, b] = [valuesOf(set, computed.a), valuesOf(set, computed.b ?? '')];
  const values = new Float64Array(set.count);
  const cell = cellOf(set, computed, a, b);
  for (let row = 0; row < values.length; row++) {
    const value = cell(row);
    values[row] = Number.isFinite(value) ? value : Number.NaN;
  }
  return { kind: 'number', name: computed.name, values, computed };
}

const NONE = new Float64Array();

function valuesOf(set: PointSet, name: string): Float64Array {
  const column = columnNamed(set, name);
  return (column === undefined ? null : numbersOf(column, set.count)) ?? NONE;
}

const at = (values: Float64Array, row: number): number => values[row] ?? Number.NaN;
/** Endless or no number where the divisor is 0: both become unknown. */
const divided = (value: number, by: number): number => (by === 0 ? Number.NaN : value / by);

function cellOf(set: PointSet, { form }: ComputedColumn, a: Float64Array, b: Float64Array): (row: number) => number {
  switch (form) {
    case 'ratio':
      return (row) => divided(at(a, row), at(b, row));
    case 'difference':
      return (row) => at(a, row) - at(b, row);
    case 'sum':
      return (row) => at(a, row) + at(b, row);
    case 'share': {
      const total = a.reduce((sum, value) => (Number.isFinite(value) ? sum + value : sum), 0);
      return (row) => divided(100 * at(a, row), total);
    }
    case 'growth':
      // From below zero a growth in per cent says nothing.
      return (row) => (at(a, row) > 0 ? (100 * (at(b, row) - at(a, row))) / at(a, row) : Number.NaN);
    case 'perKm2': {
      const areas = areasOf(wholeGeometries(set));
      return (row) => divided(at(a, row), at(areas, row) / 1e6);
    }
    case 'perMu': {
      const areas = areasOf(wholeGeometries(set));
      return (row) => divided(at(a, row), at(areas, row) / M2_PER_MU);
    }
  }
}

const measured = new WeakMap<Geometries, Float64Array>();

/** Area of each row, m², 0 of what is none; measured once, since a geodesic area takes its time. */
function areasOf(geometries: Geometries | undefined): Float64Array {
  if (geometries === undefined) return NONE;
  const areas = measured.get(geometries) ?? Float64Array.from(geometries.kind, (_, row) => rowAreaM2(geometries, row));
  measured.set(geometries, areas);
  return areas;
}
