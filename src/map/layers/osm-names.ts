/** Names and numbers along OpenStreetMap's roads and rivers, and its motorway junctions. As they stand on signs there. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { byZoom, type LayerMaker, namePaint } from './context.ts';
import { OSM_SOURCE } from './osm-source.ts';

const has = (property: string): ExpressionSpecification => ['to-boolean', ['get', property]];
const isClass = (...classes: readonly string[]): ExpressionSpecification => [
  'in',
  ['get', 'class'],
  ['literal', [...classes]],
];

export const osmNames: LayerMaker<'osm-road-names' | 'osm-road-numbers'> = ({ colours, fonts, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'osm-road-names',
          type: 'symbol',
          source: OSM_SOURCE,
          'source-layer': 'roads',
          minzoom: 12,
          filter: [
            'all',
            has('name'),
            [
              'step',
              ['zoom'],
              isClass('motorway', 'trunk', 'primary'),
              13.5,
              isClass('motorway', 'trunk', 'primary', 'secondary', 'tertiary'),
              15,
              true,
            ],
          ],
          layout: {
            'symbol-placement': 'line',
            'symbol-spacing': 320,
            'text-field': ['get', 'name'],
            'text-font': fonts.regular,
            'text-size': byZoom([12, 10], [16, 12.5]),
            'text-padding': 6,
          },
          paint: namePaint(colours.textMuted, colours.halo, 1.2),
        },
        {
          id: 'osm-road-numbers',
          type: 'symbol',
          source: OSM_SOURCE,
          'source-layer': 'roads',
          minzoom: 9,
          filter: [
            'all',
            has('ref'),
            ['step', ['zoom'], isClass('motorway'), 11, isClass('motorway', 'trunk', 'primary')],
          ],
          layout: {
            'symbol-placement': 'line',
            'symbol-spacing': 280,
            'text-field': ['get', 'ref'],
            'text-font': fonts.bold,
            'text-size': byZoom([9, 9], [14, 10.5]),
            'text-rotation-alignment': 'viewport',
            'text-padding': 8,
          },
          // The halo is the plate that the number stands on.
          paint: namePaint(colours.textMuted, colours.road, 2.5),
        },
      ];

export const osmRiverNames: LayerMaker<'osm-river-names'> = ({ colours, fonts, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'osm-river-names',
          type: 'symbol',
          source: OSM_SOURCE,
          'source-layer': 'waterways',
          minzoom: 9,
          filter: ['all', ['==', ['geometry-type'], 'LineString'], has('name')],
          layout: {
            'symbol-placement': 'line',
            'symbol-spacing': 360,
            'text-field': ['get', 'name'],
            'text-font': fonts.regular,
            'text-size': byZoom([9, 10.5], [15, 13]),
            'text-letter-spacing': 0.2,
            'text-padding': 6,
          },
          paint: namePaint(colours.waterText, colours.halo, 1.2),
        },
      ];

export const osmJunctions: LayerMaker<'osm-junctions' | 'osm-junction-names'> = ({ colours, fonts, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'osm-junctions',
          type: 'circle',
          source: OSM_SOURCE,
          'source-layer': 'junctions',
          minzoom: 11.5,
          paint: {
            'circle-radius': byZoom([11.5, 1.6], [15, 3]),
            'circle-color': colours.land,
            'circle-stroke-color': colours.textMuted,
            'circle-stroke-width': 1.2,
          },
        },
        {
          id: 'osm-junction-names',
          type: 'symbol',
          source: OSM_SOURCE,
          'source-layer': 'junctions',
          minzoom: 13,
          filter: has('name'),
          layout: {
            'text-field': ['get', 'name'],
            'text-font': fonts.regular,
            'text-size': byZoom([13, 10], [16, 12]),
            'text-max-width': 8,
            'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
            'text-radial-offset': 0.5,
            'text-padding': 3,
          },
          paint: namePaint(colours.textMuted, colours.halo, 1.2),
        },
      ];
