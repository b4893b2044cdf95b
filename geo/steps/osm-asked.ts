/** What of OpenStreetMap the map takes: one table, as a question to an Overpass server and as a test of an element. */
import type { Bbox } from '../../src/domain/position.ts';

export const OSM_LAYERS = [
  'osm-roads',
  'osm-junctions',
  'osm-waterways',
  'osm-towns',
  'osm-industrial',
  'osm-stations',
] as const;
export type OsmLayer = (typeof OSM_LAYERS)[number];

export const OSM_TYPES = ['node', 'way', 'relation'] as const;
export type OsmType = (typeof OSM_TYPES)[number];
export type OsmTags = Readonly<Record<string, string>>;

/** Elements of a type that have one of the values under every key. */
interface Asked {
  readonly type: OsmType;
  readonly having: Readonly<Record<string, readonly string[]>>;
}

const ROADS = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'motorway_link', 'trunk_link'];
const STREETS = ['unclassified', 'residential', 'living_street'];

const ASKED: Record<OsmLayer, readonly Asked[]> = {
  'osm-roads': [{ type: 'way', having: { highway: [...ROADS, ...STREETS] } }],
  'osm-junctions': [{ type: 'node', having: { highway: ['motorway_junction'] } }],
  'osm-waterways': [
    { type: 'way', having: { waterway: ['river', 'canal'] } },
    { type: 'way', having: { natural: ['water'] } },
    { type: 'relation', having: { natural: ['water'] } },
    { type: 'way', having: { waterway: ['riverbank'] } },
    { type: 'relation', having: { waterway: ['riverbank'] } },
  ],
  'osm-towns': [{ type: 'relation', having: { boundary: ['administrative'], admin_level: ['8'] } }],
  'osm-industrial': [
    { type: 'way', having: { landuse: ['industrial'] } },
    { type: 'relation', having: { landuse: ['industrial'] } },
  ],
  'osm-stations': [
    { type: 'node', having: { railway: ['station', 'halt', 'tram_stop'] } },
    { type: 'relation', having: { route: ['subway', 'light_rail', 'tram', 'train'] } },
  ],
};

/** Keys whose values decide or are shown; a reader may leave out all others. */
export const OSM_KEYS: readonly string[] = [
  ...new Set(Object.values(ASKED).flatMap((asked) => asked.flatMap(({ having }) => Object.keys(having)))),
  ...['name', 'ref', 'station', 'subway', 'light_rail', 'tram', 'type'],
];

export function isAsked(layer: OsmLayer, type: OsmType, tags: OsmTags): boolean {
  return ASKED[layer].some(
    (asked) =>
      asked.type === type && Object.entries(asked.having).every(([key, values]) => values.includes(tags[key] ?? '')),
  );
}

export const isAskedByAny = (type: OsmType, tags: OsmTags): boolean =>
  OSM_LAYERS.some((layer) => isAsked(layer, type, tags));

/** The question to an Overpass server for one layer within a box. */
export function overpassQuery(layer: OsmLayer, [west, south, east, north]: Bbox): string {
  const box = `(${south},${west},${north},${east})`;
  const asked = ASKED[layer].map(({ type, having }) => {
    const tests = Object.entries(having).map(([key, values]) =>
      values.length === 1 ? `[${key}=${values[0]}]` : `[${key}~"^(${values.join('|')})$"]`,
    );
    return `${type}${tests.join('')}${box};`;
  });
  return `[out:json][timeout:180];(${asked.join('')});out geom;`;
}
