/** What every export format is written from: columns, rows read one at a time, and what the file says of itself. */
import type { RowGeometry } from '../../domain/geometries.ts';
import type { Wgs84 } from '../../domain/position.ts';
import { MARK_COLUMN } from '../row-mark.ts';
import type { Cell } from './csv.ts';

export interface ExportColumn {
  /** Stable name for programs: ASCII for the register, the file's own heading for an imported set. */
  readonly key: string;
  /** Heading for people, in the language or languages of the export. */
  readonly label: string;
  /** What a user chooses it by, where several columns go together: one a language. The key where absent. */
  readonly choice?: string;
}

/** A statement about the whole file: data version, date, datum, sources, approval number or the mark for internal use. */
export interface MetaEntry {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

export interface ExportTable {
  /** Name of the sheet, layer or document. */
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly count: number;
  /** Cells of a row, in the order of the columns. */
  row(index: number): readonly Cell[];
  /** WGS-84, or null where the row has no point. */
  position(index: number): Wgs84 | null;
  /** The row's line or area, degrees, WGS-84; null where it is a point or nothing. */
  geometry(index: number): RowGeometry | null;
  /** What the row is called. */
  name(index: number): string;
  /** What brings the row back as it went; null where it has no point. */
  mark(index: number): string | null;
}

/** What a user chooses a column by. */
export const choiceOf = ({ key, choice }: ExportColumn): string => choice ?? key;

/** The table with the columns of some choices, in the table's order. */
export function pickColumns(table: ExportTable, choices: ReadonlySet<string>): ExportTable {
  const kept = table.columns.flatMap((column, index) => (choices.has(choiceOf(column)) ? [{ column, index }] : []));
  return {
    ...table,
    columns: kept.map(({ column }) => column),
    row(index) {
      const cells = table.row(index);
      return kept.map(({ index: at }) => cells[at] ?? null);
    },
  };
}

/** Adds columns at the end. `cells` gives their values for a row. */
export function addColumns(
  table: ExportTable,
  columns: readonly ExportColumn[],
  cells: (index: number) => readonly Cell[],
): ExportTable {
  return {
    ...table,
    columns: [...table.columns, ...columns],
    row: (index) => [...table.row(index), ...cells(index)],
  };
}

/** With the column of marks, which is no matter of choice. */
export const withMarks = (table: ExportTable): ExportTable =>
  addColumns(table, [{ key: MARK_COLUMN, label: MARK_COLUMN }], (index) => [table.mark(index)]);

/** Names made unique by a number at the end: two columns of an imported file may be called alike. */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let n = 2; taken.has(unique); n++) unique = `${name}_${n}`;
    taken.add(unique);
    return unique;
  });
}
