/** OpenStreetMap's finer ground, where `npm run geo:osm` has made tiles of it: it replaces what is built in. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { byZoom, type LayerMaker } from './context.ts';
import { OSM_SOURCE } from './osm-source.ts';

const CLASSES = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'link'] as const;

/** Widths by class, in the order of `CLASSES`; the last is a street's. Tiles hold what a zoom shows. */
function wide(...widths: readonly [...(readonly number[]), number]): ExpressionSpecification {
  const [motorway = 0, trunk = 0, primary = 0, secondary = 0, tertiary = 0, link = 0, street = 0] = widths;
  const [a, b, c, d, e, f] = CLASSES;
  return ['match', ['get', 'class'], a, motorway, b, trunk, c, primary, d, secondary, e, tertiary, f, link, street];
}

export const osmIndustrial: LayerMaker<'osm-industrial'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'osm-industrial',
          type: 'fill',
          source: OSM_SOURCE,
          'source-layer': 'industrial',
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
          source: OSM_SOURCE,
          'source-layer': 'waterways',
          filter: ['==', ['geometry-type'], 'Polygon'],
          paint: { 'fill-color': colours.water },
        },
        {
          id: 'osm-waterways',
          type: 'line',
          source: OSM_SOURCE,
          'source-layer': 'waterways',
          filter: ['==', ['geometry-type'], 'LineString'],
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: { 'line-color': colours.waterLine, 'line-width': byZoom([8, 0.8], [12, 1.6], [16, 4]) },
        },
      ];

/** Finer lines than the built-in ones, so they hold at every zoom. */
export const osmRoads: LayerMaker<'osm-roads'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'osm-roads',
          type: 'line',
          source: OSM_SOURCE,
          'source-layer': 'roads',
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: {
            'line-color': colours.road,
            'line-width': byZoom(
              [8, wide(0.9, 0.4, 0.15, 0, 0, 0, 0)],
              [10, wide(1.6, 1, 0.7, 0.2, 0, 0, 0)],
              [12.5, wide(3, 2.2, 1.7, 0.9, 0.5, 0.7, 0.2)],
              [16, wide(7, 6, 5, 3.5, 2.6, 2.6, 1.6)],
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
          source: OSM_SOURCE,
          'source-layer': 'towns',
          minzoom: 9.5,
          layout: { 'line-join': 'round' },
          paint: {
            'line-color': colours.borderNeighbour,
            'line-width': byZoom([9.5, 0.5], [13, 1.2]),
            'line-dasharray': [2, 2],
          },
        },
      ];
