/** How many of the user's own rows stand on one point: a small number at its corner, wherever there is room. */
import type { LayerMaker } from './context.ts';

/** Id of the pill that the number stands in; the theme's name follows. */
export const PILL = 'pill/';

/** Layer that answers a click and a hover as the rows of a point. */
export const STACK_LAYER = 'stacks';

const TEXT_PX = 11;

/**
 * The number is written beside the point and gives way to symbols: it moves to another corner, and shows only where one
 * is free. Larger numbers are placed first.
 */
export const stacks: LayerMaker<'stacks'> = ({ colours, fonts }) => [
  {
    id: STACK_LAYER,
    type: 'symbol',
    source: 'stacks',
    layout: {
      'text-field': ['get', 'label'],
      'text-font': fonts.bold,
      'text-size': TEXT_PX,
      'text-variable-anchor': [
        'bottom-left',
        'bottom-right',
        'top-left',
        'top-right',
        'left',
        'right',
        'bottom',
        'top',
      ],
      'text-radial-offset': ['/', ['get', 'clearPx'], TEXT_PX],
      'text-padding': 1,
      'icon-image': ['get', 'pill'],
      'icon-text-fit': 'both',
      'icon-text-fit-padding': [1, 4, 1, 4],
      'icon-padding': 1,
      'symbol-sort-key': ['-', ['get', 'count']],
    },
    paint: { 'text-color': colours.halo },
  },
];
