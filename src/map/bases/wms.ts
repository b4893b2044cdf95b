/** Layers of a web map service. */
import { askPicture } from '../../data/services/ask.ts';
import { askService } from '../../data/services/capabilities.ts';
import type { DegreeBox } from '../../data/services/services.ts';
import type { BasemapOf } from '../../domain/schema/basemap.ts';
import { type WmsMap, type WmsVersion, wmsMapAddress } from '../../domain/services/address.ts';
import { type ServiceCrs, serviceCrs } from '../../domain/services/crs.ts';
import { ServiceError } from '../../domain/services/failure.ts';
import { redrawOfMap, type TileId, tileBounds } from '../../domain/services/redraw.ts';
import type { BaseMaker } from './base.ts';
import { drawTile } from './draw-tile.ts';
import { REDRAWN_SIZE } from './grid-tiles.ts';
import { givenTiles, type TileGiver } from './protocol.ts';
import { rasterParts } from './tiles.ts';

type DrawableCrs = WmsMap['crs'];

interface Asked {
  readonly address: string;
  readonly version: WmsVersion;
  readonly crs: DrawableCrs;
  readonly box: DegreeBox | null;
}

export const wmsBase: BaseMaker<'wms'> = async (entry) => {
  const { address, version, crs, box } = await askedOf(entry);
  const { layers, styles, format } = entry;
  const addressOf = (tile: TileId): string =>
    wmsMapAddress(address, {
      version,
      layers,
      styles,
      format,
      crs,
      bounds: tileBounds(tile, crs.kind),
      width: REDRAWN_SIZE,
      height: REDRAWN_SIZE,
    });
  const giver: TileGiver = async (tile, signal) => {
    const bytes = await askPicture(addressOf(tile), { signal });
    if (crs.kind === 'mercator') return bytes;
    return drawTile(redrawOfMap(tile, REDRAWN_SIZE), REDRAWN_SIZE, [await createImageBitmap(new Blob([bytes]))]);
  };
  const tiles = { tiles: [givenTiles(entry.id, giver)], maxzoom: 19, tileSize: REDRAWN_SIZE };
  return rasterParts([box === null ? tiles : { ...tiles, bounds: [...box] }]);
};

/** Where version and system are said, its capabilities are not asked for. @throws ServiceError */
async function askedOf({ url, layers, version, crs }: BasemapOf<'wms'>): Promise<Asked> {
  if (version !== undefined && crs !== undefined)
    return { address: url, version, crs: drawable([serviceCrs(crs)], url), box: null };
  const service = await askService(url, 'wms');
  if (service.kind !== 'wms') throw new ServiceError('no-capabilities', url);
  const found = layers.map((id) => service.layers.find((layer) => layer.id === id));
  const missing = layers.find((_, n) => found[n] === undefined);
  if (missing !== undefined) throw new ServiceError('no-layer', url, { said: missing });
  const systems = crs === undefined ? (found[0]?.systems ?? []) : [serviceCrs(crs)];
  return {
    address: service.address,
    version: version ?? service.version,
    crs: drawable(systems, url),
    box: found.length === 1 ? (found[0]?.box ?? null) : null,
  };
}

/** Web Mercator before degrees, which have to be redrawn. @throws ServiceError `projection`, naming what is offered */
function drawable(systems: readonly ServiceCrs[], url: string): DrawableCrs {
  const can = systems.flatMap((crs) => (crs.kind === 'other' ? [] : [crs]));
  const found = can.find(({ kind }) => kind === 'mercator') ?? can[0];
  if (found !== undefined) return found;
  throw new ServiceError('projection', url, { said: systems.map(({ code }) => code).join(', ') });
}
