/** How sure a position is: circles at ground scale, the selected site's or all. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerContext, LayerMaker } from './context.ts';
import { DIMMED, GONE } from './levels.ts';

/** The class colour of a feature with a `cluster` property. */
export function clusterColour({ clusters }: LayerContext): ExpressionSpecification {
  return ['to-color', ['get', ['get', 'cluster'], ['literal', clusters]], clusters.cross];
}

export const radii: LayerMaker<'radii-fill' | 'radii-line'> = (context) => [
  {
    id: 'radii-fill',
    type: 'fill',
    source: 'radii',
    paint: {
      'fill-color': clusterColour(context),
      'fill-opacity': ['case', GONE, 0, ['get', 'selected'], 0.1, 0.025],
      'fill-antialias': false,
    },
  },
  {
    id: 'radii-line',
    type: 'line',
    source: 'radii',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': clusterColour(context),
      'line-width': ['case', ['get', 'selected'], 1.8, 0.9],
      'line-opacity': ['case', GONE, 0, DIMMED, 0.25, ['get', 'selected'], 0.95, 0.55],
      'line-dasharray': [3, 2],
    },
  },
];
