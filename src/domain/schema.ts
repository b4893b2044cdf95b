/**
 * The data contracts, and the only place where unknown becomes typed. The build reads the register with
 * the `*Record` schemas and writes what the `*Collection` and `Policy` schemas describe; the app reads
 * that with the same schemas. Dates are `YYYY[-MM[-DD]]`; positions `[lng, lat]` in WGS-84 unless a
 * `datum` stands beside them; lengths in metres; offsets in UTF-16 units into the policy text.
 */
import type { Feature, FeatureCollection } from 'geojson';
import * as v from 'valibot';
import { PRINTED_UNITS } from './scale.ts';
import {
  BASE_UNITS,
  CLUSTER_IDS,
  CLUSTER_OR_CROSS_IDS,
  DATUMS,
  DISTRICT_IDS,
  EXTENTS,
  KINDS,
  MENTION_ENTITIES,
  PART_KINDS,
  PRECISIONS,
  QUALIFIERS,
  REMOTE_FORMATS,
  RIGHTS,
  SOURCE_KINDS,
  STATUSES,
  TIERS,
  UNIT_ROLES,
} from './vocabulary.ts';

// --- small parts -------------------------------------------------------------------------------

const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'an id has only a-z, 0-9 and hyphens'));
const NonEmpty = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'));
const PartialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is YYYY[-MM[-DD]]'),
);
const TownCode = v.pipe(v.string(), v.regex(/^44060[4-8]\d{3}$/, 'a town is its nine-digit code'));
const ClauseId = v.pipe(
  v.string(),
  v.regex(/^([a-z0-9-]+:)?\d+(\.\d+){1,2}$/, 'a clause id looks like 2.1.1 or docId:2.1.1'),
);
const LngLat = v.strictTuple([
  v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180)),
  v.pipe(v.number(), v.finite(), v.minValue(-90), v.maxValue(90)),
]);
export const Bilingual = v.strictObject({ zh: NonEmpty, en: NonEmpty });
const Offset = v.pipe(v.number(), v.integer(), v.minValue(0));

export const Source = v.strictObject({
  title: NonEmpty,
  publisher: v.optional(NonEmpty),
  url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//, 'a source address starts with http:// or https://'))),
  date: v.optional(PartialDate),
  kind: v.picklist(SOURCE_KINDS),
  licence: v.optional(NonEmpty),
});
/** Sources of one record by a short key that its fields refer to. */
const Sources = v.record(Id, Source);

const NumberOrRange = v.union([
  v.pipe(v.number(), v.finite()),
  v.strictObject({ min: v.pipe(v.number(), v.finite()), max: v.pipe(v.number(), v.finite()) }),
]);
const FactValue = v.union([NumberOrRange, Bilingual]);

// --- the register: one YAML a site ---------------------------------------------------------------

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
  parent: v.optional(v.nullable(Id), null),
  /** For an event: the site that hosts it. */
  heldAt: v.optional(v.nullable(Id), null),
  /** Stated districts; an empty list is "not stated". */
  districts: v.array(v.picklist(DISTRICT_IDS)),
  towns: v.optional(v.array(TownCode), []),
  address: v.optional(v.nullable(Bilingual), null),
  operator: v.optional(v.nullable(Bilingual), null),
  focus: v.optional(v.nullable(Bilingual), null),
  status: v.strictObject({
    value: v.picklist(STATUSES),
    date: v.nullable(PartialDate),
    dateNote: v.optional(Bilingual),
    source: v.nullable(Id),
  }),
  location: LocationRecord,
  otherLocations: v.optional(v.array(v.strictObject({ ...LocationRecord.entries, setAside: Bilingual })), []),
  /** Verbatim words of the policy that name this record, by clause; longest match wins in the build. */
  quotes: v.optional(v.array(v.strictObject({ clause: ClauseId, quote: NonEmpty })), []),
  /** Names before or after: succession, not status. */
  succession: v.optional(
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
  ),
  facts: v.optional(v.array(FactRecord), []),
  sources: Sources,
  notes: v.optional(v.array(Bilingual), []),
});

// --- what the build writes -----------------------------------------------------------------------

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

const Mention = v.strictObject({ clause: ClauseId, quote: NonEmpty, start: Offset, end: Offset });

const Location = v.strictObject({
  position: v.nullable(LngLat),
  precision: v.picklist(PRECISIONS),
  radiusM: v.nullable(v.number()),
  how: Bilingual,
  sources: v.array(Id),
  rights: v.picklist(RIGHTS),
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
  otherLocations: v.array(v.strictObject({ ...Location.entries, setAside: Bilingual })),
  succession: SiteRecord.entries.succession,
  facts: v.array(Fact),
  sources: Sources,
  notes: v.array(Bilingual),
  /** Register file this record comes from, relative to the repository. */
  file: NonEmpty,
});

const PointGeometry = v.object({ type: v.literal('Point'), coordinates: LngLat });

function featureCollection<P extends v.GenericSchema, G extends v.GenericSchema>(properties: P, geometry: G) {
  return v.object({
    type: v.literal('FeatureCollection'),
    features: v.array(
      v.object({ type: v.literal('Feature'), id: v.optional(v.union([v.string(), v.number()])), geometry, properties }),
    ),
  });
}

export const SiteCollection = featureCollection(SiteProperties, v.nullable(PointGeometry));

export const TownProperties = v.strictObject({
  code: TownCode,
  nameZh: NonEmpty,
  nameEn: NonEmpty,
  district: v.picklist(DISTRICT_IDS),
  /** False where no source gives the position; such a town is marked wherever it is shown. */
  sourced: v.boolean(),
  radiusM: v.number(),
  coordSource: NonEmpty,
  note: v.string(),
  rights: v.picklist(RIGHTS),
});
export const TownCollection = featureCollection(TownProperties, v.nullable(PointGeometry));

const Ring = v.array(v.array(v.number()));
const AreaGeometry = v.union([
  v.object({ type: v.literal('Polygon'), coordinates: v.array(Ring) }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(Ring)) }),
]);
export const DistrictProperties = v.strictObject({
  id: v.picklist(DISTRICT_IDS),
  adcode: v.number(),
  nameZh: NonEmpty,
  nameEn: NonEmpty,
  /** Geodesic area of this geometry and the official figure, km². */
  areaKm2: v.number(),
  officialKm2: v.number(),
  /** A point well inside, for the label. */
  label: LngLat,
});
export const DistrictCollection = featureCollection(DistrictProperties, AreaGeometry);

/** Stations as the nearest-lookup needs them; unnamed and planned (暂定) ones are never "nearest". */
export const StationProperties = v.strictObject({
  name: v.nullable(v.string()),
  mode: v.picklist(['metro', 'rail', 'tram']),
  planned: v.boolean(),
});
export const StationCollection = featureCollection(StationProperties, PointGeometry);

// --- policy --------------------------------------------------------------------------------------

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

// --- statistics ----------------------------------------------------------------------------------

export const Figure = v.strictObject({
  ...Fact.entries,
  scope: v.strictObject({ entity: v.picklist(['city', 'district', 'town', 'cluster']), id: NonEmpty }),
  /** True where the figure covers less, or other, than its scope: a note, never the scope's actual. */
  narrower: v.boolean(),
});
export const Statistics = v.strictObject({ figures: v.array(Figure), sources: Sources });
/** As written in geo/statistics/*.yaml. */
export const FigureRecord = v.strictObject({ ...FactRecord.entries, narrower: v.optional(v.boolean(), false) });
export const StatisticsRecord = v.strictObject({
  scopes: v.array(
    v.strictObject({
      entity: v.picklist(['city', 'district', 'town', 'cluster']),
      id: NonEmpty,
      figures: v.array(FigureRecord),
    }),
  ),
  sources: Sources,
});

// --- corrections: what a user of the page states against the register --------------------------------

const FullDate = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date is YYYY-MM-DD'));

/** The point, what it stands for and its error are one statement: they are corrected and withdrawn together. */
const PlaceValue = v.strictObject({
  position: v.nullable(LngLat),
  precision: v.picklist(PRECISIONS),
  radiusM: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
});
const StatusValue = v.strictObject({ value: v.picklist(STATUSES), date: v.nullable(PartialDate) });
const FactState = {
  value: FactValue,
  qualifier: v.picklist(QUALIFIERS),
  asPrinted: NonEmpty,
  asOf: v.nullable(PartialDate),
};
/** In base units, as the register was built. */
const FactBefore = v.strictObject({ ...FactState, unit: v.nullable(v.picklist(BASE_UNITS)) });
/** In the unit that the source prints; null for text. */
const FactAfter = v.strictObject({
  ...FactState,
  unit: v.nullable(
    v.pipe(
      v.string(),
      v.check((unit) => Object.hasOwn(PRINTED_UNITS, unit), 'the unit is unknown'),
    ),
  ),
});

const correctionEntries = {
  record: Id,
  source: Source,
  made: FullDate,
  /** Version of the data that the old value was read from. */
  dataVersion: NonEmpty,
};
export const LocationCorrection = v.strictObject({
  ...correctionEntries,
  field: v.literal('location'),
  oldValue: PlaceValue,
  newValue: PlaceValue,
});
export const StatusCorrection = v.strictObject({
  ...correctionEntries,
  field: v.literal('status'),
  oldValue: StatusValue,
  newValue: StatusValue,
});
/** `fact:KEY#N` is the N-th fact, from 0, among those of the record with that key. */
const FactField = v.custom<`fact:${string}#${number}`>(
  (field) => typeof field === 'string' && /^fact:[a-z0-9][a-z0-9-]*#\d{1,3}$/.test(field),
  'a field is location, status or fact:KEY#N',
);
export const FactCorrection = v.strictObject({
  ...correctionEntries,
  field: FactField,
  oldValue: FactBefore,
  newValue: FactAfter,
});
export const Correction = v.union([LocationCorrection, StatusCorrection, FactCorrection]);

/** One file of corrections, to be opened on another machine or merged into the register. */
export const Patch = v.strictObject({
  format: v.literal('foshan-224-corrections'),
  schema: v.literal(1),
  dataVersion: NonEmpty,
  exported: FullDate,
  corrections: v.array(Correction),
});
/** What the device keeps; each item is read by itself, so that one broken one costs no other. */
export const StoredCorrections = v.strictObject({ schema: v.literal(1), corrections: v.array(v.unknown()) });

// --- search --------------------------------------------------------------------------------------

/** One searchable thing with its pinyin, made at build time because the dictionary weighs 142 KiB. */
export const SearchEntry = v.strictObject({
  entity: v.picklist(['site', 'district', 'town', 'cluster', 'unit', 'clause']),
  id: NonEmpty,
  zh: v.array(NonEmpty),
  en: v.array(v.string()),
  /** Full pinyin without tones or spaces, and initials, of every Chinese name; a clause's cite has none. */
  pinyin: v.array(v.string()),
  initials: v.array(v.string()),
});
export const SearchIndex = v.strictObject({
  entries: v.array(SearchEntry),
  /** Traditional or variant character → the simplified one that names are written in. */
  variants: v.record(v.string(), v.string()),
});

// --- the build's own description, and the deployer's configuration ---------------------------------

export const Version = v.strictObject({
  /** Changes whenever any data file does. */
  data: NonEmpty,
  date: PartialDate,
  changes: v.array(v.strictObject({ date: PartialDate, zh: NonEmpty, en: NonEmpty })),
});

/** A set on a server, read in part: WGS-84 or CGCS2000 only. `layer` is the one of a tile set; null is its first. */
export const RemoteSource = v.strictObject({
  id: Id,
  label: NonEmpty,
  url: v.pipe(v.string(), v.regex(/^https?:\/\//, 'the address of a source starts with http:// or https://')),
  format: v.picklist(REMOTE_FORMATS),
  layer: v.optional(v.nullable(NonEmpty), null),
  attribution: v.optional(v.nullable(NonEmpty), null),
});

export const Config = v.strictObject({
  basemaps: v.optional(
    v.array(
      v.strictObject({
        id: Id,
        label: NonEmpty,
        style: v.optional(NonEmpty),
        tiles: v.optional(v.array(NonEmpty)),
        attribution: NonEmpty,
        datum: v.string(),
      }),
    ),
    [],
  ),
  mapApproval: v.optional(v.nullable(NonEmpty), null),
  reportTo: v.optional(v.nullable(NonEmpty), null),
  sources: v.optional(v.array(RemoteSource), []),
});

/** Simplified → traditional, for every shipped string that differs. */
export const ConversionTable = v.record(v.string(), v.string());

export type Bilingual = v.InferOutput<typeof Bilingual>;
export type Source = v.InferOutput<typeof Source>;
export type FactRecord = v.InferOutput<typeof FactRecord>;
export type Fact = v.InferOutput<typeof Fact>;
export type SiteRecord = v.InferOutput<typeof SiteRecord>;
export type SiteProperties = v.InferOutput<typeof SiteProperties>;
export type SiteCollection = v.InferOutput<typeof SiteCollection>;
export type Location = v.InferOutput<typeof Location>;
export type Mention = v.InferOutput<typeof Mention>;
export type TownCollection = v.InferOutput<typeof TownCollection>;
export type TownProperties = v.InferOutput<typeof TownProperties>;
export type DistrictCollection = v.InferOutput<typeof DistrictCollection>;
export type DistrictProperties = v.InferOutput<typeof DistrictProperties>;
export type StationCollection = v.InferOutput<typeof StationCollection>;
export type Clause = v.InferOutput<typeof Clause>;
export type Unit = v.InferOutput<typeof Unit>;
export type Reading = v.InferOutput<typeof Reading>;
export type Cluster = v.InferOutput<typeof Cluster>;
export type Policy = v.InferOutput<typeof Policy>;
export type PolicyList = v.InferOutput<typeof PolicyList>;
export type Figure = v.InferOutput<typeof Figure>;
export type Statistics = v.InferOutput<typeof Statistics>;
export type StatisticsRecord = v.InferOutput<typeof StatisticsRecord>;
export type Correction = v.InferOutput<typeof Correction>;
export type Patch = v.InferOutput<typeof Patch>;
export type SearchEntry = v.InferOutput<typeof SearchEntry>;
export type SearchIndex = v.InferOutput<typeof SearchIndex>;
export type Version = v.InferOutput<typeof Version>;
export type RemoteSource = v.InferOutput<typeof RemoteSource>;
export type Config = v.InferOutput<typeof Config>;
export type ConversionTable = v.InferOutput<typeof ConversionTable>;

/** Every problem of an input as `path: reason`; empty when it is valid. */
export function problemsOf(schema: v.GenericSchema, input: unknown): string[] {
  const result = v.safeParse(schema, input);
  if (result.success) return [];
  return result.issues.map((issue) => `${v.getDotPath(issue) ?? '(root)'}: ${issue.message}`);
}

/**
 * Parses `input` or throws one error that names `what` and lists every problem.
 */
export function parseAs<S extends v.GenericSchema>(schema: S, input: unknown, what: string): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? '(root)'}: ${issue.message}`);
  throw new Error(
    `${what}: ${problems.slice(0, 5).join('; ')}${problems.length > 5 ? `; and ${problems.length - 5} more` : ''}`,
  );
}

const Context = v.looseObject({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.looseObject({ type: v.literal('Feature'), geometry: v.nullable(v.looseObject({ type: v.string() })) }),
  ),
});

/** Checks the outer form of a context layer and leaves out what has no place; its geometries are read by the map alone. */
export function parseContext(input: unknown, what: string): FeatureCollection {
  const collection = parseAs(Context, input, what);
  const features: unknown = collection.features.filter(({ geometry }) => geometry !== null);
  return { type: 'FeatureCollection', features: features as Feature[] };
}
