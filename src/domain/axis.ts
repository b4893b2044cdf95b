/** One cell of a cross table, as a filter. */
import type { Axis } from './vocabulary.ts';

/** What a record states on each axis; a sum of the table names only one. */
export type CellFilter = readonly { readonly axis: Axis; readonly key: string }[];

export function sameCell(a: CellFilter | null, b: CellFilter | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every(({ axis, key }, at) => b[at]?.axis === axis && b[at].key === key);
}
