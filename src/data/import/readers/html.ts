/**
 * Tables of web pages, which many systems hand out as .xls. They are read by htmlparser2 as they stream by: such files
 * leave tags open and attributes unquoted, which a reader of XML does not get over.
 */
import { Parser } from 'htmlparser2';
import { LIMITS } from '../guards/limits.ts';
import { ImportError, note } from '../guards/notes.ts';
import type { Reading } from '../types.ts';
import { HtmlTables } from './html-tables.ts';
import type { SheetBatch } from './merged-cells.ts';
import { openSheets, type Sheet } from './sheet-source.ts';
import type { RowSource } from './source.ts';
import { encodingNamed, encodingOfPieces, fileChunks, markOf } from './text-encoding.ts';

const CHARSET = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i;
/** Tags and text between two ends of a table's row; longer is no table. */
const PIECE = 1024 * 1024;

async function* batchesOf(file: Blob, encoding: string, tables: HtmlTables): AsyncGenerator<SheetBatch> {
  const decoder = new TextDecoder(encoding);
  const parser = new Parser(tables, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  let read = 0;
  for await (const bytes of fileChunks(file, PIECE)) {
    read += bytes.length;
    parser.write(decoder.decode(bytes, { stream: true }));
    yield { rows: tables.out, bytesRead: read };
    tables.out = [];
  }
  parser.end();
  yield { rows: tables.out, bytesRead: read };
}

async function encodingOf(file: Blob, wanted: Reading) {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const mark = wanted.encoding ?? markOf(head)?.encoding;
  if (mark !== undefined) return mark;
  const stated = CHARSET.exec(String.fromCharCode(...head))?.[1];
  return encodingOfPieces(fileChunks(file), stated === undefined ? null : encodingNamed(stated));
}

/** @throws ImportError where the page holds no table */
export async function openHtml(file: Blob, wanted: Reading): Promise<RowSource> {
  if (file.size > LIMITS.wholeFileBytes)
    throw new ImportError('too-large', { bytes: file.size, limit: LIMITS.wholeFileBytes });
  const encoding = await encodingOf(file, wanted);
  const counted = new HtmlTables(null);
  for await (const _ of batchesOf(file, encoding, counted));
  const names = counted.names.slice(0, LIMITS.sheets);
  if (names.length === 0) throw new ImportError('html-no-table');
  const sheets = names.map(
    (name, index): Sheet => ({
      name,
      hidden: false,
      bytes: file.size,
      read() {
        const tables = new HtmlTables(index);
        return {
          batches: batchesOf(file, encoding, tables),
          notes: () => (tables.over ? [note('columns-many', { columns: LIMITS.columns })] : []),
        };
      },
    }),
  );
  const source = await openSheets('html', sheets, wanted);
  return { ...source, reading: { ...source.reading, encoding }, parts: names.length > 1 ? names : [] };
}
