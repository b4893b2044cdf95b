/** A table in one of the formats, as bytes to hand over. The writers are loaded with the first file of their kind. */
import { csvParts } from '../../data/export/csv.ts';
import { type GridId, gridOf, withCoordinates } from '../../data/export/grid.ts';
import { type ExportTable, type MetaEntry, withMarks } from '../../data/export/table.ts';
import { say, type Tongues } from '../paper/languages.ts';
import { withMeta } from './tables.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'geojson', 'kml', 'shapefile', 'flatgeobuf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** GeoJSON (RFC 7946) and KML know no datum but WGS-84; the writer of FlatGeobuf states none but by its number. */
const WGS84_ONLY: ReadonlySet<ExportFormat> = new Set(['geojson', 'kml', 'flatgeobuf']);
export const wgs84Only = (format: ExportFormat): boolean => WGS84_ONLY.has(format);

/** Longer cells are in the way of everyone who opens a CSV, ours included. */
const CSV_MAX_CHARS = 1_000_000;

const TYPES: Record<ExportFormat, { readonly end: string; readonly mime: string }> = {
  csv: { end: 'csv', mime: 'text/csv;charset=utf-8' },
  xlsx: { end: 'xlsx', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  geojson: { end: 'geojson', mime: 'application/geo+json' },
  kml: { end: 'kml', mime: 'application/vnd.google-earth.kml+xml' },
  shapefile: { end: 'zip', mime: 'application/zip' },
  flatgeobuf: { end: 'fgb', mime: 'application/flatgeobuf' },
};

export interface WriteRequest {
  readonly table: ExportTable;
  readonly format: ExportFormat;
  readonly grid: GridId;
  readonly meta: readonly MetaEntry[];
  readonly tongues: Tongues;
  /** Name of the file without its ending. */
  readonly base: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

export interface Written {
  readonly name: string;
  readonly content: Blob;
}

/** Rejects with a readable error where the format cannot hold the table. */
export async function writeExport({
  table: chosen,
  format,
  grid: gridId,
  meta,
  tongues,
  base,
  date,
}: WriteRequest): Promise<Written> {
  const table = withMarks(chosen);
  const grid = await gridOf(wgs84Only(format) ? 'wgs84' : gridId);
  const placed = async (maxChars: number) => {
    const points = withCoordinates(table, grid, {
      lng: say(tongues, 'exportLng'),
      lat: say(tongues, 'exportLat'),
      easting: say(tongues, 'exportEasting'),
      northing: say(tongues, 'exportNorthing'),
    });
    const { withShapes } = await import('../../data/export/shapes.ts');
    return withShapes({ table: points, meta }, grid, maxChars, {
      label: say(tongues, 'exportShapesLeft'),
      value: (n) => say(tongues, 'exportShapesLeftN', { n, chars: maxChars }),
    });
  };
  const { end, mime } = TYPES[format];
  const suffix = grid.id === 'wgs84' ? '' : `-${grid.id.replace(':', '')}`;
  const parts = async (): Promise<BlobPart[]> => {
    switch (format) {
      case 'csv': {
        const { table: shown, meta: about } = await placed(CSV_MAX_CHARS);
        const whole = withMeta(shown, about);
        return [
          ...csvParts(
            whole.columns.map(({ label }) => label),
            whole.count,
            whole.row,
          ),
        ];
      }
      case 'xlsx': {
        const { XLSX_MAX_TEXT, xlsxOf } = await import('../../data/export/xlsx.ts');
        const { table: shown, meta: about } = await placed(XLSX_MAX_TEXT);
        return [xlsxOf(shown, about, say(tongues, 'exportAbout'))];
      }
      case 'geojson': {
        const { geojsonOf } = await import('../../data/export/geojson.ts');
        return [JSON.stringify(geojsonOf(table, meta))];
      }
      case 'kml': {
        const { kmlOf } = await import('../../data/export/kml.ts');
        return [kmlOf(table, meta)];
      }
      case 'shapefile': {
        const { shapefileOf } = await import('../../data/export/shapefile.ts');
        const words = { fields: say(tongues, 'exportFields'), cut: (n: number) => say(tongues, 'exportCut', { n }) };
        return [shapefileOf(table, grid, meta, { base, date, words })];
      }
      case 'flatgeobuf': {
        const { flatgeobufOf } = await import('../../data/export/flatgeobuf.ts');
        return flatgeobufOf(withMeta(table, meta));
      }
    }
  };
  return { name: `${base}${suffix}.${end}`, content: new Blob(await parts(), { type: mime }) };
}
