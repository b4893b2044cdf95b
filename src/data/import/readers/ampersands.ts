/** Ends of the sections in which an ampersand means itself. */
const SECTIONS: Readonly<Record<string, string>> = { '<!--': '-->', '<![CDATA[': ']]>' };
const NEXT = /<!--|<!\[CDATA\[|&(?!(?:#x[\da-fA-F]{1,6}|#\d{1,7}|\w{1,32});)/g;
/** No reference and no mark above is longer. */
const AHEAD = 40;

/**
 * Escapes the ampersands of XML that begin no reference, as in "A & B": files as people have them are full of these,
 * and a strict reader takes all that follows, up to the next semicolon, for the name of an entity.
 */
export class Ampersands {
  private held = '';
  /** What ends the section that is open; empty outside of one. */
  private until = '';

  /** What can be told of the text up to here; the rest comes with the next chunk, or with the last one. */
  escape(chunk: string, last = false): string {
    const text = this.held + chunk;
    const known = last ? text.length : text.length - AHEAD;
    let out = '';
    let at = 0;
    while (at < known) {
      const from = at;
      if (this.until !== '') {
        const end = text.indexOf(this.until, from);
        at = end < 0 ? known : end + this.until.length;
        if (end >= 0) this.until = '';
        out += text.slice(from, at);
        continue;
      }
      NEXT.lastIndex = from;
      const found = NEXT.exec(text);
      if (found === null || found.index >= known) {
        out += text.slice(from, known);
        at = known;
        continue;
      }
      const [mark] = found;
      at = found.index + mark.length;
      out += text.slice(from, found.index) + (mark === '&' ? '&amp;' : mark);
      this.until = SECTIONS[mark] ?? '';
    }
    this.held = text.slice(at);
    return out;
  }
}
