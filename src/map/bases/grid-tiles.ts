/** Tiles of ours out of any grid that can be drawn: handed on where the grids are the same, else redrawn. */
import { ServiceError } from '../../domain/services/failure.ts';
import { type Grid, type GridLevel, sameTiles } from '../../domain/services/grid.ts';
import { redrawOf } from '../../domain/services/redraw.ts';
import { drawTile } from './draw-tile.ts';
import type { TileGiver } from './protocol.ts';

/** Pixels a side of a tile that is redrawn. */
export const REDRAWN_SIZE = 256;
/** Two of our tiles often share one of the other grid. */
const KEPT_PICTURES = 64;

export interface GridService {
  readonly grid: Grid;
  address(level: GridLevel, column: number, row: number): string;
  /** @throws ServiceError */
  ask(address: string, signal?: AbortSignal): Promise<ArrayBuffer>;
}

export function gridTiles({ grid, address, ask }: GridService): TileGiver {
  const picture = keptPictures(ask);
  return async (tile, signal) => {
    const same = sameTiles(grid, tile.z);
    if (same !== null) {
      const isThere = tile.x < same.columns && tile.y < same.rows;
      if (!isThere) throw new ServiceError('missing', address(same, tile.x, tile.y));
      return ask(address(same, tile.x, tile.y), signal);
    }
    const plan = redrawOf(grid, tile, REDRAWN_SIZE);
    if (plan === null) throw new ServiceError('missing', '');
    const asked = plan.tiles.map(({ column, row }) => address(plan.level, column, row));
    const pictures = await Promise.all(asked.map(picture));
    if (pictures.every((each) => each === null)) throw new ServiceError('missing', asked[0] ?? '');
    return drawTile(plan, REDRAWN_SIZE, pictures);
  };
}

/** Pictures by address, the last ones kept; null for one that is missing. What else fails is tried again next time. */
export function keptPictures(ask: GridService['ask']): (address: string) => Promise<ImageBitmap | null> {
  const kept = new Map<string, Promise<ImageBitmap | null>>();
  return (address) => {
    const known = kept.get(address);
    if (known !== undefined) return known;
    const made = ask(address)
      .then((bytes) => createImageBitmap(new Blob([bytes])))
      .catch((error: unknown) => {
        if (error instanceof ServiceError && error.failure.reason === 'missing') return null;
        kept.delete(address);
        throw error;
      });
    kept.set(address, made);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_PICTURES && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
