/** Lines from a symbol that was moved aside to the point where its site is, with a dot at that point. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { byZoom, type LayerMaker } from './context.ts';
import { DIMMED, GONE } from './levels.ts';

const OPACITY: ExpressionSpecification = ['case', GONE, 0, DIMMED, 0.2, ['get', 'selected'], 1, 0.7];

export const leaders: LayerMaker<'leaders' | 'leader-points'> = ({ colours }) => [
  {
    id: 'leaders',
    type: 'line',
    source: 'leaders',
    filter: ['==', ['geometry-type'], 'LineString'],
    paint: {
      'line-color': ['case', ['get', 'selected'], colours.accent, colours.textMuted],
      'line-width': ['case', ['get', 'selected'], 1.5, 0.8],
      'line-opacity': OPACITY,
    },
  },
  {
    id: 'leader-points',
    type: 'circle',
    source: 'leaders',
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-radius': byZoom([8, 1.4], [12, 2.2]),
      'circle-color': colours.textMuted,
      'circle-stroke-color': colours.halo,
      'circle-stroke-width': 0.8,
      'circle-opacity': OPACITY,
      'circle-stroke-opacity': OPACITY,
    },
  },
];
