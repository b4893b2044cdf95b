/** Sites of the register, or rows of an imported set, as the table that every format is written from. */
import type { Cell } from '../../data/export/csv.ts';
import {
  addColumns,
  type ExportColumn,
  type ExportTable,
  type MetaEntry,
  uniqueNames,
} from '../../data/export/table.ts';
import { type MarkedDatum, markText } from '../../data/row-mark.ts';
import { type ShapeMark, shapeMarkOf } from '../../data/shape-mark.ts';
import { computedUnit } from '../../domain/column-values.ts';
import { type ComputedColumn, formulaOf } from '../../domain/computed-column.ts';
import { countKinds, geometryAt, geometryKindAt, verticesOf } from '../../domain/geometries.ts';
import {
  type Column,
  clusterAt,
  districtAt,
  isComputed,
  isPlaced,
  kindAt,
  NOT_STATED,
  type PointSet,
  precisionAt,
  siteIdAt,
  statusAt,
  textAt,
  valueAt,
  wholeGeometries,
} from '../../domain/point-set.ts';
import { wgs84 } from '../../domain/position.ts';
import type { Site } from '../../domain/site.ts';
import { PRECISIONS, type Precision } from '../../domain/vocabulary.ts';
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
    geometry: () => null,
    name: (index) => {
      const site = sites[index];
      return site === undefined ? '' : tongues[0].name(site);
    },
    mark: (index) => siteMark(sites[index]),
  };
}

/** A site comes back as what it is: a place whose precision is stated, on WGS-84. */
function siteMark(site: Site | undefined): string | null {
  if (site === undefined || site.position === null) return null;
  const [lng, lat] = site.position;
  const [district = null, otherDistrict] = site.districts;
  const [town, otherTown] = site.towns;
  return markText({
    lng,
    lat,
    radiusM: site.radiusM ?? Number.NaN,
    precision: site.precision,
    by: 'coordinates',
    cluster: site.industryCluster,
    district: otherDistrict === undefined ? district : null,
    town: town === undefined || otherTown !== undefined ? 0 : Number(town),
    site: null,
    datum: { kind: 'stated' },
    shape: null,
  });
}

/** @param datumSaid the user has said which datum it is */
function rowMark(set: PointSet, row: number, datumSaid: boolean): string | null {
  if (!isPlaced(set, row)) return null;
  const precision = precisionAt(set, row);
  const site = siteIdAt(set, row);
  const isArea = set.datum === undefined ? COARSE.has(precision) : set.datum.byCoordinates[row] === 0;
  return markText({
    lng: set.positions[2 * row] ?? Number.NaN,
    lat: set.positions[2 * row + 1] ?? Number.NaN,
    radiusM: set.radiusM[row] ?? Number.NaN,
    precision,
    by: site !== null ? 'site' : isArea ? 'area' : 'coordinates',
    cluster: clusterAt(set, row),
    district: districtAt(set, row),
    town: set.town[row] ?? 0,
    site,
    datum: datumMark(set, row, datumSaid),
    shape: shapeMark(set, row),
  });
}

function shapeMark(set: PointSet, row: number): ShapeMark | null {
  const geometries = wholeGeometries(set);
  if (geometries === undefined || geometryKindAt(geometries, row) === 'point') return null;
  const [from, to] = verticesOf(geometries, row);
  return shapeMarkOf([geometries.positions.subarray(2 * from, 2 * to)]);
}

/** What is not known of a set without a datum: whether its coarse rows were placed by an area. */
const COARSE: ReadonlySet<Precision> = new Set(['town', 'district', 'city']);

function datumMark({ datum }: PointSet, row: number, datumSaid: boolean): MarkedDatum {
  if (datum === undefined) return { kind: 'stated' };
  const { taken, open } = datum;
  if (open.length > 1) {
    const ownRadiusM = datum.ownRadiusM[row] ?? Number.NaN;
    return {
      kind: 'assumed',
      taken,
      open,
      ownRadiusM,
      ownPrecision: PRECISIONS[datum.ownPrecision[row] ?? 0] ?? 'unknown',
    };
  }
  return datumSaid ? { kind: 'said', taken } : { kind: 'stated' };
}

/** Of a column that was worked out the head says how. */
const headOf = (column: Column, key: string): string =>
  isComputed(column) && !key.includes(formulaOf(column.computed)) ? `${key} = ${formulaOf(column.computed)}` : key;

const hasEdits = ({ columns }: PointSet): boolean => columns.some(({ edited }) => edited !== undefined);

/** Columns whose cell of the row the user has written; null where none is. */
function editedNames({ columns }: PointSet, row: number): string | null {
  const names = columns.filter(({ edited }) => edited?.has(row)).map(({ name }) => name);
  return names.length === 0 ? null : names.join('; ');
}

/**
 * The file's own columns, then what was read from them.
 *
 * @param rows those to write, ascending; all where undefined
 * @param datumSaid the user has said which datum the coordinates were in
 */
export function setTable(
  set: PointSet,
  title: string,
  rows: Uint32Array | undefined,
  tongues: Tongues,
  datumSaid = false,
): ExportTable {
  const rowAt = (index: number) => rows?.[index] ?? index;
  const columns = ['industryCluster', 'district', 'town', 'kind', 'status', 'precision', 'radiusM'] as const;
  // Only lists that were joined to the register name its sites.
  const read = [
    ...columns,
    ...(set.sites === undefined ? [] : (['siteId'] as const)),
    // Who gets the file sees which cells are not those of the source.
    ...(hasEdits(set) ? (['edited'] as const) : []),
  ];
  const labels = {
    industryCluster: 'exportColCluster',
    district: 'exportColDistrict',
    town: 'exportColTown',
    kind: 'exportColKind',
    status: 'exportColStatus',
    precision: 'exportColPrecision',
    radiusM: 'exportColRadius',
    siteId: 'exportColSite',
    edited: 'exportColEdited',
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
      const [field, column] = [read[at - own.length], set.columns[at]];
      if (field !== undefined) return { key, label: say(tongues, labels[field]) };
      return { key, label: column === undefined ? key : headOf(column, key) };
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
        ...(hasEdits(set) ? [editedNames(set, row)] : []),
      ];
    },
    position(index) {
      const row = rowAt(index);
      return isPlaced(set, row) ? wgs84(set.positions[2 * row] ?? 0, set.positions[2 * row + 1] ?? 0) : null;
    },
    geometry: (index) => geometryAt(wholeGeometries(set), rowAt(index)),
    name: (index) => textAt(set.label, rowAt(index)),
    mark: (index) => rowMark(set, rowAt(index), datumSaid),
  };
}

/** With the town that areas of towns find for the rows that state none, by its code; several where it is not certain. */
export const withTownFound = (
  table: ExportTable,
  tongues: Tongues,
  codesAt: (index: number) => string | null,
): ExportTable =>
  addColumns(table, [{ key: 'liesInOsm', label: say(tongues, 'liesInOsm') }], (index) => [codesAt(index)]);

/** How each computed column of a set is worked out; null where there is none. */
export function computedWords(set: PointSet): string | null {
  const said = set.columns
    .filter(isComputed)
    .map(({ name, computed }) => `${name} = ${formulaOf(computed)}${unitSuffix(set, computed)}`);
  return said.length === 0 ? null : said.join('; ');
}

function unitSuffix(set: PointSet, computed: ComputedColumn): string {
  const unit = computedUnit(set, computed);
  return unit === '' ? '' : ` [${unit}]`;
}

/** Lines and areas among the rows to be written; null where all are points. */
export function shapeCounts(
  set: PointSet,
  rows: Uint32Array | undefined,
): { readonly lines: number; readonly areas: number } | null {
  const geometries = wholeGeometries(set);
  if (geometries === undefined) return null;
  const { line, area } = countKinds(geometries, rows);
  return line + area === 0 ? null : { lines: line, areas: area };
}

/** Above this many rows, what a CSV says of itself stands in its first row only. */
const REPEAT_UP_TO = 20_000;

/** For formats without room of their own: what the file says of itself as columns at the end. */
export function withMeta(table: ExportTable, meta: readonly MetaEntry[]): ExportTable {
  const values = meta.map(({ value }) => value);
  const none = meta.map(() => null);
  return addColumns(table, meta, (index) => (index === 0 || table.count <= REPEAT_UP_TO ? values : none));
}
