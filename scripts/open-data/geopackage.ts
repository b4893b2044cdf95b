/** GeoPackage 1.3 (OGC 12-128r17): a table of points in SQLite. sql.js writes the database, this its few tables. */
import initSqlJs from 'sql.js';
import type { ExportTable, MetaEntry } from '../../src/data/export/table.ts';
import type { Wgs84 } from '../../src/domain/position.ts';

/** “GPKG”, and 1.3.0. */
const HEAD = 'PRAGMA application_id = 1196444487; PRAGMA user_version = 10300;';
const WGS84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';
const SRS_ID = 4326;

/** The tables that the standard asks for. */
const SCHEMA = `
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));`;

/**
 * A whole file with one table of points; a row without a place has no geometry.
 *
 * @param layer name of the table
 * @param date YYYY-MM-DD, of the data: the same data give the same bytes
 */
export async function geopackageOf(
  table: ExportTable,
  meta: readonly MetaEntry[],
  { layer, date }: { readonly layer: string; readonly date: string },
): Promise<Uint8Array> {
  const db = new (await initSqlJs()).Database();
  try {
    db.run(HEAD + SCHEMA);
    for (const row of [
      ['WGS 84 geodetic', SRS_ID, 'EPSG', SRS_ID, WGS84, null],
      ['Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', null],
      ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null],
    ])
      db.run('INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)', row);
    const points = Array.from({ length: table.count }, (_, at) => table.position(at));
    const placed = points.filter((point) => point !== null);
    const about = meta.map(({ label, value }) => `${label}: ${value}`).join('\n');
    db.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
      ...[layer, 'features', table.title, about, `${date}T00:00:00.000Z`],
      ...boundsOf(placed),
      SRS_ID,
    ]);
    db.run('INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, ?, 0, 0)', [layer, 'geom', 'POINT', SRS_ID]);
    const rows = points.map((_, at) => table.row(at));
    const columns = table.columns.map(({ key }, at) => {
      const stated = rows.map((row) => row[at] ?? null).filter((cell) => cell !== null);
      const isNumber = stated.length > 0 && stated.every((cell) => typeof cell === 'number');
      return `${quoted(key)} ${isNumber ? 'REAL' : 'TEXT'}`;
    });
    db.run(
      `CREATE TABLE ${quoted(layer)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, ${columns.join(', ')})`,
    );
    const insert = db.prepare(`INSERT INTO ${quoted(layer)} VALUES (?, ?, ${columns.map(() => '?').join(', ')})`);
    for (const [at, cells] of rows.entries()) {
      const point = points[at] ?? null;
      insert.run([at + 1, point === null ? null : pointBlob(point), ...cells]);
    }
    insert.free();
    return db.export();
  } finally {
    db.close();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function boundsOf(points: readonly Wgs84[]): (number | null)[] {
  if (points.length === 0) return [null, null, null, null];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The head of a geometry without an envelope, little endian, and a point as WKB. */
function pointBlob([lng, lat]: Wgs84): Uint8Array {
  const view = new DataView(new ArrayBuffer(29));
  view.setUint8(0, 0x47);
  view.setUint8(1, 0x50);
  view.setUint8(3, 1);
  view.setInt32(4, SRS_ID, true);
  view.setUint8(8, 1);
  view.setUint32(9, 1, true);
  view.setFloat64(13, lng, true);
  view.setFloat64(21, lat, true);
  return new Uint8Array(view.buffer);
}
