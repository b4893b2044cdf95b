/** CSV and TSV, streamed: the file is read, decoded and split in pieces of one megabyte. */

import { LIMITS } from '../guards/limits.ts';
import { ImportError, type Note, note } from '../guards/notes.ts';
import type { Reading } from '../types.ts';
import { firstRows, guessDialect } from './csv-dialect.ts';
import { CsvRecords } from './csv-records.ts';
import { type Batch, type RowSource, type SourceRow, uniqueNames } from './source.ts';
import { headOf } from './table-head.ts';
import { guessEncoding, markOf } from './text-encoding.ts';

const PIECE = 1024 * 1024;
const HEAD = 512 * 1024;
const REPLACEMENT = '\uFFFD';

/** Line ends of old Macintosh files, which have no other. */
const lines = (text: string, oldMac: boolean) => (oldMac ? text.replaceAll('\r', '\n') : text);

const blank = (cells: readonly unknown[]) => cells.every((cell) => cell === null || String(cell).trim() === '');

/** @throws ImportError where the file has no rows. */
export async function openCsv(file: Blob, wanted: Reading): Promise<RowSource> {
  if (file.size > LIMITS.csvBytes) throw new ImportError('too-large', { bytes: file.size, limit: LIMITS.csvBytes });
  const guess = wanted.encoding === undefined ? await guessEncoding(file) : null;
  const headBytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const encoding = wanted.encoding ?? guess?.encoding ?? 'utf-8';
  const mark = markOf(headBytes)?.mark ?? 0;
  const decoded = new TextDecoder(encoding).decode(headBytes.subarray(mark), { stream: file.size > HEAD });
  const oldMac = decoded.includes('\r') && !decoded.includes('\n');
  const full = lines(decoded, oldMac);
  // Cut at a line end; a single line longer than the head stays whole.
  const head = file.size > HEAD && full.includes('\n') ? full.slice(0, full.lastIndexOf('\n')) : full;
  if (head.trim() === '') throw new ImportError('no-rows');
  const dialect = guessDialect(head, wanted.delimiter);
  const first = firstRows(head, dialect.delimiter, 20);
  const { headerRow, headerRows, names: header } = headOf(first, wanted);
  const columnCount = Math.max(header.length, headerRow === null ? dialect.width : 0);
  if (columnCount > LIMITS.columns) throw new ImportError('too-many-columns', { columns: columnCount });
  const names = uniqueNames(Array.from({ length: columnCount }, (_, at) => header[at] ?? ''));
  const warnings: Note[] = [];
  if (columnCount === 1) warnings.push(note('one-column', { delimiter: dialect.delimiter }));
  if (headerRow === null) warnings.push(note('no-header'));
  if (headerRow !== null && headerRow > 1) warnings.push(note('extra-header-rows', { rows: headerRow - 1 }));
  let undecodable = 0;
  let ragged = 0;
  let quotesKept = 0;

  let cut = false;

  /** Cells behind the last column that is kept go; a row of a million commas would take a million columns. */
  function within(row: SourceRow): SourceRow {
    if (row.cells.length <= LIMITS.columns) return row;
    cut = true;
    return { ...row, cells: row.cells.slice(0, LIMITS.columns) };
  }

  function kept(rows: readonly SourceRow[]): SourceRow[] {
    return rows.map(within).filter(({ row, cells, fault }) => {
      if (headerRow !== null && row < headerRow + headerRows) return false;
      if (fault !== null) return true;
      if (blank(cells)) return false;
      if (cells.length > names.length) {
        if (blank(cells.slice(names.length))) return true;
        ragged++;
        for (let at = names.length; at < cells.length; at++) names.push(`#${at + 1}`);
      }
      return true;
    });
  }

  async function* batches(): AsyncGenerator<Batch> {
    const decoder = new TextDecoder(encoding);
    const records = new CsvRecords(dialect.delimiter, columnCount);
    for (let at = mark; at < file.size; at += PIECE) {
      const end = Math.min(file.size, at + PIECE);
      const final = end === file.size;
      const text = lines(decoder.decode(await file.slice(at, end).arrayBuffer(), { stream: !final }), oldMac);
      if (text.includes(REPLACEMENT)) undecodable += text.split(REPLACEMENT).length - 1;
      const rows = kept(records.push(text, final));
      quotesKept = records.quotesKept;
      yield { rows, bytesRead: end };
    }
  }

  return {
    format: 'csv',
    reading: { encoding, delimiter: dialect.delimiter, headerRow, headerRows },
    parts: [],
    head: first,
    bytesTotal: file.size,
    hasShapes: false,
    crs: null,
    columns: () => names,
    batches,
    warnings: () => [
      ...warnings,
      ...(undecodable > 0 ? [note('undecodable', { count: undecodable, encoding })] : []),
      ...(cut ? [note('columns-many', { columns: LIMITS.columns })] : []),
      ...(ragged > 0 ? [note('ragged-rows', { count: ragged })] : []),
      ...(quotesKept > 0 ? [note('quotes-kept', { count: quotesKept })] : []),
    ],
  };
}
