/** The register as it is written: one YAML a site. */
import * as v from 'valibot';
import {
  CLUSTER_OR_CROSS_IDS,
  DATUMS,
  DISTRICT_IDS,
  EXTENTS,
  KINDS,
  PRECISIONS,
  QUALIFIERS,
  RIGHTS,
  STATUSES,
} from '../vocabulary.ts';
import { OutlineRecord } from './outline.ts';
import { Bilingual, ClauseId, FactValue, Id, LngLat, NonEmpty, PartialDate, Sources, TownCode } from './parts.ts';
import { Milestone, Succession } from './site.ts';

/** A fact as written in YAML: the value in the unit that the source prints (亿元, 亩, GWh …). */
export const FactRecord = v.strictObject({
  key: Id,
  label: Bilingual,
  value: FactValue,
  /** A printed unit known to scale.ts; absent for text. */
  unit: v.optional(NonEmpty),
  qualifier: v.optional(v.picklist(QUALIFIERS), 'exact'),
  asPrinted: NonEmpty,
  asOf: v.nullable(PartialDate),
  /** Why a date is what it is: "year inferred from the visit". */
  dateNote: v.optional(Bilingual),
  source: Id,
  note: v.optional(Bilingual),
});

const LocationRecord = v.strictObject({
  position: v.nullable(LngLat),
  datum: v.optional(v.picklist(DATUMS), 'wgs84'),
  precision: v.picklist(PRECISIONS),
  radiusM: v.nullable(v.pipe(v.number(), v.minValue(0))),
  how: Bilingual,
  /** Stations, by their Chinese names, that stand for the place or that its point was worked out from. */
  derivedFrom: v.optional(v.array(NonEmpty)),
  sources: v.array(Id),
  rights: v.optional(v.picklist(RIGHTS), 'clear'),
});

export const SiteRecord = v.strictObject({
  id: Id,
  nameZh: NonEmpty,
  nameEn: NonEmpty,
  aliases: v.optional(v.array(NonEmpty), []),
  industryCluster: v.picklist(CLUSTER_OR_CROSS_IDS),
  kind: v.picklist(KINDS),
  extent: v.picklist(EXTENTS),
  areaKm2: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0))), null),
  /** Ids of records whose place it took; their files lie in geo/register/former. */
  formerIds: v.optional(v.array(Id)),
  parent: v.optional(v.nullable(Id), null),
  /** For an event: the site that hosts it. */
  heldAt: v.optional(v.nullable(Id), null),
  /** Stated districts; an empty list is "not stated". */
  districts: v.array(v.picklist(DISTRICT_IDS)),
  towns: v.optional(v.array(TownCode), []),
  address: v.optional(v.nullable(Bilingual), null),
  operator: v.optional(v.nullable(Bilingual), null),
  focus: v.optional(v.nullable(Bilingual), null),
  /** What was seen last; earlier observations and what happened are milestones. */
  status: v.strictObject({
    value: v.picklist(STATUSES),
    date: v.nullable(PartialDate),
    dateNote: v.optional(Bilingual),
    source: v.nullable(Id),
  }),
  location: LocationRecord,
  outline: v.optional(OutlineRecord),
  otherLocations: v.optional(v.array(v.strictObject({ ...LocationRecord.entries, setAside: Bilingual })), []),
  /** Verbatim words of the policy that name this record, by clause; longest match wins in the build. */
  quotes: v.optional(v.array(v.strictObject({ clause: ClauseId, quote: NonEmpty })), []),
  succession: Succession,
  milestones: v.optional(v.array(Milestone), []),
  facts: v.optional(v.array(FactRecord), []),
  sources: Sources,
  notes: v.optional(v.array(Bilingual), []),
});

export type FactRecord = v.InferOutput<typeof FactRecord>;
export type SiteRecord = v.InferOutput<typeof SiteRecord>;
