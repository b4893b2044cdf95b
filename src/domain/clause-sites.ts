/** From a clause to what it names, and from a thing to the sentences that name it. */
import { type EntityRef, findClause, sitesNamedIn, withParts } from './policy.ts';
import type { Clause, Policy } from './schema/policy.ts';
import type { Site } from './site.ts';

export interface NamedSites {
  /** Named and drawn on the map, in reading order. */
  readonly placed: readonly Site[];
  /** Named, but without a place that may be drawn. */
  readonly unplaced: readonly Site[];
  /** What is part of a named thing without being named itself. */
  readonly parts: readonly { readonly whole: Site; readonly parts: readonly Site[] }[];
}

export function namedSites(policy: Policy, sites: readonly Site[], clauseId: string): NamedSites {
  const found = withParts(sites, sitesNamedIn(policy, clauseId));
  const named = found.filter(({ partOf }) => partOf === null).map(({ site }) => site);
  return {
    placed: named.filter((site) => site.position !== null),
    unplaced: named.filter((site) => site.position === null),
    parts: named.flatMap((whole) => {
      const parts = found.filter(({ partOf }) => partOf === whole.id).map(({ site }) => site);
      return parts.length === 0 ? [] : [{ whole, parts }];
    }),
  };
}

/** Number of the sentence that holds the offset; null in the clause's heading. */
export function sentenceAt(clause: Pick<Clause, 'sentences'>, offset: number): number | null {
  return clause.sentences.find(({ start, end }) => start <= offset && offset < end)?.n ?? null;
}

/** A mention with some of the text around it. */
export interface Excerpt {
  readonly clause: Clause;
  readonly sentence: number | null;
  /** What is shown: the mention and up to `around` characters on each side, within its sentence or heading. */
  readonly start: number;
  readonly end: number;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** Every mention of the thing, in the text's order. */
export function excerptsNaming(policy: Policy, ref: EntityRef, around = 14): Excerpt[] {
  const mentions = policy.mentions
    .filter((m) => m.entity === ref.entity && m.id === ref.id)
    .sort((a, b) => a.start - b.start);
  return mentions.flatMap((mention) => {
    const clause = findClause(policy, mention.clause);
    if (clause === undefined) return [];
    const sentence = clause.sentences.find(({ start, end }) => start <= mention.start && mention.start < end);
    const within = sentence ?? { start: clause.start, end: clause.sentences[0]?.start ?? clause.end };
    const start = Math.max(within.start, mention.start - around);
    const end = Math.min(within.end, mention.end + around);
    return [
      {
        clause,
        sentence: sentence?.n ?? null,
        start,
        end,
        cutBefore: start > within.start,
        cutAfter: end < within.end,
      },
    ];
  });
}
