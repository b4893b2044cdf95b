/** Of which districts the placed rows are: found here, in the thread of the import, once for every count there is. */
import { locateRows } from '../../../analysis/locate-rows.ts';
import { buildIndex } from '../../../analysis/spatial-index.ts';
import type { PointSet } from '../../../domain/point-set.ts';
import { PRECISIONS } from '../../../domain/vocabulary.ts';
import type { ImportContext, Imported, Receipt } from '../types.ts';

/** From this precision on a position may be that of a town or a district. */
const COARSE_FROM = PRECISIONS.indexOf('town');

/** @param byCoordinates 1 for rows that their coordinates placed */
export function located(
  set: PointSet,
  byCoordinates: Uint8Array,
  { districts, border, data }: ImportContext,
): PointSet {
  const outlines = new Map(districts.features.map(({ properties, geometry }) => [properties.id, geometry]));
  const found = locateRows(set, buildIndex(set), byCoordinates, outlines, border);
  return { ...set, located: { ...found, ...(data === undefined ? {} : { data }) } };
}

/**
 * 1 for the rows of a set, kept before this was noted, that their coordinates placed. Where some rows went by a town
 * or a district those are the coarse ones; a row of a site stands where its site stands.
 */
export function placedByCoordinates(
  { count, precision, sites, datum }: PointSet,
  { placedBy }: Pick<Receipt, 'placedBy'>,
): Uint8Array {
  if (datum !== undefined) return datum.byCoordinates;
  const byName = placedBy.town + placedBy.district > 0;
  return Uint8Array.from({ length: count }, (_, row) =>
    (sites?.codes[row] ?? 0) > 0 || (byName && (precision[row] ?? 0) >= COARSE_FROM) ? 0 : 1,
  );
}

/** A set that this device kept before rows were located, with what is found of them now. */
export function relocated({ set, receipt }: Imported, context: ImportContext): Imported {
  return { set: located(set, placedByCoordinates(set, receipt), context), receipt };
}
