/** Axes of a cross table, and one cell of it as a filter. */
import type { Axis } from './vocabulary.ts';

/** A column of one set of the user's own, by its name. */
export type ColumnAxis = `column:${string}`;
export type AnyAxis = Axis | ColumnAxis;

const COLUMN = 'column:';

export const columnAxis = (name: string): ColumnAxis => `${COLUMN}${name}`;

/** Name of the column that an axis is; null of one that every record has. */
export const axisColumn = (axis: AnyAxis): string | null =>
  axis.startsWith(COLUMN) ? axis.slice(COLUMN.length) : null;

export const isCommonAxis = (axis: AnyAxis): axis is Axis => !axis.startsWith(COLUMN);

/** What a record states on each axis; a sum of the table names only one. */
export type CellFilter<A extends AnyAxis = AnyAxis> = readonly { readonly axis: A; readonly key: string }[];

/** One that the register has too, and that an address can name. */
export type CommonCell = CellFilter<Axis>;

export function sameCell(a: CellFilter | null, b: CellFilter | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every(({ axis, key }, at) => b[at]?.axis === axis && b[at].key === key);
}
