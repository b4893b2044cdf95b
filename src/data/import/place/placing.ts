/** By what the rows of a file were placed, as its receipt keeps it. */
import type { PointSet } from '../../../domain/point-set.ts';
import { MARK_COLUMN } from '../../row-mark.ts';
import type { Crs } from '../guess/crs.ts';
import type { Choices, Placing } from '../types.ts';

/**
 * @param sets the set with the columns of the file, and as it is kept: without the marks of our own, where it had any
 * @param finestM error of the finest coordinates, metres
 */
export function placingOf(
  { roles, accuracyM = 0, clusters, joins = [] }: Choices,
  crs: Crs | null,
  { read, set }: { readonly read: PointSet; readonly set: PointSet },
  finestM: number,
): Placing {
  const isKept = read.columns.length === set.columns.length;
  const gone = isKept ? [] : read.columns.flatMap(({ name }, at) => (name === MARK_COLUMN ? [at] : []));
  const places = Object.entries(roles).map(([role, at]) => [role, at - gone.filter((each) => each < at).length]);
  return {
    roles: Object.fromEntries(places),
    accuracyM,
    clusters,
    joins,
    finestM,
    crs: crs && { proj: crs.proj, name: crs.name },
  };
}
