/** Rows for the clipboard, as spreadsheets take them: cells by tabs, a line each. */
import { type Cell, safeText } from './csv.ts';

function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell) : safeText(cell);
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const toTsv = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(cellText).join('\t')}\r\n`).join('');
