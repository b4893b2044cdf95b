/** Paper, which is neighbouring land, and the barely tinted districts. */
import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { byZoom, type LayerContext, type LayerMaker } from './context.ts';
import { saidOfEach } from './few-programs.ts';
import { ofGround } from './ground-parts.ts';

/**
 * Zooms between which all land takes one colour: nearer, an edge between two tints would cut streets as if the border
 * were known to the metre.
 */
const FADE = [11, 12] as const;

function fading(far: string | ExpressionSpecification, { colours }: LayerContext): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], FADE[0], far, FADE[1], colours.land];
}

/** The paper's colour. */
export const fadingLand = (context: LayerContext): ExpressionSpecification =>
  fading(context.colours.neighbourLand, context);

/** The paper is the neighbouring land, all over, so that the cut edge of our data does not look like a coast. */
export const background: LayerMaker<'background'> = (context) =>
  context.overBasemap
    ? []
    : [
        {
          id: 'background',
          type: 'background',
          paint: { 'background-color': fadingLand(context) },
        },
      ];

function tint({ tints, colours }: LayerContext): ExpressionSpecification {
  return ['to-color', ['get', ['get', 'id'], ['literal', tints]], colours.land];
}

/** Fills also answer clicks, so on a basemap they stay, nearly transparent. */
export const districts: LayerMaker<'districts-fill'> = (context) => [
  {
    id: 'districts-fill',
    type: 'fill',
    ...ofGround('districts'),
    paint: {
      'fill-color': fading(tint(context), context),
      'fill-opacity': context.overBasemap ? byZoom([FADE[0], 0.08], [FADE[1], 0.01]) : 1,
      'fill-antialias': false,
    },
  },
];

/** Pales what lies outside the city, so that its roads do not compete with ours; near by it would draw an edge. */
export const veil: LayerMaker<'veil'> = ({ colours, overBasemap }) =>
  overBasemap
    ? []
    : [
        {
          id: 'veil',
          type: 'fill',
          ...ofGround('neighbours', ['==', ['get', 'kind'], 'area']),
          maxzoom: FADE[1],
          paint: {
            'fill-color': colours.neighbourLand,
            // Said of each, so that it is drawn by the districts' program.
            'fill-opacity': byZoom([FADE[0], saidOfEach(0.5)], [FADE[1], 0]),
            'fill-antialias': false,
          },
        },
      ];
