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

/** A pattern for a word: Chinese anywhere, Latin as a whole word, in the plural too. */
function patternOf(word: string): RegExp {
  const text = plain(word);
  if (!LATIN.test(text)) return new RegExp(escaped(text), 'gu');
  const stem = text.endsWith('y') ? `${escaped(text.slice(0, -1))}(?:y|ies)` : `${escaped(text)}(?:e?s)?`;
  return new RegExp(`(?<![\\p{L}\\d])${stem.replaceAll(/[ -]/g, '[\\s-]?')}(?![\\p{L}\\d])`, 'gu');
}

interface TermWord {
  readonly term: Term;
  readonly length: number;
  readonly pattern: RegExp;
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
    wordsOf(term).map((word) => ({ term, length: plain(word).length, pattern: patternOf(word) })),
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
  for (const { term, pattern } of words) {
    rest = rest.replace(pattern, (whole: string, ...args: unknown[]) => {
      const at = args.find((arg) => typeof arg === 'number') ?? 0;
      found.set(term, Math.min(at, found.get(term) ?? at));
      return '\u0000'.repeat(whole.length);
    });
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
