/** What the investor's chosen candidate is measured to: straight lines, each with its name and distance. */
import type { LayerMaker } from './context.ts';
import { byZoom, LABEL, namePaint } from './context.ts';

export const measured: LayerMaker<'measured-lines'> = ({ colours }) => [
  {
    id: 'measured-lines',
    type: 'line',
    source: 'measured',
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': colours.accent, 'line-width': 1.3, 'line-opacity': 0.8, 'line-dasharray': [1, 2.2] },
  },
];

/** Above the names of the ground, and under those of sites. */
export const measuredLabels: LayerMaker<'measured-labels'> = ({ colours, fonts }) => [
  {
    id: 'measured-labels',
    type: 'symbol',
    source: 'measured',
    layout: {
      'symbol-placement': 'line-center',
      'text-field': LABEL,
      'text-font': fonts.regular,
      'text-size': byZoom([8, 10], [14, 12]),
      'text-padding': 2,
    },
    paint: namePaint(colours.accent, colours.halo, 1.6),
  },
];
