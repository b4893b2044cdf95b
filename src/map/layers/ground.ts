/** Paper, neighbouring land and the barely tinted districts. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerContext, LayerMaker } from './context.ts';
import { ofGround } from './ground-parts.ts';

/** Beyond this zoom the detailed districts take over from the overview. */
export const DETAIL_ZOOM = 10.5;

/** The paper has the colour of neighbouring land, so that the cut edge of our data does not look like a coast. */
export const background: LayerMaker<'background'> = ({ colours, overBasemap }) =>
  overBasemap ? [] : [{ id: 'background', type: 'background', paint: { 'background-color': colours.neighbourLand } }];

export const neighbours: LayerMaker<'neighbours-fill'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'neighbours-fill',
          type: 'fill',
          ...ofGround('neighbours', ['==', ['get', 'kind'], 'area']),
          paint: { 'fill-color': colours.neighbourLand, 'fill-antialias': false },
        },
      ];

function tint({ tints, colours }: LayerContext): ExpressionSpecification {
  return ['to-color', ['get', ['get', 'id'], ['literal', tints]], colours.land];
}

/** Fills also answer clicks, so on a basemap they stay, nearly transparent. */
export const districts: LayerMaker<'districts-fill' | 'districts-fill-detail'> = (context) => {
  const paint = {
    'fill-color': tint(context),
    'fill-opacity': context.overBasemap ? 0.08 : 1,
    'fill-antialias': false,
  };
  return [
    { id: 'districts-fill', type: 'fill', ...ofGround('districts-overview'), maxzoom: DETAIL_ZOOM, paint },
    { id: 'districts-fill-detail', type: 'fill', ...ofGround('districts'), minzoom: DETAIL_ZOOM, paint },
  ];
};

/** Pales what lies outside the city, so that its roads do not compete with ours. */
export const veil: LayerMaker<'veil'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'veil',
          type: 'fill',
          ...ofGround('neighbours', ['==', ['get', 'kind'], 'area']),
          paint: { 'fill-color': colours.neighbourLand, 'fill-opacity': 0.5, 'fill-antialias': false },
        },
      ];
