declare module 'subset-font' {
  /** Keeps the glyphs that the characters of `text` need; rejects when the bytes are no font. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: { targetFormat?: 'sfnt' | 'woff' | 'woff2'; noHinting?: boolean },
  ): Promise<Buffer>;
}
