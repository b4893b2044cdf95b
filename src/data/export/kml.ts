/**
 * KML 2.2: WGS-84 always, since the standard allows no other datum; a row without a place is a placemark
 * without geometry. Columns are extended data, what the file says of itself that of the document.
 */
import type { Position } from 'geojson';
import { type ExportGeometry, geometryOf } from './shapes.ts';
import { type ExportTable, type MetaEntry, uniqueNames } from './table.ts';
import { xmlText } from './xml.ts';

const data = (name: string, label: string, value: string) =>
  `<Data name="${xmlText(name)}"><displayName>${xmlText(label)}</displayName><value>${xmlText(value)}</value></Data>`;

/** Readers of KML show a description as HTML: what looks like it is made to read as it stands. */
const inHtml = (text: string) =>
  text.includes('<') ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text;

const coordinates = (positions: readonly Position[]) =>
  `<coordinates>${positions.map(([lng, lat]) => `${lng},${lat}`).join(' ')}</coordinates>`;
const ring = (positions: readonly Position[]) => `<LinearRing>${coordinates(positions)}</LinearRing>`;
const lineString = (positions: readonly Position[]) => `<LineString>${coordinates(positions)}</LineString>`;
const polygon = ([outer = [], ...holes]: readonly (readonly Position[])[]) =>
  `<Polygon><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>${holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`).join('')}</Polygon>`;
const several = (parts: readonly string[]) => `<MultiGeometry>${parts.join('')}</MultiGeometry>`;

function geometryXml(geometry: ExportGeometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point>${coordinates([geometry.coordinates])}</Point>`;
    case 'LineString':
      return lineString(geometry.coordinates);
    case 'MultiLineString':
      return several(geometry.coordinates.map(lineString));
    case 'Polygon':
      return polygon(geometry.coordinates);
    case 'MultiPolygon':
      return several(geometry.coordinates.map(polygon));
  }
}

export function kmlOf(table: ExportTable, meta: readonly MetaEntry[]): string {
  const names = uniqueNames(table.columns.map(({ key }) => key));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    '<Document>',
    `<name>${xmlText(table.title)}</name>`,
    `<description>${xmlText(inHtml(meta.map(({ label, value }) => `${label}: ${value}`).join('\n')))}</description>`,
    `<ExtendedData>${meta.map(({ key, label, value }) => data(key, label, value)).join('')}</ExtendedData>`,
  ];
  for (let index = 0; index < table.count; index++) {
    const geometry = geometryOf(table, index);
    const cells = table.row(index);
    const values = table.columns.flatMap(({ label }, at) => {
      const cell = cells[at] ?? null;
      return cell === null ? [] : [data(names[at] ?? '', label, String(cell))];
    });
    lines.push(
      `<Placemark><name>${xmlText(table.name(index))}</name><ExtendedData>${values.join('')}</ExtendedData>${geometry === null ? '' : geometryXml(geometry)}</Placemark>`,
    );
  }
  lines.push('</Document>', '</kml>', '');
  return lines.join('\n');
}
