/** Text of XML bytes that come in pieces; the encoding is the one that the declaration names, unless another is given. */
import { ImportError } from '../guards/notes.ts';
import { markOf } from './text-encoding.ts';

/** What the declaration at the start names; UTF-8 where there is none. */
export function declaredEncoding(head: Uint8Array): string {
  const ascii = String.fromCharCode(...head.subarray(0, 200));
  return /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(ascii)?.[1] ?? 'utf-8';
}

/** @throws ImportError where the encoding that is named is unknown. */
export async function* xmlText(chunks: AsyncIterable<Uint8Array>, known: string | null = null): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  for await (const chunk of chunks) {
    if (decoder === null) {
      const encoding = known ?? markOf(chunk)?.encoding ?? declaredEncoding(chunk);
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
