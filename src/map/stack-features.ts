/** Counts of the user's own rows that stand on one point, as the map writes them. */
import type { FeatureCollection, Point } from 'geojson';
import type { Theme } from '../domain/colours.ts';
import { EMPTY } from './context-features.ts';
import { PILL } from './layers/stacks.ts';
import type { Scene } from './scene.ts';

/** What the corner of a pill lies off the point's middle, px: on the rim of the point, so that both stay one thing. */
const SHARE_OF_RADIUS = 0.7;
/** A number stands inside its pill, so far from the pill's edge, px. */
const IN_PILL = 4;

/** @param scale how much larger the pill is than on a desk; points of own rows keep their size */
export function stackFeatures(
  stacks: Scene['stacks'] | null,
  theme: Theme,
  scale: number,
): FeatureCollection<Point> | typeof EMPTY {
  if (stacks === null || stacks === undefined || stacks.list.length === 0) return EMPTY;
  const clearPx = ((stacks.pointPx / 2) * SHARE_OF_RADIUS) / scale + IN_PILL;
  return {
    type: 'FeatureCollection',
    features: stacks.list.map(({ at: [lng, lat], count, label }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lng, lat] },
      properties: { lng, lat, count, label, clearPx, pill: `${PILL}${theme}` },
    })),
  };
}
