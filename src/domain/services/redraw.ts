/**
 * How a tile in Web Mercator is drawn from a picture in another grid. Both have north up and parallels as rows, so
 * columns stretch evenly and each row of ours takes its strip of the other. Pure.
 */
import { type Grid, type GridLevel, HALF_WORLD_M, levelFor } from './grid.ts';

export interface TileId {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** A tile of the other grid, and where it stands in the picture that is put together, pixels. */
export interface SourceTile {
  readonly column: number;
  readonly row: number;
  readonly left: number;
  readonly top: number;
}

export interface Redraw {
  readonly level: GridLevel;
  readonly tiles: readonly SourceTile[];
  /** Of the picture that is put together, pixels. */
  readonly width: number;
  readonly height: number;
  /** The part of it that our tile is as wide as. */
  readonly left: number;
  readonly across: number;
  /** Upper edges of our rows in it, and the lower one of the last: one more than there are rows. */
  readonly edges: readonly number[];
}

/** West, south, east, north; degrees, or metres of Web Mercator. */
export type TileBounds = readonly [number, number, number, number];

const latitudeAt = (fraction: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * fraction))) * 180) / Math.PI;

/** y of the grid where a part of the world in Web Mercator, from its upper edge, has passed. */
const yAt = (fraction: number, kind: Grid['kind']): number =>
  kind === 'geographic' ? latitudeAt(fraction) : HALF_WORLD_M * (1 - 2 * fraction);

const xAt = (fraction: number, kind: Grid['kind']): number =>
  kind === 'geographic' ? 360 * fraction - 180 : HALF_WORLD_M * (2 * fraction - 1);

export function tileBounds({ z, x, y }: TileId, kind: Grid['kind']): TileBounds {
  const n = 2 ** z;
  return [xAt(x / n, kind), yAt((y + 1) / n, kind), xAt((x + 1) / n, kind), yAt(y / n, kind)];
}

/** Upper edges of the rows of a tile, and its lower one, in pixels below `originY`. */
export function rowEdges(
  { z, y }: TileId,
  kind: Grid['kind'],
  size: number,
  { originY, unitsPerPixel }: Pick<GridLevel, 'originY' | 'unitsPerPixel'>,
): number[] {
  const n = 2 ** z;
  return Array.from({ length: size + 1 }, (_, row) => (originY - yAt((y + row / size) / n, kind)) / unitsPerPixel);
}

/** First and one past the last whole step that lie between two pixels; an edge that is only touched does not count. */
function steps(from: number, to: number, step: number, count: number): readonly [number, number] {
  const first = Math.max(0, Math.floor(from / step + 1e-6));
  return [first, Math.min(count, Math.ceil(to / step - 1e-6))];
}

/** Null where the grid has nothing of the tile. @param size pixels a side of our tile */
export function redrawOf(grid: Grid, tile: TileId, size: number): Redraw | null {
  const level = levelFor(grid, tile.z + Math.log2(size / 256));
  if (level === null) return null;
  const [west, , east] = tileBounds(tile, grid.kind);
  const edges = rowEdges(tile, grid.kind, size, level);
  const from = (west - level.originX) / level.unitsPerPixel;
  const to = (east - level.originX) / level.unitsPerPixel;
  const [firstColumn, endColumn] = steps(from, to, level.tileWidth, level.columns);
  const [firstRow, endRow] = steps(edges[0] ?? 0, edges.at(-1) ?? 0, level.tileHeight, level.rows);
  if (firstColumn >= endColumn || firstRow >= endRow) return null;
  const tiles: SourceTile[] = [];
  for (let row = firstRow; row < endRow; row++)
    for (let column = firstColumn; column < endColumn; column++)
      tiles.push({
        column,
        row,
        left: (column - firstColumn) * level.tileWidth,
        top: (row - firstRow) * level.tileHeight,
      });
  return {
    level,
    tiles,
    width: (endColumn - firstColumn) * level.tileWidth,
    height: (endRow - firstRow) * level.tileHeight,
    left: from - firstColumn * level.tileWidth,
    across: to - from,
    edges: edges.map((edge) => edge - firstRow * level.tileHeight),
  };
}

/** The same for one picture that was asked for by the tile's own bounds in degrees, as high as it is wide. */
export function redrawOfMap(tile: TileId, size: number): Redraw {
  const [west, south, , north] = tileBounds(tile, 'geographic');
  const level = { originX: west, originY: north, unitsPerPixel: (north - south) / size };
  return {
    level: { ...level, id: '', tileWidth: size, tileHeight: size, columns: 1, rows: 1 },
    tiles: [{ column: 0, row: 0, left: 0, top: 0 }],
    width: size,
    height: size,
    left: 0,
    across: size,
    edges: rowEdges(tile, 'geographic', size, level),
  };
}
