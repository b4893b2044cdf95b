/** Text of strangers as it is shown: a file's names and cells, notes, words that came with a link. */

/**
 * Marks that turn the direction of what follows: with them "gnp.exe" reads "exe.png", and a name rearranges the
 * words beside it. Letters that run from right to left keep their direction without them.
 */
const TURNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Line ends, tabs and controls. */
const CONTROLS = /\p{Cc}+/gu;

/** One line without marks that change how it reads. For display alone: exports give what came. */
export function plainLine(text: string): string {
  return text.replace(TURNS, '').replace(CONTROLS, ' ');
}
