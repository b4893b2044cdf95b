/** A row keeps one kind of geometry: what else it holds is told, whatever the format. */
import { expect, test } from 'vitest';
import { geometryAt } from '../../../src/domain/geometries.ts';
import { imported, textFile } from './helpers.ts';

const RING = [
  [113.1, 23],
  [113.11, 23],
  [113.11, 23.01],
  [113.1, 23],
];
const POINT = { type: 'Point', coordinates: [113.2, 23.1] };
const LINE = { type: 'LineString', coordinates: RING.slice(0, 2) };
const AREA = { type: 'Polygon', coordinates: [RING] };

const geojson = (...geometries: unknown[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: { name: '甲' }, geometry: { type: 'GeometryCollection', geometries } }],
  });

const coordinates = (positions: number[][]) => `<coordinates>${positions.map(String).join(' ')}</coordinates>`;
const KML_AREA = `<Polygon><outerBoundaryIs><LinearRing>${coordinates(RING)}</LinearRing></outerBoundaryIs></Polygon>`;
const KML_POINT = `<Point>${coordinates([POINT.coordinates])}</Point>`;
const KML_LINE = `<LineString>${coordinates(LINE.coordinates)}</LineString>`;
const kml = (...geometries: string[]) =>
  `<kml><Placemark><name>甲</name><MultiGeometry>${geometries.join('')}</MultiGeometry></Placemark></kml>`;
const WKT = 'GEOMETRYCOLLECTION(POINT(113.2 23.1),POLYGON((113.1 23,113.11 23,113.11 23.01,113.1 23)))';

test.each([
  ['a.geojson', geojson(POINT, AREA), 'Polygon', 1],
  ['a.geojson', geojson(LINE, AREA), 'Polygon', 1],
  ['a.geojson', geojson(POINT, LINE), 'LineString', 1],
  ['a.geojson', geojson(AREA), 'Polygon', 0],
  ['a.kml', kml(KML_POINT, KML_AREA), 'Polygon', 1],
  ['a.kml', kml(KML_AREA, KML_LINE), 'Polygon', 1],
  ['a.kml', kml(KML_LINE, KML_POINT), 'LineString', 1],
  ['a.kml', kml(KML_AREA), 'Polygon', 0],
  ['a.csv', `名称,WKT\n甲,"${WKT}"\n`, 'Polygon', 1],
])('%s %s', async (name, text, type, rows) => {
  const { set, receipt } = await imported(textFile(text), name);
  expect(geometryAt(set.geometries, 0)).toMatchObject({ type });
  const told = receipt.warnings.filter(({ code }) => code === 'mixed-shapes');
  expect(told).toEqual(rows === 0 ? [] : [{ code: 'mixed-shapes', params: { count: rows } }]);
});
