/** A table as XLSX: a sheet of rows and a sheet of what the file says of itself. */
import type { Cell } from './csv.ts';
import type { ExportTable, MetaEntry } from './table.ts';
import { workbookOf, XLSX_MAX_COLUMNS, XLSX_MAX_ROWS } from './workbook.ts';

export { XLSX_MAX_TEXT } from './workbook.ts';

function* rowsOf(table: ExportTable): Iterable<readonly Cell[]> {
  yield table.columns.map(({ label }) => label);
  for (let index = 0; index < table.count; index++) yield table.row(index);
}

/** Throws where the table is larger than a sheet can be. */
export function xlsxOf(table: ExportTable, meta: readonly MetaEntry[], metaTitle: string): Uint8Array<ArrayBuffer> {
  if (table.count >= XLSX_MAX_ROWS || table.columns.length > XLSX_MAX_COLUMNS) {
    throw new Error(`XLSX: at most ${XLSX_MAX_ROWS - 1} rows and ${XLSX_MAX_COLUMNS} columns`);
  }
  return workbookOf([
    {
      name: table.title,
      rows: rowsOf(table),
      columns: table.columns.map(({ label }) => ({ width: Math.min(40, Math.max(10, label.length * 1.8)) })),
      headed: true,
    },
    {
      name: metaTitle,
      rows: meta.map(({ label, value }) => [label, value]),
      columns: [{ width: 26 }, { width: 100 }],
      headed: false,
    },
  ]);
}
