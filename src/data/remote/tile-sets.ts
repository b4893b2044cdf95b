/** The two kinds of tile sets: a PMTiles archive, read in ranges, and a tile server, named by its TileJSON. */
import { gunzipSync } from 'fflate';
import { PMTiles, TileType } from 'pmtiles';
import * as v from 'valibot';
import { parseAs } from '../../domain/schema/parse.ts';
import { ImportError } from '../import/guards/notes.ts';
import type { Http, Ranges } from './http.ts';
import { withQuery } from './push-down.ts';
import type { TileSet } from './tiles.ts';

const TileJson = v.object({
  tiles: v.pipe(v.array(v.string()), v.minLength(1)),
  minzoom: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(24)), 0),
  maxzoom: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(24)), 14),
});

/** @throws ImportError */
export async function openPmtiles(file: Ranges, url: string): Promise<TileSet> {
  const archive = new PMTiles({
    getKey: () => url,
    getBytes: async (offset, length) => ({ data: await file.range(offset, length) }),
  });
  try {
    const { minZoom, maxZoom, tileType } = await archive.getHeader();
    if (tileType !== TileType.Mvt) throw new ImportError('remote-no-vectors');
    return {
      minzoom: minZoom,
      maxzoom: maxZoom,
      tile: async (z, x, y) => (await archive.getZxy(z, x, y))?.data ?? null,
    };
  } catch (error) {
    throw error instanceof ImportError ? error : new ImportError('remote-damaged', { what: 'PMTiles' });
  }
}

/** Some servers leave it to the browser to unpack a tile, some send it packed without saying so. */
function unpacked(bytes: ArrayBuffer): ArrayBuffer {
  const head = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  return head[0] === 0x1f && head[1] === 0x8b ? new Uint8Array(gunzipSync(new Uint8Array(bytes))).buffer : bytes;
}

/** @throws ImportError */
export async function openTileJson(http: Http, url: string): Promise<TileSet> {
  const bytes = await http.whole(url);
  if (bytes === null) throw new ImportError('remote-status', { host: new URL(url).host, status: 404 });
  let described: v.InferOutput<typeof TileJson>;
  try {
    described = parseAs(TileJson, JSON.parse(new TextDecoder().decode(bytes)), 'TileJSON');
  } catch {
    throw new ImportError('remote-damaged', { what: 'TileJSON' });
  }
  const { tiles, minzoom, maxzoom } = described;
  return {
    minzoom,
    maxzoom,
    async tile(z, x, y, query) {
      const template = tiles[(x + y) % tiles.length] ?? '';
      const address = template.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`);
      const tile = await http.whole(withQuery(new URL(address, url).href, query));
      return tile === null || tile.byteLength === 0 ? null : unpacked(tile);
    },
  };
}
