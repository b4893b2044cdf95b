/**
 * Borders as lines of their own, each drawn once. Many run mid-river; they are drawn as borders, never as shores.
 */
import { byZoom, type LayerMaker } from './context.ts';
import { ofGround } from './ground-parts.ts';

export const neighbourBorders: LayerMaker<'neighbour-borders'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'neighbour-borders',
          type: 'line',
          ...ofGround('neighbours', ['==', ['get', 'kind'], 'border']),
          layout: { 'line-join': 'round' },
          paint: {
            'line-color': colours.borderNeighbour,
            'line-width': byZoom([8, 0.6], [12, 1.2]),
            'line-dasharray': [5, 3],
          },
        },
      ];

export const borders: LayerMaker<'borders-inner' | 'borders-outer'> = ({ colours }) => [
  {
    id: 'borders-inner',
    type: 'line',
    ...ofGround('borders', ['==', ['get', 'kind'], 'inner']),
    layout: { 'line-join': 'round', 'line-cap': 'butt' },
    paint: {
      'line-color': colours.borderInner,
      'line-width': byZoom([8, 0.8], [12, 1.6]),
      'line-dasharray': [4, 2, 1, 2],
    },
  },
  {
    id: 'borders-outer',
    type: 'line',
    ...ofGround('borders', ['==', ['get', 'kind'], 'outer']),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colours.borderOuter, 'line-width': byZoom([8, 1.3], [12, 2.4]) },
  },
];

/** Outline of the selected district; its source holds that district or nothing. */
export const selectedDistrict: LayerMaker<
  'selected-district-fill' | 'selected-district-casing' | 'selected-district'
> = ({ colours }) => [
  {
    id: 'selected-district-fill',
    type: 'fill',
    source: 'selected-district',
    paint: { 'fill-color': colours.accent, 'fill-opacity': 0.05, 'fill-antialias': false },
  },
  {
    id: 'selected-district-casing',
    type: 'line',
    source: 'selected-district',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.halo, 'line-width': byZoom([8, 5], [12, 7]), 'line-opacity': 0.8 },
  },
  {
    id: 'selected-district',
    type: 'line',
    source: 'selected-district',
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colours.accent, 'line-width': byZoom([8, 2], [12, 3]) },
  },
];
