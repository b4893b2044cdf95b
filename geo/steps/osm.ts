/**
 * OpenStreetMap's answer from an Overpass server, made into context layers: roads, waterways, town boundaries
 * and industrial land. Positions are WGS-84; 5 decimals (1 m); lines are thinned to about 5 m.
 */
import { simplify } from '@turf/turf';
import type { Feature, FeatureCollection, Geometry, LineString, Polygon, Position } from 'geojson';
import type { Bbox } from '../../src/domain/position.ts';
import type { OverpassAnswer } from './overpass.ts';
import { clipLine, ringM2, roundTo } from './planar.ts';
import type { Problem } from './problem.ts';
import { joinRings } from './rings.ts';
import { rewind } from './topology.ts';

export const OSM_LAYERS = ['osm-roads', 'osm-waterways', 'osm-towns', 'osm-industrial'] as const;
export type OsmLayer = (typeof OSM_LAYERS)[number];

/** About 5 m, in degrees. */
const TOLERANCE = 0.000_05;
/** Smaller water and yards are noise at every zoom of the map, m². */
const LEAST_M2: Partial<Record<OsmLayer, number>> = { 'osm-waterways': 2_000, 'osm-industrial': 5_000 };

/** What is asked of the server for each layer, in Overpass QL without the frame. */
const ASKED: Record<OsmLayer, readonly string[]> = {
  'osm-roads': ['way[highway~"^(motorway|trunk|primary|secondary)$"]'],
  'osm-waterways': ['way[waterway~"^(river|canal)$"]', 'way[natural=water]', 'relation[natural=water]'],
  'osm-towns': ['relation[boundary=administrative][admin_level=8]'],
  'osm-industrial': ['way[landuse=industrial]', 'relation[landuse=industrial]'],
};

/** The question to an Overpass server for one layer within a box. */
export function overpassQuery(layer: OsmLayer, [west, south, east, north]: Bbox): string {
  const box = `(${south},${west},${north},${east})`;
  return `[out:json][timeout:180];(${ASKED[layer].map((what) => `${what}${box};`).join('')});out geom;`;
}

type Element = OverpassAnswer['elements'][number];
type Shape = Feature<LineString | Polygon, Record<string, string>>;

/** One layer of an answer. What cannot be drawn is a problem that names the element; the rest is kept. */
export function osmLayer(
  layer: OsmLayer,
  answer: OverpassAnswer,
  bbox: Bbox,
): { collection: FeatureCollection<LineString | Polygon>; problems: Problem[] } {
  const problems: Problem[] = [];
  const drawnWays = new Set<number>();
  const features = answer.elements.flatMap((element) => {
    try {
      return shapes(layer, element, bbox, drawnWays);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({ file: layer, record: `${element.type} ${element.id}`, reason });
      return [];
    }
  });
  return { collection: { type: 'FeatureCollection', features: features.map(thinned) }, problems };
}

function shapes(layer: OsmLayer, element: Element, bbox: Bbox, drawnWays: Set<number>): Shape[] {
  const tags = element.tags ?? {};
  const name: Record<string, string> = tags['name'] === undefined ? {} : { name: tags['name'] };
  switch (layer) {
    case 'osm-roads':
      return lines(wayLine(element), bbox, { class: tags['highway'] ?? '', ...name });
    case 'osm-waterways':
      return tags['natural'] === 'water'
        ? polygons(element, layer, { kind: 'water-polygon', ...name })
        : lines(wayLine(element), bbox, { kind: 'centre-line', ...name });
    case 'osm-towns':
      // A border belongs to two towns and is drawn once.
      return (element.members ?? []).flatMap((member) => {
        if (member.type !== 'way' || member.geometry === undefined || drawnWays.has(member.ref)) return [];
        drawnWays.add(member.ref);
        return lines(member.geometry.map(position), bbox, { kind: 'town-border' });
      });
    case 'osm-industrial':
      return polygons(element, layer, { kind: 'industrial', ...name });
  }
}

const position = ({ lon, lat }: { lon: number; lat: number }): Position => [roundTo(lon, 5), roundTo(lat, 5)];

function wayLine(element: Element): Position[] {
  if (element.geometry === undefined) throw new Error('the way has no geometry: ask the server with "out geom"');
  return element.geometry.map(position);
}

function lines(line: readonly Position[], bbox: Bbox, properties: Record<string, string>): Shape[] {
  return clipLine(line, bbox)
    .filter((part) => part.length > 1)
    .map((coordinates) => ({ type: 'Feature', geometry: { type: 'LineString', coordinates }, properties }));
}

/** Each outer ring with the holes of the element that lie in it. */
function polygons(element: Element, layer: OsmLayer, properties: Record<string, string>): Shape[] {
  const ways = (role: 'outer' | 'inner'): Position[][] =>
    element.type === 'way'
      ? role === 'outer'
        ? [wayLine(element)]
        : []
      : (element.members ?? []).flatMap((member) =>
          member.type === 'way' && (member.role === role || (role === 'outer' && member.role === ''))
            ? [(member.geometry ?? []).map(position)]
            : [],
        );
  const inner = joinRings(ways('inner')).rings;
  const { rings, open } = joinRings(ways('outer'));
  if (rings.length === 0 && open > 0) throw new Error('its outline is not closed');
  return rings
    .filter((ring) => Math.abs(ringM2(ring)) >= (LEAST_M2[layer] ?? 0))
    .map((ring) => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: rewind([ring, ...inner.filter((hole) => isWithin(hole, ring))]) },
      properties,
    }));
}

function isWithin(hole: readonly Position[], ring: readonly Position[]): boolean {
  const box = (points: readonly Position[]) => {
    const [lngs, lats] = [points.map((p) => p[0] ?? 0), points.map((p) => p[1] ?? 0)];
    return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)] as const;
  };
  const [a, b] = [box(hole), box(ring)];
  return a[0] >= b[0] && a[1] >= b[1] && a[2] <= b[2] && a[3] <= b[3];
}

function thinned<G extends Geometry>(feature: Feature<G>): Feature<G> {
  return simplify(feature, { tolerance: TOLERANCE, highQuality: true });
}
