/** Sites of the register, or rows of an imported set, as the table that every format is written from. */
import type { Cell } from '../../data/export/csv.ts';
import {
  addColumns,
  type ExportColumn,
  type ExportTable,
  type MetaEntry,
  uniqueNames,
} from '../../data/export/table.ts';
import {
  clusterAt,
  districtAt,
  isPlaced,
  kindAt,
  NOT_STATED,
  type PointSet,
  precisionAt,
  siteIdAt,
  statusAt,
  textAt,
  valueAt,
} from '../../domain/point-set.ts';
import { wgs84 } from '../../domain/position.ts';
import type { Site } from '../../domain/site.ts';
import { say, suffixOf, type Tongues } from '../paper/languages.ts';
import { REGISTER_COLUMNS, type RegisterContext } from './register-columns.ts';

interface RegisterColumn extends ExportColumn {
  readonly cell: (site: Site) => Cell;
}

function registerColumns(tongues: Tongues, context: RegisterContext): RegisterColumn[] {
  return REGISTER_COLUMNS.flatMap((spec): RegisterColumn[] => {
    if ('value' in spec)
      return [{ key: spec.key, label: say(tongues, spec.label), cell: (site) => spec.value(site, context) }];
    return tongues.map((i18n) => ({
      key: `${spec.key}${suffixOf(i18n)}`,
      choice: spec.key,
      label: i18n.t(spec.label),
      cell: (site) => spec.words(site, i18n, context),
    }));
  });
}

export function registerTable(
  sites: readonly Site[],
  title: string,
  tongues: Tongues,
  context: RegisterContext,
): ExportTable {
  const columns = registerColumns(tongues, context);
  return {
    title,
    columns,
    count: sites.length,
    row(index) {
      const site = sites[index];
      return site === undefined ? [] : columns.map(({ cell }) => cell(site));
    },
    position: (index) => sites[index]?.position ?? null,
    name: (index) => {
      const site = sites[index];
      return site === undefined ? '' : tongues[0].name(site);
    },
  };
}

/** The file's own columns, then what was read from them. @param rows those to write, ascending; all where undefined. */
export function setTable(set: PointSet, title: string, rows: Uint32Array | undefined, tongues: Tongues): ExportTable {
  const rowAt = (index: number) => rows?.[index] ?? index;
  const columns = ['industryCluster', 'district', 'town', 'kind', 'status', 'precision', 'radiusM'] as const;
  // Only lists that were joined to the register name its sites.
  const read = set.sites === undefined ? columns : ([...columns, 'siteId'] as const);
  const labels = {
    industryCluster: 'exportColCluster',
    district: 'exportColDistrict',
    town: 'exportColTown',
    kind: 'exportColKind',
    status: 'exportColStatus',
    precision: 'exportColPrecision',
    radiusM: 'exportColRadius',
    siteId: 'exportColSite',
  } as const;
  const own = set.columns.map(({ name }) => name);
  const keys = uniqueNames([...own, ...read]);
  const radius = (row: number) => {
    const metres = set.radiusM[row] ?? Number.NaN;
    return Number.isFinite(metres) ? metres : null;
  };
  return {
    title,
    columns: keys.map((key, at) => {
      const field = read[at - own.length];
      return { key, label: field === undefined ? key : say(tongues, labels[field]) };
    }),
    count: rows?.length ?? set.count,
    row(index) {
      const row = rowAt(index);
      const town = set.town[row] ?? 0;
      return [
        ...set.columns.map((column) => valueAt(column, row)),
        clusterAt(set, row),
        districtAt(set, row),
        town === 0 ? null : String(town),
        kindAt(set, row),
        set.status[row] === NOT_STATED ? null : statusAt(set, row),
        precisionAt(set, row),
        radius(row),
        ...(set.sites === undefined ? [] : [siteIdAt(set, row)]),
      ];
    },
    position(index) {
      const row = rowAt(index);
      return isPlaced(set, row) ? wgs84(set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0) : null;
    },
    name: (index) => textAt(set.label, rowAt(index)),
  };
}

/** Above this many rows, what a CSV says of itself stands in its first row only. */
const REPEAT_UP_TO = 20_000;

/** For formats without room of their own: what the file says of itself as columns at the end. */
export function withMeta(table: ExportTable, meta: readonly MetaEntry[]): ExportTable {
  const values = meta.map(({ value }) => value);
  const none = meta.map(() => null);
  return addColumns(table, meta, (index) => (index === 0 || table.count <= REPEAT_UP_TO ? values : none));
}
