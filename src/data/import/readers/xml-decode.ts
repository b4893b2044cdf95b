/** Text of XML bytes that come in pieces; the encoding is the one that the declaration names. */
import { ImportError } from '../guards/notes.ts';
import { markOf } from './text-encoding.ts';

function declared(head: Uint8Array): string {
  const mark = markOf(head);
  if (mark !== null) return mark.encoding;
  const ascii = String.fromCharCode(...head.subarray(0, 200));
  return /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(ascii)?.[1] ?? 'utf-8';
}

/** @throws ImportError where the encoding that is named is unknown. */
export async function* xmlText(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    if (decoder === null) {
      const encoding = declared(chunk);
      try {
        decoder = new TextDecoder(encoding);
      } catch {
        throw new ImportError('xml-broken', { what: encoding });
      }
    }
    yield decoder.decode(chunk, { stream: true });
  }
}

/** The bytes of a file in pieces. */
export async function* fileChunks(file: Blob): AsyncGenerator<Uint8Array> {
  const piece = 1024 * 1024;
  for (let at = 0; at < file.size; at += piece) yield new Uint8Array(await file.slice(at, at + piece).arrayBuffer());
}
