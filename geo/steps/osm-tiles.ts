/**
 * Layers of OpenStreetMap as vector tiles in a PMTiles archive: what is large or important from far away, the rest
 * as one comes nearer; lines and outlines thinned by what a zoom can show.
 */
import { gzipSync } from 'node:zlib';
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { bbox } from '@turf/turf';
import type { Feature, Geometry } from 'geojson';
import { Compression, TileType, zxyToTileId } from 'pmtiles';
import type { Bbox } from '../../src/domain/position.ts';
import { ringsM2 } from './osm-areas.ts';
import { type PmtilesCounts, type PmtilesSink, pmtilesWriter } from './pmtiles-write.ts';

export const OSM_ZOOMS = { min: 7, max: 14 } as const;

const EXTENT = 4096;

export type TiledLayer = 'roads' | 'junctions' | 'waterways' | 'towns' | 'industrial';
type Properties = Readonly<Record<string, string | null>>;
export type TiledLayers = Readonly<Record<TiledLayer, readonly Feature<Geometry, Properties>[]>>;

const ROAD_FROM: Readonly<Record<string, number>> = {
  motorway: 7,
  trunk: 7,
  primary: 8,
  secondary: 10,
  tertiary: 12,
  link: 12,
  street: 13,
};

/** Areas from this many m² on show from this zoom on, largest first; smaller ones from the last zoom. */
const AREA_FROM: readonly (readonly [m2: number, zoom: number])[] = [
  [2_000_000, 7],
  [400_000, 9],
  [80_000, 11],
  [20_000, 12],
];
const SMALL_FROM = 13;

/** The zoom from which a feature is drawn. */
export function firstZoom(layer: TiledLayer, { geometry, properties }: Feature<Geometry, Properties>): number {
  if (geometry.type === 'Polygon') {
    const m2 = ringsM2(geometry.coordinates);
    return AREA_FROM.find(([least]) => m2 >= least)?.[1] ?? SMALL_FROM;
  }
  switch (layer) {
    case 'roads':
      return ROAD_FROM[properties['class'] ?? ''] ?? SMALL_FROM;
    case 'waterways':
      return properties['name'] === undefined ? 12 : 8;
    case 'junctions':
      return 11;
    case 'industrial':
    case 'towns':
      return 9;
  }
}

export function writeTiles(
  layers: TiledLayers,
  bounds: Bbox,
  sink: PmtilesSink,
  metadata: Readonly<Record<string, unknown>>,
): PmtilesCounts {
  const placed = LAYERS.map((layer) => ({ layer, features: layers[layer].map((feature) => place(layer, feature)) }));
  const writer = pmtilesWriter(sink);
  let block = '';
  let indices: readonly Indexed[] = [];
  for (const { id, z, x, y } of tilesIn(bounds)) {
    const [column, row] = [x >> BLOCK_STEPS, y >> BLOCK_STEPS];
    const here = z > WHOLE_TO ? `${z}/${column}/${row}` : `${z}`;
    if (here !== block) {
      // The old ones may go before the new ones are made.
      indices = [];
      indices = indexed(placed, z, z > WHOLE_TO ? boxOfTile(z - BLOCK_STEPS, column, row) : bounds);
    }
    block = here;
    const drawn = indices.flatMap(({ layer, index }): [TiledLayer, GeoJSONVTTile][] => {
      const tile = index.getTile(z, x, y);
      return tile === null || tile.features.length === 0 ? [] : [[layer, tile]];
    });
    if (drawn.length > 0)
      writer.add(id, gzipSync(fromGeojsonVt(Object.fromEntries(drawn), { version: 2, extent: EXTENT })));
  }
  return writer.finish({ tileType: TileType.Mvt, tileCompression: Compression.Gzip, bounds, metadata });
}

const LAYERS: readonly TiledLayer[] = ['waterways', 'industrial', 'towns', 'roads', 'junctions'];

/**
 * Nearer than this zoom, tiles are made block by block: an index keeps every tile that it made and those of all zooms
 * above, and one of a whole area would hold all of them. Tiles of a block follow on each other in an archive.
 */
const WHOLE_TO = 9;
/** A block is a tile so many zooms further away. */
const BLOCK_STEPS = 2;

interface Placed {
  readonly feature: Feature<Geometry, Properties>;
  readonly from: number;
  readonly box: Bbox;
}
interface Indexed {
  readonly layer: TiledLayer;
  readonly index: GeoJSONVT;
}

function place(layer: TiledLayer, feature: Feature<Geometry, Properties>): Placed {
  const [west, south, east, north] = bbox(feature);
  return { feature, from: firstZoom(layer, feature), box: [west, south, east, north] };
}

/** What shows at a zoom in a box and a little around it. */
function indexed(
  placed: readonly { readonly layer: TiledLayer; readonly features: readonly Placed[] }[],
  z: number,
  [west, south, east, north]: Bbox,
): Indexed[] {
  const margin = (east - west) / 16;
  return placed.map(({ layer, features }) => {
    const here = features.filter(
      ({ from, box }) =>
        from <= z &&
        box[0] <= east + margin &&
        box[2] >= west - margin &&
        box[1] <= north + margin &&
        box[3] >= south - margin,
    );
    const collection = { type: 'FeatureCollection' as const, features: here.map(({ feature }) => feature) };
    return {
      layer,
      index: new GeoJSONVT(collection, { maxZoom: OSM_ZOOMS.max, indexMaxZoom: 5, extent: EXTENT }),
    };
  });
}

/** Tiles of every zoom that meet the box, in the order of an archive. */
function tilesIn([west, south, east, north]: Bbox) {
  const tiles: { id: number; z: number; x: number; y: number }[] = [];
  const { min, max }: Readonly<Record<'min' | 'max', number>> = OSM_ZOOMS;
  for (let z = min; z <= max; z++) {
    for (let x = column(west, z); x <= column(east, z); x++) {
      for (let y = row(north, z); y <= row(south, z); y++) tiles.push({ id: zxyToTileId(z, x, y), z, x, y });
    }
  }
  return tiles.sort((a, b) => a.id - b.id);
}

const column = (lng: number, z: number): number => Math.floor(((lng + 180) / 360) * 2 ** z);

function row(lat: number, z: number): number {
  const sin = Math.sin((lat * Math.PI) / 180);
  return Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * 2 ** z);
}

function boxOfTile(z: number, x: number, y: number): Bbox {
  const lng = (tile: number): number => (tile / 2 ** z) * 360 - 180;
  const lat = (tile: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * tile) / 2 ** z))) * 180) / Math.PI;
  return [lng(x), lat(y + 1), lng(x + 1), lat(y)];
}
