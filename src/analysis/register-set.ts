/** The register's sites as rows in columns, so that every question asks them and imported rows alike. */
import { NOT_STATED, type PointSet, packText } from '../domain/point-set.ts';
import { statedDistricts } from '../domain/row-districts.ts';
import type { Site } from '../domain/site.ts';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS, KINDS, PRECISIONS, STATUSES } from '../domain/vocabulary.ts';
import type { CountedSet } from './counted-set.ts';

export interface RegisterSet extends CountedSet {
  /** Site id of each row. */
  readonly ids: readonly string[];
  /** Row of each site id. */
  readonly rowOf: ReadonlyMap<string, number>;
}

/** Index of a stated value in its vocabulary, as one byte. */
function code<T extends string>(vocabulary: readonly T[], value: T | null): number {
  const at = value === null ? -1 : vocabulary.indexOf(value);
  return at === -1 ? NOT_STATED : at;
}

/**
 * One row a site, in the order given. `district` and `town` hold the one that is stated; where several are
 * stated the column says NOT_STATED (0 for towns) and `districtsOf`, `townsOf` name them all. A position
 * whose error nobody has stated gets an endless radius: never certain, always possible.
 */
export function registerSet(sites: readonly Site[], name: string): RegisterSet {
  const column = (pick: (site: Site) => number): Uint8Array => Uint8Array.from(sites, pick);
  const text = (heading: string, pick: (site: Site) => string) => packText(heading, sites.map(pick));
  const towns = sites.map((site) => site.towns.map(Number));
  const set: PointSet = {
    id: 'register',
    name,
    origin: 'register',
    count: sites.length,
    positions: Float64Array.from(
      sites.flatMap(({ position }) => (position === null ? [Number.NaN, Number.NaN] : [...position])),
    ),
    radiusM: Float32Array.from(sites, (site) => site.radiusM ?? Number.POSITIVE_INFINITY),
    precision: column((site) => code(PRECISIONS, site.precision)),
    cluster: column((site) => code(CLUSTER_OR_CROSS_IDS, site.industryCluster)),
    district: column(({ districts }) => code(DISTRICT_IDS, districts.length === 1 ? (districts[0] ?? null) : null)),
    town: Uint32Array.from(towns, (codes) => (codes.length === 1 ? (codes[0] ?? 0) : 0)),
    siteKind: column((site) => code(KINDS, site.kind)),
    status: column((site) => code(STATUSES, site.status)),
    label: text('nameZh', (site) => site.nameZh),
    columns: [
      text('id', (site) => site.id),
      text('nameZh', (site) => site.nameZh),
      text('nameEn', (site) => site.nameEn),
      text('districts', (site) => site.districts.join(' ')),
      text('towns', (site) => site.towns.join(' ')),
      text('partOf', (site) => site.parent ?? ''),
      text('statusDate', (site) => site.statusDate ?? ''),
    ],
  };
  const ids = sites.map((site) => site.id);
  return {
    set,
    ids,
    rowOf: new Map(ids.map((id, row) => [id, row])),
    isPart: (row) => (sites[row]?.parent ?? null) !== null,
    districtsOf: (row) => statedDistricts(sites[row]?.districts ?? []),
    townsOf: (row) => towns[row] ?? [],
  };
}
