/**
 * A look over the pages of a column chunk before they are decoded. The decoder believes what a page says of
 * itself: a header of some bytes can claim two thousand million values, and a run of one byte repeat as often.
 */
import { gunzipSync } from 'fflate';
import { decompress as unpackZstd } from 'fzstd';
import { type AsyncBuffer, type ColumnMetaData, type PageHeader, type SchemaTree, snappyUncompress } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { getMaxDefinitionLevel, getMaxRepetitionLevel } from 'hyparquet/src/schema.js';
import { readVarInt } from 'hyparquet/src/thrift.js';
import { LIMITS } from '../guards/limits.ts';
import { ImportError } from '../guards/notes.ts';
import { checkThrift } from './parquet-thrift.ts';

const damaged = () => new ImportError('parquet-damaged', { what: 'page' });

/** An unpacked page; what would be larger is no page of an honest file. */
function roomFor(bytes: number): Uint8Array<ArrayBuffer> {
  if (bytes > LIMITS.memberBytes) throw new ImportError('zip-bomb', { bytes });
  if (bytes < 0) throw damaged();
  return new Uint8Array(bytes);
}

export const compressors = {
  GZIP: (input: Uint8Array, length: number) => gunzipSync(input, { out: roomFor(length) }),
  // Into room that is given: so the library makes none of its own, whatever a frame claims.
  ZSTD: (input: Uint8Array, length: number) => unpackZstd(input, roomFor(length)),
  SNAPPY(input: Uint8Array, length: number): Uint8Array {
    const page = roomFor(length);
    snappyUncompress(input, page);
    return page;
  },
};

interface Reader {
  readonly view: DataView;
  offset: number;
}

const readerOf = (bytes: Uint8Array): Reader => ({
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  offset: 0,
});

/** Passes over runs for `count` values. @throws ImportError where a run holds more than are left. */
function passRuns(reader: Reader, width: number, count: number): void {
  const bytes = (width + 7) >> 3;
  for (let seen = 0; seen < count; ) {
    const header = readVarInt(reader);
    if ((header & 1) === 1) {
      const groups = header >>> 1;
      // The last group is filled up to eight.
      if (groups === 0 || 8 * groups >= count - seen + 8) throw damaged();
      seen += 8 * groups;
      reader.offset += groups * width;
    } else {
      const run = header >>> 1;
      if (run === 0 || run > count - seen) throw damaged();
      seen += run;
      reader.offset += bytes;
    }
  }
}

const widthOf = (most: number) => 32 - Math.clz32(most);
const isCoded = (encoding: string) => encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY';

/** Runs with the length of their bytes before them. */
function passLevels(reader: Reader, most: number, count: number): void {
  if (most === 0) return;
  const length = reader.view.getUint32(reader.offset, true);
  const start = reader.offset + 4;
  reader.offset = start;
  passRuns(reader, widthOf(most), count);
  reader.offset = start + length;
}

function passValues(reader: Reader, encoding: string, type: string, count: number): void {
  if (reader.offset >= reader.view.byteLength) return;
  if (encoding === 'RLE' && type === 'BOOLEAN') {
    // How many are null is not known here: the runs may end sooner.
    reader.offset += 4;
    mostRuns(reader, 1, count);
  } else if (isCoded(encoding)) {
    const width = reader.view.getUint8(reader.offset++);
    if (width > 32) throw damaged();
    if (width > 0) mostRuns(reader, width, count);
  }
}

/** As `passRuns`, for at most so many values: nulls have none. */
function mostRuns(reader: Reader, width: number, count: number): void {
  const { view } = reader;
  for (let seen = 0; seen < count && reader.offset < view.byteLength; ) {
    const header = readVarInt(reader);
    const held = (header & 1) === 1 ? 8 * (header >>> 1) : header >>> 1;
    if (held >= count - seen + 8) throw damaged();
    seen += held;
    reader.offset += (header & 1) === 1 ? (header >>> 1) * width : (width + 7) >> 3;
  }
}

/** @returns how many values the page holds. */
function passPage(
  bytes: Uint8Array,
  header: PageHeader,
  { codec, type }: ColumnMetaData,
  path: SchemaTree[],
  left: number,
): number {
  const size = header.uncompressed_page_size;
  const { data_page_header: first, data_page_header_v2: second, dictionary_page_header: words } = header;
  if (header.type === 'DICTIONARY_PAGE') {
    // A bit is the least that a value takes.
    if (words !== undefined && words.num_values > 8 * size) throw damaged();
    return 0;
  }
  const count = first?.num_values ?? second?.num_values ?? 0;
  if (count < 0 || count > left) throw damaged();
  if (first !== undefined) {
    const reader = readerOf(decompressPage(bytes, size, codec, compressors));
    passLevels(reader, getMaxRepetitionLevel(path), count);
    passLevels(reader, getMaxDefinitionLevel(path), count);
    passValues(reader, first.encoding, type, count);
  } else if (second !== undefined) {
    const { repetition_levels_byte_length: repeated, definition_levels_byte_length: defined } = second;
    const levels = readerOf(bytes);
    if (getMaxRepetitionLevel(path) > 0) passRuns(levels, widthOf(getMaxRepetitionLevel(path)), count);
    levels.offset = repeated;
    if (getMaxDefinitionLevel(path) > 0) passRuns(levels, widthOf(getMaxDefinitionLevel(path)), count);
    const packed = bytes.subarray(repeated + defined);
    const unpacked =
      second.is_compressed === false ? packed : decompressPage(packed, size - repeated - defined, codec, compressors);
    passValues(readerOf(unpacked), second.encoding, type, count);
  }
  return count;
}

/**
 * @param path the column's elements from the root of the schema.
 * @throws ImportError where a page claims more than it or the chunk can hold
 */
export async function checkChunk(file: AsyncBuffer, meta: ColumnMetaData, path: SchemaTree[]): Promise<void> {
  const first = Number(meta.dictionary_page_offset ?? meta.data_page_offset);
  const start = Math.min(first === 0 ? Number(meta.data_page_offset) : first, Number(meta.data_page_offset));
  const packed = Number(meta.total_compressed_size);
  // Of a place that is no number Node's Blob does not throw: it ends the process.
  if (!(start >= 0 && packed >= 0 && packed <= file.byteLength)) throw damaged();
  const buffer = await file.slice(start, Math.min(file.byteLength, start + packed));
  const reader: Reader = { view: new DataView(buffer), offset: 0 };
  let left = Number(meta.num_values);
  while (left > 0 && reader.offset < buffer.byteLength - 1) {
    checkThrift(reader.view, reader.offset);
    const header = parquetHeader(reader);
    const bytes = new Uint8Array(buffer, reader.offset, header.compressed_page_size);
    reader.offset += bytes.length;
    left -= passPage(bytes, header, meta, path, left);
  }
}
