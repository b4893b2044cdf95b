/** Attribute tables of shapefiles (dBASE), with Chinese text in whatever encoding it was written. */

import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';
import type { Cell, Encoding } from '../types.ts';
import { isKeptByNumber } from './long-numbers.ts';
import { encodingOfTexts, textCutOff } from './text-encoding.ts';

interface Field {
  readonly name: Uint8Array;
  readonly type: string;
  readonly from: number;
  readonly length: number;
}

export interface Dbf {
  readonly count: number;
  readonly encoding: Encoding;
  /** The encoding that the file or the .cpg beside it claims; null where they claim none. */
  readonly claimed: Encoding | null;
  /** Characters that could not be read so far. */
  undecodable(): number;
  readonly names: readonly string[];
  /** Cells of a record, from 0; null where it is marked as deleted. */
  record(index: number): Cell[] | null;
}

/** Language driver ids: 0x4D is Windows 936 (GBK), 0x7A the same in ArcGIS's hands; 0x4F and 0x78 are Big5. */
const DRIVERS: ReadonlyMap<number, Encoding> = new Map([
  [0x4d, 'gb18030'],
  [0x7a, 'gb18030'],
  [0x4f, 'big5'],
  [0x78, 'big5'],
]);

const DELETED = 0x2a;
const END_OF_FIELDS = 0x0d;

/** Fields as far as they lie within a record. */
function fieldsOf(bytes: Uint8Array, headerLength: number, recordLength: number): Field[] {
  const fields: Field[] = [];
  let from = 1;
  for (let at = 32; at + 32 <= headerLength && bytes[at] !== END_OF_FIELDS; at += 32) {
    const raw = bytes.subarray(at, at + 11);
    const zero = raw.indexOf(0);
    const length = bytes[at + 16] ?? 0;
    const type = String.fromCharCode(bytes[at + 11] ?? 0);
    // Long text: FoxPro keeps the high byte of its length where the decimals stand.
    const wide = type === 'C' ? length + 256 * (bytes[at + 17] ?? 0) : length;
    if (from + wide > recordLength || fields.length >= LIMITS.columns) break;
    fields.push({ name: zero < 0 ? raw : raw.subarray(0, zero), type, from, length: wide });
    from += wide;
  }
  return fields;
}

function cellOf(type: string, text: string): Cell {
  const value = text.replaceAll('\0', '').trim();
  if (value === '') return null;
  if (type === 'N' || type === 'F') {
    const number = Number(value);
    // Stars mark a number too wide for its field; one of more digits than a number holds stays as it is written.
    return /^\*+$/.test(value) ? null : Number.isFinite(number) && isKeptByNumber(value) ? number : value;
  }
  if (type === 'D' && /^\d{8}$/.test(value)) return `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`;
  if (type === 'L') return /[ty]/i.test(value) ? 'TRUE' : /[fn]/i.test(value) ? 'FALSE' : null;
  return value;
}

/**
 * @param stated what a .cpg file says; tried, and not believed where the text is another
 * @param wanted what the user chose; taken as it is
 * @throws ImportError where the header does not fit the bytes.
 */
export function readDbf(bytes: Uint8Array<ArrayBuffer>, stated: Encoding | null, wanted: Encoding | null = null): Dbf {
  if (bytes.length < 33) throw new ImportError('shp-damaged', { what: 'dbf' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  const declared = view.getUint32(4, true);
  if (recordLength === 0 || headerLength < 33 || headerLength > bytes.length) {
    throw new ImportError('shp-damaged', { what: 'dbf' });
  }
  const count = Math.min(declared, Math.floor((bytes.length - headerLength) / recordLength));
  const fields = fieldsOf(bytes, headerLength, recordLength);
  const claimed = stated ?? DRIVERS.get(bytes[29] ?? 0) ?? null;
  const encoding = wanted ?? encodingOfTexts(textsOf(bytes, fields, headerLength), claimed);
  let undecodable = 0;
  /** A field may end within a character, which is left out; what else cannot be read is counted. */
  function textAt(from: number, length: number): string {
    const text = textCutOff(bytes.subarray(from, from + length), encoding);
    if (text.includes('\uFFFD')) undecodable += text.split('\uFFFD').length - 1;
    return text;
  }
  return {
    count,
    encoding,
    claimed,
    undecodable: () => undecodable,
    names: fields.map(({ name }) => textCutOff(name, encoding)),
    record(index) {
      const start = headerLength + index * recordLength;
      if (index >= count) return [];
      if (bytes[start] === DELETED) return null;
      return fields.map(({ type, from, length }) => cellOf(type, textAt(start + from, length)));
    },
  };

  /** Field by field over the whole table: each may end within a character, which must not look like another encoding. */
  function textsOf(all: Uint8Array, columns: readonly Field[], begin: number): Uint8Array[] {
    const texts = columns.map(({ name }) => name);
    const step = Math.max(1, Math.floor(count / MOST_ROWS_TRIED));
    for (let row = 0; row < count; row += step) {
      for (const { type, from, length } of columns) {
        if (type !== 'C') continue;
        const at = begin + row * recordLength + from;
        texts.push(all.subarray(at, at + length));
      }
    }
    return texts;
  }
}

/** Rows whose text is tried, spread over the table. */
const MOST_ROWS_TRIED = 20_000;
