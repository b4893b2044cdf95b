/** Web-mercator world pixels: 512 px a tile, as MapLibre counts zooms. Pure. */
import { type Wgs84, wgs84 } from '../domain/position.ts';

/** A point in world pixels, x to the east, y to the south. */
export interface WorldPoint {
  readonly x: number;
  readonly y: number;
}

export function worldSize(zoom: number): number {
  return 512 * 2 ** zoom;
}

export function toWorld([lng, lat]: Wgs84, zoom: number): WorldPoint {
  const size = worldSize(zoom);
  const phi = (lat * Math.PI) / 180;
  const y = 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI);
  return { x: (lng / 360 + 0.5) * size, y: y * size };
}

export function fromWorld({ x, y }: WorldPoint, zoom: number): Wgs84 {
  const size = worldSize(zoom);
  const phi = 2 * Math.atan(Math.exp((0.5 - y / size) * 2 * Math.PI)) - Math.PI / 2;
  return wgs84((x / size - 0.5) * 360, (phi * 180) / Math.PI);
}
