/** A layer of a web map tile service. */
import { askPicture } from '../../data/services/ask.ts';
import { askService } from '../../data/services/capabilities.ts';
import type { MatrixSet, WmtsLayer, WmtsService } from '../../data/services/services.ts';
import type { BasemapOf } from '../../domain/schema/basemap.ts';
import { wmtsTemplateAddress, wmtsTileAddress } from '../../domain/services/address.ts';
import { ServiceError } from '../../domain/services/failure.ts';
import { type Grid, sameTiles, zoomsOf } from '../../domain/services/grid.ts';
import type { BaseMaker } from './base.ts';
import { gridTiles, REDRAWN_SIZE } from './grid-tiles.ts';
import { givenTiles } from './protocol.ts';
import { type RasterTiles, rasterParts } from './tiles.ts';

export const wmtsBase: BaseMaker<'wmts'> = async (entry) => {
  const service = await askService(entry.url, 'wmts');
  if (service.kind !== 'wmts') throw new ServiceError('no-capabilities', entry.url);
  const layer = service.layers.find(({ id }) => id === entry.layer);
  if (layer === undefined) throw new ServiceError('no-layer', entry.url, { said: entry.layer });
  const { id, grid } = chosenSet(entry, layer);
  const tiles = gridTiles({
    grid,
    address: addressMaker(entry, service, layer, id),
    ask: (address, signal) => askPicture(address, signal === undefined ? {} : { signal }),
  });
  return rasterParts([{ tiles: [givenTiles(entry.id, tiles)], ...zoomsOf(grid), ...sizeAndBounds(grid, layer) }]);
};

/** Web Mercator before degrees, which have to be redrawn. @throws ServiceError `projection`, naming what is offered */
function chosenSet({ url, matrixSet }: BasemapOf<'wmts'>, { sets }: WmtsLayer): { id: string; grid: Grid } {
  const wanted = matrixSet === undefined ? sets : sets.filter(({ id }) => id === matrixSet);
  const drawable = wanted.flatMap(({ id, grid }) => (grid === null ? [] : [{ id, grid }]));
  const found = drawable.find(({ grid }) => grid.kind === 'mercator') ?? drawable[0];
  if (found === undefined) throw new ServiceError('projection', url, { said: systemsOf(wanted) });
  return found;
}

const systemsOf = (sets: readonly MatrixSet[]): string => [...new Set(sets.map(({ crs }) => crs.code))].join(', ');

function addressMaker(
  { style, format }: BasemapOf<'wmts'>,
  { address }: WmtsService,
  layer: WmtsLayer,
  matrixSet: string,
) {
  const chosen = format ?? layer.formats[0] ?? 'image/png';
  const template = layer.templates.get(chosen) ?? [...layer.templates.values()][0];
  const fixed = { layer: layer.id, style: style ?? layer.styles[0] ?? '', format: chosen, matrixSet };
  return ({ id }: { readonly id: string }, column: number, row: number): string => {
    const tile = { ...fixed, matrix: id, row, column };
    return template === undefined ? wmtsTileAddress(address, tile) : wmtsTemplateAddress(template, tile);
  };
}

function sizeAndBounds(grid: Grid, { box }: WmtsLayer): Pick<RasterTiles, 'tileSize' | 'bounds'> {
  const { maxzoom } = zoomsOf(grid);
  const tileSize = sameTiles(grid, maxzoom)?.tileWidth ?? REDRAWN_SIZE;
  return box === null ? { tileSize } : { tileSize, bounds: [...box] };
}
