/** Districts by class, under water, roads and symbols. A feature carries its `colour`; without one it is hatched. */
import type { LayerMaker } from './context.ts';

export const HATCH = 'hatch-';

export const shade: LayerMaker<'shade-fill' | 'shade-unknown'> = ({ theme, overBasemap }) => {
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
  ];
};
