/** Sites as the build writes them. */
import * as v from 'valibot';
import {
  BASE_UNITS,
  CLUSTER_OR_CROSS_IDS,
  DISTRICT_IDS,
  EXTENTS,
  KINDS,
  MILESTONE_EVENTS,
  PRECISIONS,
  QUALIFIERS,
  RIGHTS,
  STATUSES,
} from '../vocabulary.ts';
import {
  Bilingual,
  ClauseId,
  FactValue,
  featureCollection,
  Id,
  LngLat,
  NonEmpty,
  Offset,
  PartialDate,
  PointGeometry,
  Sources,
  TownCode,
} from './parts.ts';

/** Names before or after: succession, not status. */
export const Succession = v.optional(
  v.array(
    v.strictObject({
      nameZh: NonEmpty,
      nameEn: v.optional(NonEmpty),
      date: v.nullable(PartialDate),
      relation: v.picklist(['former', 'later']),
      source: Id,
    }),
  ),
  [],
);

/** A fact in base units, with what the source printed beside it. */
export const Fact = v.strictObject({
  key: Id,
  label: Bilingual,
  value: FactValue,
  unit: v.nullable(v.picklist(BASE_UNITS)),
  qualifier: v.picklist(QUALIFIERS),
  asPrinted: NonEmpty,
  asOf: v.nullable(PartialDate),
  dateNote: v.optional(Bilingual),
  source: Id,
  note: v.optional(Bilingual),
});

/** What happened to a record, or to the part of it that `of` names; with `plannedDate` in place of `date`, a plan. */
export const Milestone = v.strictObject({
  event: v.picklist(MILESTONE_EVENTS),
  of: v.optional(Bilingual),
  /** Of an observation, what was seen. */
  state: v.optional(v.picklist(STATUSES)),
  date: v.optional(PartialDate),
  plannedDate: v.optional(PartialDate),
  dateNote: v.optional(Bilingual),
  source: Id,
  note: v.optional(Bilingual),
  /** It was found to be wrong: it says nothing any more, and stays to be seen. */
  withdrawn: v.optional(v.strictObject({ date: PartialDate, source: Id, why: v.optional(Bilingual) })),
});

const Mention = v.strictObject({ clause: ClauseId, quote: NonEmpty, start: Offset, end: Offset });

const Location = v.strictObject({
  position: v.nullable(LngLat),
  precision: v.picklist(PRECISIONS),
  radiusM: v.nullable(v.number()),
  how: Bilingual,
  /** Stations, by their Chinese names, that stand for the place or that its point was worked out from. */
  derivedFrom: v.optional(v.array(NonEmpty)),
  sources: v.array(Id),
  rights: v.picklist(RIGHTS),
});

/** Where the outline is from; its corners are loaded later (outline.ts). */
const SiteOutline = v.strictObject({
  date: v.nullable(PartialDate),
  source: Id,
  rights: v.picklist(RIGHTS),
  note: v.optional(Bilingual),
  /** Tells one set of corners from another (`outlineDigest`). */
  digest: NonEmpty,
});

export const SiteProperties = v.strictObject({
  id: Id,
  nameZh: NonEmpty,
  nameEn: NonEmpty,
  aliases: v.array(NonEmpty),
  industryCluster: v.picklist(CLUSTER_OR_CROSS_IDS),
  kind: v.picklist(KINDS),
  extent: v.picklist(EXTENTS),
  areaKm2: v.nullable(v.number()),
  parent: v.nullable(Id),
  heldAt: v.nullable(Id),
  district: v.nullable(v.picklist(DISTRICT_IDS)),
  districts: v.array(v.picklist(DISTRICT_IDS)),
  town: v.nullable(TownCode),
  towns: v.array(TownCode),
  status: v.picklist(STATUSES),
  statusDate: v.nullable(PartialDate),
  statusDateNote: v.nullable(Bilingual),
  statusSource: v.nullable(Id),
  precision: v.picklist(PRECISIONS),
  radiusM: v.nullable(v.number()),
  mentions: v.array(Mention),
  address: v.nullable(Bilingual),
  operator: v.nullable(Bilingual),
  focus: v.nullable(Bilingual),
  location: Location,
  /** Absent where no outline is known. */
  outline: v.optional(SiteOutline),
  otherLocations: v.array(v.strictObject({ ...Location.entries, setAside: Bilingual })),
  succession: Succession,
  /** By date, observations of the status among them: `status` follows from these. */
  milestones: v.array(Milestone),
  facts: v.array(Fact),
  sources: Sources,
  notes: v.array(Bilingual),
  /** Ids of records whose place it took: links to them lead here. */
  formerIds: v.optional(v.array(Id)),
  /** Register file this record comes from, relative to the repository. */
  file: NonEmpty,
});

export const SiteCollection = featureCollection(SiteProperties, v.nullable(PointGeometry));

export type Fact = v.InferOutput<typeof Fact>;
export type Milestone = v.InferOutput<typeof Milestone>;
export type Mention = v.InferOutput<typeof Mention>;
export type Location = v.InferOutput<typeof Location>;
export type SiteProperties = v.InferOutput<typeof SiteProperties>;
export type SiteCollection = v.InferOutput<typeof SiteCollection>;
