import { brotliDecompressSync } from 'node:zlib';

const HEADER_LENGTH = 48;
/** Positions in the list of known tags of the WOFF2 specification, section 4.1. */
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;

/**
 * The characters that a WOFF2 font has glyphs for.
 *
 * @param font bytes of a WOFF2 file with one font in it
 * @returns Unicode code points
 * @throws {Error} when it is no WOFF2 file or has no character map of format 4 or 12
 */
export function coverage(font: Buffer): Set<number> {
  if (font.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 font');
  const cursor = { at: HEADER_LENGTH };
  let offset = 0;
  let cmap: { start: number; end: number } | undefined;
  for (let left = font.readUInt16BE(12); left > 0; left -= 1) {
    const flags = font.readUInt8(cursor.at++);
    const tag = flags & 0x3f;
    if (tag === 0x3f) cursor.at += 4;
    const original = readBase128(font, cursor);
    // glyf and loca are transformed unless marked 3, every other table only when marked.
    const mark = flags >> 6;
    const transformed = tag === GLYF || tag === LOCA ? mark !== 3 : mark !== 0;
    const length = transformed ? readBase128(font, cursor) : original;
    if (tag === CMAP) cmap = { start: offset, end: offset + length };
    offset += length;
  }
  if (!cmap) throw new Error('the font has no character map');
  const tables = brotliDecompressSync(font.subarray(cursor.at, cursor.at + font.readUInt32BE(20)));
  return readCharacterMap(tables.subarray(cmap.start, cmap.end));
}

function readBase128(bytes: Buffer, cursor: { at: number }): number {
  let value = 0;
  let byte: number;
  do {
    byte = bytes.readUInt8(cursor.at++);
    value = value * 128 + (byte & 0x7f);
  } while (byte & 0x80);
  return value;
}

function readCharacterMap(cmap: Buffer): Set<number> {
  const points = new Set<number>();
  let known = 0;
  for (let record = 0; record < cmap.readUInt16BE(2); record += 1) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + record * 8 + 4));
    const format = table.readUInt16BE(0);
    if (format === 4) addSegments(table, points);
    else if (format === 12) addGroups(table, points);
    else continue;
    known += 1;
  }
  if (known === 0) throw new Error('the font has no character map of format 4 or 12');
  return points;
}

/** Format 4: runs within the first 65,536 characters; a glyph 0 means none. */
function addSegments(table: Buffer, points: Set<number>): void {
  const doubled = table.readUInt16BE(6);
  for (let at = 0; at < doubled; at += 2) {
    const end = table.readUInt16BE(14 + at);
    const start = table.readUInt16BE(16 + doubled + at);
    const delta = table.readUInt16BE(16 + doubled * 2 + at);
    const rangeAt = 16 + doubled * 3 + at;
    const range = table.readUInt16BE(rangeAt);
    for (let point = start; point <= end && point < 0xffff; point += 1) {
      const listed = range === 0 ? point : table.readUInt16BE(rangeAt + range + (point - start) * 2);
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) points.add(point);
    }
  }
}

/** Format 12: runs over all of Unicode. */
function addGroups(table: Buffer, points: Set<number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12;
    for (let point = table.readUInt32BE(at); point <= table.readUInt32BE(at + 4); point += 1) points.add(point);
  }
}
