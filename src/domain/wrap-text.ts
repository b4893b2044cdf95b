/** Signs that never begin a line: they hang over the end of the one before. */
const CLOSING = /^(?:[，。、；：！？）》”’]|·\s*)$/;
/** Signs that never end a line go along with what follows them. */
const PIECE = /[（《“‘［【]+(?:[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+\s*)|[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+\s*|\s+/g;

/** Breaks `text` into lines of at most `width`; Chinese breaks anywhere, words at blanks. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const pieces = text.match(PIECE) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && !CLOSING.test(piece) && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
