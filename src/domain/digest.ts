/** 64 bits of FNV-1a over a text, in hexadecimal digits: tells one text from another, and is no secret. */
export function textDigest(text: string): string {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (const letter of text) {
    const code = letter.charCodeAt(0);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ (code + 7), 0x811c9dc5);
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

type Halves = readonly [number, number];

const START: Halves = [0x811c9dc5, 0x01000193];

function over(bytes: Uint8Array, [first, second]: Halves): Halves {
  let [one, two] = [first, second];
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x01000193);
    two = Math.imul(two ^ (byte + 7), 0x811c9dc5);
    // Else the high bits of the second say nothing of the low ones.
    two ^= two >>> 15;
  }
  return [one, two];
}

const inDigits = (halves: Halves, length: number): string =>
  `${halves.map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')}-${length.toString(16)}`;

/** The same over bytes, with their number: tells one content from another, wherever it was made. */
export const bytesDigest = (bytes: Uint8Array): string => inDigits(over(bytes, START), bytes.length);

/** Bytes between two pauses: some twenty milliseconds. */
const PIECE = 4 * 1024 * 1024;

/** `bytesDigest` of what may be large: the page hears its user between the pieces. */
export async function pacedDigest(bytes: Uint8Array): Promise<string> {
  let halves = START;
  for (let at = 0; at < bytes.length; at += PIECE) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve));
    halves = over(bytes.subarray(at, at + PIECE), halves);
  }
  return inDigits(halves, bytes.length);
}
