/**
 * XLSX, the rows streamed out of the archive: a worksheet of a million rows unpacks to half a gigabyte of XML,
 * which no reader that builds the whole table in objects gets through in the memory there is.
 */
import { LIMITS } from '../guards/limits.ts';
import { ImportError, type Note, note } from '../guards/notes.ts';
import type { Reading } from '../types.ts';
import { type Batch, type RowSource, type SourceRow, uniqueNames } from './source.ts';
import { headOf } from './table-head.ts';
import { readBook } from './xlsx-book.ts';
import { SheetRows } from './xlsx-rows.ts';
import { xmlText } from './xml-decode.ts';
import { XmlStream } from './xml-stream.ts';
import { memberChunks, type ZipMember } from './zip.ts';

const HEAD_ROWS = 20;
const filled = ({ cells, fault }: SourceRow) => fault !== null || cells.some((cell) => cell !== null && cell !== '');

async function* sheetBatches(member: ZipMember, rows: SheetRows): AsyncGenerator<Batch> {
  const stream = new XmlStream(rows);
  let read = 0;
  for await (const text of xmlText(memberChunks(member, LIMITS.streamedMemberBytes))) {
    read += text.length;
    stream.push(text);
    if (rows.out.length >= LIMITS.batchRows) {
      yield { rows: rows.out, bytesRead: Math.min(member.size, read) };
      rows.out = [];
    }
  }
  stream.end();
  yield { rows: rows.out, bytesRead: member.size };
}

async function firstRows(batches: AsyncIterable<Batch>): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch.rows.slice(0, HEAD_ROWS));
    if (rows.length >= HEAD_ROWS) break;
  }
  return rows;
}

/** The first rows at their numbers: a sheet leaves out the empty ones. */
function byNumber(rows: readonly SourceRow[]): SourceRow['cells'][] {
  const last = Math.min(Math.max(0, ...rows.map(({ row }) => row)), LIMITS.batchRows);
  const table: SourceRow['cells'][] = Array.from({ length: last }, () => []);
  for (const { row, cells } of rows) if (row >= 1 && row <= last) table[row - 1] = cells;
  return table;
}

/** @throws ImportError */
export async function openXlsx(members: readonly ZipMember[], wanted: Reading): Promise<RowSource> {
  const book = await readBook(members);
  const sheet = wanted.part === undefined ? book.sheets[0] : book.sheets.find(({ name }) => name === wanted.part);
  if (sheet === undefined) throw new ImportError('no-sheet', { name: wanted.part ?? '' });
  const head = new SheetRows(book);
  const first = await firstRows(sheetBatches(sheet.member, head));
  if (!first.some(filled)) throw new ImportError('no-rows', { part: sheet.name });
  const table = byNumber(first);
  const { headerRow, headerRows, names: header } = headOf(table, wanted);
  const width = headerRow === null ? Math.max(...first.map(({ cells }) => cells.length)) : header.length;
  const names = uniqueNames(Array.from({ length: width }, (_, at) => header[at] ?? ''));
  const warnings: Note[] = [];
  if (headerRow === null) warnings.push(note('no-header'));
  if (headerRow !== null && headerRow > 1) warnings.push(note('extra-header-rows', { rows: headerRow - 1 }));
  if (book.sheets.length > 1) warnings.push(note('more-sheets', { count: book.sheets.length, used: sheet.name }));

  const body = new SheetRows(book);

  async function* batches(part: { readonly member: ZipMember }): AsyncGenerator<Batch> {
    for await (const { rows, bytesRead } of sheetBatches(part.member, body)) {
      const kept = rows.filter((row) => (headerRow === null || row.row >= headerRow + headerRows) && filled(row));
      for (const { cells } of kept) for (let at = names.length; at < cells.length; at++) names.push(`#${at + 1}`);
      yield { rows: kept, bytesRead };
    }
  }

  return {
    format: 'xlsx',
    reading: { part: sheet.name, headerRow, headerRows },
    parts: book.sheets.map(({ name }) => name),
    head: table,
    bytesTotal: sheet.member.size,
    hasShapes: false,
    crs: null,
    columns: () => names,
    batches: () => batches(sheet),
    warnings: () =>
      head.over || body.over ? [...warnings, note('columns-many', { columns: LIMITS.columns })] : warnings,
  };
}
