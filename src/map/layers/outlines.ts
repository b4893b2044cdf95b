/** The outlines of sites whose boundary is known, in place of the dashed ring. */
import type { LayerMaker } from './context.ts';
import { DIMMED, GONE } from './levels.ts';
import { clusterColour } from './radii.ts';

/** Layers that answer a click as the site whose outline it is. */
export const OUTLINE_LAYERS = ['outline-fill'];

export const outlines: LayerMaker<'outline-fill' | 'outline-line'> = (context) => [
  {
    id: 'outline-fill',
    type: 'fill',
    source: 'outlines',
    paint: {
      'fill-color': clusterColour(context),
      'fill-opacity': ['case', GONE, 0, DIMMED, 0.04, ['get', 'selected'], 0.24, 0.13],
      'fill-antialias': false,
    },
  },
  {
    id: 'outline-line',
    type: 'line',
    source: 'outlines',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': clusterColour(context),
      'line-width': ['case', ['get', 'selected'], 2.6, 1.5],
      'line-opacity': ['case', GONE, 0, DIMMED, 0.3, 0.95],
    },
  },
];
