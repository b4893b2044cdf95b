/** Terms in words: the longest word first, and what a longer word has taken no shorter one takes. */
import type { Term } from '../../domain/schema/term.ts';

/** One form for all that is compared: compatibility forms folded, lower case. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const LATIN = /^[\p{Script=Latin}\d]/u;
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Of what stands before and behind a word: two patterns for all words, since each would hold some 14 KiB of code. */
const GOES_ON = { before: /[\p{L}\d]$/u, behind: /^[\p{L}\d]/u } as const;

/** A pattern for a word: Latin in the plural too, and only where it `isWhole`; Chinese anywhere. */
function patternOf(word: string): Pick<TermWord, 'pattern' | 'isWhole' | 'begins'> {
  const text = plain(word);
  if (!LATIN.test(text)) return { pattern: new RegExp(escaped(text), 'gu'), isWhole: false, begins: text };
  const [begins = ''] = text.replace(/y$/, '').split(/[ -]/);
  const stem = text.endsWith('y') ? `${escaped(text.slice(0, -1))}(?:y|ies)` : `${escaped(text)}(?:e?s)?`;
  return { pattern: new RegExp(stem.replaceAll(/[ -]/g, '[\\s-]?'), 'gu'), isWhole: true, begins };
}

type Place = Pick<Found, 'at' | 'end'>;
const NOWHERE: readonly Place[] = [];

/** Where a word stands in a text, from the left. */
function placesOf({ pattern, isWhole, begins }: TermWord, text: string): readonly Place[] {
  // Most words do not begin anywhere: that is told ten times sooner than by the pattern.
  if (!text.includes(begins)) return NOWHERE;
  const places: { at: number; end: number }[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [at, end] = [match.index, match.index + match[0].length];
    const goesOn =
      isWhole &&
      (GOES_ON.before.test(text.slice(Math.max(0, at - 2), at)) || GOES_ON.behind.test(text.slice(end, end + 2)));
    if (goesOn) pattern.lastIndex = at + 1;
    else places.push({ at, end });
  }
  return places;
}

interface TermWord {
  readonly term: Term;
  readonly text: string;
  readonly pattern: RegExp;
  /** No letter or digit stands beside it. */
  readonly isWhole: boolean;
  /** What it begins with in every form. */
  readonly begins: string;
}

export interface TermIndex {
  readonly terms: readonly Term[];
  readonly byId: ReadonlyMap<string, Term>;
  readonly words: readonly TermWord[];
  /** Every word of a term's words by itself, by which what is misspelt is known. */
  readonly singleWords: readonly string[];
}

function wordsOf(term: Term): readonly string[] {
  return [term.zh, term.en, ...term.words];
}

export function indexTerms(terms: readonly Term[]): TermIndex {
  const words = terms.flatMap((term) => wordsOf(term).map((word) => ({ term, text: plain(word), ...patternOf(word) })));
  return {
    terms,
    byId: new Map(terms.map((term) => [term.id, term])),
    singleWords: [...new Set(words.flatMap(({ text }) => text.split(/[\s-]+/)))],
    words: words.sort((a, b) => b.text.length - a.text.length),
  };
}

/** A term where it stands in a text, by which of its words. */
export interface Found {
  readonly term: Term;
  /** As `plain` writes it, in the form that the term has it. */
  readonly word: string;
  readonly at: number;
  readonly end: number;
}

/** Terms in a text that `plain` has made, from the left: the longest word first, and none within another. */
export function termPlaces({ words }: TermIndex, folded: string): Found[] {
  if (folded.trim() === '') return [];
  let rest = folded;
  const found: Found[] = [];
  for (const word of words) {
    for (const { at, end } of placesOf(word, rest)) {
      found.push({ term: word.term, word: word.text, at, end });
      rest = rest.slice(0, at) + '\u0000'.repeat(end - at) + rest.slice(end);
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Each term, and behind it the kind that it is one of. */
export function withKinds({ byId }: TermIndex, terms: Iterable<Term>): Set<Term> {
  const all = new Set<Term>();
  for (const term of terms) {
    all.add(term);
    const kind = term.broader === undefined ? undefined : byId.get(term.broader);
    if (kind !== undefined) all.add(kind);
  }
  return all;
}

/** Terms in a text, in the order in which they stand there. */
export function termsIn(index: TermIndex, text: string): Term[] {
  return [...new Set(termPlaces(index, plain(text)).map(({ term }) => term))];
}
