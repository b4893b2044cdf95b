/**
 * XLSX, the rows streamed out of the archive: a worksheet of a million rows unpacks to half a gigabyte of XML,
 * which no reader that builds the whole table in objects gets through in the memory there is.
 */
import { LIMITS } from '../guards/limits.ts';
import { note } from '../guards/notes.ts';
import type { Reading } from '../types.ts';
import type { SheetBatch } from './merged-cells.ts';
import { openSheets, type Sheet } from './sheet-source.ts';
import type { RowSource } from './source.ts';
import { type Book, type BookSheet, readBook } from './xlsx-book.ts';
import { readMerges } from './xlsx-merges.ts';
import { SheetRows } from './xlsx-rows.ts';
import { xmlText } from './xml-decode.ts';
import { XmlStream } from './xml-stream.ts';
import { memberChunks, type ZipMember } from './zip.ts';

/** Rows that a first look needs. */
const LOOKED_AT = 20;

async function* sheetBatches(member: ZipMember, rows: SheetRows, whole: boolean): AsyncGenerator<SheetBatch> {
  if (whole) rows.merges = await readMerges(memberChunks(member, LIMITS.streamedMemberBytes));
  const stream = new XmlStream(rows);
  let read = 0;
  for await (const text of xmlText(memberChunks(member, LIMITS.streamedMemberBytes))) {
    read += text.length;
    stream.push(text);
    if (rows.ended) break;
    if (rows.out.length < (whole ? LIMITS.batchRows : LOOKED_AT)) continue;
    yield { rows: rows.out, bytesRead: Math.min(member.size, read) };
    rows.out = [];
  }
  if (!rows.ended) stream.end();
  yield { rows: rows.out, bytesRead: member.size };
}

function sheetOf({ name, hidden, member }: BookSheet, book: Book): Sheet {
  return {
    name,
    hidden,
    bytes: member.size,
    read(whole) {
      const rows = new SheetRows(book);
      return {
        batches: sheetBatches(member, rows, whole),
        notes: () => [
          ...(rows.over ? [note('columns-many', { columns: LIMITS.columns })] : []),
          ...(rows.digitsLost > 0 ? [note('digits-lost', { count: rows.digitsLost })] : []),
          ...(rows.merges.over ? [note('merged-many', { count: LIMITS.merges })] : []),
        ],
      };
    },
  };
}

/** @throws ImportError */
export async function openXlsx(members: readonly ZipMember[], wanted: Reading): Promise<RowSource> {
  const book = await readBook(members);
  const source = await openSheets(
    'xlsx',
    book.sheets.map((each) => sheetOf(each, book)),
    wanted,
  );
  return book.from1904 ? { ...source, from1904: true } : source;
}
