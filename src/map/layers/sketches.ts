/** Remarks and sketches of the user's: in ink of their own, dashed and unlike any data. */
import type { LayerMaker } from './context.ts';

export const sketches: LayerMaker<'sketch-fill' | 'sketch-line' | 'sketch-point' | 'sketch-arrow' | 'sketch-words'> = ({
  colours,
  fonts,
}) => [
  {
    id: 'sketch-fill',
    type: 'fill',
    source: 'sketches',
    filter: ['==', ['get', 'part'], 'area'],
    paint: { 'fill-color': colours.sketch, 'fill-opacity': 0.08 },
  },
  {
    id: 'sketch-line',
    type: 'line',
    source: 'sketches',
    filter: ['in', ['get', 'part'], ['literal', ['area', 'line', 'arrow']]],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colours.sketch, 'line-width': 2.5, 'line-dasharray': [0.2, 2] },
  },
  {
    id: 'sketch-point',
    type: 'circle',
    source: 'sketches',
    filter: ['==', ['get', 'part'], 'point'],
    paint: {
      'circle-radius': 5,
      'circle-color': colours.halo,
      'circle-stroke-color': colours.sketch,
      'circle-stroke-width': 2.5,
    },
  },
  {
    id: 'sketch-arrow',
    type: 'symbol',
    source: 'sketches',
    filter: ['==', ['get', 'part'], 'head'],
    layout: {
      'text-field': '▲',
      'text-font': fonts.regular,
      'text-size': 17,
      'text-rotate': ['get', 'bearing'],
      'text-rotation-alignment': 'map',
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': colours.sketch },
  },
  {
    id: 'sketch-words',
    type: 'symbol',
    source: 'sketches',
    filter: ['==', ['get', 'part'], 'words'],
    layout: {
      'text-field': ['get', 'text'],
      'text-font': fonts.bold,
      'text-size': 14,
      'text-max-width': 14,
      'text-offset': ['case', ['get', 'alone'], ['literal', [0, 0]], ['literal', [0, 1.1]]],
      'text-allow-overlap': true,
    },
    paint: { 'text-color': colours.sketch, 'text-halo-color': colours.halo, 'text-halo-width': 1.8 },
  },
];
