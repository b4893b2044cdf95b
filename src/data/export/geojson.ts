/**
 * GeoJSON (RFC 7946): WGS-84 always, since the standard allows no other datum; a row without a place has a
 * null geometry. What the file says of itself stands in the foreign member `metadata`.
 */
import type { Feature, FeatureCollection } from 'geojson';
import { type ExportGeometry, geometryOf } from './shapes.ts';
import { type ExportTable, type MetaEntry, uniqueNames } from './table.ts';

export interface ExportCollection extends FeatureCollection<ExportGeometry | null> {
  readonly metadata: Readonly<Record<string, string>>;
}

export function geojsonOf(table: ExportTable, meta: readonly MetaEntry[]): ExportCollection {
  const names = uniqueNames(table.columns.map(({ key }) => key));
  const features: Feature<ExportGeometry | null>[] = [];
  for (let index = 0; index < table.count; index++) {
    const cells = table.row(index);
    features.push({
      type: 'Feature',
      geometry: geometryOf(table, index),
      properties: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null])),
    });
  }
  return {
    type: 'FeatureCollection',
    metadata: Object.fromEntries(meta.map(({ key, value }) => [key, value])),
    features,
  };
}
