/** A site as the app handles it: the record's properties and the point that may be drawn for it. */
import { type Form, formOf } from './glyphs.ts';
import { type Wgs84, wgs84 } from './position.ts';
import type { Correction } from './schema/correction.ts';
import type { SiteCollection, SiteProperties } from './schema/site.ts';
import { type ClusterOrCross, KIND_GROUP, type KindGroup, type Precision } from './vocabulary.ts';

export interface Site extends SiteProperties {
  /** WGS-84, or null where nothing may be drawn (not placed, or only the city is known). */
  readonly position: Wgs84 | null;
  readonly group: KindGroup;
  /** The user's correction behind each field that is not the register's; absent where all are. */
  readonly corrected?: Readonly<Partial<Record<Correction['field'], Correction>>>;
}

/** Whether any field of it is the user's. */
export function isCorrected(site: Site): boolean {
  return site.corrected !== undefined;
}

export function sitesOf(collection: SiteCollection): Site[] {
  return collection.features.map(({ geometry, properties }) => ({
    ...properties,
    position: geometry === null ? null : wgs84(geometry.coordinates[0], geometry.coordinates[1]),
    group: KIND_GROUP[properties.kind],
  }));
}

/** Located = a building, a street or a town is known. */
export function isLocated(precision: Precision): boolean {
  return precision === 'exact' || precision === 'street' || precision === 'town';
}

/** Placed coarsely = only the district or the city is known; counted apart from the located. */
export function isCoarse(precision: Precision): boolean {
  return precision === 'district' || precision === 'city';
}

/** What a record's symbol depends on, wherever it is drawn. */
export interface SiteSymbol {
  readonly cluster: ClusterOrCross;
  readonly group: KindGroup;
  readonly form: Form;
  /** Also where nothing is known of the place: such a record is in lists alone. */
  readonly coarse: boolean;
}

/** An area whose outline is known is no ring: nothing of it is missing. */
export function symbolFor({ industryCluster, group, extent, precision, outline }: Site): SiteSymbol {
  return {
    cluster: industryCluster,
    group,
    form: outline === undefined ? formOf(extent) : 'badge',
    coarse: !isLocated(precision),
  };
}

export type Placement = 'located' | 'coarse' | 'unlocated';

export function placementOf(precision: Precision): Placement {
  if (isLocated(precision)) return 'located';
  return isCoarse(precision) ? 'coarse' : 'unlocated';
}

/** Records without children: a part of another record is never counted beside its whole. */
export function countRecords(sites: readonly Pick<Site, 'parent'>[]): number {
  return sites.reduce((n, site) => n + (site.parent === null ? 1 : 0), 0);
}
