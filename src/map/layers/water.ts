/** Water as far as it is known: large areas, one chain of centre lines, coarse rivers at small scales only; names. */
import { byZoom, FADE, LABEL, type LayerMaker, namePaint } from './context.ts';
import { ofGround } from './ground-parts.ts';

export const waterPolygons: LayerMaker<'water-polygons'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'water-polygons',
          type: 'fill',
          ...ofGround('waterways', ['==', ['get', 'kind'], 'water-polygon']),
          paint: { 'fill-color': colours.water, 'fill-opacity': FADE },
        },
      ];

/** The coarse world shoreline holds to about zoom 9; beyond it these rivers would lie beside their beds. */
export const riversOverview: LayerMaker<'rivers-overview'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'rivers-overview',
          type: 'line',
          ...ofGround('rivers-overview'),
          maxzoom: 9,
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: {
            'line-color': colours.waterLine,
            'line-width': byZoom([7, 0.6], [9, 1]),
            'line-opacity': byZoom([8.5, ['*', 0.9, FADE]], [9, ['*', 0.3, FADE]]),
          },
        },
      ];

export const centreLines: LayerMaker<'centre-lines'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'centre-lines',
          type: 'line',
          ...ofGround('waterways', ['==', ['get', 'kind'], 'centre-line']),
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: {
            'line-color': colours.waterLine,
            'line-width': byZoom([8, 0.9], [10, 1.7], [12, 3], [16, 3]),
            'line-opacity': FADE,
          },
        },
      ];

/** Names follow the river, where it is long enough on the screen; whatever else has a name has the room before them. */
export const riverNames: LayerMaker<'river-names'> = ({ colours, fonts, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'river-names',
          type: 'symbol',
          ...ofGround('waterways', ['==', ['get', 'kind'], 'river-name']),
          minzoom: 8.5,
          maxzoom: 13.5,
          layout: {
            'symbol-placement': 'line',
            'symbol-spacing': byZoom([9, 200], [10.5, 240], [12, 480]),
            'text-field': LABEL,
            'text-font': fonts.regular,
            'text-size': byZoom([9, 10.5], [12, 14]),
            'text-letter-spacing': 0.18,
            // At a sharper bend letters would touch.
            'text-max-angle': 30,
            'text-padding': 4,
          },
          paint: namePaint(colours.waterText, colours.water, 1.2),
        },
      ];
