/** Fields of a record that are one value each, and are corrected one by one. */
import * as v from 'valibot';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS, EXTENTS, KINDS } from '../vocabulary.ts';
import { Bilingual, Id, NonEmpty, TownCode } from './parts.ts';

export const Attributes = v.strictObject({
  nameZh: NonEmpty,
  nameEn: NonEmpty,
  aliases: v.array(NonEmpty),
  industryCluster: v.picklist(CLUSTER_OR_CROSS_IDS),
  kind: v.picklist(KINDS),
  extent: v.picklist(EXTENTS),
  areaKm2: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
  parent: v.nullable(Id),
  heldAt: v.nullable(Id),
  districts: v.array(v.picklist(DISTRICT_IDS)),
  towns: v.array(TownCode),
  address: v.nullable(Bilingual),
  operator: v.nullable(Bilingual),
  focus: v.nullable(Bilingual),
});

export type Attributes = v.InferOutput<typeof Attributes>;
export type Attribute = keyof Attributes;

export const ATTRIBUTES = [
  'nameZh',
  'nameEn',
  'aliases',
  'industryCluster',
  'kind',
  'extent',
  'areaKm2',
  'parent',
  'heldAt',
  'districts',
  'towns',
  'address',
  'operator',
  'focus',
] as const satisfies readonly Attribute[];

/** Null: a schema of valibot's own for it would come with the first view, which has no use for it. */
export const Nothing = v.custom<null>((value) => value === null, 'must be null');

/** The value of any of them; which one it fits, `isAttributeValue` says. */
export const AnyAttribute = v.union([Nothing, v.pipe(v.number(), v.finite()), NonEmpty, v.array(NonEmpty), Bilingual]);
export type AnyAttribute = v.InferOutput<typeof AnyAttribute>;

export function isAttribute(field: string): field is Attribute {
  return ATTRIBUTES.some((known) => known === field);
}

export function isAttributeValue(field: Attribute, value: AnyAttribute): boolean {
  return v.safeParse(Attributes.entries[field], value).success;
}
