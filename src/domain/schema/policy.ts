/** A document: its text, and what stands where in it. */
import * as v from 'valibot';
import { CLUSTER_IDS, MENTION_ENTITIES, PART_KINDS, TIERS, UNIT_ROLES } from '../vocabulary.ts';
import { Bilingual, ClauseId, Id, NonEmpty, Offset, PartialDate, Source } from './parts.ts';

const Sentence = v.strictObject({ n: v.pipe(v.number(), v.integer(), v.minValue(1)), start: Offset, end: Offset });

export const Clause = v.strictObject({
  id: ClauseId,
  /** The Chinese cite that people see: 二（二）1. */
  cite: NonEmpty,
  heading: NonEmpty,
  start: Offset,
  end: Offset,
  sentences: v.array(Sentence),
  units: v.array(v.strictObject({ unit: Id, role: v.picklist(UNIT_ROLES) })),
  /** What the clause says in our own words; unofficial. Null where the document has no briefs. */
  brief: v.nullable(Bilingual),
});

export const Unit = v.strictObject({
  id: Id,
  nameZh: NonEmpty,
  nameEn: NonEmpty,
  official: v.boolean(),
  source: v.optional(Source),
});

/** What we read into the text, kept apart from what it says. */
export const Reading = v.strictObject({
  clause: ClauseId,
  target: v.strictObject({
    entity: v.picklist(['site', 'cluster', 'district', 'kind']),
    id: NonEmpty,
  }),
  quotedWords: NonEmpty,
  reason: Bilingual,
});

export const Cluster = v.strictObject({
  id: v.picklist(CLUSTER_IDS),
  tier: v.picklist(TIERS),
  nameZh: NonEmpty,
  nameEn: NonEmpty,
  clause: ClauseId,
  /** The target as the text states it; `year` is null where the text names none. */
  target: v.strictObject({
    overCny: v.number(),
    year: v.nullable(v.number()),
    quote: NonEmpty,
    clause: ClauseId,
    start: Offset,
    end: Offset,
  }),
});

/** What succeeds a document, or frames its subject anew, as a source states it; in our own words. */
export const LaterFraming = v.strictObject({
  date: PartialDate,
  /** How the date was found, where the source does not print all of it. */
  dateNote: v.optional(Bilingual),
  text: Bilingual,
  source: Source,
});

export const Policy = v.strictObject({
  docId: Id,
  title: NonEmpty,
  titleEn: NonEmpty,
  issuer: NonEmpty,
  issuerEn: NonEmpty,
  date: PartialDate,
  text: NonEmpty,
  parts: v.array(
    v.strictObject({ kind: v.picklist(PART_KINDS), start: Offset, end: Offset, clause: v.optional(ClauseId) }),
  ),
  clauses: v.array(Clause),
  units: v.array(Unit),
  clusters: v.array(Cluster),
  mentions: v.array(
    v.strictObject({
      entity: v.picklist(MENTION_ENTITIES),
      id: NonEmpty,
      clause: ClauseId,
      start: Offset,
      end: Offset,
    }),
  ),
  readings: v.array(Reading),
  later: v.array(LaterFraming),
  source: Source,
});

/** The home document is policy.json; each other one has its id in the name. */
const PolicyFile = v.custom<'policy.json' | `policy-${string}.json`>(
  (file) => typeof file === 'string' && /^policy(-[a-z0-9][a-z0-9-]*)?\.json$/.test(file),
  'a document is policy.json or policy-ID.json',
);

export const PolicyList = v.array(
  v.strictObject({
    docId: Id,
    title: NonEmpty,
    titleEn: NonEmpty,
    issuer: NonEmpty,
    date: PartialDate,
    file: PolicyFile,
    home: v.boolean(),
  }),
);

export type Clause = v.InferOutput<typeof Clause>;
export type Unit = v.InferOutput<typeof Unit>;
export type Reading = v.InferOutput<typeof Reading>;
export type Cluster = v.InferOutput<typeof Cluster>;
export type Policy = v.InferOutput<typeof Policy>;
export type PolicyList = v.InferOutput<typeof PolicyList>;
