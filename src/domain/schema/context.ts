/** Context layers, which only the map reads. */
import type { Feature, FeatureCollection } from 'geojson';
import * as v from 'valibot';
import { parseAs } from './parse.ts';

const Context = v.looseObject({
  type: v.literal('FeatureCollection'),
  features: v.array(
    v.looseObject({ type: v.literal('Feature'), geometry: v.nullable(v.looseObject({ type: v.string() })) }),
  ),
});

/** Checks the outer form of a context layer and leaves out what has no place; its geometries are read by the map alone. */
export function parseContext(input: unknown, what: string): FeatureCollection {
  const collection = parseAs(Context, input, what);
  const features: unknown = collection.features.filter(({ geometry }) => geometry !== null);
  return { type: 'FeatureCollection', features: features as Feature[] };
}
