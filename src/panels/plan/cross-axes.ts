/** The axes of a cross table: those that every record has, and columns of the one set that is counted. */
import { columnAxes } from '../../analysis/axis-columns.ts';
import { type AnyAxis, type CellFilter, type ColumnAxis, type CommonCell, isCommonAxis } from '../../domain/axis.ts';
import type { PointSet } from '../../domain/point-set.ts';
import { AXES } from '../../domain/vocabulary.ts';
import type { Cross } from '../../state/address/plan-address.ts';
import type { ColumnAxes } from '../../state/imports/counting.ts';

interface Axes {
  readonly row: AnyAxis;
  readonly column: AnyAxis;
}

/** @param set the one set that is counted; null where it is the register, or several */
export const axesOffered = (set: PointSet | null): readonly AnyAxis[] => [
  ...AXES,
  ...(set === null ? [] : columnAxes(set)),
];

/** What the address says, with the columns that stand in its place as far as the set has them. */
export function axesShown(common: Cross, columns: ColumnAxes | undefined, offered: readonly AnyAxis[]): Axes {
  const known = (axis: ColumnAxis | null | undefined) => (axis != null && offered.includes(axis) ? axis : null);
  return { row: known(columns?.row) ?? common.row, column: known(columns?.column) ?? common.column };
}

export const asColumn = (axis: AnyAxis): ColumnAxis | null => (isCommonAxis(axis) ? null : axis);

/** What of the axes an address can say; where a column stands its own word for that side waits, unless it is taken. */
export function commonAxes({ row, column }: Axes, before: Cross): Cross {
  if (isCommonAxis(row) && isCommonAxis(column)) return { row, column };
  const free = (taken: AnyAxis, own: Cross['row']) =>
    taken === own ? (AXES.find((axis) => axis !== taken) ?? own) : own;
  if (isCommonAxis(row)) return { row, column: free(row, before.column) };
  if (isCommonAxis(column)) return { row: free(column, before.row), column };
  return before;
}

/** Whether the register has what the cell names. */
export const isCommonCell = (cell: CellFilter): cell is CommonCell => cell.every(({ axis }) => isCommonAxis(axis));
