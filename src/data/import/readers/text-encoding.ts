/** In which encoding text bytes are: the mark at the start, else what the bytes can and cannot be. */
import type { Encoding } from '../types.ts';

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** Length of the byte order mark. */
  readonly mark: number;
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    // As a stream: a character cut off at the end is no fault.
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A slice may begin within a character: up to three continuation bytes are passed over. */
function isUtf8(bytes: Uint8Array): boolean {
  let start = 0;
  while (start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start++;
  return decodes(bytes.subarray(start), 'utf-8');
}

const HEAD = 4 * 1024 * 1024;
const SLICE = 128 * 1024;
const SLICES = 24;

export function markOf(head: Uint8Array): EncodingGuess | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', mark: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', mark: 2 };
  return null;
}

/** Bytes that are not UTF-8 are taken for GB18030, which holds GBK and GB 2312. */
export function encodingOfBytes(bytes: Uint8Array): Encoding {
  return markOf(bytes)?.encoding ?? (decodes(bytes, 'utf-8') ? 'utf-8' : 'gb18030');
}

/**
 * The encoding of a text file. Besides its head, slices across it are looked at: a file may be plain
 * ASCII for its first megabytes and still be GB18030.
 */
export async function guessEncoding(file: Blob): Promise<EncodingGuess> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const mark = markOf(head);
  if (mark !== null) return mark;
  if (!decodes(head, 'utf-8')) return { encoding: 'gb18030', mark: 0 };
  for (let n = 1; n <= SLICES && file.size > HEAD; n++) {
    const from = Math.floor(HEAD + ((file.size - HEAD) * (n - 1)) / SLICES);
    const slice = new Uint8Array(await file.slice(from, from + SLICE).arrayBuffer());
    if (!isUtf8(slice)) return { encoding: 'gb18030', mark: 0 };
  }
  return { encoding: 'utf-8', mark: 0 };
}
