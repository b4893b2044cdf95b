/** Rooms of the screen that names keep out of, as points with images as large as the rooms. Pure. */
import type { FeatureCollection } from 'geojson';
import { EMPTY } from './context-features.ts';
import { KEEP_OUT, KEEP_OUT_PX } from './layers/keep-out.ts';
import type { Room } from './scene.ts';
import { type MapPart, screenOf } from './screen.ts';

/** What would reach over the edge of the screen has no room there; so far beyond it names are looked for, px. */
const EDGE_PX = 96;

/**
 * In the view as it is; nothing where nothing lies over the map.
 *
 * @param uncut names are not cut by the edge of the screen either
 */
export function keepOutFeatures(rooms: readonly Room[], view: MapPart | null, uncut: boolean): FeatureCollection {
  if (rooms.length === 0 || view === null) return EMPTY;
  const screen = screenOf(view);
  const { width, height } = view;
  const feature = (x: number, y: number, w: number, h: number, anchor: string) => ({
    type: 'Feature' as const,
    geometry: { type: 'Point' as const, coordinates: [...screen.back({ x, y })] },
    properties: { image: `${KEEP_OUT}${Math.ceil(w / KEEP_OUT_PX)}x${Math.ceil(h / KEEP_OUT_PX)}`, anchor },
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...rooms.map(({ x, y, w, h }) => feature(x + w / 2, y + h / 2, w, h, 'center')),
      // A point stands within the screen: what is outside of it has no tile.
      ...(uncut
        ? [
            feature(width / 2, 0, width, EDGE_PX, 'bottom'),
            feature(width / 2, height, width, EDGE_PX, 'top'),
            feature(0, height / 2, EDGE_PX, height, 'right'),
            feature(width, height / 2, EDGE_PX, height, 'left'),
          ]
        : []),
    ],
  };
}

/** Pixels for `map.addImage` and how many of them a CSS pixel has; null where the id names no room. */
export function keepOutImage(
  id: string,
): { readonly image: { width: number; height: number; data: Uint8Array }; readonly pixelRatio: number } | null {
  const size = new RegExp(`^${KEEP_OUT}(\\d+)x(\\d+)$`).exec(id);
  if (size === null) return null;
  const [width, height] = [Number(size[1]), Number(size[2])];
  return { image: { width, height, data: new Uint8Array(width * height * 4) }, pixelRatio: 1 / KEEP_OUT_PX };
}
