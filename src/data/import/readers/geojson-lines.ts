/**
 * GeoJSON with one object a line, or a record separator before each (RFC 8142): streamed, so that only columns are
 * kept. A line that cannot be read is one rejected row, numbered as an editor numbers lines.
 */

import { LIMITS } from '../guards/limits.ts';
import { ImportError, note } from '../guards/notes.ts';
import type { Reading } from '../types.ts';
import { featureRow, featuresOf, geoJsonSource, member, openGeoJson } from './geojson.ts';
import { parseJson } from './json-features.ts';
import { type Batch, ColumnNames, type RowSource, type SourceRow } from './source.ts';
import { encodingOfBytes, guessEncoding } from './text-encoding.ts';

const PIECE = 1024 * 1024;
const SEPARATOR = '\u001E';
const REPLACEMENT = '\uFFFD';
const NAMED = /\.(geojsonl|geojsons|geojsonseq|ndgeojson|ndjson|nljson|jsonl)$/i;
/** What is shown of a line that cannot be read. */
const SHOWN_CHARS = 100;

/** Known by its name or its first character; others are looked at with `holdsLines`. */
export function isNamedLines(head: string, name: string): boolean {
  return head.startsWith(SEPARATOR) || (head.startsWith('{') && NAMED.test(name));
}

/** The features of a record without blanks around it; null where it is no GeoJSON. */
function read(record: string): { readonly root: unknown; readonly features: readonly unknown[] } | null {
  // An object cut short is told by its end: a million errors of the parser's take many seconds.
  if (record.startsWith('{') && !record.endsWith('}')) return null;
  try {
    const root = parseJson(record);
    return { root, features: featuresOf(root) };
  } catch {
    return null;
  }
}

/** The first record that is GeoJSON; null where none is. */
function firstKnown(records: readonly (string | null)[]): ReturnType<typeof read> {
  for (const record of records) {
    const found = record === null ? null : read(record);
    if (found !== null) return found;
  }
  return null;
}

/** The first line is an object of its own and more follows: as a whole this can be no JSON. */
function holdsLines(head: string): boolean {
  const end = head.indexOf('\n');
  return end > 0 && head.slice(end).trim() !== '' && read(head.slice(0, end).trim()) !== null;
}

/** A file that is named so may still be one object over many lines; where it is neither, the name is to be doubted. */
function noLines(error: unknown): never {
  throw error instanceof ImportError && error.code === 'json-broken' ? new ImportError('json-no-lines') : error;
}

/** Text in pieces, cut where records end; one that does not end within `LIMITS.rowChars` is null. */
class Records {
  private rest = '';
  private over = false;
  private readonly between: string;

  constructor(between: string) {
    this.between = between;
  }

  push(text: string, final: boolean): (string | null)[] {
    const out: (string | null)[] = [];
    const parts = text.split(this.between);
    for (const [at, part] of parts.entries()) {
      this.over ||= this.rest.length + part.length > LIMITS.rowChars;
      this.rest = this.over ? '' : this.rest + part;
      if (at === parts.length - 1 && !final) break;
      out.push(this.over ? null : this.rest.trim());
      this.rest = '';
      this.over = false;
    }
    return out;
  }
}

/**
 * Null where the file is not of this kind.
 * @throws ImportError where nothing in its beginning is GeoJSON.
 */
export async function openGeoJsonLines(file: Blob, name: string, wanted: Reading): Promise<RowSource | null> {
  const bytes = new Uint8Array(await file.slice(0, PIECE).arrayBuffer());
  const decoded = new TextDecoder(wanted.encoding ?? encodingOfBytes(bytes)).decode(bytes, { stream: true });
  const head = decoded.trimStart();
  if (!isNamedLines(head, name) && !holdsLines(head)) return null;
  if (file.size > LIMITS.csvBytes) throw new ImportError('too-large', { bytes: file.size, limit: LIMITS.csvBytes });
  const between = head.startsWith(SEPARATOR) ? SEPARATOR : '\n';
  const first = new Records(between).push(decoded, file.size <= PIECE).filter((record) => record !== '');
  const known = firstKnown(first);
  if (first.length > 0 && known === null) return openGeoJson(file, wanted).catch(noLines);
  const encoding = wanted.encoding ?? (await guessEncoding(file)).encoding;
  const columns = new ColumnNames();
  let undecodable = 0;

  function rowsOf(record: string | null, row: number): readonly SourceRow[] {
    const found = record === null ? null : read(record);
    if (found !== null)
      return found.features.map((each) =>
        featureRow(row, member(each, 'properties'), member(each, 'geometry'), columns),
      );
    const fault =
      record === null
        ? ({ code: 'cell-too-long', detail: '' } as const)
        : ({ code: 'unreadable', detail: record.slice(0, SHOWN_CHARS) } as const);
    return [{ row, cells: [], shape: null, fault }];
  }

  async function* batches(): AsyncGenerator<Batch> {
    const decoder = new TextDecoder(encoding);
    const records = new Records(between);
    // What stands before the first separator is no record.
    let row = between === SEPARATOR ? -1 : 0;
    for (let at = 0; at < file.size; at += PIECE) {
      const end = Math.min(file.size, at + PIECE);
      const final = end === file.size;
      const text = decoder.decode(await file.slice(at, end).arrayBuffer(), { stream: !final });
      if (text.includes(REPLACEMENT)) undecodable += text.split(REPLACEMENT).length - 1;
      const rows = records.push(text, final).flatMap((record) => {
        row++;
        return record === '' ? [] : rowsOf(record, row);
      });
      yield { rows, bytesRead: end };
    }
  }

  const source = geoJsonSource(file, encoding, known?.root, columns, batches);
  return {
    ...source,
    warnings: () => [
      ...source.warnings(),
      ...(undecodable > 0 ? [note('undecodable', { count: undecodable, encoding })] : []),
    ],
  };
}
