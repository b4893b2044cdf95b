/** Text of XML bytes that come in pieces, in the encoding that they state, unless their text is another. */
import type { Encoding } from '../types.ts';
import { encodingNamed, encodingOfPieces, markOf } from './text-encoding.ts';

/** How XML is decoded, and what it claimed to be. */
export interface XmlEncoding {
  /** As the platform's decoder knows it. */
  readonly label: string;
  /** The same, where it is one that a user can choose. */
  readonly encoding: Encoding | null;
  readonly claimed: Encoding | null;
}

const DECLARATION = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/;

/** The name in the declaration; null where there is none, or one that no decoder knows. */
function declared(head: Uint8Array): string | null {
  const label = DECLARATION.exec(String.fromCharCode(...head.subarray(0, 200)))?.[1];
  // Letters could be read as bytes, so these are no pairs of bytes, whatever the declaration says.
  if (label === undefined || /^(utf|ucs|iso-10646-ucs)-?(16|2)/i.test(label)) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

const plain = (encoding: Encoding, claimed: Encoding | null = null): XmlEncoding => ({
  label: encoding,
  encoding,
  claimed,
});

async function headOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  for await (const chunk of chunks) return chunk;
  return new Uint8Array();
}

/**
 * The encoding of a whole document: files without a declaration are often GBK, and so are some that declare UTF-8.
 *
 * @param chunks the bytes from their beginning, anew with each call
 * @param wanted what the user chose; taken as it is
 */
export async function xmlEncoding(
  chunks: () => AsyncIterable<Uint8Array>,
  wanted: Encoding | null = null,
): Promise<XmlEncoding> {
  if (wanted !== null) return plain(wanted);
  const head = await headOf(chunks());
  const mark = markOf(head);
  if (mark !== null) return plain(mark.encoding);
  const label = declared(head);
  const claimed = label === null ? null : encodingNamed(label);
  if (label !== null && claimed === null) return { label, encoding: null, claimed };
  return plain(await encodingOfPieces(chunks(), claimed), claimed);
}

/** @param label how the text is encoded; by default what its own head says, UTF-8 where it says nothing */
export async function* xmlText(chunks: AsyncIterable<Uint8Array>, label?: string): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(label ?? markOf(chunk)?.encoding ?? declared(chunk) ?? 'utf-8');
    yield decoder.decode(chunk, { stream: true });
  }
}
