/** The sheets of an edited register workbook, every cell as it shows: what the comparison reads. */
import type { Sheet } from '../../analysis/register-workbook/sheet-table.ts';
import { LIMITS } from './guards/limits.ts';
import { ImportError } from './guards/notes.ts';
import { detectFormat } from './guess/detect.ts';
import { unmadeSafe } from './place/own-marks.ts';
import { openCsv } from './readers/csv.ts';
import { MergedCells, type SheetRow } from './readers/merged-cells.ts';
import { odsShown } from './readers/ods.ts';
import { readBook } from './readers/xlsx-book.ts';
import { readMerges } from './readers/xlsx-merges.ts';
import { SheetRows } from './readers/xlsx-rows.ts';
import { xmlText } from './readers/xml-decode.ts';
import { XmlStream } from './readers/xml-stream.ts';
import { memberChunks, type ZipMember } from './readers/zip.ts';

/** More than any register has; a sheet that goes on is no register. */
const MOST_ROWS = 200_000;

/** A row in which something stands gets what merged cells above it hold for it. */
function unmerged(rows: readonly SheetRow[]): Sheet['rows'] {
  const merged = new MergedCells(0);
  return rows.map((row) => {
    merged.begin(row);
    const { cells } = row.cells.some((cell) => cell !== null && cell !== '') ? merged.filled(row) : row;
    return { row: row.row, cells };
  });
}

async function xlsxSheets(members: readonly ZipMember[]): Promise<Sheet[]> {
  const book = await readBook(members);
  const sheets: Sheet[] = [];
  for (const { name, hidden, member } of book.sheets) {
    const rows = new SheetRows(book, true);
    rows.merges = await readMerges(memberChunks(member, LIMITS.streamedMemberBytes));
    const stream = new XmlStream(rows);
    for await (const text of xmlText(memberChunks(member, LIMITS.streamedMemberBytes))) {
      stream.push(text);
      if (rows.ended) break;
      if (rows.out.length > MOST_ROWS) throw new ImportError('too-large', { rows: rows.out.length });
    }
    if (!rows.ended) stream.end();
    sheets.push({ name, hidden, rows: unmerged(rows.out) });
  }
  return sheets;
}

async function csvSheet(file: File): Promise<Sheet> {
  const source = await openCsv(file, { headerRow: null });
  const rows: { row: number; cells: Sheet['rows'][number]['cells'] }[] = [];
  for await (const batch of source.batches()) {
    for (const { row, cells } of batch.rows) rows.push({ row, cells: unmadeSafe(cells) });
    if (rows.length > MOST_ROWS) throw new ImportError('too-large', { rows: rows.length });
  }
  return { name: file.name, hidden: false, rows };
}

/**
 * @throws ImportError, for a file of another format too: a workbook in it would say less of its dates than its cells
 * show.
 */
export async function readRegisterSheets(file: File): Promise<readonly Sheet[]> {
  const { format, members } = await detectFormat(file, file.name);
  if (format === 'xlsx') return xlsxSheets(members);
  if (format === 'ods')
    return (await odsShown(members, MOST_ROWS)).map(({ rows, ...sheet }) => ({ ...sheet, rows: unmerged(rows) }));
  if (format === 'csv') return [await csvSheet(file)];
  throw new ImportError('unknown-format', { name: file.name });
}
