/** Spreadsheets of LibreOffice and WPS (OpenDocument): all sheets in one member, streamed like those of XLSX. */
import { LIMITS } from '../guards/limits.ts';
import { ImportError, note } from '../guards/notes.ts';
import type { Reading } from '../types.ts';
import type { SheetBatch, SheetRow } from './merged-cells.ts';
import { OdsRows } from './ods-rows.ts';
import { openSheets, type Sheet } from './sheet-source.ts';
import type { RowSource } from './source.ts';
import { xmlText } from './xml-decode.ts';
import { XmlStream } from './xml-stream.ts';
import { memberBytes, memberChunks, type ZipMember } from './zip.ts';

const KIND = 'application/vnd.oasis.opendocument.spreadsheet';
const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/** Known by its members: an archive of tables holds none of these names. */
export const isOds = (members: readonly ZipMember[]) =>
  members.some(({ name }) => name === CONTENT) && members.some(({ name }) => name === MANIFEST);

/** Rows that repeat come one by one: a bomb of a million is no larger than what is read of it. */
function* repeated(rows: readonly { readonly row: SheetRow; readonly times: number }[]): Generator<SheetRow> {
  for (const { row, times } of rows) for (let n = 0; n < times; n++) yield n === 0 ? row : { ...row, row: row.row + n };
}

async function* batchesOf(member: ZipMember, handler: OdsRows): AsyncGenerator<SheetBatch> {
  const stream = new XmlStream(handler);
  let read = 0;
  for await (const text of xmlText(memberChunks(member, LIMITS.streamedMemberBytes))) {
    read += text.length;
    stream.push(text);
    yield* taken(handler, Math.min(read, member.size));
    if (handler.ended) return;
  }
  stream.end();
  yield* taken(handler, member.size);
}

function* taken(handler: OdsRows, bytesRead: number): Generator<SheetBatch> {
  let rows: SheetRow[] = [];
  const { out } = handler;
  handler.out = [];
  for (const row of repeated(out)) {
    rows.push(row);
    if (rows.length < LIMITS.batchRows) continue;
    yield { rows, bytesRead };
    rows = [];
  }
  if (rows.length > 0) yield { rows, bytesRead };
}

/** The member that holds all sheets, and what these are called. */
async function contentOf(members: readonly ZipMember[]) {
  const find = (path: string) => members.find(({ name }) => name === path);
  const [content, manifest, kind] = [find(CONTENT), find(MANIFEST), find('mimetype')];
  if (content === undefined || manifest === undefined) throw new ImportError('xlsx-damaged', { what: CONTENT });
  const text = async (member: ZipMember) => new TextDecoder().decode(await memberBytes(member));
  if (/<(\w+:)?encryption-data[\s/>]/.test(await text(manifest))) throw new ImportError('xlsx-password');
  if (kind !== undefined && kind.size < 200 && !(await text(kind)).startsWith(KIND)) {
    throw new ImportError('document-other', { kind: 'OpenDocument' });
  }
  const counted = new OdsRows(null);
  for await (const _ of batchesOf(content, counted));
  return { content, sheets: counted.sheets.slice(0, LIMITS.sheets) };
}

/**
 * Every sheet, its cells as they show.
 *
 * @throws ImportError as `openOds`, and for more rows than `most` in a sheet
 */
export async function odsShown(members: readonly ZipMember[], most: number) {
  const { content, sheets } = await contentOf(members);
  const read: { readonly name: string; readonly hidden: boolean; readonly rows: SheetRow[] }[] = [];
  for (const [index, { name, hidden }] of sheets.entries()) {
    const rows: SheetRow[] = [];
    for await (const batch of batchesOf(content, new OdsRows(index, true))) {
      rows.push(...batch.rows);
      if (rows.length > most) throw new ImportError('too-large', { rows: rows.length });
    }
    read.push({ name, hidden, rows });
  }
  return read;
}

/** @throws ImportError for text documents, passwords, and what is damaged */
export async function openOds(members: readonly ZipMember[], wanted: Reading): Promise<RowSource> {
  const { content, sheets: all } = await contentOf(members);
  const sheets = all.map(
    ({ name, hidden }, index): Sheet => ({
      name,
      hidden,
      bytes: content.size,
      read() {
        const rows = new OdsRows(index);
        return {
          batches: batchesOf(content, rows),
          notes: () => [
            ...(rows.over ? [note('columns-many', { columns: LIMITS.columns })] : []),
            ...(rows.digitsLost > 0 ? [note('digits-lost', { count: rows.digitsLost })] : []),
          ],
        };
      },
    }),
  );
  return openSheets('ods', sheets, wanted);
}
