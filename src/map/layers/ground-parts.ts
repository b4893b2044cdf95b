/**
 * What of the context is drawn from one source, each feature marked with its `part`. Whenever the source changes
 * from one layer of fills or lines to the next, MapLibre masks every tile anew, which in software costs more than
 * the drawing itself.
 */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, FeatureCollection } from 'geojson';

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
/** Made, not loaded: see ground-end.ts. */
export const END_PART = 'end';
export type GroundPart = (typeof GROUND_PARTS)[number];

/** Source and filter of a layer that draws one part, or what the filter lets through of it. */
export function ofGround(
  part: GroundPart | typeof END_PART,
  filter?: ExpressionSpecification,
): { source: 'ground'; filter: ExpressionSpecification } {
  const own: ExpressionSpecification = ['==', ['get', 'part'], part];
  return { source: 'ground', filter: filter === undefined ? own : ['all', own, filter] };
}

/**
 * @param end what covers the edge of the others
 * @param collections in the order of GROUND_PARTS; what is not there yet is empty
 */
export function groundOf(
  end: readonly Feature[],
  ...collections: readonly (FeatureCollection | undefined)[]
): FeatureCollection {
  const of = (part: GroundPart | typeof END_PART, features: readonly Feature[]): Feature[] =>
    features.map((feature) => ({ ...feature, properties: { ...feature.properties, part } }));
  return {
    type: 'FeatureCollection',
    features: [...GROUND_PARTS.flatMap((part, i) => of(part, collections[i]?.features ?? [])), ...of(END_PART, end)],
  };
}
