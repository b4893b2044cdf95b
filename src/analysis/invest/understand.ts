/** From free words to clusters and terms: the longest word first, and what a longer word has taken no shorter one takes. */
import type { Term } from '../../domain/schema/term.ts';
import { CLUSTER_IDS, type ClusterId } from '../../domain/vocabulary.ts';
import type { Need } from './question.ts';

export interface Understood {
  /** In the policy's order. */
  readonly clusters: readonly ClusterId[];
  readonly terms: readonly Term[];
  /** What the words alone said, before corrections. */
  readonly foundClusters: readonly ClusterId[];
  readonly foundTerms: readonly Term[];
}

/** One form for all that is compared: compatibility forms folded, lower case. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

const LATIN = /^[\p{Script=Latin}\d]/u;
const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Of what stands before and behind a word: two patterns for all words, since each would hold some 14 KiB of code. */
const GOES_ON = { before: /[\p{L}\d]$/u, behind: /^[\p{L}\d]/u } as const;

/** A pattern for a word: Latin in the plural too, and only where it `isWhole`; Chinese anywhere. */
function patternOf(word: string): Pick<TermWord, 'pattern' | 'isWhole'> {
  const text = plain(word);
  if (!LATIN.test(text)) return { pattern: new RegExp(escaped(text), 'gu'), isWhole: false };
  const stem = text.endsWith('y') ? `${escaped(text.slice(0, -1))}(?:y|ies)` : `${escaped(text)}(?:e?s)?`;
  return { pattern: new RegExp(stem.replaceAll(/[ -]/g, '[\\s-]?'), 'gu'), isWhole: true };
}

/** Where a word stands in a text, from the left. */
function placesOf({ pattern, isWhole }: TermWord, text: string): { readonly at: number; readonly end: number }[] {
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
  readonly length: number;
  readonly pattern: RegExp;
  /** No letter or digit stands beside it. */
  readonly isWhole: boolean;
}

export interface TermIndex {
  readonly terms: readonly Term[];
  readonly byId: ReadonlyMap<string, Term>;
  readonly words: readonly TermWord[];
}

function wordsOf(term: Term): readonly string[] {
  return [term.zh, term.en, ...term.words];
}

export function indexTerms(terms: readonly Term[]): TermIndex {
  const words = terms.flatMap((term) =>
    wordsOf(term).map((word) => ({ term, length: plain(word).length, ...patternOf(word) })),
  );
  return {
    terms,
    byId: new Map(terms.map((term) => [term.id, term])),
    words: words.sort((a, b) => b.length - a.length),
  };
}

/** Terms in a text, in the order in which they stand there. */
export function termsIn({ words }: TermIndex, text: string): Term[] {
  let rest = plain(text);
  const found = new Map<Term, number>();
  for (const word of words) {
    for (const { at, end } of placesOf(word, rest)) {
      found.set(word.term, Math.min(at, found.get(word.term) ?? at));
      rest = rest.slice(0, at) + '\u0000'.repeat(end - at) + rest.slice(end);
    }
  }
  return [...found].sort((a, b) => a[1] - b[1]).map(([term]) => term);
}

export function understand(index: TermIndex, { words, added, removed }: Need): Understood {
  const foundTerms = termsIn(index, words);
  const named = new Set<string>(foundTerms.flatMap(({ clusters }) => clusters.slice(0, 1)));
  const foundClusters = CLUSTER_IDS.filter((id) => named.has(id));
  const more = added.flatMap((id) => index.byId.get(id) ?? []);
  return {
    foundTerms,
    foundClusters,
    terms: [...new Set([...foundTerms, ...more])].filter(({ id }) => !removed.includes(id)),
    clusters: CLUSTER_IDS.filter((id) => (named.has(id) || added.includes(id)) && !removed.includes(id)),
  };
}
