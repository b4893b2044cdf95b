/**
 * OpenStreetMap's elements, from an Overpass server or a file, made into what the map draws: roads, waterways, borders
 * of towns and industrial land. Positions are WGS-84; 5 decimals (1 m); lines are thinned to about 5 m.
 */
import { simplify } from '@turf/turf';
import type { Feature, LineString, Polygon, Position } from 'geojson';
import type { Bbox } from '../../src/domain/position.ts';
import { mergeLines } from './merge-lines.ts';
import { assembled, clippedRings, ringsM2, wayLine } from './osm-areas.ts';
import { isAsked, type OsmTags } from './osm-asked.ts';
import type { OsmElement } from './overpass.ts';
import { shapePacker } from './packed-shapes.ts';
import { clipLine, roundTo } from './planar.ts';
import type { Problem } from './problem.ts';

export const DRAWN_LAYERS = ['osm-roads', 'osm-waterways', 'osm-towns', 'osm-industrial'] as const;
export type DrawnLayer = (typeof DRAWN_LAYERS)[number];

/** About 5 m, in degrees. */
const TOLERANCE = 0.000_05;
/** Smaller water and yards are noise at every zoom of the map, m². */
const LEAST_M2: Partial<Record<DrawnLayer, number>> = { 'osm-waterways': 2_000, 'osm-industrial': 5_000 };

export type OsmShape = Feature<LineString | Polygon, Readonly<Record<string, string>>>;

/** One layer of elements, of which others are passed over. What cannot be drawn is a problem that names the element. */
export function osmLayer(
  layer: DrawnLayer,
  elements: readonly OsmElement[],
  bbox: Bbox,
): { features: OsmShape[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const drawnWays = new Set<number>();
  const pack = shapePacker();
  const features = elements.flatMap((element) => {
    const { type, id, tags = {} } = element;
    if (!isAsked(layer, type, tags)) return [];
    const problem = (reason: string) => problems.push({ file: layer, record: `${type} ${id}`, reason });
    try {
      return shapes(layer, element, bbox, { drawnWays, problem }).map(pack);
    } catch (error) {
      problem(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
  return { features: mergedAndThinned(features), problems };
}

interface Work {
  readonly drawnWays: Set<number>;
  readonly problem: (reason: string) => void;
}

function shapes(layer: DrawnLayer, element: OsmElement, bbox: Bbox, work: Work): OsmShape[] {
  const { tags = {} } = element;
  const name: Record<string, string> = tags['name'] === undefined ? {} : { name: tags['name'] };
  switch (layer) {
    case 'osm-roads':
      return lines(wayLine(element), bbox, { class: roadClass(tags), ...name, ...roadNumber(tags) });
    case 'osm-waterways':
      return isWaterArea(tags)
        ? polygons(element, layer, bbox, { kind: 'water-polygon', ...name }, work)
        : lines(wayLine(element), bbox, { kind: 'centre-line', ...name });
    case 'osm-towns':
      // A border belongs to two towns and is drawn once.
      return (element.members ?? []).flatMap((member) => {
        if (member.type !== 'way' || member.geometry === undefined || work.drawnWays.has(member.ref)) return [];
        work.drawnWays.add(member.ref);
        return lines(wayLine({ type: 'way', id: member.ref, geometry: member.geometry }), bbox, {
          kind: 'town-border',
        });
      });
    case 'osm-industrial':
      return polygons(element, layer, bbox, { kind: 'industrial', ...name }, work);
  }
}

const isWaterArea = (tags: OsmTags): boolean => tags['natural'] === 'water' || tags['waterway'] === 'riverbank';

/** Ramps are `link`, whatever they join; what is below a district's road is `street`. */
export function roadClass({ highway = '' }: OsmTags): string {
  if (highway.endsWith('_link')) return 'link';
  return ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'].includes(highway) ? highway : 'street';
}

/** Of a road with several numbers the first, as its signs have it. */
function roadNumber({ ref }: OsmTags): { ref?: string } {
  const first = ref?.split(';')[0]?.trim();
  return first === undefined || first === '' ? {} : { ref: first };
}

function lines(line: readonly Position[], bbox: Bbox, properties: Record<string, string>): OsmShape[] {
  return clipLine(line, bbox)
    .filter((part) => part.length > 1)
    .map((part) => ({
      type: 'Feature',
      geometry: {
        type: 'LineString',
        coordinates: part.map(([lng = 0, lat = 0]) => [roundTo(lng, 5), roundTo(lat, 5)]),
      },
      properties,
    }));
}

function polygons(
  element: OsmElement,
  layer: DrawnLayer,
  bbox: Bbox,
  properties: Record<string, string>,
  { problem }: Work,
): OsmShape[] {
  const { polygons: whole, open } = assembled(element);
  if (whole.length === 0 && open > 0) throw new Error('its outline is not closed');
  if (open > 0) problem(`${open} of its ways close to no outline and are left out`);
  return whole
    .filter((rings) => ringsM2(rings) >= (LEAST_M2[layer] ?? 0))
    .flatMap((rings) => {
      const coordinates = clippedRings(rings, bbox);
      return coordinates === null ? [] : [{ type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties }];
    });
}

/** Lines of the same properties become as long as they go on. All stays packed but for the group that is worked on. */
function mergedAndThinned(features: readonly OsmShape[]): OsmShape[] {
  const pack = shapePacker();
  const byProperties = new Map<string, { properties: OsmShape['properties']; parts: LineString[] }>();
  const areas: { properties: OsmShape['properties']; geometry: Polygon }[] = [];
  for (const { geometry, properties } of features) {
    if (geometry.type === 'Polygon') {
      areas.push({ properties, geometry });
      continue;
    }
    const key = JSON.stringify(properties);
    const group = byProperties.get(key) ?? { properties, parts: [] };
    byProperties.set(key, group);
    group.parts.push(geometry);
  }
  const thin = (geometry: LineString | Polygon, properties: OsmShape['properties']): OsmShape =>
    pack(thinned({ type: 'Feature', geometry, properties }));
  const long = [...byProperties.values()].flatMap(({ properties, parts }) =>
    mergeLines(parts.map(({ coordinates }) => coordinates)).map((coordinates) =>
      thin({ type: 'LineString', coordinates }, properties),
    ),
  );
  const whole = areas.map(({ geometry: { type, coordinates }, properties }) => thin({ type, coordinates }, properties));
  return [...long, ...whole];
}

function thinned(shape: OsmShape): OsmShape {
  return simplify(shape, { tolerance: TOLERANCE, highQuality: true, mutate: true });
}
