/** One attribute against another: counts and shares of records, of several sets together or apart. */
import { clusterAt, kindAt, precisionAt, statusAt } from '../domain/point-set.ts';
import type { RowDistricts } from '../domain/row-districts.ts';
import {
  type Axis,
  CLUSTER_OR_CROSS_IDS,
  DISTRICT_IDS,
  ELSEWHERE,
  KINDS,
  NOT_STATED_KEY,
  PRECISIONS,
  SEVERAL,
  STATUSES,
} from '../domain/vocabulary.ts';
import { type CountedSet, districtOfTown, recordsOf } from './counted-set.ts';
import { type Group, type GroupTotal, grouped, together, totalOf } from './group-measures.ts';

export interface Source {
  readonly counted: CountedSet;
  /** Rows to count, all where absent; parts of other records are left out of them. */
  readonly rows?: Uint32Array;
}

export interface CrossTable {
  readonly rowAxis: Axis;
  readonly columnAxis: Axis;
  /** Vocabulary ids or nine-digit town codes; `several`, `elsewhere` and `unknown` last, and only where they hold a record. */
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
  /** `counts[source][row][column]`, the sources in the order given. */
  readonly counts: readonly (readonly (readonly number[])[])[];
}

/** What a row states on an axis: one key, so that every record stands in exactly one cell. */
export function keyOf({ set, districtsOf, townsOf }: CountedSet, axis: Axis, row: number): string {
  switch (axis) {
    case 'cluster':
      return clusterAt(set, row) ?? NOT_STATED_KEY;
    case 'kind':
      return kindAt(set, row) ?? NOT_STATED_KEY;
    case 'status':
      return statusAt(set, row);
    case 'precision':
      return precisionAt(set, row);
    case 'district':
      return districtKey(districtsOf(row));
    case 'town':
      return townKey(townsOf(row), districtsOf(row));
  }
}

function districtKey({ counted, possible, known }: RowDistricts): string {
  if (counted !== null) return counted;
  if (!known) return NOT_STATED_KEY;
  // With one left that it may be in, its point is outside the city.
  return possible.length < 2 ? ELSEWHERE : SEVERAL;
}

/** One town alone counts only where its district does: a record is never surer of its town than of its district. */
function townKey(stated: readonly number[], { counted }: RowDistricts): string {
  const [only, ...others] = stated;
  if (only === undefined) return NOT_STATED_KEY;
  const district = districtOfTown(only);
  return others.length > 0 || (district !== null && counted !== district) ? SEVERAL : String(only);
}

const FIXED: Record<Exclude<Axis, 'town'>, readonly string[]> = {
  cluster: CLUSTER_OR_CROSS_IDS,
  district: DISTRICT_IDS,
  kind: KINDS,
  status: STATUSES,
  precision: PRECISIONS,
};

/** All keys of a vocabulary, towns only where they hold a record, then what else was met. */
function keysOf(axis: Axis, met: ReadonlySet<string>): string[] {
  const own =
    axis === 'town' ? [...met].filter((key) => key !== SEVERAL && key !== NOT_STATED_KEY).sort() : FIXED[axis];
  return [...own, ...[SEVERAL, ELSEWHERE, NOT_STATED_KEY].filter((key) => met.has(key) && !own.includes(key))];
}

export function crossTable(sources: readonly Source[], rowAxis: Axis, columnAxis: Axis): CrossTable {
  const metRows = new Set<string>();
  const metColumns = new Set<string>();
  const sums = sources.map(({ counted, rows }) => {
    const sum = new Map<string, Map<string, number>>();
    for (const row of recordsOf(counted, rows)) {
      const key = keyOf(counted, rowAxis, row);
      const column = keyOf(counted, columnAxis, row);
      const line = sum.get(key) ?? new Map<string, number>();
      line.set(column, (line.get(column) ?? 0) + 1);
      sum.set(key, line);
      metRows.add(key);
      metColumns.add(column);
    }
    return sum;
  });
  const rowKeys = keysOf(rowAxis, metRows);
  const columnKeys = keysOf(columnAxis, metColumns);
  const counts = sums.map((sum) => rowKeys.map((key) => columnKeys.map((column) => sum.get(key)?.get(column) ?? 0)));
  return { rowAxis, columnAxis, rowKeys, columnKeys, counts };
}

/** Counts of one source, or of all together, with the sums of rows and columns. */
export interface Totals {
  readonly cells: readonly (readonly number[])[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly all: number;
}

/** Sums of a table; of the source with that index, or of all where absent. */
export function totals({ rowKeys, columnKeys, counts }: CrossTable, source?: number): Totals {
  const taken = counts.filter((_, index) => source === undefined || index === source);
  const cells = rowKeys.map((_, r) =>
    columnKeys.map((__, c) => taken.reduce((sum, part) => sum + (part[r]?.[c] ?? 0), 0)),
  );
  const rows = cells.map((line) => line.reduce((a, b) => a + b, 0));
  const columns = columnKeys.map((_, c) => cells.reduce((sum, line) => sum + (line[c] ?? 0), 0));
  return { cells, rows, columns, all: rows.reduce((a, b) => a + b, 0) };
}

export type ShareOf = 'all' | 'row' | 'column';

/** Share of a cell (0 to 1) in the whole, its row or its column; null of nothing. */
export function share({ cells, rows, columns, all }: Totals, row: number, column: number, of: ShareOf): number | null {
  const whole = of === 'all' ? all : of === 'row' ? (rows[row] ?? 0) : (columns[column] ?? 0);
  return whole === 0 ? null : (cells[row]?.[column] ?? 0) / whole;
}

/** Rows of one cell, for the filter that it sets; a null key stands for the whole row or column. */
export function rowsInCell(
  { counted, rows }: Source,
  table: CrossTable,
  rowKey: string | null,
  columnKey: string | null,
): Uint32Array {
  return recordsOf(counted, rows).filter(
    (row) =>
      (rowKey === null || keyOf(counted, table.rowAxis, row) === rowKey) &&
      (columnKey === null || keyOf(counted, table.columnAxis, row) === columnKey),
  );
}

/** A column of one source in the cells of its table, in its rows and columns, and in all of it. */
export interface CellGroups {
  readonly cell: (row: number, column: number) => Group;
  readonly row: (row: number) => Group;
  readonly column: (column: number) => Group;
  readonly all: Group;
  readonly total: GroupTotal;
}

/** @param values a number a row of the source, NaN where there is none */
export function cellGroups({ counted, rows }: Source, table: CrossTable, values: Float64Array): CellGroups {
  const { rowAxis, columnAxis, rowKeys, columnKeys } = table;
  const groups = grouped(
    recordsOf(counted, rows),
    values,
    (row) => `${keyOf(counted, rowAxis, row)} ${keyOf(counted, columnAxis, row)}`,
  );
  const cell = (row: number, column: number): Group =>
    groups.get(`${rowKeys[row] ?? ''} ${columnKeys[column] ?? ''}`) ?? { missing: 0, numbers: [] };
  return {
    cell,
    row: (row) => together(columnKeys.map((_, column) => cell(row, column))),
    column: (column) => together(rowKeys.map((_, row) => cell(row, column))),
    all: together(groups.values()),
    total: totalOf(groups.values()),
  };
}
