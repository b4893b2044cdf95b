/** Tiles that a base map gives itself: the addresses that its sources name, and who answers them. */
import { ServiceError } from '../../domain/services/failure.ts';
import type { TileId } from '../../domain/services/redraw.ts';
import { BASE_PROTOCOL } from './base.ts';

/** Encoded bytes, or a picture that was drawn here. @throws ServiceError */
export type TileGiver = (tile: TileId, signal: AbortSignal) => Promise<ArrayBuffer | ImageBitmap>;

const givers = new Map<string, TileGiver>();

/** The address of a source whose tiles are given here. @param name one of the same name is replaced */
export function givenTiles(name: string, giver: TileGiver): string {
  givers.set(name, giver);
  return `${BASE_PROTOCOL}://${name}/{z}/{x}/{y}`;
}

/** @param address one of `givenTiles` with its numbers */
export function answerTile(address: string, signal: AbortSignal): Promise<ArrayBuffer | ImageBitmap> {
  const [, name = '', z, x, y] = /^\w+:\/\/(.+)\/(\d+)\/(\d+)\/(\d+)$/.exec(address) ?? [];
  const giver = givers.get(name);
  if (giver === undefined) throw new ServiceError('missing', address);
  return giver({ z: Number(z), x: Number(x), y: Number(y) }, signal);
}
