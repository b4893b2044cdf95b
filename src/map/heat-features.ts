/** The surface of how good it is everywhere, as areas of one class each. Pure. */
import type { Feature, FeatureCollection } from 'geojson';
import type { Theme } from '../domain/colours.ts';
import { shadeColours } from '../domain/shade-ramp.ts';
import type { HeatShown } from '../state/invest/heat-classes.ts';

/** Squares of one class side by side are one area; what cannot be told carries no colour, as a district of no class. */
export function heatFeatures(heat: HeatShown, theme: Theme): FeatureCollection {
  const { surface, from, width: points, classes } = heat;
  const { width, height, scores, inside } = surface;
  const colours = shadeColours(theme, classes);
  /** Null outside the city. */
  const classAt = (x: number, y: number): number | 'unknown' | null => {
    const score = scores[y * width + x] ?? Number.NaN;
    if (x >= width || inside[y * width + x] !== 1) return null;
    return Number.isNaN(score) ? 'unknown' : Math.min(classes - 1, Math.floor((score - from) / points));
  };
  const features: Feature[] = [];
  for (let y = 0; y < height; y++) {
    let start = 0;
    for (let x = 1; x <= width; x++) {
      const own = classAt(start, y);
      if (classAt(x, y) === own && x < width) continue;
      if (own !== null) {
        const properties = { accuracyM: 0, ...(own === 'unknown' ? {} : { colour: colours[own] }) };
        features.push({
          type: 'Feature',
          geometry: { type: 'Polygon', coordinates: [ringOf(heat, start, x, y)] },
          properties,
        });
      }
      start = x;
    }
  }
  return { type: 'FeatureCollection', features };
}

function ringOf({ surface }: HeatShown, x1: number, x2: number, y: number): number[][] {
  const { west, north, stepLng, stepLat } = surface;
  const [w, e] = [west + x1 * stepLng, west + x2 * stepLng];
  const [n, s] = [north - y * stepLat, north - (y + 1) * stepLat];
  return [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ];
}
