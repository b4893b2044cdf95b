/** What a question asks about, and where its answer is not certain: a circle or an outline at ground scale, with its centre or the shape that it is about. */
import type { LayerMaker } from './context.ts';

export const ask: LayerMaker<
  'ask-rim' | 'ask-fill' | 'ask-errors-fill' | 'ask-errors-line' | 'ask-halo' | 'ask-line' | 'ask-own' | 'ask-centre'
> = ({ colours }) => [
  {
    id: 'ask-rim',
    type: 'fill',
    source: 'ask',
    filter: ['==', ['get', 'part'], 'rim'],
    // Several bands lie on each other, and where errors are large they cover all that is asked: it is still to be read.
    paint: { 'fill-color': colours.accent, 'fill-opacity': 0.022, 'fill-antialias': false },
  },
  {
    id: 'ask-fill',
    type: 'fill',
    source: 'ask',
    filter: ['==', ['get', 'part'], 'area'],
    paint: { 'fill-color': colours.accent, 'fill-opacity': 0.07, 'fill-antialias': false },
  },
  {
    id: 'ask-errors-fill',
    type: 'fill',
    source: 'ask',
    filter: ['==', ['get', 'part'], 'error'],
    paint: { 'fill-color': colours.accent, 'fill-opacity': 0.05, 'fill-antialias': false },
  },
  {
    id: 'ask-errors-line',
    type: 'line',
    source: 'ask',
    filter: ['==', ['get', 'part'], 'error'],
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colours.accent,
      'line-width': 1.1,
      'line-opacity': 0.7,
      'line-dasharray': [2, 2],
    },
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
