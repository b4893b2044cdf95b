/** OpenStreetMap's finer context, where `npm run geo:osm` has fetched it: it replaces what is built in. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { byZoom, type LayerMaker } from './context.ts';

const CLASS: ExpressionSpecification = ['get', 'class'];
const wide = (motorway: number, trunk: number, primary: number, secondary: number): ExpressionSpecification => [
  'match',
  CLASS,
  'motorway',
  motorway,
  'trunk',
  trunk,
  'primary',
  primary,
  secondary,
];

export const osmIndustrial: LayerMaker<'osm-industrial'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'osm-industrial',
          type: 'fill',
          source: 'osm-industrial',
          minzoom: 9.5,
          paint: { 'fill-color': colours.industrial, 'fill-opacity': byZoom([9.5, 0], [11, 0.8]) },
        },
      ];

export const osmWater: LayerMaker<'osm-water' | 'osm-waterways'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'osm-water',
          type: 'fill',
          source: 'osm-waterways',
          filter: ['==', ['geometry-type'], 'Polygon'],
          paint: { 'fill-color': colours.water },
        },
        {
          id: 'osm-waterways',
          type: 'line',
          source: 'osm-waterways',
          filter: ['==', ['geometry-type'], 'LineString'],
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: { 'line-color': colours.waterLine, 'line-width': byZoom([8, 0.8], [12, 1.6], [16, 4]) },
        },
      ];

/** Finer lines than the built-in ones, so they hold at every zoom; secondary roads come when there is room. */
export const osmRoads: LayerMaker<'osm-roads'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'osm-roads',
          type: 'line',
          source: 'osm-roads',
          filter: ['step', ['zoom'], ['!=', CLASS, 'secondary'], 11, true],
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: {
            'line-color': colours.road,
            'line-width': byZoom(
              [8, wide(0.9, 0.4, 0.15, 0)],
              [10, wide(1.6, 1, 0.7, 0.2)],
              [12.5, wide(3, 2.2, 1.7, 0.9)],
              [16, wide(7, 6, 5, 3)],
            ),
          },
        },
      ];

export const osmTowns: LayerMaker<'osm-town-borders'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'osm-town-borders',
          type: 'line',
          source: 'osm-towns',
          minzoom: 9.5,
          layout: { 'line-join': 'round' },
          paint: {
            'line-color': colours.borderNeighbour,
            'line-width': byZoom([9.5, 0.5], [13, 1.2]),
            'line-dasharray': [2, 2],
          },
        },
      ];
