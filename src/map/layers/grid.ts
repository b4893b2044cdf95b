/** Meridians and parallels where the ground ends, fine and quiet. */
import { byZoom, LABEL, type LayerMaker } from './context.ts';

/** The zoom from which the grid comes in; it is whole at the second. */
export const GRID_FROM = 12.5;
const GRID_WHOLE = 13;

export const gridLines: LayerMaker<'grid-lines'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'grid-lines',
          type: 'line',
          source: 'grid',
          minzoom: GRID_FROM,
          filter: ['==', ['get', 'kind'], 'line'],
          paint: {
            'line-color': colours.borderNeighbour,
            'line-width': 0.6,
            'line-opacity': byZoom([GRID_FROM, 0], [GRID_WHOLE, 0.85]),
          },
        },
      ];

export const gridLabels: LayerMaker<'grid-labels'> = ({ colours, fonts, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'grid-labels',
          type: 'symbol',
          source: 'grid',
          minzoom: GRID_FROM,
          filter: ['==', ['get', 'kind'], 'label'],
          layout: {
            'text-field': LABEL,
            'text-font': fonts.regular,
            'text-size': 10.5,
            'text-anchor': ['get', 'anchor'],
            'text-padding': 3,
            'text-max-width': 20,
          },
          paint: {
            'text-color': colours.textMuted,
            'text-halo-color': colours.halo,
            'text-halo-width': 1.5,
            'text-opacity': byZoom([GRID_FROM, 0], [GRID_WHOLE, 1]),
          },
        },
      ];
