/** Of which districts the placed rows are: found here, in the thread of the import, once for every count there is. */
import { locateRows } from '../../../analysis/locate-rows.ts';
import { buildIndex } from '../../../analysis/spatial-index.ts';
import type { PointSet } from '../../../domain/point-set.ts';
import type { ImportContext } from '../types.ts';

/** @param byCoordinates 1 for rows that their coordinates placed */
export function located(set: PointSet, byCoordinates: Uint8Array, { districts }: ImportContext): PointSet {
  const outlines = new Map(districts.features.map(({ properties, geometry }) => [properties.id, geometry]));
  return { ...set, located: locateRows(set, buildIndex(set), byCoordinates, outlines) };
}
