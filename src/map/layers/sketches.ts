/** Remarks and sketches of the user's: in ink of their own, dashed and unlike any data. */
import { type LayerMaker, namePaint } from './context.ts';

/** Before the theme, in the id of its image. */
export const ARROW_HEAD = 'arrow-head-';

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
      'icon-image': ['get', 'icon'],
      'icon-rotate': ['get', 'bearing'],
      'icon-rotation-alignment': 'map',
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
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
    paint: namePaint(colours.sketch, colours.halo, 1.8),
  },
];
