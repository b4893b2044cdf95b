/**
 * The closed vocabularies of the data model. Every picklist in schema/, every filter and every
 * legend row is built from these arrays, in this order (the policy's own order where it has one).
 */

export const CLUSTER_IDS = [
  'equipment',
  'home',
  'auto',
  'electronics',
  'robotics',
  'materials',
  'food',
  'health',
] as const;
/** `cross` is not a cluster: it marks what serves no single one. */
export const CLUSTER_OR_CROSS_IDS = [...CLUSTER_IDS, 'cross'] as const;

export const TIERS = ['core', 'pillar', 'emerging'] as const;

export const DISTRICT_IDS = ['chancheng', 'nanhai', 'shunde', 'sanshui', 'gaoming'] as const;

export const KIND_GROUPS = ['project', 'area', 'platform'] as const;
export const KINDS = [
  'project',
  'headquarters',
  'park',
  'themed-town',
  'zone',
  'laboratory',
  'college',
  'venue',
  'expo',
  'concept',
] as const;

export const EXTENTS = ['point', 'area', 'line', 'event'] as const;

export const STATUSES = ['planned', 'under-construction', 'operating', 'suspended', 'ended', 'unknown'] as const;

/** What a milestone of a record can be; `seen` is an observation. What each says of the status is in milestones.ts. */
export const MILESTONE_EVENTS = [
  'signed',
  'started',
  'topped-out',
  'completed',
  'operating',
  'suspended',
  'ended',
  'renamed',
  'moved',
  'seen',
] as const;

/** From sure to unsure; the order is used to sort. */
export const PRECISIONS = ['exact', 'street', 'town', 'district', 'city', 'unknown'] as const;

export const QUALIFIERS = ['exact', 'over', 'about', 'nearly', 'expected', 'planned'] as const;

/** Base units of facts. Scale words (亿元, 万亩, GWh) are converted in scale.ts and nowhere else. */
export const BASE_UNITS = [
  'CNY',
  'JPY',
  'm²',
  'm',
  'people',
  'count',
  't/a',
  'm³/a',
  'units/a',
  'units',
  'Wh',
  'kg',
  'kg/d',
  'km/h',
  'a',
  '%',
  'rank',
] as const;

export const SOURCE_KINDS = ['policy', 'web', 'dataset'] as const;

/** How a clause's 责任单位 bracket names a unit. The text never says 牵头, so neither do we. */
export const UNIT_ROLES = ['first', 'listed', 'joint'] as const;

/** What can be looked up, named and chosen, in the order in which the search lists them. */
export const THING_KINDS = ['site', 'district', 'town', 'cluster', 'unit', 'clause'] as const;

export const MENTION_ENTITIES = ['site', 'cluster', 'district', 'unit'] as const;

export const PART_KINDS = [
  'title',
  'addressee',
  'preamble',
  'chapter',
  'section',
  'clause',
  'attachment',
  'signature',
] as const;

/** Parts of the base map that a stop of a tour may leave out. */
export const MAP_GROUPS = ['water', 'transport', 'towns', 'places'] as const;
/** Parts of the base map that a user may turn off. */
export const CONTEXT_LAYERS = ['water', 'roads', 'stations', 'towns', 'places', 'borders'] as const;

export const RIGHTS = ['clear', 'unclear'] as const;

/** What a base map can be: each has its row in domain/schema/basemap.ts and in map/bases/kinds.ts. */
export const BASEMAP_KINDS = ['style', 'tiles', 'tianditu', 'wmts', 'wms', 'pmtiles'] as const;
export type BasemapKind = (typeof BASEMAP_KINDS)[number];

export const DATUMS = ['wgs84', 'gcj02', 'bd09'] as const;

export type ClusterId = (typeof CLUSTER_IDS)[number];
export type ClusterOrCross = (typeof CLUSTER_OR_CROSS_IDS)[number];
export type Tier = (typeof TIERS)[number];
export type DistrictId = (typeof DISTRICT_IDS)[number];
export type KindGroup = (typeof KIND_GROUPS)[number];
export type Kind = (typeof KINDS)[number];
export type Extent = (typeof EXTENTS)[number];
export type Status = (typeof STATUSES)[number];
export type MilestoneEvent = (typeof MILESTONE_EVENTS)[number];
export type Precision = (typeof PRECISIONS)[number];
export type Qualifier = (typeof QUALIFIERS)[number];
export type BaseUnit = (typeof BASE_UNITS)[number];
export type MapGroup = (typeof MAP_GROUPS)[number];
export type ContextLayer = (typeof CONTEXT_LAYERS)[number];
export type UnitRole = (typeof UNIT_ROLES)[number];
export type ThingKind = (typeof THING_KINDS)[number];
export type MentionEntity = (typeof MENTION_ENTITIES)[number];
export type Datum = (typeof DATUMS)[number];

export const KIND_GROUP: Record<Kind, KindGroup> = {
  project: 'project',
  headquarters: 'project',
  park: 'area',
  'themed-town': 'area',
  zone: 'area',
  laboratory: 'platform',
  college: 'platform',
  venue: 'platform',
  expo: 'platform',
  concept: 'platform',
};

export const DISTRICT_ADCODE: Record<DistrictId, number> = {
  chancheng: 440604,
  nanhai: 440605,
  shunde: 440606,
  sanshui: 440607,
  gaoming: 440608,
};

/** What records are crossed by in a table of counts. */
export const AXES = ['cluster', 'district', 'town', 'kind', 'status', 'precision'] as const;
export type Axis = (typeof AXES)[number];

/** Keys of a cross table beside the vocabulary's own: a record that states several stands in no single column. */
export const SEVERAL = 'several';
/** Of own rows that lie outside the city. */
export const ELSEWHERE = 'elsewhere';
export const NOT_STATED_KEY = 'unknown';
