/** Sketches as a collection for their layers: forms, heads of arrows, and words. Pure. */
import type { Feature, FeatureCollection } from 'geojson';
import type { LngLat } from '../domain/position.ts';
import { type Sketch, sketchFeature, wordsAt } from '../domain/sketch.ts';
import { EMPTY } from './context-features.ts';

/** Of a leg on the map, degrees clockwise from north; by Mercator, as it is drawn. */
export function bearingOf([west, south]: LngLat, [east, north]: LngLat): number {
  const y = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return (Math.atan2(((east - west) * Math.PI) / 180, y(north) - y(south)) * 180) / Math.PI;
}

const pointAt = (at: LngLat, properties: Feature['properties']): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...at] },
  properties,
});

function featuresOf(sketch: Sketch): Feature[] {
  const { kind, places, text } = sketch;
  const form = sketchFeature(sketch);
  const [last, before] = [places.at(-1), places.at(-2)];
  const words = wordsAt(sketch);
  return [
    ...(kind === 'words' ? [] : [{ ...form, properties: { part: kind } }]),
    ...(kind === 'arrow' && last !== undefined && before !== undefined
      ? [pointAt(last, { part: 'head', bearing: bearingOf(before, last) })]
      : []),
    ...(text !== '' && words !== null ? [pointAt(words, { part: 'words', text, alone: kind === 'words' })] : []),
  ];
}

export function sketchFeatures(sketches: readonly Sketch[]): FeatureCollection {
  return sketches.length === 0 ? EMPTY : { type: 'FeatureCollection', features: sketches.flatMap(featuresOf) };
}
