/** Where the plain map looks: the sums that MapLibre does for the live one. Pure; always north up and from straight above. */
import { type Bbox, type LngLat, wgs84 } from '../../domain/position.ts';
import { MAX_BOUNDS, MAX_ZOOM, MIN_ZOOM, type Size } from '../camera.ts';
import { fromWorld, toWorld, worldSize } from '../mercator.ts';
import type { Padding } from '../scene.ts';

export interface Look {
  readonly zoom: number;
  readonly centre: LngLat;
}

/** All of a box in the part that no panel covers, with air around it, px. */
export function fitted(
  [west, south, east, north]: Bbox,
  { width, height }: Size,
  covered: Padding,
  air: Padding,
  maxZoom: number,
): Look {
  const [a, b] = [toWorld(wgs84(west, north), 0), toWorld(wgs84(east, south), 0)];
  const room = {
    x: width - covered.left - covered.right - air.left - air.right,
    y: height - covered.top - covered.bottom - air.top - air.bottom,
  };
  const least = Math.min(Math.max(1, room.x) / (b.x - a.x), Math.max(1, room.y) / (b.y - a.y));
  const zoom = Math.min(MAX_ZOOM, maxZoom, Math.max(MIN_ZOOM, Math.log2(least)));
  const scale = worldSize(zoom) / worldSize(0);
  const middle = {
    x: (a.x + b.x) / 2 - (air.left - air.right) / 2 / scale,
    y: (a.y + b.y) / 2 - (air.top - air.bottom) / 2 / scale,
  };
  return kept({ zoom, centre: fromWorld(middle, 0) });
}

/** Within the region and the zooms of the map. */
export function kept({ zoom, centre: [lng, lat] }: Look): Look {
  const [west, south, east, north] = MAX_BOUNDS;
  return {
    zoom: Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, zoom)),
    centre: [Math.min(east, Math.max(west, lng)), Math.min(north, Math.max(south, lat))],
  };
}

/** Moved so that what was `dx`, `dy` px beside the middle is in the middle. */
export function movedBy({ zoom, centre: [lng, lat] }: Look, dx: number, dy: number): Look {
  const { x, y } = toWorld(wgs84(lng, lat), zoom);
  return kept({ zoom, centre: fromWorld({ x: x + dx, y: y + dy }, zoom) });
}

/** Nearer or farther, while what is `dx`, `dy` px beside the middle stays where it is. */
export function zoomedBy(look: Look, steps: number, dx = 0, dy = 0): Look {
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, look.zoom + steps));
  const share = 1 - 2 ** (look.zoom - zoom);
  return { zoom, centre: movedBy(look, dx * share, dy * share).centre };
}
