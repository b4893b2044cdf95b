/** Columns of the register's table: what each says of a record, and the order that it gives. */
import type { Site } from '../../domain/site.ts';
import type { Things } from '../../domain/things.ts';
import { CLUSTER_OR_CROSS_IDS, DISTRICT_IDS, KINDS, PRECISIONS, STATUSES } from '../../domain/vocabulary.ts';
import type { I18n, MessageKey } from '../../i18n/index.ts';
import { townNames } from '../shared/phrases.ts';

export const COLUMNS = [
  'name',
  'cluster',
  'kind',
  'district',
  'town',
  'status',
  'statusDate',
  'precision',
  'radius',
] as const;
export type TableColumn = (typeof COLUMNS)[number];

export const COLUMN_WORDS: Record<TableColumn, MessageKey> = {
  name: 'colRecord',
  cluster: 'cluster',
  kind: 'kind',
  district: 'district',
  town: 'town',
  status: 'status',
  statusDate: 'colStatusDate',
  precision: 'filterPrecision',
  radius: 'radius',
};

/** Null is what nobody has stated: it comes last, whichever way the column is sorted. */
type Rank = number | string | null;

function rankOf(site: Site, column: TableColumn, i18n: I18n, towns: Things['town']): Rank {
  switch (column) {
    case 'name':
      return i18n.name(site);
    case 'cluster':
      return CLUSTER_OR_CROSS_IDS.indexOf(site.industryCluster);
    case 'kind':
      return KINDS.indexOf(site.kind);
    case 'district':
      return site.district === null ? null : DISTRICT_IDS.indexOf(site.district);
    case 'town':
      return townNames(i18n, towns, site.towns)[0] ?? null;
    case 'status':
      return site.status === 'unknown' ? null : STATUSES.indexOf(site.status);
    case 'statusDate':
      return site.statusDate;
    case 'precision':
      return PRECISIONS.indexOf(site.precision);
    case 'radius':
      return site.radiusM;
  }
}

export interface TableSort {
  readonly column: TableColumn;
  readonly descending: boolean;
}

/** In the order of a column; equals by name. */
export function sortedSites(
  sites: readonly Site[],
  { column, descending }: TableSort,
  i18n: I18n,
  towns: Things['town'],
): Site[] {
  const { compare } = new Intl.Collator(i18n.lang);
  const ranked = sites.map((site) => ({ site, name: i18n.name(site), rank: rankOf(site, column, i18n, towns) }));
  ranked.sort((a, b) => {
    if (a.rank === null || b.rank === null)
      return Number(a.rank === null) - Number(b.rank === null) || compare(a.name, b.name);
    const order =
      typeof a.rank === 'number' && typeof b.rank === 'number'
        ? a.rank - b.rank
        : compare(String(a.rank), String(b.rank));
    return (descending ? -order : order) || compare(a.name, b.name);
  });
  return ranked.map(({ site }) => site);
}
