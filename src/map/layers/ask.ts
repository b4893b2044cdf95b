/** What a question asks about: a circle or an outline at ground scale, with its centre or the shape that it is about. */
import type { LayerMaker } from './context.ts';

export const ask: LayerMaker<'ask-fill' | 'ask-halo' | 'ask-line' | 'ask-own' | 'ask-centre'> = ({ colours }) => [
  {
    id: 'ask-fill',
    type: 'fill',
    source: 'ask',
    filter: ['==', ['get', 'part'], 'area'],
    paint: { 'fill-color': colours.accent, 'fill-opacity': 0.07, 'fill-antialias': false },
  },
  {
    id: 'ask-halo',
    type: 'line',
    source: 'ask',
    filter: ['==', ['get', 'part'], 'area'],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.halo, 'line-width': 4.5, 'line-opacity': 0.85 },
  },
  {
    id: 'ask-line',
    type: 'line',
    source: 'ask',
    filter: ['==', ['get', 'part'], 'area'],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.accent, 'line-width': 2 },
  },
  {
    id: 'ask-own',
    type: 'line',
    source: 'ask',
    filter: ['==', ['get', 'part'], 'own'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colours.accent, 'line-width': 4, 'line-opacity': 0.75 },
  },
  {
    id: 'ask-centre',
    type: 'circle',
    source: 'ask',
    filter: ['==', ['get', 'part'], 'centre'],
    paint: {
      'circle-radius': 4.5,
      'circle-color': colours.halo,
      'circle-stroke-color': colours.accent,
      'circle-stroke-width': 2,
    },
  },
];
