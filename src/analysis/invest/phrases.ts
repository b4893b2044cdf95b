/**
 * What free words ask for, thing by thing: the terms in each, what is not understood, and what stands last, which says
 * what the thing is. A data centre's cooling is no data centre: where the head is not known, its parts decide nothing.
 */
import {
  CHINESE_BETWEEN,
  CHINESE_EDGE,
  CONJUNCTIONS,
  NEUTRAL_CHINESE,
  NEUTRAL_ENGLISH,
  PREPOSITIONS,
} from './neutral-words.ts';
import { type Found, plain, type TermIndex, termPlaces } from './understand.ts';

/** One piece of a thing's name: a term that was found, or a word that is not known, as it stands in the text. */
export type Piece = Found | { readonly term: null; readonly text: string; readonly at: number; readonly end: number };

export interface Phrase {
  /** In the order of the text. */
  readonly pieces: readonly Piece[];
  /** The one that says what it is; null where nothing is said. */
  readonly head: Piece | null;
}

interface Break {
  readonly kind: 'thing' | 'purpose';
}
type Token = Piece | Break;

const WORD = /\p{Script=Han}+|[\p{L}\d][\p{L}\d'’-]*|[,;，；、。/+&\n|]/gu;

/** English that says nothing, its plural too. */
const isNeutral = (word: string): boolean =>
  word.length < 2 ||
  /^\d/.test(word) ||
  NEUTRAL_ENGLISH.has(word) ||
  NEUTRAL_ENGLISH.has(word.replace(/s$/, '')) ||
  NEUTRAL_ENGLISH.has(word.replace(/ies$/, 'y'));

function tokensBetween(text: string, from: number, to: number): Token[] {
  return [...text.slice(from, to).matchAll(WORD)].flatMap((match): Token[] => {
    const [word] = match;
    const at = from + match.index;
    if (/^\p{Script=Han}/u.test(word)) return chineseTokens(word, at);
    if (!/^[\p{L}\d]/u.test(word) || CONJUNCTIONS.has(word)) return [{ kind: 'thing' }];
    if (PREPOSITIONS.has(word)) return [{ kind: 'purpose' }];
    return isNeutral(word) ? [] : [{ term: null, text: word, at, end: at + word.length }];
  });
}

/** What is left of a run of characters where nothing in it was understood. */
function chineseTokens(run: string, at: number): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  // Neutral words part a run, of the same length, so that every place stays where it is.
  const rest = run.replace(NEUTRAL_CHINESE, (word) => ' '.repeat(word.length));
  for (const piece of rest.split(new RegExp(`(${CHINESE_BETWEEN.source}| +)`, 'u'))) {
    const from = start;
    start += piece.length;
    if (CHINESE_BETWEEN.test(piece)) tokens.push({ kind: 'thing' });
    else {
      const head = piece.replace(CHINESE_EDGE, (edge, offset: number) => (offset === 0 ? ' '.repeat(edge.length) : ''));
      const text = head.trim();
      const own = at + from + head.length - head.trimStart().length;
      if (text !== '') tokens.push({ term: null, text, at: own, end: own + text.length });
    }
  }
  return tokens;
}

const isPiece = (token: Token): token is Piece => !('kind' in token);

/** The things that a text speaks of. Places are those of `plain(text)`. */
export function phrasesIn(index: TermIndex, text: string): Phrase[] {
  const folded = plain(text);
  const found = termPlaces(index, folded);
  const tokens: Token[] = [];
  let end = 0;
  for (const place of found) {
    tokens.push(...tokensBetween(folded, end, place.at), place);
    end = place.end;
  }
  tokens.push(...tokensBetween(folded, end, folded.length));
  return split(tokens, 'thing').flatMap((thing) => {
    const pieces = thing.filter(isPiece);
    if (pieces.length === 0) return [];
    // What it is for follows: the head is the last piece of the first part that says anything.
    const [first] = split(thing, 'purpose').filter((part) => part.some(isPiece));
    return [{ pieces, head: first?.filter(isPiece).at(-1) ?? null }];
  });
}

function split(tokens: readonly Token[], kind: Break['kind']): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (!isPiece(token) && token.kind === kind) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}
