/** A value as a short text for an address: JSON, deflated, in the 64 characters that no address changes. Pure. */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';

/** Bytes that a packed text may unfold to: a short text can be made to unfold without end. */
const MOST_BYTES = 1_000_000;
/** Characters handed to `fromCharCode` at a time. */
const PIECE = 4096;

export function packJson(value: unknown): string {
  const bytes = deflateSync(strToU8(JSON.stringify(value)), { level: 9 });
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE) binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws {Error} for a text that was cut, changed, or unfolds to too much. */
export function unpackJson(packed: string): unknown {
  const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  const chunks: Uint8Array[] = [];
  let length = 0;
  const end = { reached: false };
  const inflate = new Inflate((chunk, final) => {
    length += chunk.length;
    if (length > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
    end.reached = final;
  });
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  // In small pieces, so that what unfolds too far is stopped on the way.
  for (let at = 0; at < bytes.length; at += PIECE)
    inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
  if (!end.reached) throw new Error('it is cut off');
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return JSON.parse(strFromU8(joined)) as unknown;
}
