/** GeoPackage, what QGIS writes by default: layers in tables of SQLite, their places as WKB behind a head of its own. */
import { LIMITS } from '../guards/limits.ts';
import { ImportError, type Note, note } from '../guards/notes.ts';
import { type Crs, crsOfEpsg } from '../guess/crs.ts';
import { crsOfWkt } from '../guess/crs-wkt.ts';
import type { Parts } from '../place/geometry.ts';
import type { Reading } from '../types.ts';
import { partsRow } from './geojson.ts';
import { type Batch, ColumnNames, type RowSource, type SourceRow } from './source.ts';
import { SqliteError, SqliteFile } from './sqlite-file.ts';
import type { Row, SqliteValue } from './sqlite-record.ts';
import { columnsOfSql, type SqliteColumn } from './sqlite-schema.ts';
import { takeWkb } from './wkb.ts';

interface Table {
  readonly root: number;
  readonly columns: readonly SqliteColumn[];
}

interface Layer {
  readonly name: string;
  readonly table: Table;
  /** Name of the column with the geometry; null where it is a table without. */
  readonly geometry: string | null;
  readonly crs: Crs | null;
}

/** Tables that QGIS keeps for itself. */
const OWN_OF_QGIS = /^(layer_styles|qgis_projects)$/i;
/** Rows of the tables that describe the others. */
const MOST_DESCRIBED = 10_000;

function damaged(error: unknown, params: Note['params'] = {}): ImportError {
  if (error instanceof ImportError) return error;
  const page = error instanceof SqliteError ? error.page : null;
  return new ImportError('gpkg-damaged', page === null ? params : { ...params, page });
}

const textOf = (value: SqliteValue | undefined) =>
  typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);

/** Values of a row by the names of its columns. */
function valuesOf({ rowid, values }: Row, columns: readonly SqliteColumn[]): (readonly [string, SqliteValue])[] {
  const own = values ?? [];
  return columns.map(({ name, type, isRowid, initial }, at) => {
    const value = isRowid ? rowid : at < own.length ? (own[at] ?? null) : initial;
    return [name, type === 'BOOLEAN' && (value === 0 || value === 1) ? (value === 1 ? 'TRUE' : 'FALSE') : value];
  });
}

class Package {
  private readonly db: SqliteFile;
  private readonly tables = new Map<string, Table>();

  private constructor(db: SqliteFile) {
    this.db = db;
  }

  static async open(file: Blob): Promise<Package> {
    const db = await SqliteFile.open(file);
    const found = new Package(db);
    const schema: Table = {
      root: 1,
      columns: columnsOfSql('CREATE TABLE s (type, name, tbl_name, rootpage, sql)') ?? [],
    };
    for await (const row of found.described(schema)) {
      const columns = row.get('type') === 'table' ? columnsOfSql(textOf(row.get('sql'))) : null;
      const root = Number(row.get('rootpage'));
      if (columns !== null && root > 0) found.tables.set(textOf(row.get('name')).toLowerCase(), { root, columns });
    }
    return found;
  }

  get hasLog(): boolean {
    return this.db.hasLog;
  }

  get bytesRead(): number {
    return this.db.bytesRead;
  }

  rows(table: Table): AsyncGenerator<readonly Row[]> {
    return this.db.rows(table.root);
  }

  private async *described(table: Table | undefined): AsyncGenerator<ReadonlyMap<string, SqliteValue>> {
    if (table === undefined) return;
    let count = 0;
    for await (const rows of this.rows(table)) {
      for (const row of rows) {
        if (++count > MOST_DESCRIBED) return;
        yield new Map(valuesOf(row, table.columns).map(([name, value]) => [name.toLowerCase(), value]));
      }
    }
  }

  private async all(name: string): Promise<ReadonlyMap<string, SqliteValue>[]> {
    const rows: ReadonlyMap<string, SqliteValue>[] = [];
    for await (const row of this.described(this.tables.get(name))) rows.push(row);
    return rows;
  }

  /** Layers with geometries first, then tables without. @throws ImportError where it is no GeoPackage */
  async layers(): Promise<Layer[]> {
    if (!this.tables.has('gpkg_contents')) throw new ImportError('gpkg-other');
    const systems = await this.all('gpkg_spatial_ref_sys');
    const geometries = await this.all('gpkg_geometry_columns');
    const layers = (await this.all('gpkg_contents')).flatMap((content): Layer[] => {
      const name = textOf(content.get('table_name'));
      const table = this.tables.get(name.toLowerCase());
      const type = textOf(content.get('data_type'));
      if (table === undefined || (type !== 'features' && type !== 'attributes') || OWN_OF_QGIS.test(name)) return [];
      const about = geometries.find((each) => textOf(each.get('table_name')).toLowerCase() === name.toLowerCase());
      const geometry = about === undefined ? null : textOf(about.get('column_name'));
      return [{ name, table, geometry, crs: crsOf(Number(about?.get('srs_id') ?? 0), systems) }];
    });
    return [
      ...layers.filter(({ geometry }) => geometry !== null),
      ...layers.filter(({ geometry }) => geometry === null),
    ];
  }

  async isEmpty({ table }: Layer): Promise<boolean> {
    for await (const rows of this.rows(table)) if (rows.length > 0) return false;
    return true;
  }
}

/** By the number of an authority, else by the definition in full; 0 and −1 say that it is not known. */
function crsOf(id: number, systems: readonly ReadonlyMap<string, SqliteValue>[]): Crs | null {
  if (id === 0 || id === -1) return null;
  const found = systems.find((each) => Number(each.get('srs_id')) === id);
  const name = textOf(found?.get('srs_name')) || `${id}`;
  const wkt = textOf(found?.get('definition'));
  const isEpsg = found === undefined || /^epsg$/i.test(textOf(found.get('organization')));
  const byNumber = isEpsg ? crsOfEpsg(Number(found?.get('organization_coordsys_id') ?? id), name) : null;
  if (byNumber !== null && byNumber.datum !== null) return byNumber;
  const isDefined = wkt !== '' && !/^undefined$/i.test(wkt);
  if (byNumber !== null && (byNumber.refusal?.code !== 'unknown-datum' || !isDefined)) return byNumber;
  return isDefined ? crsOfWkt(wkt) : crsOfEpsg(id, name);
}

/** Bytes of the bounds that a geometry states before itself. */
const ENVELOPES = [0, 32, 48, 48, 64];

/** @throws Error where it is none */
function takeGeometry(value: SqliteValue, into: Parts): boolean {
  if (value === null) return true;
  if (!(value instanceof Uint8Array)) throw new Error('geometry');
  const [g, p, , flags = 0] = value;
  const envelope = ENVELOPES[(flags >> 1) & 7];
  const isExtended = (flags & 0x20) !== 0;
  if (g !== 0x47 || p !== 0x50 || envelope === undefined || isExtended) throw new Error('geometry');
  if ((flags & 0x10) !== 0) return true;
  try {
    return takeWkb(value.subarray(8 + envelope), into).whole;
  } catch {
    throw new Error('geometry');
  }
}

async function chosenLayer(found: Package, layers: readonly Layer[], wanted: Reading): Promise<Layer> {
  const [first] = layers;
  if (wanted.part !== undefined) {
    const named = layers.find(({ name }) => name === wanted.part);
    if (named === undefined) throw new ImportError('no-sheet', { name: wanted.part });
    return named;
  }
  if (first === undefined) throw new ImportError('gpkg-other');
  for (const layer of layers.slice(0, LIMITS.sheets)) if (!(await found.isEmpty(layer))) return layer;
  return first;
}

/** @throws ImportError */
export async function openGeoPackage(file: Blob, wanted: Reading): Promise<RowSource> {
  let found: Package;
  let layers: Layer[];
  let layer: Layer;
  try {
    found = await Package.open(file);
    layers = await found.layers();
    layer = await chosenLayer(found, layers, wanted);
  } catch (error) {
    throw damaged(error);
  }
  const { name, table, geometry, crs } = layer;
  const at = table.columns.findIndex((column) => column.name.toLowerCase() === geometry?.toLowerCase());
  const columns = new ColumnNames();
  table.columns.forEach((column, index) => {
    if (index !== at) columns.of(column.name);
  });

  function rowOf(row: Row, number: number): SourceRow {
    if (row.values === null) return { row: number, cells: [], shape: null, fault: { code: 'unreadable', detail: '' } };
    const values = valuesOf(row, table.columns);
    const place = at < 0 ? null : (values[at]?.[1] ?? null);
    if (at >= 0) values.splice(at, 1);
    return partsRow(number, values, columns, (into) => takeGeometry(place, into));
  }

  async function* batches(): AsyncGenerator<Batch> {
    let rows: SourceRow[] = [];
    let count = 0;
    try {
      for await (const page of found.rows(table)) {
        for (const row of page) rows.push(rowOf(row, ++count));
        if (rows.length < LIMITS.batchRows) continue;
        yield { rows, bytesRead: Math.min(found.bytesRead, file.size) };
        rows = [];
      }
    } catch (error) {
      throw damaged(error, { row: count + 1 });
    }
    yield { rows, bytesRead: file.size };
  }

  const warnings: Note[] = [];
  if (layers.length > 1) warnings.push(note('more-layers', { count: layers.length, used: name }));
  if (found.hasLog) warnings.push(note('gpkg-log'));
  return {
    format: 'geopackage',
    reading: { part: name },
    parts: layers.length > 1 ? layers.map((each) => each.name) : [],
    bytesTotal: file.size,
    hasShapes: geometry !== null,
    crs,
    columns: () => columns.names,
    batches,
    warnings: () => [...warnings, ...columns.warnings()],
  };
}
