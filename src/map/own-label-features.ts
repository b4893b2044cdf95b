/** The words beside the user's own rows, as the map writes them. */
import type { FeatureCollection, Point } from 'geojson';
import { EMPTY } from './context-features.ts';
import type { Scene } from './scene.ts';

/** From the rim of a point to its words, px. */
const CLEAR_PX = 3;

/** @param scale how much larger the words are than on a desk; points of own rows keep their size */
export function ownLabelFeatures(
  labels: NonNullable<Scene['ownLabels']>,
  scale: number,
): FeatureCollection<Point> | typeof EMPTY {
  if (labels.length === 0) return EMPTY;
  return {
    type: 'FeatureCollection',
    features: labels.map(({ at: [lng, lat], text, px, angle }, order) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { label: text, inside: px === 0, along: angle, clearPx: px / 2 / scale + CLEAR_PX, order },
    })),
  };
}
