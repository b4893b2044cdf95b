/** The columns of the register's workbook: a row a field, in the order of the sheet. */
import type { Attribute } from '../../domain/schema/attribute.ts';
import type { Site } from '../../domain/site.ts';
import {
  CLUSTER_OR_CROSS_IDS,
  DATUMS,
  DISTRICT_IDS,
  EXTENTS,
  KINDS,
  PRECISIONS,
  STATUSES,
} from '../../domain/vocabulary.ts';
import type { CellRule, Value } from './cells.ts';
import { sourcesText } from './source-text.ts';

/** What rests on one source: its fields share one column for it. */
export const SOURCE_GROUPS = ['names', 'class', 'area', 'location', 'status', 'operator'] as const;
export type SourceGroup = (typeof SOURCE_GROUPS)[number];
export type SourceKey = `source.${SourceGroup}`;

export type RecordKey =
  | 'id'
  | Exclude<Attribute, 'address' | 'operator' | 'focus'>
  | `${'address' | 'operator' | 'focus'}${'Zh' | 'En'}`
  | 'lng'
  | 'lat'
  | 'datum'
  | 'precision'
  | 'radiusM'
  | 'status'
  | 'statusDate'
  | SourceKey;

export interface Column<Key extends string, Of> extends CellRule {
  readonly key: Key;
  readonly of: (thing: Of) => Value;
}

const sourcesOf = (site: Site, keys: readonly (string | null)[]) =>
  sourcesText(keys.flatMap((key) => (key === null ? [] : (site.sources[key] ?? []))));

export const RECORD_COLUMNS: readonly Column<RecordKey, Site>[] = [
  { key: 'id', kind: 'text', of: ({ id }) => id },
  { key: 'nameZh', kind: 'text', of: ({ nameZh }) => nameZh },
  { key: 'nameEn', kind: 'text', of: ({ nameEn }) => nameEn },
  { key: 'aliases', kind: 'names', of: ({ aliases }) => aliases },
  { key: 'source.names', kind: 'source', of: () => null },
  { key: 'industryCluster', kind: 'code', allowed: CLUSTER_OR_CROSS_IDS, of: ({ industryCluster }) => industryCluster },
  { key: 'kind', kind: 'code', allowed: KINDS, of: ({ kind }) => kind },
  { key: 'extent', kind: 'code', allowed: EXTENTS, of: ({ extent }) => extent },
  { key: 'areaKm2', kind: 'number', of: ({ areaKm2 }) => areaKm2 },
  { key: 'parent', kind: 'code', of: ({ parent }) => parent },
  { key: 'heldAt', kind: 'code', of: ({ heldAt }) => heldAt },
  { key: 'source.class', kind: 'source', of: () => null },
  { key: 'districts', kind: 'codes', allowed: DISTRICT_IDS, of: ({ districts }) => districts },
  { key: 'towns', kind: 'codes', of: ({ towns }) => towns },
  { key: 'addressZh', kind: 'text', of: ({ address }) => address?.zh ?? null },
  { key: 'addressEn', kind: 'text', of: ({ address }) => address?.en ?? null },
  { key: 'source.area', kind: 'source', of: () => null },
  { key: 'lng', kind: 'number', of: ({ location }) => location.position?.[0] ?? null },
  { key: 'lat', kind: 'number', of: ({ location }) => location.position?.[1] ?? null },
  { key: 'datum', kind: 'code', allowed: DATUMS, of: ({ location }) => (location.position === null ? null : 'wgs84') },
  { key: 'precision', kind: 'code', allowed: PRECISIONS, of: ({ location }) => location.precision },
  { key: 'radiusM', kind: 'number', of: ({ location }) => location.radiusM },
  { key: 'source.location', kind: 'source', of: (site) => sourcesOf(site, site.location.sources) },
  { key: 'status', kind: 'code', allowed: STATUSES, of: ({ status }) => status },
  { key: 'statusDate', kind: 'date', of: ({ statusDate }) => statusDate },
  { key: 'source.status', kind: 'source', of: (site) => sourcesOf(site, [site.statusSource]) },
  { key: 'operatorZh', kind: 'text', of: ({ operator }) => operator?.zh ?? null },
  { key: 'operatorEn', kind: 'text', of: ({ operator }) => operator?.en ?? null },
  { key: 'focusZh', kind: 'text', of: ({ focus }) => focus?.zh ?? null },
  { key: 'focusEn', kind: 'text', of: ({ focus }) => focus?.en ?? null },
  { key: 'source.operator', kind: 'source', of: () => null },
];

/** What is corrected as one, of which columns it is, and which column names its source. */
export interface Target<Field extends string, Key extends string> {
  readonly field: Field;
  readonly columns: readonly Key[];
  readonly source: Key;
}

export type RecordField = Attribute | 'location' | 'status';

const one = (field: RecordField & RecordKey, group: SourceGroup): Target<RecordField, RecordKey> => ({
  field,
  columns: [field],
  source: `source.${group}`,
});
const both = (field: 'address' | 'operator' | 'focus', group: SourceGroup): Target<RecordField, RecordKey> => ({
  field,
  columns: [`${field}Zh`, `${field}En`],
  source: `source.${group}`,
});

export const RECORD_TARGETS: readonly Target<RecordField, RecordKey>[] = [
  one('nameZh', 'names'),
  one('nameEn', 'names'),
  one('aliases', 'names'),
  one('industryCluster', 'class'),
  one('kind', 'class'),
  one('extent', 'class'),
  one('areaKm2', 'class'),
  one('parent', 'class'),
  one('heldAt', 'class'),
  one('districts', 'area'),
  one('towns', 'area'),
  both('address', 'area'),
  { field: 'location', columns: ['lng', 'lat', 'datum', 'precision', 'radiusM'], source: 'source.location' },
  { field: 'status', columns: ['status', 'statusDate'], source: 'source.status' },
  both('operator', 'operator'),
  both('focus', 'operator'),
];
