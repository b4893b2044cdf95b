/** Which format a file is, by its first bytes, its archive's members, and its name last. */

import { ImportError } from '../guards/notes.ts';
import { isNamedLines } from '../readers/geojson-lines.ts';
import { isOds } from '../readers/ods.ts';
import { isSqlite } from '../readers/sqlite-file.ts';
import { markOf, textCutOff } from '../readers/text-encoding.ts';
import { readDirectory, type ZipMember } from '../readers/zip.ts';
import { isTableFile, isTextFile } from '../readers/zipped-tables.ts';
import type { Format } from '../types.ts';
import { foreignArchive, foreignFormat, oleFailure } from './foreign.ts';

export interface Detected {
  /** `zip`: files that are read by themselves, packed. */
  readonly format: Format | 'zip';
  /** Members, where the file is an archive. */
  readonly members: readonly ZipMember[];
}

const ZIP = [0x50, 0x4b];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const FLATGEOBUF = [0x66, 0x67, 0x62];
const PARQUET = [0x50, 0x41, 0x52, 0x31];
const SHP = [0x00, 0x00, 0x27, 0x0a];

const startsWith = (head: Uint8Array, magic: readonly number[]) => magic.every((byte, at) => head[at] === byte);

function ofArchive(members: readonly ZipMember[]): Detected['format'] {
  const has = (pattern: RegExp) => members.some(({ name }) => pattern.test(name));
  if (has(/(^|\/)xl\/workbook\.xml$/i)) return 'xlsx';
  if (isOds(members)) return 'ods';
  if (has(/\.shp$/i)) return 'shapefile';
  if (has(/\.kml$/i)) return 'kmz';
  const foreign = foreignArchive(members.map(({ name }) => name));
  // A document may hold tables of its own; what lies beside a table is no obstacle to it.
  if (foreign?.code === 'document-other' || foreign?.code === 'old-xls') throw foreign;
  if (members.some(({ name }) => isTableFile(name))) return 'zip';
  if (foreign === null && members.some(({ name }) => isTextFile(name))) return 'zip';
  if (has(/\.dbf$/i)) return 'shapefile';
  throw foreign ?? new ImportError('zip-nothing', { members: members.length });
}

function ofText(head: string, name: string): Format {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('<')) {
    if (/<(\w+:)?kml[\s>]/.test(text)) return 'kml';
    if (/<(\w+:)?gpx[\s>]/.test(text)) return 'gpx';
    if (/<(\w+:)?Workbook[\s>][\s\S]*urn:schemas-microsoft-com:office:spreadsheet/.test(text)) return 'xmlss';
    if (/<(html|table|!doctype html)[\s>]/i.test(text)) return 'html';
    if (/\.kml$/i.test(name)) return 'kml';
    if (/\.gpx$/i.test(name)) return 'gpx';
    throw new ImportError('unknown-format', { name });
  }
  if (isNamedLines(text, name)) return 'geojson';
  if (/^[{[]/.test(text) && (/\.(geo)?json$/i.test(name) || /^\{\s*"/.test(text))) return 'geojson';
  return 'csv';
}

/** Parts of a Shapefile that are none without the .shp. */
const SHP_PART = /\.(dbf|shx|prj|cpg|sbn|sbx|qix|qpj)$/i;

/** @throws ImportError where no reader fits. */
export async function detectFormat(file: Blob, name: string): Promise<Detected> {
  if (file.size === 0) throw new ImportError('empty-file');
  const head = new Uint8Array(await file.slice(0, 65_536).arrayBuffer());
  if (startsWith(head, ZIP)) {
    const members = await readDirectory(file);
    return { format: ofArchive(members), members };
  }
  // Where the directory of the container lies is not fixed; such files are small enough to look through.
  if (startsWith(head, OLE)) {
    throw oleFailure(new Uint8Array(await file.slice(0, 8 * 1024 * 1024).arrayBuffer()), name);
  }
  if (startsWith(head, FLATGEOBUF)) return { format: 'flatgeobuf', members: [] };
  if (startsWith(head, PARQUET)) return { format: 'geoparquet', members: [] };
  if (isSqlite(head)) return { format: 'geopackage', members: [] };
  // Encrypted ones begin with noise.
  if (/\.gpkg$/i.test(name)) throw new ImportError('gpkg-damaged');
  if (startsWith(head, SHP)) return { format: 'shapefile', members: [] };
  if (SHP_PART.test(name)) throw new ImportError('shp-missing', { found: name });
  const mark = markOf(head);
  const text = textCutOff(head, mark?.encoding ?? 'utf-8');
  const foreign = foreignFormat(head, text, name);
  if (foreign !== null) throw foreign;
  const utf16 = mark?.encoding === 'utf-16le' || mark?.encoding === 'utf-16be';
  // Control bytes that no text has: a picture, a program, a database.
  if (!utf16 && head.some((byte) => byte < 9 || (byte > 13 && byte < 27))) {
    throw new ImportError('unknown-format', { name });
  }
  return { format: ofText(text, name), members: [] };
}
