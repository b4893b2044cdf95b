/** In which encoding an XML file is: what the user chose, its mark, its declaration, and what the bytes say to that. */
import { ImportError, type Note, note } from '../guards/notes.ts';
import { ENCODINGS, type Encoding } from '../types.ts';
import { guessEncoding, markOf } from './text-encoding.ts';
import { declaredEncoding } from './xml-decode.ts';

export interface XmlEncoding {
  /** As a decoder names it. */
  readonly label: string;
  /** The same, where it is one of those that can be chosen. */
  readonly encoding: Encoding | null;
  readonly warnings: readonly Note[];
}

const GB = /^(gbk|gb2312|gb_2312-80|gb18030|x-gbk|cp936|windows-936|ms936|euc-cn)$/;

function known(label: string): Encoding | null {
  const name = label.toLowerCase();
  if (GB.test(name)) return 'gb18030';
  if (name === 'utf8') return 'utf-8';
  return ENCODINGS.find((each) => each === name) ?? (/^big-?5/.test(name) ? 'big5' : null);
}

/** A statement is believed unless the bytes speak against it: undeclared is UTF-8, and often is none. */
async function judged(bytes: Blob, stated: Encoding): Promise<Encoding> {
  const guess = await guessEncoding(bytes);
  const isDoubted = stated === 'utf-8' ? guess.encoding !== 'utf-8' : guess.encoding === 'utf-8' && !guess.isPlain;
  return isDoubted ? guess.encoding : stated;
}

/**
 * @param bytes the file, or as much of its beginning as is at hand
 * @throws ImportError where the encoding that is named is unknown.
 */
export async function xmlEncoding(bytes: Blob, wanted: Encoding | undefined): Promise<XmlEncoding> {
  if (wanted !== undefined) return { label: wanted, encoding: wanted, warnings: [] };
  const head = new Uint8Array(await bytes.slice(0, 4096).arrayBuffer());
  const mark = markOf(head)?.encoding ?? null;
  if (mark !== null) return { label: mark, encoding: mark, warnings: [] };
  const label = declaredEncoding(head);
  const stated = known(label);
  if (stated === null) {
    try {
      return { label: new TextDecoder(label).encoding, encoding: null, warnings: [] };
    } catch {
      throw new ImportError('xml-broken', { what: label });
    }
  }
  const encoding = await judged(bytes, stated);
  const warnings = encoding === stated ? [] : [note('encoding-doubt', { stated: label, encoding })];
  return { label: encoding, encoding, warnings };
}
