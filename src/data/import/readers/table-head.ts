/** Where the names of the columns stand in a table: titles above them, names in two rows and tables without names occur. */
import { nameScore } from '../guess/role-names.ts';
import { type Cell, type Reading, ROLES } from '../types.ts';

const LOOKED_AT = 10;
/** Rows below the names that tell whether a number among these is a name. */
const COMPARED = 8;

const text = (cell: Cell | undefined) => (cell === null || cell === undefined ? '' : String(cell).trim());
const filled = (row: readonly Cell[]) => row.filter((cell) => text(cell) !== '').length;
/** A number, or a coordinate in another dress: what a name is not. */
const isValue = (cell: Cell | undefined) =>
  /^[+-]?[\d.,]+$|^\d+[°º˚度]|^(POINT|LINESTRING|POLYGON|MULTI)/i.test(text(cell));
/** A year may be the name of a column: 2021, 2021年. */
const isYear = (cell: Cell | undefined) => /^(19|20)\d\d年?$/.test(text(cell));

export interface TableHead {
  /** Number of the first row with names, from 1. */
  readonly row: number;
  /** Rows that names stand in. */
  readonly rows: number;
}

type Rows = readonly (readonly Cell[])[];

/** Names above numbers, or a name that tables are known to have: what a row of data has not. */
function hasNames(row: readonly Cell[], below: Rows): boolean {
  return row.some((cell, column) => {
    if (text(cell) === '' || isValue(cell)) return false;
    if (ROLES.some((role) => nameScore(text(cell), role) === 1)) return true;
    const cells = below.map((each) => each[column]).filter((each) => text(each) !== '');
    return cells.length > 0 && cells.every(isValue);
  });
}

const isKnownName = (cell: Cell | undefined) => ROLES.some((role) => nameScore(text(cell), role) >= 0.6);

/**
 * A row below the names that fills what the first one left empty and leaves empty what it filled, with known names,
 * years, or words above numbers: "经度" and "纬度" under "坐标", "产值" and "用地" under "经济指标". A row of data with a gap
 * does not do that.
 */
function isSecond(first: readonly Cell[], second: readonly Cell[] | undefined, below: Rows): boolean {
  if (second === undefined || second.some((cell) => isValue(cell) && !isYear(cell))) return false;
  const columns = Array.from({ length: Math.max(first.length, second.length) }, (_, at) => at);
  const gaps = columns.filter((at) => text(first[at]) === '' && text(second[at]) !== '');
  const empty = columns.filter((at) => text(first[at]) !== '' && text(second[at]) === '');
  const isName = (at: number) => isYear(second[at]) || isKnownName(second[at]) || isAboveNumbers(at, below);
  return empty.length > 0 && gaps.length > 0 && gaps.every(isName);
}

/** Whether most of what stands in the column is numbers: some cells may say that there is none. */
function isAboveNumbers(column: number, below: Rows): boolean {
  const cells = below.map((row) => row[column]).filter((cell) => text(cell) !== '');
  return cells.filter(isValue).length > cells.length / 2;
}

/** The rows with names, or null where every row is data. `rows` are the first ones of the file. */
export function guessHeader(rows: Rows): TableHead | null {
  const widths = rows.map(filled);
  const width = Math.max(0, ...widths);
  if (width === 0) return null;
  for (let at = 0; at < Math.min(LOOKED_AT, rows.length); at++) {
    const row = rows[at] ?? [];
    if ((widths[at] ?? 0) < Math.max(1, Math.ceil(width * 0.6))) continue;
    const values = row.filter(isValue);
    if (values.length > 0) {
      const below = rows.slice(at + 1, at + 1 + COMPARED);
      if (!values.every(isYear) || values.length === filled(row) || !hasNames(row, below)) return null;
    }
    return { row: at + 1, rows: isSecond(row, rows[at + 1], rows.slice(at + 2, at + 2 + COMPARED)) ? 2 : 1 };
  }
  return null;
}

/**
 * Names of the columns from the rows that hold them. A name that is written once over several columns, as merged cells
 * leave it, holds for those to its right; what stands below is put behind it.
 */
export function joinedHeader(rows: Rows): string[] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: width }, (_, column) => {
    const parts = rows.map((row, at) => {
      const own = text(row[column]);
      if (own !== '' || at === rows.length - 1) return own;
      // Only where something below says that the column is one of those it spans.
      if (!rows.slice(at + 1).some((below) => text(below[column]) !== '')) return '';
      for (let left = column - 1; left >= 0; left--) if (text(row[left]) !== '') return text(row[left]);
      return '';
    });
    return parts.filter((part) => part !== '').join(' ');
  });
}

/** The head that is wanted, or the one that is guessed. `names` is empty where there is none. */
export function headOf(
  rows: Rows,
  { headerRow: wanted, headerRows }: Pick<Reading, 'headerRow' | 'headerRows'>,
): { readonly headerRow: number | null; readonly headerRows: number; readonly names: readonly string[] } {
  const guess =
    wanted === undefined ? guessHeader(rows) : wanted === null ? null : { row: wanted, rows: headerRows ?? 1 };
  if (guess === null) return { headerRow: null, headerRows: 0, names: [] };
  const count = headerRows ?? guess.rows;
  const names = joinedHeader(rows.slice(guess.row - 1, guess.row - 1 + count));
  return { headerRow: guess.row, headerRows: count, names };
}
