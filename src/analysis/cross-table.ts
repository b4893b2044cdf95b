/** One attribute against another: counts and shares of records, of several sets together or apart. */
import { type AnyAxis, isCommonAxis } from '../domain/axis.ts';
import { BLANK_VALUE } from '../domain/column-filter.ts';
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
import { keysOn } from './axis-keys.ts';
import { type CountedSet, recordsOf } from './counted-set.ts';
import { type Group, type GroupTotal, grouped, together, totalOf } from './group-measures.ts';

export interface Source {
  readonly counted: CountedSet;
  /** Rows to count, all where absent; parts of other records are left out of them. */
  readonly rows?: Uint32Array;
}

export interface CrossTable {
  readonly rowAxis: AnyAxis;
  readonly columnAxis: AnyAxis;
  /**
   * Vocabulary ids or nine-digit town codes; `several`, `elsewhere` and `unknown` last, and only where they hold a
   * record. Of a column its values, the most frequent first, BLANK_VALUE last.
   */
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
  /** `counts[source][row][column]`, the sources in the order given. */
  readonly counts: readonly (readonly (readonly number[])[])[];
}

const FIXED: Record<Exclude<Axis, 'town'>, readonly string[]> = {
  cluster: CLUSTER_OR_CROSS_IDS,
  district: DISTRICT_IDS,
  kind: KINDS,
  status: STATUSES,
  precision: PRECISIONS,
};

/** All keys of a vocabulary, towns only where they hold a record, then what else was met. */
function keysOf(axis: AnyAxis, met: ReadonlyMap<string, number>): string[] {
  if (!isCommonAxis(axis)) return valuesOf(met);
  const own =
    axis === 'town' ? [...met.keys()].filter((key) => key !== SEVERAL && key !== NOT_STATED_KEY).sort() : FIXED[axis];
  return [...own, ...[SEVERAL, ELSEWHERE, NOT_STATED_KEY].filter((key) => met.has(key) && !own.includes(key))];
}

function valuesOf(met: ReadonlyMap<string, number>): string[] {
  const isBlank = (key: string) => (key === BLANK_VALUE ? 1 : 0);
  return [...met].sort(([a, n], [b, m]) => isBlank(a) - isBlank(b) || m - n || (a < b ? -1 : 1)).map(([key]) => key);
}

export function crossTable(sources: readonly Source[], rowAxis: AnyAxis, columnAxis: AnyAxis): CrossTable {
  const metRows = new Map<string, number>();
  const metColumns = new Map<string, number>();
  const count = (met: Map<string, number>, key: string) => met.set(key, (met.get(key) ?? 0) + 1);
  const sums = sources.map(({ counted, rows }) => {
    const sum = new Map<string, Map<string, number>>();
    const [rowKey, columnKey] = [keysOn(counted, rowAxis), keysOn(counted, columnAxis)];
    for (const row of recordsOf(counted, rows)) {
      const key = rowKey(row);
      const line = sum.get(key) ?? new Map<string, number>();
      count(line, columnKey(row));
      sum.set(key, line);
    }
    for (const [key, line] of sum)
      for (const [column, n] of line) {
        metRows.set(key, (metRows.get(key) ?? 0) + n);
        metColumns.set(column, (metColumns.get(column) ?? 0) + n);
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
  const [rowKeyOf, columnKeyOf] = [keysOn(counted, table.rowAxis), keysOn(counted, table.columnAxis)];
  return recordsOf(counted, rows).filter(
    (row) => (rowKey === null || rowKeyOf(row) === rowKey) && (columnKey === null || columnKeyOf(row) === columnKey),
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

/** Two keys as one; a value of a column may hold any character that a cell can. */
const cellName = (row: string, column: string): string => `${row.length} ${row}${column}`;

/** @param values a number a row of the source, NaN where there is none */
export function cellGroups({ counted, rows }: Source, table: CrossTable, values: Float64Array): CellGroups {
  const { rowAxis, columnAxis, rowKeys, columnKeys } = table;
  const [rowKey, columnKey] = [keysOn(counted, rowAxis), keysOn(counted, columnAxis)];
  const groups = grouped(recordsOf(counted, rows), values, (row) => cellName(rowKey(row), columnKey(row)));
  const cell = (row: number, column: number): Group =>
    groups.get(cellName(rowKeys[row] ?? '', columnKeys[column] ?? '')) ?? { missing: 0, numbers: [] };
  return {
    cell,
    row: (row) => together(columnKeys.map((_, column) => cell(row, column))),
    column: (column) => together(rowKeys.map((_, row) => cell(row, column))),
    all: together(groups.values()),
    total: totalOf(groups.values()),
  };
}
