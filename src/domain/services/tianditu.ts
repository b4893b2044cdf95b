/** 天地图: the addresses and grids of its tiles, as it documents them. Pure. */
import { wmtsTileAddress } from './address.ts';
import { type Grid, worldWidth } from './grid.ts';

/** 天地图's grounds: vector, imagery, terrain. */
export const TIANDITU_SETS = ['vec', 'img', 'ter'] as const;
export type TiandituSet = (typeof TIANDITU_SETS)[number];
export const TIANDITU_GRIDS = ['w', 'c'] as const;
export type TiandituGrid = (typeof TIANDITU_GRIDS)[number];

/** The layer of names that belongs to each ground. */
export const TIANDITU_NAMES: Readonly<Record<TiandituSet, string>> = { vec: 'cva', img: 'cia', ter: 'cta' };
const HOSTS = 8;
export const TIANDITU_ORIGINS = Array.from({ length: HOSTS }, (_, n) => `https://t${n}.tianditu.gov.cn`);
/** Nearer, those of the last zoom are enlarged; of its terrain none nearer than 14 are counted on. */
export const TIANDITU_ZOOMS: Readonly<Record<TiandituSet, readonly [number, number]>> = {
  vec: [1, 18],
  img: [1, 18],
  ter: [1, 14],
};

/** Both of its grids have `2^z` columns at zoom z; that of degrees half as many rows. */
export function tiandituGrid(grid: TiandituGrid): Grid {
  const kind = grid === 'c' ? 'geographic' : 'mercator';
  const width = worldWidth(kind);
  return {
    kind,
    levels: Array.from({ length: 18 }, (_, at) => {
      const columns = 2 ** (at + 1);
      return {
        id: String(at + 1),
        originX: -width / 2,
        originY: kind === 'geographic' ? 90 : width / 2,
        unitsPerPixel: width / columns / 256,
        tileWidth: 256,
        tileHeight: 256,
        columns,
        rows: kind === 'geographic' ? columns / 2 : columns,
      };
    }),
  };
}

/** Tiles are spread over its hosts by where they lie, so that each is asked of one host alone and kept once. */
export function tiandituAddress(
  layer: string,
  grid: TiandituGrid,
  [matrix, column, row]: readonly [string, number, number],
  key: string,
): string {
  const host = `t${(column + row) % HOSTS}.tianditu.gov.cn`;
  return wmtsTileAddress(`https://${host}/${layer}_${grid}/wmts?tk=${encodeURIComponent(key)}`, {
    layer,
    style: 'default',
    format: 'tiles',
    matrixSet: grid,
    matrix,
    row,
    column,
  });
}

/** A tile over Foshan, to try a key with. */
export const tiandituProbe = (set: TiandituSet, grid: TiandituGrid, key: string): string =>
  tiandituAddress(set, grid, grid === 'w' ? ['8', 208, 111] : ['8', 208, 47], key);
