/**
 * What of the context is drawn from one source, each feature marked with its `part`. Whenever the source changes
 * from one layer of fills or lines to the next, MapLibre masks every tile anew, which in software costs more than
 * the drawing itself.
 */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';

export const GROUND_PARTS = [
  'districts',
  'borders',
  'neighbours',
  'waterways',
  'rivers-overview',
  'roads',
  'metro-lines',
  'runways',
] as const;
export type GroundPart = (typeof GROUND_PARTS)[number];

/** Source and filter of a layer that draws one part, or what the filter lets through of it. */
export function ofGround(
  part: GroundPart,
  filter?: ExpressionSpecification,
): { source: 'ground'; filter: ExpressionSpecification } {
  const own: ExpressionSpecification = ['==', ['get', 'part'], part];
  return { source: 'ground', filter: filter === undefined ? own : ['all', own, filter] };
}

/** @param collections in the order of GROUND_PARTS; what is not there yet is empty */
export function groundOf(...collections: readonly (FeatureCollection | undefined)[]): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: GROUND_PARTS.flatMap((part, i) =>
      (collections[i]?.features ?? []).map((feature) => ({
        ...feature,
        properties: { ...feature.properties, part },
      })),
    ),
  };
}
