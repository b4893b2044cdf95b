/** 天地图: a ground and the names over it. */
import { askPicture } from '../../data/services/ask.ts';
import { ServiceError } from '../../domain/services/failure.ts';
import { TIANDITU_NAMES, TIANDITU_ZOOMS, tiandituAddress, tiandituGrid } from '../../domain/services/tianditu.ts';
import type { BaseMaker } from './base.ts';
import { gridTiles } from './grid-tiles.ts';
import { givenTiles } from './protocol.ts';
import { rasterParts } from './tiles.ts';

export const tiandituBase: BaseMaker<'tianditu'> = ({ id, set, grid, names, key: offered }, { key: own }) => {
  const key = own ?? offered ?? null;
  if (key === null) throw new ServiceError('no-key', 'https://tianditu.gov.cn');
  const [minzoom, maxzoom] = TIANDITU_ZOOMS[set];
  const service = tiandituGrid(grid);
  return rasterParts(
    [set, ...(names ? [TIANDITU_NAMES[set]] : [])].map((layer) => ({
      tiles: [
        givenTiles(
          `${id}-${layer}`,
          gridTiles({
            grid: service,
            address: (level, column, row) => tiandituAddress(layer, grid, [level.id, column, row], key),
            // Its keys are bound to a site, which it knows by the Referer: no other host is told.
            ask: (address, signal) =>
              askPicture(address, { referrerPolicy: 'strict-origin', ...(signal === undefined ? {} : { signal }) }),
          }),
        ),
      ],
      minzoom,
      maxzoom,
      tileSize: 256,
    })),
  );
};
