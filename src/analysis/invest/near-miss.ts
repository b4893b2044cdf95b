/** What a word that is not understood may have been meant to be: the nearest of the known ones, within an edit or two. */
import { distance } from 'fastest-levenshtein';

const HAN = /^\p{Script=Han}+$/u;

/** Edits that a word of so many letters may be off: a short one is soon another word. */
const allowed = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2);

/**
 * The known word that is meant, or null. Chinese: a piece of `word` that differs by one character from a known word of
 * the same length, the longest there is, of two characters only where the second, which says what it is, is right; the
 * rest of it stays.
 */
export function nearMiss(word: string, known: readonly string[]): string | null {
  return HAN.test(word) ? nearChinese(word, known) : nearLatin(word, known);
}

function nearLatin(word: string, known: readonly string[]): string | null {
  let best: { readonly text: string; readonly edits: number } | null = null;
  for (const text of known) {
    if (HAN.test(text) || Math.abs(text.length - word.length) > 2) continue;
    const edits = distance(word, text);
    // The first letter is seldom wrong, and what differs there is most often another word.
    if (edits <= allowed(Math.min(word.length, text.length)) && (best === null || edits < best.edits)) {
      if (word[0] === text[0] || edits === 1) best = { text, edits };
    }
  }
  return best?.text ?? null;
}

function nearChinese(word: string, known: readonly string[]): string | null {
  const characters = [...word];
  let best: { readonly at: number; readonly text: string; readonly length: number } | null = null;
  for (const text of known) {
    if (!HAN.test(text)) continue;
    const length = [...text].length;
    // Of two characters the piece must be the whole: one of many is near to something by chance.
    if (length < 2 || length <= (best?.length ?? 0) || (length === 2 && characters.length > 2)) continue;
    for (let at = 0; at + length <= characters.length; at++) {
      const piece = characters.slice(at, at + length).join('');
      if (distance(piece, text) !== 1 || (length === 2 && piece.at(-1) !== text.at(-1))) continue;
      best = { at, text, length };
      break;
    }
  }
  if (best === null) return null;
  return [...characters.slice(0, best.at), best.text, ...characters.slice(best.at + best.length)].join('');
}
