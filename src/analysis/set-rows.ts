/** Which rows of an imported set pass its filter. */
import type { PointSet } from '../domain/point-set.ts';
import { clusterAt, districtAt, precisionAt } from '../domain/point-set.ts';
import { isSetFiltered, type SetFilter } from '../domain/set-look.ts';
import { countedImport } from './counted-set.ts';
import { keyOf } from './cross-table.ts';

/** Whether a row passes; made once a filter, asked once a row. */
export function rowTest(set: PointSet, { clusters, districts, precisions, cell }: SetFilter): (row: number) => boolean {
  const counted = countedImport(set);
  return (row) =>
    (clusters === null || clusters.includes(clusterAt(set, row) ?? 'none')) &&
    (districts === null || districts.includes(districtAt(set, row) ?? 'none')) &&
    (precisions === null || precisions.includes(precisionAt(set, row))) &&
    (cell === null || cell.every(({ axis, key }) => keyOf(counted, axis, row) === key));
}

/** Rows that pass, ascending; undefined where all do. */
export function passingRows(set: PointSet, filter: SetFilter): Uint32Array | undefined {
  if (!isSetFiltered(filter)) return undefined;
  const passes = rowTest(set, filter);
  const rows = new Uint32Array(set.count);
  let n = 0;
  for (let row = 0; row < set.count; row++) if (passes(row)) rows[n++] = row;
  return rows.slice(0, n);
}
