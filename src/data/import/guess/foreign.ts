/** Files that are not read, known by their first bytes or their name, each with the sentence that says what to do. */
import { ImportError } from '../guards/notes.ts';

const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const startsWith = (head: Uint8Array, magic: readonly number[], at = 0) =>
  magic.every((byte, index) => head[at + index] === byte);

/** Spreadsheets of another kind are saved anew, archives unpacked, drawings and layers exported, documents copied from. */
type Advice = 'old-xls' | 'packed-otherwise' | 'cad-drawing' | 'gis-other' | 'document-other';

interface Foreign {
  readonly advice: Advice;
  /** As people call it. */
  readonly kind: string;
  readonly magic?: readonly number[];
  /** Where the magic stands; at the beginning by default. */
  readonly at?: number;
  readonly text?: RegExp;
  readonly name?: RegExp;
}

const KINDS: readonly Foreign[] = [
  { advice: 'packed-otherwise', kind: 'RAR', magic: letters('Rar!') },
  { advice: 'packed-otherwise', kind: '7z', magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { advice: 'packed-otherwise', kind: 'gzip', magic: [0x1f, 0x8b, 0x08] },
  { advice: 'packed-otherwise', kind: 'bzip2', magic: letters('BZh') },
  { advice: 'packed-otherwise', kind: 'xz', magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { advice: 'packed-otherwise', kind: 'tar', magic: letters('ustar'), at: 257 },
  { advice: 'cad-drawing', kind: 'DWG', magic: letters('AC10') },
  { advice: 'cad-drawing', kind: 'DXF', magic: letters('AutoCAD Binary DXF') },
  {
    advice: 'cad-drawing',
    kind: 'DXF',
    text: /^\s*(?:0|999)\s[\s\S]{0,2000}?\bSECTION\s+2\s+(?:HEADER|CLASSES|TABLES|BLOCKS|ENTITIES)\b/,
  },
  { advice: 'cad-drawing', kind: 'DWG', name: /\.dwg$/i },
  { advice: 'cad-drawing', kind: 'DXF', name: /\.dxf$/i },
  { advice: 'gis-other', kind: 'MapInfo TAB', text: /^\s*!table\b/i },
  { advice: 'gis-other', kind: 'MapInfo MIF', text: /^\s*version\s+\d+\s+charset\b/i },
  {
    advice: 'gis-other',
    kind: 'GML',
    text: /^[\s\S]{0,4000}?<(?:\w+:)?(?:FeatureCollection|Dictionary)\b[^>]*opengis\.net\/(?:gml|wfs)/,
  },
  { advice: 'gis-other', kind: 'E00', text: /^EXP {2}[01] / },
  { advice: 'gis-other', kind: 'Access', magic: letters('Standard'), at: 4 },
  { advice: 'document-other', kind: 'PDF', magic: letters('%PDF') },
  { advice: 'document-other', kind: 'RTF', magic: letters('{\\rtf') },
  { advice: 'document-other', kind: 'MHT', text: /^\s*MIME-Version:[\s\S]{0,2000}multipart\/related/i },
  { advice: 'document-other', kind: 'JPEG', magic: [0xff, 0xd8, 0xff] },
  { advice: 'document-other', kind: 'PNG', magic: [0x89, 0x50, 0x4e, 0x47] },
];

/**
 * Null where the file is none of these.
 *
 * @param head its first bytes
 * @param text the same as text
 */
export function foreignFormat(head: Uint8Array, text: string, name: string): ImportError | null {
  const found = KINDS.find(
    (kind) =>
      (kind.magic !== undefined && startsWith(head, kind.magic, kind.at)) ||
      kind.text?.test(text) === true ||
      kind.name?.test(name) === true,
  );
  return found === undefined ? null : new ImportError(found.advice, { kind: found.kind });
}

/** What an archive is that holds none of our formats, by its members; null where it is none that is known. */
export function foreignArchive(names: readonly string[]): ImportError | null {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/(^|\/)xl\/workbook\.bin$/i)) return new ImportError('old-xls', { kind: 'XLSB' });
  if (has(/\.iwa$/i)) return new ImportError('old-xls', { kind: 'Numbers' });
  if (has(/(^|\/)word\/document\.xml$/i)) return new ImportError('document-other', { kind: 'Word' });
  if (has(/(^|\/)ppt\/presentation\.xml$/i)) return new ImportError('document-other', { kind: 'PowerPoint' });
  if (has(/\.gdbtable$/i)) return new ImportError('gis-other', { kind: 'File Geodatabase' });
  if (has(/\.(tab|mif)$/i)) return new ImportError('gis-other', { kind: 'MapInfo' });
  if (has(/\.gml$/i)) return new ImportError('gis-other', { kind: 'GML' });
  if (has(/\.(dxf|dwg)$/i)) return new ImportError('cad-drawing', { kind: has(/\.dxf$/i) ? 'DXF' : 'DWG' });
  if (has(/\.(rar|7z|zip|gz)$/i)) return new ImportError('packed-otherwise', { kind: 'ZIP' });
  return null;
}

/** Workbooks of Excel 97 and of WPS, Word of then, and all that is protected by a password share one container. */
export function oleFailure(bytes: Uint8Array, name: string): ImportError {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1));
  if (text.includes('EncryptedPackage')) return new ImportError('xlsx-password');
  if (/\.doc$/i.test(name) || text.includes('WordDocument')) return new ImportError('document-other', { kind: 'Word' });
  return new ImportError('old-xls', { kind: /\.ett?$/i.test(name) ? 'ET' : 'XLS' });
}
