/**
 * Zipped Shapefile: .shp, .shx, .dbf, .prj, .cpg, and beside them a text for what the format has no room for, and a
 * CSV with all cells whole where any had to be cut. A Shapefile holds one kind of shape: where rows are points and
 * lines or areas, each kind is a layer of its own, named after it. A row without a place keeps its attributes and has
 * a null shape.
 */
import { strToU8, zipSync } from 'fflate';
import { toCsv } from './csv.ts';
import { dbfOf } from './dbf.ts';
import type { Grid } from './grid.ts';
import { PRJ } from './prj.ts';
import { type ExportGeometry, geometryOf, inGrid } from './shapes.ts';
import { type ShpKind, shpOf } from './shp.ts';
import { type ExportTable, type MetaEntry, uniqueNames } from './table.ts';
import { zipTime } from './zip-time.ts';

export interface ShapefileWords {
  /** Heading of the list of field names. */
  readonly fields: string;
  /** "{n} cells cut to 254 bytes", for one field. */
  cut(n: number): string;
}

/** In the order in which they stand in the archive. */
const LAYERS = { point: 'points', line: 'lines', area: 'areas' } as const satisfies Record<ShpKind, string>;
const KINDS = ['point', 'line', 'area'] as const satisfies readonly ShpKind[];

const KIND_OF = {
  Point: 'point',
  LineString: 'line',
  MultiLineString: 'line',
  Polygon: 'area',
  MultiPolygon: 'area',
} as const satisfies Record<ExportGeometry['type'], ShpKind>;

interface Layer {
  readonly kind: ShpKind;
  /** Name of its files, without an ending. */
  readonly name: string;
  /** Rows of the table, ascending. */
  readonly rows: readonly number[];
}

/** Rows by kind; those without a place go with the first kind that there is. */
function layersOf(table: ExportTable, base: string): Layer[] {
  const rows: Record<ShpKind, number[]> = { point: [], line: [], area: [] };
  const nowhere: number[] = [];
  for (let index = 0; index < table.count; index++) {
    const geometry = geometryOf(table, index);
    (geometry === null ? nowhere : rows[KIND_OF[geometry.type]]).push(index);
  }
  const kinds = KINDS.filter((kind) => rows[kind].length > 0);
  const [first = 'point', second] = kinds;
  rows[first] = [...rows[first], ...nowhere].sort((a, b) => a - b);
  if (second === undefined) return [{ kind: first, name: base, rows: rows[first] }];
  return kinds.map((kind) => ({ kind, name: `${base}-${LAYERS[kind]}`, rows: rows[kind] }));
}

/** @param base name of the files in the archive, without an ending; @param date YYYY-MM-DD. */
export function shapefileOf(
  table: ExportTable,
  grid: Grid,
  meta: readonly MetaEntry[],
  { base, date, words }: { readonly base: string; readonly date: string; readonly words: ShapefileWords },
): Uint8Array<ArrayBuffer> {
  const keys = uniqueNames(table.columns.map(({ key }) => key));
  const files: Record<string, Uint8Array> = {};
  const cut = keys.map(() => 0);
  let names: readonly string[] = [];
  for (const { kind, name, rows } of layersOf(table, base)) {
    const { shp, shx } = shpOf(
      kind,
      rows.map((row) => {
        const geometry = geometryOf(table, row);
        return geometry === null ? null : inGrid(geometry, grid);
      }),
    );
    const dbf = dbfOf({ names: keys, count: rows.length, row: (index) => table.row(rows[index] ?? -1), date });
    for (const [at, n] of dbf.cut.entries()) cut[at] = (cut[at] ?? 0) + n;
    // The same in all layers: they depend on the names alone.
    names = dbf.names;
    files[`${name}.shp`] = shp;
    files[`${name}.shx`] = shx;
    files[`${name}.dbf`] = dbf.bytes;
    files[`${name}.prj`] = strToU8(PRJ[grid.id]);
    files[`${name}.cpg`] = strToU8('UTF-8');
  }
  const about = [
    ...meta.map(({ label, value }) => `${label}: ${value}`),
    '',
    `${words.fields}:`,
    ...keys.map((key, at) => {
      const n = cut[at] ?? 0;
      return `${names[at] ?? ''} = ${key} · ${table.columns[at]?.label ?? ''}${n === 0 ? '' : ` · ${words.cut(n)}`}`;
    }),
    '',
  ].join('\r\n');
  files[`${base}.txt`] = strToU8(`\uFEFF${about}`);
  if (cut.some((n) => n > 0)) {
    const rows = Array.from({ length: table.count }, (_, index) => table.row(index));
    files[`${base}-whole.csv`] = strToU8(toCsv([keys, ...rows]));
  }
  return zipSync(files, { level: 6, mtime: zipTime() });
}
