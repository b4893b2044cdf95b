/** From OpenStreetMap's elements to the files of geo/out-osm. */
import type { Bbox } from '../../src/domain/position.ts';
import type { JunctionCollection, OsmInfo, OsmTownCollection } from '../../src/domain/schema/osm.ts';
import type { StationCollection } from '../../src/domain/schema/station.ts';
import { DRAWN_LAYERS, type DrawnLayer, type OsmShape, osmLayer } from './osm.ts';
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

/** What is made of the elements, which a caller of a large file lets go before the tiles are made of this. */
export interface OsmContent {
  readonly info: OsmInfo;
  readonly layers: Readonly<Record<DrawnLayer, OsmShape[]>>;
  readonly junctions: JunctionCollection;
  readonly stations: StationCollection;
  readonly towns: OsmTownCollection;
  readonly problems: readonly Problem[];
}

/** @throws Error that names the source where it holds nothing that is drawn */
export function osmContent({ elements, state, from }: OsmSource, bbox: Bbox): OsmContent {
  const problems: Problem[] = [];
  const drawn = (layer: DrawnLayer) => {
    const made = osmLayer(layer, elements, bbox);
    problems.push(...made.problems);
    return made.features;
  };
  const layers = {
    'osm-roads': drawn('osm-roads'),
    'osm-waterways': drawn('osm-waterways'),
    'osm-towns': drawn('osm-towns'),
    'osm-industrial': drawn('osm-industrial'),
  };
  if (layers['osm-roads'].length === 0) {
    throw new Error(`${from}: no road in the area of the map, from motorways to streets: nothing is written`);
  }
  const areas = osmTownAreas(elements, bbox);
  problems.push(...areas.problems);
  return {
    info: { state, from, ...OSM_CREDIT, minzoom: OSM_ZOOMS.min, maxzoom: OSM_ZOOMS.max },
    layers,
    junctions: { type: 'FeatureCollection', features: osmJunctions(elements) },
    stations: { type: 'FeatureCollection', features: osmStations(elements) },
    towns: { type: 'FeatureCollection', features: areas.features, accuracyMetres: TOWN_ACCURACY_M, state },
    problems,
  };
}

/** Every file by its name. */
export function osmFiles(content: OsmContent, bbox: Bbox): Map<string, string | Uint8Array> {
  const { info, layers, junctions, stations, towns } = content;
  const { state } = info;
  const tiled: TiledLayers = {
    roads: layers['osm-roads'],
    waterways: layers['osm-waterways'],
    towns: layers['osm-towns'],
    industrial: layers['osm-industrial'],
    junctions: junctions.features,
  };
  const sink = memorySink();
  writeTiles(tiled, bbox, sink, { ...OSM_CREDIT, name: 'OpenStreetMap', state, vector_layers: vectorLayers(tiled) });
  const json = (file: object): string => `${JSON.stringify({ ...file, ...OSM_CREDIT, state })}\n`;
  return new Map<string, string | Uint8Array>([
    ['osm.pmtiles', sink.bytes()],
    ['osm.json', `${JSON.stringify(info)}\n`],
    ['osm-stations.geojson', json(stations)],
    ['osm-junctions.geojson', json(junctions)],
    ['osm-towns.geojson', json(towns)],
  ]);
}

/** How much there is of each. */
export function osmCounts({ layers, junctions, stations, towns }: OsmContent): Record<string, number> {
  return {
    ...Object.fromEntries(DRAWN_LAYERS.map((layer) => [layer, layers[layer].length])),
    'osm-junctions': junctions.features.length,
    'osm-stations': stations.features.length,
    'town areas': towns.features.length,
  };
}

/** As TileJSON 3 asks for them. */
function vectorLayers(layers: TiledLayers): { id: string; fields: Record<string, string> }[] {
  return Object.entries(layers).map(([id, features]) => {
    const keys = new Set<string>();
    for (const { properties } of features) for (const key of Object.keys(properties)) keys.add(key);
    return { id, fields: Object.fromEntries([...keys].map((key) => [key, 'String'])) };
  });
}
