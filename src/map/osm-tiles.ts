/** Opens the tiles that `npm run geo:osm` has made, and answers the map's requests for them. */
import { addProtocol } from 'maplibre-gl';
import { PMTiles, type Source } from 'pmtiles';
import { loadOsmInfo } from '../data/load-later.ts';
import type { ByteSource, OsmFile } from '../data/source.ts';
import { OSM_SCHEME } from './layers/osm-source.ts';
import type { Scene } from './scene.ts';

const FILE: OsmFile = 'osm.pmtiles';
const NOTHING = new ArrayBuffer(0);

/** Rejects where the tiles cannot be read: then the built-in map stays. */
export async function openOsm(source: ByteSource): Promise<NonNullable<Scene['osm']>> {
  const ranges: Source = {
    getKey: () => FILE,
    getBytes: async (offset, length) => ({ data: await source.range(FILE, offset, length) }),
  };
  const tiles = new PMTiles(ranges);
  const [info] = await Promise.all([loadOsmInfo(source), tiles.getHeader()]);
  addProtocol(OSM_SCHEME, async ({ url }) => {
    const [z = 0, x = 0, y = 0] = url.slice(`${OSM_SCHEME}://`.length).split('/').map(Number);
    return { data: (await tiles.getZxy(z, x, y))?.data ?? NOTHING };
  });
  return { day: info?.state?.slice(0, 10) ?? null };
}
