/** Roads, metro lines and runways: quiet context under the sites. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { BEND, byZoom, FADE, type LayerMaker, onGround } from './context.ts';
import { ofGround } from './ground-parts.ts';

const wide = (motorway: number, trunk: number, primary: number): ExpressionSpecification => [
  'match',
  ['get', 'class'],
  'motorway',
  motorway,
  'trunk',
  trunk,
  primary,
];

/** A line of the roads is good to 100 m on either side. */
const ROAD_BAND = onGround(200, 11.5, 14.5);

/**
 * The road lines were generalised for small scales: they hold to zoom 11.5 and are gone at 12.5. Nearer, a soft band
 * says that a road runs there, as wide as it is uncertain where.
 */
export const roads: LayerMaker<'roads-band' | 'roads'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'roads-band',
          type: 'line',
          ...ofGround('roads', ['!=', ['get', 'underConstruction'], true]),
          minzoom: 11.5,
          maxzoom: 14.5,
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: {
            'line-color': colours.road,
            'line-width': ROAD_BAND,
            'line-blur': ROAD_BAND,
            'line-opacity': byZoom([11.5, 0], [12.4, ['*', 0.8, FADE]], [13.5, ['*', 0.7, FADE]], [14.5, 0]),
          },
        },
        {
          id: 'roads',
          type: 'line',
          ...ofGround('roads', ['!=', ['get', 'underConstruction'], true]),
          maxzoom: 12.5,
          // Round ends and joints are triangles that nobody sees on lines this fine.
          layout: { 'line-join': 'round', 'line-round-limit': BEND },
          paint: {
            'line-color': colours.road,
            'line-width': byZoom([8, wide(0.9, 0.4, 0.15)], [10, wide(1.6, 1, 0.7)], [12.5, wide(3, 2, 1.5)]),
            'line-opacity': byZoom([11.5, FADE], [12.5, 0]),
          },
        },
      ];

/** Straight pieces between stations, so dashed: a scheme of the line, not its course. */
export const metroLines: LayerMaker<'metro-lines'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'metro-lines',
          type: 'line',
          ...ofGround('metro-lines'),
          minzoom: 9.5,
          layout: { 'line-join': 'round' },
          // From a whole zoom on: what is said by feature and zoom is exact between whole zooms only.
          paint: { 'line-color': colours.metro, 'line-width': byZoom([9, 0.9], [14, 2]), 'line-dasharray': [3, 1.5] },
        },
      ];

export const runways: LayerMaker<'runways'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'runways',
          type: 'line',
          ...ofGround('runways'),
          minzoom: 9,
          paint: { 'line-color': colours.runway, 'line-width': byZoom([9, 1.5], [12, 4], [15, 14]) },
        },
      ];
