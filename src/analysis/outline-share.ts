/** How large the outline of a site is, and what share of it lies in a question: geodesic, on the ellipsoid. */
import { featureCollection, intersect } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { OutlineCoordinates } from '../domain/schema/outline.ts';
import { areaM2 } from './measure.ts';
import { areaFeature } from './shape-share.ts';

export const outlineM2 = (outline: OutlineCoordinates): number =>
  outline.reduce((sum, rings) => sum + areaM2(rings), 0);

/** Square metres of an outline, and the share of them inside, 0 to 1. */
export function outlineShare(
  outline: OutlineCoordinates,
  question: Feature<Polygon | MultiPolygon>,
): { readonly m2: number; readonly share: number } {
  const m2 = outlineM2(outline);
  const common = intersect(
    featureCollection([areaFeature({ type: 'MultiPolygon', coordinates: outline }), question]),
  )?.geometry;
  const parts = common === undefined ? [] : common.type === 'Polygon' ? [common.coordinates] : common.coordinates;
  const inside = parts.reduce((sum, rings) => sum + areaM2(rings), 0);
  return { m2, share: m2 === 0 ? 0 : Math.min(1, inside / m2) };
}
