/** Columns of a set that can be the rows or columns of a cross table: of few different values. */
import { type ColumnAxis, columnAxis } from '../domain/axis.ts';
import { BLANK_VALUE } from '../domain/column-filter.ts';
import type { PointSet } from '../domain/point-set.ts';
import { categoryCounts } from './column-choices.ts';

/** A table of more lines is for the set's own; so is a column whose values hardly ever come twice, as names do. */
const MOST_VALUES = 40;
/** Text that differs from row to row, and numbers, are not counted in larger sets. */
const COUNTED_ROWS = 50_000;

const known = new WeakMap<PointSet, readonly ColumnAxis[]>();

/** In the order of the file. Counted once a set. */
export function columnAxes(set: PointSet): readonly ColumnAxis[] {
  const made = known.get(set);
  if (made !== undefined) return made;
  const names = new Set<string>();
  for (const column of set.columns) {
    if (column.kind !== 'coded' && set.count > COUNTED_ROWS) continue;
    if (column.kind === 'coded' && column.values.length > 10 * MOST_VALUES) continue;
    const values = categoryCounts(column, set.count).filter(({ value }) => value !== BLANK_VALUE);
    const filled = values.reduce((sum, { rows }) => sum + rows, 0);
    if (filled > 0 && values.length <= Math.min(MOST_VALUES, filled / 2)) names.add(column.name);
  }
  const axes = Array.from(names, columnAxis);
  known.set(set, axes);
  return axes;
}
