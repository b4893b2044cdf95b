/**
 * From free words to what they mean. Taken is only what the head of a thing's name bears out; a word that has an unlike
 * sense, or that only tells more of a thing whose name is not known, is offered as a reading and left to be chosen.
 */
import type { Bilingual } from '../../domain/schema/parts.ts';
import type { Term } from '../../domain/schema/term.ts';
import { CLUSTER_IDS, type ClusterId } from '../../domain/vocabulary.ts';
import { nearMiss } from './near-miss.ts';
import { type Phrase, type Piece, phrasesIn } from './phrases.ts';
import type { Need } from './question.ts';
import { type Found, plain, type TermIndex, withKinds } from './understand.ts';

/** Something that words may mean, to be chosen. */
export interface Reading {
  /** Null for a sense that no term stands for. */
  readonly term: Term | null;
  readonly name: Bilingual;
  readonly cluster: ClusterId;
}

export interface Understood {
  /** In the policy's order. */
  readonly clusters: readonly ClusterId[];
  readonly terms: readonly Term[];
  /** What the words alone said for certain, before corrections. */
  readonly foundClusters: readonly ClusterId[];
  readonly foundTerms: readonly Term[];
  /** What they may mean, the likeliest first; nothing of it is taken. */
  readonly readings: readonly Reading[];
  /** Words that say nothing known, as they were written. */
  readonly unknown: readonly string[];
  /** The words with the known ones in the place of those that are misspelt; null where none is near. */
  readonly corrected: string | null;
}

const isTerm = (piece: Piece): piece is Found => piece.term !== null;
const sensesOf = ({ term, word }: Found) => term.senses.filter((sense) => plain(sense.word) === word);
/** A word that means one thing wherever it stands. */
const isPlain = (piece: Found): boolean => sensesOf(piece).length === 0;

/** What a thing is made of, or what is put into it, says nothing of who makes it: a steel pan is no new material. */
const OF_MATTER: ReadonlySet<ClusterId> = new Set(['materials', 'food']);
const isMatterOf = (head: Found, { term }: Found): boolean => {
  const [own, heads] = [term.clusters[0], head.term.clusters[0]];
  return own !== undefined && own !== heads && OF_MATTER.has(own);
};

/** What of a thing's name is taken, and what is offered, the head's first. */
function judged({ pieces, head }: Phrase): { readonly taken: readonly Found[]; readonly offered: readonly Found[] } {
  const terms = pieces.filter(isTerm);
  const headFirst = [...terms].sort((a, b) => Number(b === head) - Number(a === head));
  if (head === null || !isTerm(head)) return { taken: [], offered: headFirst };
  if (isPlain(head)) {
    const isTaken = (piece: Found) => isPlain(piece) && !isMatterOf(head, piece);
    return { taken: terms.filter(isTaken), offered: headFirst.filter((piece) => !isTaken(piece)) };
  }
  // Of a word with several senses the rest of the name decides, where all of it is known and some of it is of its cluster.
  const bears = (piece: Found) => piece !== head && isPlain(piece) && piece.term.clusters[0] === head.term.clusters[0];
  const isBorneOut = pieces.every(isTerm) && terms.some(bears);
  if (isBorneOut) return { taken: terms.filter((piece) => piece === head || isPlain(piece)), offered: [] };
  return { taken: [], offered: headFirst };
}

function readingsOf(piece: Found): Reading[] {
  const { term } = piece;
  const own = term.clusters.slice(0, 1).map((cluster) => ({ term, name: { zh: term.zh, en: term.en }, cluster }));
  return [...own, ...sensesOf(piece).map(({ zh, en, cluster }) => ({ term: null, name: { zh, en }, cluster }))];
}

/** Each once, whatever word gave it. */
function once(readings: readonly Reading[]): Reading[] {
  const keyOf = ({ term, name, cluster }: Reading) => `${term?.id ?? name.zh} ${cluster}`;
  return [...new Map(readings.map((reading) => [keyOf(reading), reading])).values()];
}

/** The text with what is near in the place of each word that is not known; null where nothing is. */
function correctedText(index: TermIndex, text: string, unknown: readonly Piece[]): string | null {
  let [folded, changed] = [plain(text), false];
  // From the right, so that the places before stay.
  for (const piece of [...unknown].reverse()) {
    const near = isTerm(piece) ? null : nearMiss(piece.text, index.singleWords);
    if (near === null) continue;
    folded = folded.slice(0, piece.at) + near + folded.slice(piece.end);
    changed = true;
  }
  return changed ? folded : null;
}

export function understand(index: TermIndex, { words, added, removed }: Need): Understood {
  const phrases = phrasesIn(index, words);
  const all = phrases.map(judged);
  // With each its kind: a park of home appliances suits a maker of rice cookers, if less than one that names them.
  const foundTerms = [
    ...withKinds(
      index,
      all.flatMap(({ taken }) => taken.map(({ term }) => term)),
    ),
  ];
  const named = new Set<string>(foundTerms.flatMap(({ clusters }) => clusters.slice(0, 1)));
  const foundClusters = CLUSTER_IDS.filter((id) => named.has(id));
  const more = added.flatMap((id) => index.byId.get(id) ?? []);
  const terms = [...new Set([...foundTerms, ...more])].filter(({ id }) => !removed.includes(id));
  const unknown = phrases.flatMap(({ pieces }) => pieces.filter((piece) => !isTerm(piece)));
  return {
    foundTerms,
    foundClusters,
    terms,
    clusters: CLUSTER_IDS.filter((id) => (named.has(id) || added.includes(id)) && !removed.includes(id)),
    readings: once(all.flatMap(({ offered }) => offered.flatMap(readingsOf))).filter(
      ({ term }) => term === null || !foundTerms.includes(term),
    ),
    unknown: [...new Set(unknown.flatMap((piece) => (isTerm(piece) ? [] : [piece.text])))],
    corrected: correctedText(index, words, unknown),
  };
}
