/** Water as far as it is known: large polygons, one chain of centre lines, coarse rivers at small scales only. */
import { byZoom, type LayerMaker } from './context.ts';
import { ofGround } from './ground-parts.ts';

export const waterPolygons: LayerMaker<'water-polygons'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'water-polygons',
          type: 'fill',
          ...ofGround('waterways', ['==', ['geometry-type'], 'Polygon']),
          paint: { 'fill-color': colours.water },
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
            'line-opacity': byZoom([8.5, 0.9], [9, 0.3]),
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
          ...ofGround('waterways', ['==', ['geometry-type'], 'LineString']),
          layout: { 'line-join': 'round', 'line-cap': 'round' },
          paint: { 'line-color': colours.waterLine, 'line-width': byZoom([8, 0.8], [12, 1.6], [16, 2]) },
        },
      ];
