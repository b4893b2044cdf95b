/** Names and dots of districts, towns, stations and places. */
import type { ExpressionSpecification, SymbolLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { AREA_NAME_SPACING, type AreaNameKind, areaNameStops } from './area-name-size.ts';
import { byZoom, LABEL, type LayerMaker, WHOLE } from './context.ts';

/** Layers that answer a click as towns. */
export const TOWN_LAYERS = ['towns', 'town-labels'];

/** A town whose position no source gives is marked wherever it is named. */
const UNSOURCED: ExpressionSpecification = ['==', ['get', 'sourced'], false];

/** Toll gates and service areas come in pairs with long names: they wait until there is room. */
const ROOM_FOR_PLACES: ExpressionSpecification = [
  'step',
  ['zoom'],
  ['in', ['get', 'kind'], ['literal', ['port', 'airport']]],
  13,
  true,
];

/** Nearer, a name of an area stands for what is beyond the screen. */
const AREA_NAMES_TO = 12.5;

type AreaNameLayer = SymbolLayerSpecification & { readonly id: 'neighbour-names' | 'district-names' };

export const areaNames: LayerMaker<AreaNameLayer['id']> = ({ colours, fonts, overBasemap }) => {
  const layer = (id: AreaNameLayer['id'], kind: AreaNameKind, font: string[], halo: string): AreaNameLayer => ({
    id,
    type: 'symbol',
    source: 'area-names',
    maxzoom: AREA_NAMES_TO,
    filter: ['==', ['get', 'kind'], kind],
    layout: {
      'text-field': LABEL,
      'text-font': font,
      'text-size': byZoom(...areaNameStops(kind)),
      'text-letter-spacing': AREA_NAME_SPACING,
      'text-max-width': 20,
      // Room was found for them (name-places.ts); names of sites and towns give way.
      'text-allow-overlap': true,
      'text-padding': 2,
    },
    paint: { 'text-color': colours.textMuted, 'text-halo-color': halo, 'text-halo-width': 1.4, 'text-opacity': WHOLE },
  });
  const district = layer('district-names', 'district', fonts.bold, colours.halo);
  return overBasemap
    ? [district]
    : [layer('neighbour-names', 'neighbour', fonts.regular, colours.neighbourLand), district];
};

export const towns: LayerMaker<'towns'> = ({ colours }) => [
  {
    id: 'towns',
    type: 'circle',
    source: 'towns',
    minzoom: 10,
    paint: {
      'circle-radius': byZoom([10, 1.8], [14, 3]),
      'circle-color': ['case', UNSOURCED, colours.land, colours.textMuted],
      'circle-stroke-color': ['case', UNSOURCED, colours.textMuted, colours.halo],
      'circle-stroke-width': 1,
    },
  },
];

export const townLabels: LayerMaker<'town-labels'> = ({ colours, fonts }) => [
  {
    id: 'town-labels',
    type: 'symbol',
    source: 'towns',
    minzoom: 10,
    layout: {
      'text-field': ['case', UNSOURCED, ['concat', LABEL, ' ?'], LABEL],
      'text-font': fonts.regular,
      'text-size': byZoom([10, 11], [14, 14]),
      'text-letter-spacing': 0.06,
      'text-max-width': 8,
      'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
      'text-radial-offset': 0.45,
      'text-padding': 3,
    },
    paint: {
      'text-color': colours.textMuted,
      'text-halo-color': colours.halo,
      'text-halo-width': 1.3,
      'text-opacity': WHOLE,
    },
  },
];

/** Planned stops are hollow; unnamed ones are mostly planned or freight and are left out. */
export const stations: LayerMaker<'stations'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'stations',
          type: 'circle',
          source: 'stations',
          minzoom: 11.5,
          filter: ['to-boolean', ['get', 'name']],
          paint: {
            'circle-radius': byZoom([11.5, 2], [15, 4]),
            'circle-color': [
              'case',
              ['get', 'planned'],
              colours.land,
              ['==', ['get', 'mode'], 'rail'],
              colours.textMuted,
              colours.metro,
            ],
            'circle-stroke-color': ['case', ['get', 'planned'], colours.metro, colours.halo],
            'circle-stroke-width': 1,
          },
        },
      ];

export const stationLabels: LayerMaker<'station-labels'> = ({ colours, fonts, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'station-labels',
          type: 'symbol',
          source: 'stations',
          minzoom: 13,
          filter: ['to-boolean', ['get', 'name']],
          layout: {
            'text-field': LABEL,
            'text-font': fonts.regular,
            'text-size': byZoom([13, 10.5], [16, 12.5]),
            'text-max-width': 7,
            'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
            'text-radial-offset': 0.55,
            'text-padding': 2,
          },
          paint: {
            'text-color': colours.textMuted,
            'text-halo-color': colours.halo,
            'text-halo-width': 1.2,
            'text-opacity': WHOLE,
          },
        },
      ];

/** Ports, the airport and toll gates: small squares would claim a berth that is not known, so only a dot and a name. */
export const places: LayerMaker<'places' | 'place-labels'> = ({ colours, fonts, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'places',
          type: 'circle',
          source: 'places',
          minzoom: 11,
          filter: ROOM_FOR_PLACES,
          paint: {
            'circle-radius': byZoom([11, 1.6], [15, 3]),
            'circle-color': colours.land,
            'circle-stroke-color': colours.waterText,
            'circle-stroke-width': 1.2,
          },
        },
        {
          id: 'place-labels',
          type: 'symbol',
          source: 'places',
          minzoom: 11,
          filter: ROOM_FOR_PLACES,
          layout: {
            'text-field': LABEL,
            'text-font': fonts.regular,
            'text-size': byZoom([11, 10.5], [15, 12]),
            'text-max-width': 9,
            'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
            'text-radial-offset': 0.5,
            'text-padding': 3,
          },
          paint: {
            'text-color': colours.waterText,
            'text-halo-color': colours.halo,
            'text-halo-width': 1.2,
            'text-opacity': WHOLE,
          },
        },
      ];
