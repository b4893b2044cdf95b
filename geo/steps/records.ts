/** What the YAML beside a policy text holds, and what names the boundaries. The site and statistics records are in domain/schema/. */
import * as v from 'valibot';
import { BorderAccuracy, BoundaryCredit, Version } from '../../src/domain/schema/config.ts';
import { OfferEntry, OfferList } from '../../src/domain/schema/offer.ts';
import { Bilingual, Source } from '../../src/domain/schema/parts.ts';
import { LaterFraming, PolicyList, Reading, Unit } from '../../src/domain/schema/policy.ts';
import { Term } from '../../src/domain/schema/term.ts';
import { CLUSTER_IDS, DATUMS, TIERS } from '../../src/domain/vocabulary.ts';

const Words = v.pipe(v.string(), v.minLength(1, 'must not be empty'));
const ListEntry = PolicyList.item.entries;

/** meta.yaml: one folder, one document. */
export const PolicyMeta = v.strictObject({
  docId: ListEntry.docId,
  home: ListEntry.home,
  /** File name of the text, in the same folder. */
  text: Words,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'a checksum is 64 hexadecimal digits')),
  title: ListEntry.title,
  titleEn: ListEntry.titleEn,
  issuer: ListEntry.issuer,
  issuerEn: Words,
  date: ListEntry.date,
  source: Source,
  /** Later documents or framings that succeed this one, where a source states it. */
  later: v.optional(v.array(LaterFraming), []),
});

const BoundarySource = v.strictObject({
  /** File name, in geo/sources. */
  file: v.pipe(Words, v.regex(/^[^/\\]+$/, 'the name of a file in geo/sources, without a folder')),
  datum: v.picklist(DATUMS, `the datum is one of ${DATUMS.join(', ')}; CGCS2000 in degrees is wgs84`),
  accuracyMetres: BorderAccuracy.entries.accuracyMetres,
  doubtful: v.optional(BorderAccuracy.entries.doubtful, []),
  credit: BoundaryCredit,
});

/** geo/sources/boundaries.yaml. */
export const BoundarySettings = v.strictObject({ districts: BoundarySource, neighbours: v.nullable(BoundarySource) });

const LngLat = v.strictTuple([
  v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
]);

/** geo/sources/rivers.yaml: names of rivers, where they run, and who says so. */
export const RiverRecords = v.array(
  v.strictObject({
    nameZh: Words,
    nameEn: Words,
    course: v.pipe(v.array(LngLat), v.minLength(2, 'a course has at least two points')),
    sources: v.pipe(v.array(v.strictObject({ what: Words, from: Words })), v.minLength(1, 'a name needs a source')),
  }),
);

/** units.yaml, shared by all documents. `aliases` are other names as printed. */
export const UnitRecords = v.array(v.strictObject({ ...Unit.entries, aliases: v.optional(v.array(Words), []) }));

const Passage = v.strictObject({ clause: Words, quote: Words });
const Target = v.strictObject({ ...Passage.entries, overCny: v.number(), year: v.nullable(v.number()) });

/** clusters.yaml: names, the target of each tier, and the passages that list clusters by name. */
export const ClusterRecords = v.strictObject({
  lists: v.array(Passage),
  targets: v.strictObject({ core: Target, pillar: Target, emerging: Target }),
  clusters: v.array(
    v.strictObject({
      id: v.picklist(CLUSTER_IDS),
      tier: v.picklist(TIERS),
      clause: Words,
      nameZh: Words,
      nameEn: Words,
    }),
  ),
});

/** readings.yaml: what we read into the text. */
export const ReadingRecords = v.array(Reading);

/** briefs.yaml: clause id → the clause in our own words. */
export const BriefRecords = v.record(Words, Bilingual);

/** terms.yaml: the quote is the term's own name where it is left out. */
export const TermRecords = v.array(v.strictObject({ ...Term.entries, quote: v.optional(Term.entries.quote) }));

const Topic = OfferList.entries.topics.item.entries;
/** offers.yaml: the support that the document states, by topic. */
export const OfferRecords = v.strictObject({
  topics: v.array(v.strictObject({ id: Topic.id, ...Topic.name.entries })),
  offers: v.array(OfferEntry),
});

/** changes.yaml: the change log; the newest entry's date is the data's date. */
export const ChangeRecords = v.pipe(Version.entries.changes, v.minLength(1, 'at least one change must be named'));

/** A flat table of words: pinyin or conversion overrides. */
export const WordTable = v.record(Words, Words);

export type PolicyMeta = v.InferOutput<typeof PolicyMeta>;
export type TermRecord = v.InferOutput<typeof TermRecords>[number];
export type UnitRecord = v.InferOutput<typeof UnitRecords>[number];
export type OfferRecords = v.InferOutput<typeof OfferRecords>;
export type BriefRecords = v.InferOutput<typeof BriefRecords>;
export type ClusterRecords = v.InferOutput<typeof ClusterRecords>;
