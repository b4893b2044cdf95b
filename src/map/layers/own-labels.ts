/** What is written beside the user's own rows: wherever the names of the register and the districts leave room. */
import type { SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { LABEL, type LayerMaker, namePaint } from './context.ts';

const TEXT_PX = 11.5;

/** Points have their words beside them, areas in their middle; those of lines lie along them, above their middle. */
export const ownLabels: LayerMaker<'own-labels' | 'own-shape-labels' | 'own-line-labels'> = ({ colours, fonts }) => {
  const layout: SymbolLayerSpecification['layout'] = {
    'text-field': LABEL,
    'text-font': fonts.regular,
    'text-size': TEXT_PX,
    'text-max-width': 9,
    'text-line-height': 1.15,
    'text-padding': 2,
    // The words of the uppermost set find room first.
    'symbol-sort-key': ['get', 'order'],
  };
  const paint: SymbolLayerSpecification['paint'] = namePaint(colours.text, colours.halo, 1.5);
  return [
    {
      id: 'own-labels',
      type: 'symbol',
      source: 'own-labels',
      filter: ['!', ['get', 'inside']],
      layout: {
        ...layout,
        'text-variable-anchor': [
          'left',
          'right',
          'top',
          'bottom',
          'top-left',
          'top-right',
          'bottom-left',
          'bottom-right',
        ],
        'text-radial-offset': ['/', ['get', 'clearPx'], TEXT_PX],
        'text-justify': 'auto',
      },
      paint,
    },
    {
      id: 'own-shape-labels',
      type: 'symbol',
      source: 'own-labels',
      filter: ['all', ['get', 'inside'], ['==', ['get', 'along'], null]],
      layout,
      paint,
    },
    {
      id: 'own-line-labels',
      type: 'symbol',
      source: 'own-labels',
      filter: ['!=', ['get', 'along'], null],
      layout: {
        ...layout,
        'text-rotate': ['get', 'along'],
        'text-rotation-alignment': 'map',
        // One line of words, that stands on the line that it names.
        'text-max-width': 40,
        'text-offset': [0, -0.8],
      },
      paint,
    },
  ];
};
