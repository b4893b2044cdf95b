/** From the ground to the screen and back, for what is placed in a view. Without pitch: it is near enough. Pure. */
import type { Wgs84 } from '../domain/position.ts';
import { uncoveredCentre } from './camera.ts';
import { fromWorld, toWorld, type WorldPoint } from './mercator.ts';
import type { Padding } from './scene.ts';

/** What a map shows: centre of the uncovered part, CSS pixels, degrees clockwise. */
export interface MapPart {
  readonly zoom: number;
  readonly centre: Wgs84;
  readonly bearing: number;
  readonly width: number;
  readonly height: number;
  readonly padding: Padding;
  /** A picture: nothing lies over it. */
  readonly still: boolean;
}

/** What lies over the edges of a map (bars, buttons, scale, credits), px. */
const FURNITURE: Padding = { top: 58, right: 52, bottom: 46, left: 10 };
const STILL: Padding = { top: 8, right: 8, bottom: 8, left: 8 };

export interface Screen {
  of(at: Wgs84): WorldPoint;
  back(point: WorldPoint): Wgs84;
  /** Sides of what no panel covers, px. */
  readonly free: Padding;
  /** Sides of what neither panels nor the map's own controls cover, px. */
  readonly inner: Padding;
}

export function screenOf({ zoom, centre, bearing, width, height, padding, still }: MapPart): Screen {
  const furniture = still ? STILL : FURNITURE;
  const origin = toWorld(centre, zoom);
  const [middleX, middleY] = uncoveredCentre(padding, { width, height });
  const angle = (bearing * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return {
    of(at) {
      const world = toWorld(at, zoom);
      const [dx, dy] = [world.x - origin.x, world.y - origin.y];
      return { x: middleX + dx * cos + dy * sin, y: middleY - dx * sin + dy * cos };
    },
    back({ x, y }) {
      const [dx, dy] = [x - middleX, y - middleY];
      return fromWorld({ x: origin.x + dx * cos - dy * sin, y: origin.y + dx * sin + dy * cos }, zoom);
    },
    free: {
      left: padding.left,
      top: padding.top,
      right: width - padding.right,
      bottom: height - padding.bottom,
    },
    inner: {
      left: padding.left + furniture.left,
      top: padding.top + furniture.top,
      right: width - padding.right - furniture.right,
      bottom: height - padding.bottom - furniture.bottom,
    },
  };
}
