/** Vector tiles: the points of the tiles that a view needs, from an archive or from a tile server. */
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { Bbox } from '../../domain/position.ts';
import { ImportError } from '../import/guards/notes.ts';
import { featureRow } from '../import/readers/geojson.ts';
import { ColumnNames, type SourceRow } from '../import/readers/source.ts';
import { MOST_REMOTE_ROWS, type RemoteReader } from './types.ts';

export interface TileSet {
  readonly minzoom: number;
  readonly maxzoom: number;
  /** Bytes of a tile, unpacked; null where there is none. Only a server does anything with a query. */
  tile(z: number, x: number, y: number, query: string): Promise<ArrayBuffer | null>;
}

interface TileId {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** More tiles are never asked for at once: a coarser zoom serves instead. */
const MOST_TILES = 24;

const column = (lng: number, z: number): number => ((lng + 180) / 360) * 2 ** z;
function line(lat: number, z: number): number {
  const radians = (lat * Math.PI) / 180;
  return ((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * 2 ** z;
}

/** Tiles that cover a box at the zoom that the map would take, or at a coarser one where they would be too many. */
export function tilesOf([west, south, east, north]: Bbox, zoom: number, minzoom: number, maxzoom: number): TileId[] {
  for (let z = Math.max(minzoom, Math.min(maxzoom, Math.floor(zoom))); ; z--) {
    const [x0, x1] = [Math.floor(column(west, z)), Math.floor(column(east, z))];
    const [y0, y1] = [Math.floor(line(north, z)), Math.floor(line(south, z))];
    if ((x1 - x0 + 1) * (y1 - y0 + 1) > MOST_TILES && z > minzoom) continue;
    const tiles: TileId[] = [];
    for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) tiles.push({ z, x, y });
    return tiles;
  }
}

/** Features of one layer of a tile; those in its margin belong to the neighbour. */
function rowsOf(bytes: ArrayBuffer, { z, x, y }: TileId, layer: string | null, columns: ColumnNames, at: number) {
  const { layers } = new VectorTile(new PbfReader(new Uint8Array(bytes)));
  const found = layer === null ? Object.values(layers)[0] : layers[layer];
  const rows: SourceRow[] = [];
  for (let i = 0; i < (found?.length ?? 0); i++) {
    const feature = found?.feature(i);
    if (feature === undefined) continue;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = feature.bbox();
    const [cx, cy] = [(x0 + x1) / 2, (y0 + y1) / 2];
    if (cx < 0 || cy < 0 || cx >= feature.extent || cy >= feature.extent) continue;
    const { properties, geometry } = feature.toGeoJSON(x, y, z);
    rows.push(featureRow(at + rows.length + 1, properties, geometry, columns));
  }
  return rows;
}

/** @param layer name of the layer to show; null is the first. */
export function tileReader(tiles: TileSet, layer: string | null): RemoteReader {
  const columns = new ColumnNames();
  return {
    total: null,
    crs: null,
    thinned: (zoom) => Math.floor(zoom) < tiles.maxzoom,
    columns: () => columns.names,
    async read({ bbox, zoom, query = '' }) {
      const ids = tilesOf(bbox, zoom, tiles.minzoom, tiles.maxzoom);
      const bytes = await Promise.all(ids.map(({ z, x, y }) => tiles.tile(z, x, y, query)));
      const rows: SourceRow[] = [];
      for (const [index, id] of ids.entries()) {
        const tile = bytes[index];
        if (tile == null) continue;
        try {
          for (const row of rowsOf(tile, id, layer, columns, rows.length)) rows.push(row);
        } catch {
          throw new ImportError('remote-tile-damaged', { tile: `${id.z}/${id.x}/${id.y}` });
        }
        if (rows.length > MOST_REMOTE_ROWS) return { kind: 'too-many', about: rows.length };
      }
      return { kind: 'rows', rows };
    },
  };
}
