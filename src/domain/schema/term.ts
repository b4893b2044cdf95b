/** Words for what people make, and what they mean in the policy's terms. */
import * as v from 'valibot';
import { CLUSTER_IDS } from '../vocabulary.ts';
import { Bilingual, ClauseId, Id, NonEmpty } from './parts.ts';

/** A thing that people make, the words for it, and the words of the policy that place it in clusters. */
export const Term = v.strictObject({
  id: Id,
  zh: NonEmpty,
  en: NonEmpty,
  /** Further words for it, in any language. */
  words: v.optional(v.array(NonEmpty), []),
  /** Words of it that mean something else too, each with that sense and the cluster that makes it. */
  senses: v.optional(
    v.array(v.strictObject({ word: NonEmpty, zh: NonEmpty, en: NonEmpty, cluster: v.picklist(CLUSTER_IDS) })),
    [],
  ),
  /** The id of the kind that it is one of: what is said of that kind is said of it, more broadly. */
  broader: v.optional(Id),
  /** The likeliest first. */
  clusters: v.pipe(v.array(v.picklist(CLUSTER_IDS)), v.minLength(1, 'a term belongs to a cluster')),
  clause: ClauseId,
  /** Verbatim words of the clause. */
  quote: NonEmpty,
  /** Why it belongs there, where the clause does not name it. */
  why: v.optional(Bilingual),
});
export const Terms = v.array(Term);

export type Term = v.InferOutput<typeof Term>;
export type Terms = v.InferOutput<typeof Terms>;
