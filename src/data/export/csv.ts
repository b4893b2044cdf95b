/** Tables as CSV (RFC 4180) that spreadsheets open as they are: UTF-8 with a byte order mark, CRLF. */

/** A number stays a number; null is an empty cell. */
export type Cell = string | number | null;

const BOM = '\uFEFF';
/** What a spreadsheet would run, or swallow, at the start of a cell; full-width forms run in East Asian ones. */
const RUNS = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

/** Text that would run as a formula, made safe with a leading apostrophe. */
export function safeText(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell) : safeText(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The whole file, mark and last line end included. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return BOM + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

const ROWS_A_PART = 5000;

/** The same file in parts, so that a long table is never one string. */
export function* csvParts(
  head: readonly Cell[],
  count: number,
  row: (index: number) => readonly Cell[],
): Iterable<string> {
  yield toCsv([head]);
  for (let from = 0; from < count; from += ROWS_A_PART) {
    const size = Math.min(ROWS_A_PART, count - from);
    yield toCsv(Array.from({ length: size }, (_, at) => row(from + at))).slice(BOM.length);
  }
}
