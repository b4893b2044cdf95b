/** Support that a document states. The text states aims and tasks, not entitlements. */
import * as v from 'valibot';
import { CLUSTER_IDS } from '../vocabulary.ts';
import { Bilingual, ClauseId, Id, NonEmpty, Offset } from './parts.ts';

export const OfferEntry = v.strictObject({
  topic: Id,
  clause: ClauseId,
  /** Verbatim. */
  quote: NonEmpty,
  /** What the words say, in our own; unofficial. */
  gloss: Bilingual,
  /** The clusters of the fields that the words name; empty where they name none and so speak of all. */
  clusters: v.optional(v.array(v.picklist(CLUSTER_IDS)), []),
});
/** The offers of one document, topics in the order in which they are shown. */
export const OfferList = v.strictObject({
  docId: Id,
  topics: v.array(v.strictObject({ id: Id, name: Bilingual })),
  offers: v.array(v.strictObject({ ...OfferEntry.entries, start: Offset, end: Offset })),
});
export const OfferLists = v.array(OfferList);

export type OfferList = v.InferOutput<typeof OfferList>;
export type OfferLists = v.InferOutput<typeof OfferLists>;
