/** What records are crossed and filtered by: the axes of the cross table, and one of its cells as a filter. */
export const AXES = ['cluster', 'district', 'town', 'kind', 'status', 'precision'] as const;
export type Axis = (typeof AXES)[number];

/** Keys beside the vocabulary's own: a record that states several stands in no single column. */
export const SEVERAL = 'several';
export const NOT_STATED_KEY = 'unknown';

/** What a record states on each axis; a sum of the table names only one. */
export type CellFilter = readonly { readonly axis: Axis; readonly key: string }[];

export function sameCell(a: CellFilter | null, b: CellFilter | null): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every(({ axis, key }, at) => b[at]?.axis === axis && b[at].key === key);
}
