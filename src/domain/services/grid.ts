/** Tile grids of map services, and which of their tiles cover a tile of ours. Pure. */
import type { ServiceCrs } from './crs.ts';

/** One zoom of a grid, in the units of its system: degrees, or metres of Web Mercator. */
export interface GridLevel {
  readonly id: string;
  /** Upper left corner of the first tile; x to the east, y to the north. */
  readonly originX: number;
  readonly originY: number;
  readonly unitsPerPixel: number;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly columns: number;
  readonly rows: number;
}

export interface Grid {
  readonly kind: 'mercator' | 'geographic';
  /** From the coarsest to the finest. */
  readonly levels: readonly GridLevel[];
}

/** A tile matrix as capabilities write it. */
export interface TileMatrix {
  readonly id: string;
  readonly scaleDenominator: number;
  /** In the order of the system's axes, or not: see `originOf`. */
  readonly topLeft: readonly [number, number];
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly columns: number;
  readonly rows: number;
}

export const EARTH_RADIUS_M = 6_378_137;
const METRES_PER_DEGREE = (Math.PI * EARTH_RADIUS_M) / 180;
/** Half the side of the world in Web Mercator, metres. */
export const HALF_WORLD_M = Math.PI * EARTH_RADIUS_M;
/** Side of a pixel, metres: the standard's, and that of 96 dots an inch, by which 天地图 and old ArcGIS count. */
const PIXELS_M = [0.000_28, 0.0254 / 96] as const;

/** How wide the world is, in the units of the grid. */
export const worldWidth = (kind: Grid['kind']): number => (kind === 'geographic' ? 360 : 2 * HALF_WORLD_M);

/** How far a number of halvings is from a whole one. */
const offWhole = (unitsPerPixel: number, kind: Grid['kind']): number => {
  const zoom = Math.log2(worldWidth(kind) / 256 / unitsPerPixel);
  return Math.abs(zoom - Math.round(zoom));
};

/**
 * Side of a pixel of a matrix. Denominators of scale say it only with the size of a pixel on the screen, of which two
 * are in use: the one that makes the world a whole number of halvings is taken, else the standard's.
 */
function unitsPerPixel(scaleDenominator: number, kind: Grid['kind']): number {
  const [standard = 0, other = 0] = PIXELS_M.map(
    (pixel) => (scaleDenominator * pixel) / (kind === 'geographic' ? METRES_PER_DEGREE : 1),
  );
  return offWhole(standard, kind) > 1e-3 && offWhole(other, kind) <= 1e-3 ? other : standard;
}

/** x and y of a corner. Services are not of one mind about the order of degrees, so numbers that leave no doubt decide. */
function originOf([a, b]: TileMatrix['topLeft'], crs: ServiceCrs): readonly [number, number] {
  // 天地图 writes the corner of its Web Mercator the other way round; no grid begins at the world's eastern edge.
  if (crs.kind !== 'geographic') return a >= HALF_WORLD_M - 1 ? [b, a] : [a, b];
  if (Math.abs(a) > 90) return [a, b];
  if (Math.abs(b) > 90) return [b, a];
  return crs.latFirst ? [b, a] : [a, b];
}

/** Null for a system that cannot be drawn, or a grid without a level. */
export function gridOf(matrices: readonly TileMatrix[], crs: ServiceCrs): Grid | null {
  if (crs.kind === 'other' || matrices.length === 0) return null;
  const { kind } = crs;
  const levels = matrices.map((matrix): GridLevel => {
    const [originX, originY] = originOf(matrix.topLeft, crs);
    const { id, tileWidth, tileHeight, columns, rows } = matrix;
    const side = unitsPerPixel(matrix.scaleDenominator, kind);
    return { id, originX, originY, unitsPerPixel: side, tileWidth, tileHeight, columns, rows };
  });
  return { kind, levels: levels.sort((a, b) => b.unitsPerPixel - a.unitsPerPixel) };
}

/** Our zoom, of tiles of 256 pixels, whose pixels are as large as a level's. */
const zoomOf = (level: GridLevel, kind: Grid['kind']): number =>
  Math.log2(worldWidth(kind) / 256 / level.unitsPerPixel);

/** The zooms of ours that a grid has tiles for. */
export function zoomsOf({ kind, levels }: Grid): { readonly minzoom: number; readonly maxzoom: number } {
  const zooms = levels.map((level) => Math.round(zoomOf(level, kind)));
  const bound = (zoom: number): number => Math.max(0, Math.min(22, zoom));
  return { minzoom: bound(Math.min(...zooms)), maxzoom: bound(Math.max(...zooms)) };
}

/** The level whose pixels are nearest in size to those of our zoom. */
export function levelFor({ kind, levels }: Grid, zoom: number): GridLevel | null {
  return levels.reduce<GridLevel | null>((best, level) => {
    const off = Math.abs(zoomOf(level, kind) - zoom);
    return best === null || off < Math.abs(zoomOf(best, kind) - zoom) - 1e-6 ? level : best;
  }, null);
}

/** The level whose tiles are ours: of the same side, counted from the same corner. Null where there is none. */
export function sameTiles({ kind, levels }: Grid, zoom: number): GridLevel | null {
  if (kind !== 'mercator') return null;
  const found = levels.find((level) => {
    const pixel = level.unitsPerPixel;
    const side = worldWidth(kind) / 2 ** zoom;
    return (
      level.tileWidth === level.tileHeight &&
      Math.abs(pixel * level.tileWidth - side) < pixel / 100 &&
      Math.abs(level.originX + HALF_WORLD_M) < pixel &&
      Math.abs(level.originY - HALF_WORLD_M) < pixel
    );
  });
  return found ?? null;
}
