/** Districts by class, under water, roads and symbols. A feature carries its `colour`; without one it is hatched. */
import type { LineLayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { byZoom, type LayerMaker, onGround } from './context.ts';

export const HATCH = 'hatch-';

/**
 * The edge of a shading is as soft as the border is known on the ground, from where that is to be seen: paper over both
 * sides of it. Nearer than the last zoom it fills the screen.
 */
const EDGE = onGround(['*', 2, ['get', 'accuracyM']], 10.6, 16);

export const shade: LayerMaker<'shade-fill' | 'shade-unknown' | 'shade-edge'> = ({ colours, theme, overBasemap }) => {
  const opacity = overBasemap ? 0.65 : 0.95;
  return [
    {
      id: 'shade-fill',
      type: 'fill',
      source: 'shade',
      filter: ['has', 'colour'],
      paint: { 'fill-color': ['to-color', ['get', 'colour']], 'fill-opacity': opacity, 'fill-antialias': false },
    },
    {
      id: 'shade-unknown',
      type: 'fill',
      source: 'shade',
      filter: ['!', ['has', 'colour']],
      paint: { 'fill-pattern': `${HATCH}${theme}`, 'fill-opacity': opacity },
    },
    ...(overBasemap ? [] : [edge(colours.land)]),
  ];
};

function edge(colour: string): LineLayerSpecification & { readonly id: 'shade-edge' } {
  return {
    id: 'shade-edge',
    type: 'line',
    source: 'shade',
    minzoom: 10.6,
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': EDGE,
      'line-blur': EDGE,
      'line-opacity': byZoom([10.6, 0], [11.6, 1]),
    },
  };
}
