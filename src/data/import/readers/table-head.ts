/** Where the names of the columns stand in a table: titles above them and tables without names occur. */
import type { Cell } from '../types.ts';

const LOOKED_AT = 10;

const text = (cell: Cell | undefined) => (cell === null || cell === undefined ? '' : String(cell).trim());
const filled = (row: readonly Cell[]) => row.filter((cell) => text(cell) !== '').length;
/** A number, or a coordinate in another dress: what a name is not. */
const isValue = (cell: Cell) => /^[+-]?[\d.,]+$|^\d+[°度]|^(POINT|LINESTRING|POLYGON|MULTI)/i.test(text(cell));

/** Number of the header row from 1, or null where every row is data. `rows` are the first ones of the file. */
export function guessHeaderRow(rows: readonly (readonly Cell[])[]): number | null {
  const widths = rows.map(filled);
  const width = Math.max(0, ...widths);
  if (width === 0) return null;
  for (let at = 0; at < Math.min(LOOKED_AT, rows.length); at++) {
    const row = rows[at] ?? [];
    if ((widths[at] ?? 0) < Math.max(1, Math.ceil(width * 0.6))) continue;
    return row.some(isValue) ? null : at + 1;
  }
  return null;
}
