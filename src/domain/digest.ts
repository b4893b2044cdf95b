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

/** The same over bytes, with their number: tells one content from another, wherever it was made. */
export function bytesDigest(bytes: Uint8Array): string {
  let [one, two] = [0x811c9dc5, 0x01000193];
  for (const byte of bytes) {
    one = Math.imul(one ^ byte, 0x01000193);
    two = Math.imul(two ^ (byte + 7), 0x811c9dc5);
    // Else the high bits of the second say nothing of the low ones.
    two ^= two >>> 15;
  }
  const halves = [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0'));
  return `${halves.join('')}-${bytes.length.toString(16)}`;
}
