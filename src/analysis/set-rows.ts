/** Which rows of an imported set pass its filter, and how many each choice of it would leave. */
import { NOT_STATED, type PointSet } from '../domain/point-set.ts';
import { isSetFiltered, type SetFilter } from '../domain/set-look.ts';
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross, PRECISIONS, type Precision } from '../domain/vocabulary.ts';
import { keysOn } from './axis-keys.ts';
import { columnMask } from './column-filter.ts';
import { COUNTED_PLACES, type CountedPlace, countedImport, countedPlace } from './counted-set.ts';

/** Which codes of a column pass: 1 or 0 by code, so that a million rows cost a look-up each and no more. */
function passing<T extends string, R extends string>(
  ids: readonly T[],
  rest: R,
  chosen: readonly (T | R)[] | null,
): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => (chosen === null || chosen.includes(ids[code] ?? rest) ? 1 : 0));
}

const tablesOf = ({ clusters, districts, precisions }: SetFilter) => ({
  cluster: passing(CLUSTER_OR_CROSS_IDS, 'none', clusters),
  district: passing(COUNTED_PLACES, 'none', districts),
  precision: passing<Precision, Precision>(PRECISIONS, 'unknown', precisions),
});

/** Whether a row lies in the cell of the cross table that the filter names; null where it names none. */
function cellTest(set: PointSet, { cell }: SetFilter): ((row: number) => boolean) | null {
  if (cell === null) return null;
  const counted = countedImport(set);
  const tests = cell.map(({ axis, key }) => ({ key, keyOf: keysOn(counted, axis) }));
  return (row) => tests.every(({ key, keyOf }) => keyOf(row) === key);
}

/** Whether a row passes; made once a filter, asked once a row. */
export function rowTest(set: PointSet, filter: SetFilter): (row: number) => boolean {
  const { cluster, district, precision } = tablesOf(filter);
  const inCell = cellTest(set, filter);
  const byColumns = columnMask(set, filter.columns);
  const districtOf = countedPlace(set);
  return (row) =>
    (byColumns === null || byColumns[row] === 1) &&
    cluster[set.cluster[row] ?? NOT_STATED] === 1 &&
    district[districtOf(row)] === 1 &&
    precision[set.precision[row] ?? NOT_STATED] === 1 &&
    (inCell === null || inCell(row));
}

/** Rows that pass, ascending; undefined where all do. */
export function passingRows(set: PointSet, filter: SetFilter): Uint32Array | undefined {
  if (!isSetFiltered(filter)) return undefined;
  const byColumns = columnMask(set, filter.columns);
  if (byColumns !== null && !isSetFiltered({ ...filter, columns: [] })) return rowsOf(byColumns);
  const passes = rowTest(set, filter);
  const rows = new Uint32Array(set.count);
  let n = 0;
  for (let row = 0; row < set.count; row++) if (passes(row)) rows[n++] = row;
  return rows.slice(0, n);
}

const masks = new WeakMap<Uint32Array, Uint8Array>();

/** Rows whose mask is 1; the mask is kept with them. */
function rowsOf(mask: Uint8Array): Uint32Array {
  let n = 0;
  for (let row = 0; row < mask.length; row++) n += mask[row] ?? 0;
  const rows = new Uint32Array(n);
  for (let row = 0, at = 0; row < mask.length; row++) if (mask[row] === 1) rows[at++] = row;
  masks.set(rows, mask);
  return rows;
}

/** 1 for each of so many rows that is among these, else 0; made once for them. */
export function maskOfRows(rows: Uint32Array, count: number): Uint8Array {
  const known = masks.get(rows);
  if (known?.length === count) return known;
  const mask = new Uint8Array(count);
  for (let at = 0; at < rows.length; at++) mask[rows[at] ?? 0] = 1;
  masks.set(rows, mask);
  return mask;
}

/** Rows of each choice of a filter under its other parts; what no row has is absent. */
export interface ChoiceCounts {
  readonly clusters: ReadonlyMap<ClusterOrCross | 'none', number>;
  readonly districts: ReadonlyMap<CountedPlace | 'none', number>;
  readonly precisions: ReadonlyMap<Precision, number>;
}

/** Codes of one vocabulary; the last stands for all that are not stated. No vocabulary here has as many. */
const CODES = 16;

/** A row is counted once, by its three codes together: what each choice would leave is summed over those few. */
export function countChoices(set: PointSet, filter: SetFilter): ChoiceCounts {
  const tables = tablesOf(filter);
  const inCell = cellTest(set, filter);
  const byColumns = columnMask(set, filter.columns);
  const districtOf = countedPlace(set);
  const together = new Uint32Array(CODES ** 3);
  for (let row = 0; row < set.count; row++) {
    if ((byColumns !== null && byColumns[row] === 0) || (inCell !== null && !inCell(row))) continue;
    const cluster = Math.min(set.cluster[row] ?? NOT_STATED, CODES - 1);
    const district = Math.min(districtOf(row), CODES - 1);
    const precision = Math.min(set.precision[row] ?? NOT_STATED, CODES - 1);
    const at = (cluster * CODES + district) * CODES + precision;
    together[at] = (together[at] ?? 0) + 1;
  }
  const found = {
    cluster: new Uint32Array(CODES),
    district: new Uint32Array(CODES),
    precision: new Uint32Array(CODES),
  };
  together.forEach((rows, at) => {
    const [cluster, district, precision] = [Math.floor(at / CODES ** 2), Math.floor(at / CODES) % CODES, at % CODES];
    const [byCluster, byDistrict, byPrecision] = [
      tables.cluster[cluster] ?? 0,
      tables.district[district] ?? 0,
      tables.precision[precision] ?? 0,
    ];
    found.cluster[cluster] = (found.cluster[cluster] ?? 0) + rows * byDistrict * byPrecision;
    found.district[district] = (found.district[district] ?? 0) + rows * byCluster * byPrecision;
    found.precision[precision] = (found.precision[precision] ?? 0) + rows * byCluster * byDistrict;
  });
  return {
    clusters: named(found.cluster, CLUSTER_OR_CROSS_IDS, 'none'),
    districts: named(found.district, COUNTED_PLACES, 'none'),
    precisions: named<Precision, Precision>(found.precision, PRECISIONS, 'unknown'),
  };
}

/** Counts by what the codes mean. */
function named<T extends string, R extends string>(
  counts: Uint32Array,
  ids: readonly T[],
  rest: R,
): Map<T | R, number> {
  const out = new Map<T | R, number>();
  counts.forEach((count, code) => {
    if (count === 0) return;
    const id = ids[code] ?? rest;
    out.set(id, (out.get(id) ?? 0) + count);
  });
  return out;
}
