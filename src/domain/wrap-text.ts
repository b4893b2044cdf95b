import { CLOSING } from './line-breaks.ts';

const CLOSES = new RegExp(`^(?:[${CLOSING}]|·\\s*)$`);
/** A cite (二（二）1) and a number with its unit or what it counts (3个, 10万元) are read as one; so is a date (1 March 2019, 2019年3月), and what opens with what follows it. */
const PIECE =
  /\b\d{1,2} [A-Z][a-z]+ \d{4}\s*|[（(]?\d{4}年\d{1,2}月(?:\d{1,2}日)?|[（《“‘［【]*(?:[一二三四五六七八九十]+（[一二三四五六七八九十]+）\d*|[^\s\u2E80-\uFFEF]*\d[万亿]*\p{Script=Han})|[（《“‘［【]+(?:[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+\s*)|[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+\s*|\s+/gu;
/** A date that is broader than a line breaks behind its year. */
const DATE_PIECE = /[（(]?\d+[年月日]|[\s\S]/gu;
/** Where a piece is still broader than a line, it breaks too. */
const SMALL_PIECE =
  /[（《“‘［【]+(?:[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+\s*)|[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+\s*|\s+/g;

/** Breaks `text` into lines of at most `width`; Chinese breaks anywhere, words at blanks. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const parted = (pieces: readonly string[], by: RegExp) =>
    pieces.flatMap((piece) => (measure(piece.trimEnd()) > width ? (piece.match(by) ?? []) : [piece]));
  const isDate = (piece: string) => /年\d/.test(piece);
  const pieces = parted(
    (text.match(PIECE) ?? []).flatMap((piece) => (isDate(piece) ? parted([piece], DATE_PIECE) : [piece])),
    SMALL_PIECE,
  );
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && !CLOSES.test(piece) && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}
