/** From OpenStreetMap's elements to the files of geo/out-osm. */
import type { Bbox } from '../../src/domain/position.ts';
import type { JunctionCollection, OsmInfo, OsmTownCollection } from '../../src/domain/schema/osm.ts';
import type { StationCollection } from '../../src/domain/schema/station.ts';
import { DRAWN_LAYERS, type DrawnLayer, osmLayer } from './osm.ts';
import { osmJunctions, osmStations } from './osm-stations.ts';
import { OSM_ZOOMS, type TiledLayers, writeTiles } from './osm-tiles.ts';
import { osmTownAreas, TOWN_ACCURACY_M } from './osm-towns.ts';
import type { OsmElement } from './overpass.ts';
import { memorySink } from './pmtiles-write.ts';
import type { Problem } from './problem.ts';

export interface OsmSource {
  readonly elements: readonly OsmElement[];
  readonly state: string | null;
  /** Name of the file, or address of the server. */
  readonly from: string;
}

export const OSM_CREDIT = { attribution: '© OpenStreetMap contributors', licence: 'ODbL 1.0' };

/**
 * Every file by its name, or nothing at all: a map of two dates would be worse than an old one.
 * @throws Error that names the source where it holds nothing that is drawn
 */
export function osmOutputs(
  { elements, state, from }: OsmSource,
  bbox: Bbox,
): { files: Map<string, string | Uint8Array>; counts: Record<string, number>; problems: Problem[] } {
  const problems: Problem[] = [];
  const drawn = (layer: DrawnLayer) => {
    const made = osmLayer(layer, elements, bbox);
    problems.push(...made.problems);
    return made.features;
  };
  const junctions: JunctionCollection = { type: 'FeatureCollection', features: osmJunctions(elements) };
  const stations: StationCollection = { type: 'FeatureCollection', features: osmStations(elements) };
  const layers = {
    roads: drawn('osm-roads'),
    waterways: drawn('osm-waterways'),
    towns: drawn('osm-towns'),
    industrial: drawn('osm-industrial'),
    junctions: junctions.features,
  } satisfies TiledLayers;
  const areas = osmTownAreas(elements, bbox);
  problems.push(...areas.problems);
  if (layers.roads.length === 0) {
    throw new Error(`${from}: no road in the area of the map, from motorways to streets: nothing is written`);
  }
  const info: OsmInfo = { state, from, ...OSM_CREDIT, minzoom: OSM_ZOOMS.min, maxzoom: OSM_ZOOMS.max };
  const townAreas: OsmTownCollection = {
    type: 'FeatureCollection',
    features: areas.features,
    accuracyMetres: TOWN_ACCURACY_M,
  };
  const sink = memorySink();
  writeTiles(layers, bbox, sink, { ...OSM_CREDIT, name: 'OpenStreetMap', state, vector_layers: vectorLayers(layers) });
  const json = (content: object): string => `${JSON.stringify({ ...content, ...OSM_CREDIT, state })}\n`;
  const files = new Map<string, string | Uint8Array>([
    ['osm.pmtiles', sink.bytes()],
    ['osm.json', `${JSON.stringify(info)}\n`],
    ['osm-stations.geojson', json(stations)],
    ['osm-junctions.geojson', json(junctions)],
    ['osm-towns.geojson', json(townAreas)],
  ]);
  const counts = {
    ...Object.fromEntries(DRAWN_LAYERS.map((layer) => [layer, layers[tiled(layer)].length])),
    'osm-junctions': junctions.features.length,
    'osm-stations': stations.features.length,
    'town areas': areas.features.length,
  };
  return { files, counts, problems };
}

const TILED = {
  'osm-roads': 'roads',
  'osm-waterways': 'waterways',
  'osm-towns': 'towns',
  'osm-industrial': 'industrial',
} as const satisfies Record<DrawnLayer, keyof TiledLayers>;
const tiled = (layer: DrawnLayer) => TILED[layer];

/** As TileJSON 3 asks for them. */
function vectorLayers(layers: TiledLayers): { id: string; fields: Record<string, string> }[] {
  return Object.entries(layers).map(([id, features]) => ({
    id,
    fields: Object.fromEntries(
      features.flatMap(({ properties }) => Object.keys(properties).map((key) => [key, 'String'])),
    ),
  }));
}
