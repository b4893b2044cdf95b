/**
 * Layers of OpenStreetMap as vector tiles in a PMTiles archive: what is large or important from far away, the rest
 * as one comes nearer; lines and outlines thinned by what a zoom can show.
 */
import { gzipSync } from 'node:zlib';
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
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
    default:
      return 9;
  }
}

export function writeTiles(
  layers: TiledLayers,
  bounds: Bbox,
  sink: PmtilesSink,
  metadata: Readonly<Record<string, unknown>>,
): PmtilesCounts {
  const indices = LAYERS.flatMap((layer) => indexedByZoom(layer, layers[layer]));
  const writer = pmtilesWriter(sink);
  for (const { id, z, x, y } of tilesIn(bounds)) {
    const drawn = new Map<TiledLayer, GeoJSONVTTile>();
    for (const { layer, from, index } of indices) {
      const tile = from <= z ? index.getTile(z, x, y) : null;
      if (tile === null || tile.features.length === 0) continue;
      const there = drawn.get(layer);
      drawn.set(layer, there === undefined ? tile : { ...there, features: [...there.features, ...tile.features] });
    }
    if (drawn.size > 0)
      writer.add(id, gzipSync(fromGeojsonVt(Object.fromEntries(drawn), { version: 2, extent: EXTENT })));
  }
  return writer.finish({ tileType: TileType.Mvt, tileCompression: Compression.Gzip, bounds, metadata });
}

const LAYERS: readonly TiledLayer[] = ['waterways', 'industrial', 'towns', 'roads', 'junctions'];

/** An index for each zoom at which something of the layer begins, so that a tile asks only for what it shows. */
function indexedByZoom(layer: TiledLayer, features: readonly Feature<Geometry, Properties>[]) {
  const byZoom = new Map<number, Feature<Geometry, Properties>[]>();
  for (const feature of features) {
    const from = firstZoom(layer, feature);
    const group = byZoom.get(from);
    if (group === undefined) byZoom.set(from, [feature]);
    else group.push(feature);
  }
  return [...byZoom]
    .sort(([a], [b]) => a - b)
    .map(([from, group]) => ({
      layer,
      from,
      index: new GeoJSONVT(
        { type: 'FeatureCollection', features: group },
        { maxZoom: OSM_ZOOMS.max, indexMaxZoom: 5, extent: EXTENT },
      ),
    }));
}

/** Tiles of every zoom that meet the box, in the order of an archive. */
function tilesIn([west, south, east, north]: Bbox) {
  const tiles: { id: number; z: number; x: number; y: number }[] = [];
  for (let z = OSM_ZOOMS.min; z <= OSM_ZOOMS.max; z++) {
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
