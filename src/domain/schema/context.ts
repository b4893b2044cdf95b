/** Context layers, which only the map reads. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import * as v from 'valibot';
import { parseAs } from './parse.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The outer form alone: geometries are read by the map. */
function isFeature(value: unknown): boolean {
  if (!isObject(value) || value['type'] !== 'Feature') return false;
  const { geometry } = value;
  return geometry === null || (isObject(geometry) && typeof geometry['type'] === 'string');
}

const Context = v.object({
  type: v.literal('FeatureCollection'),
  features: v.array(v.custom<Feature<Geometry | null>>(isFeature, 'no feature of GeoJSON')),
});

const isPlaced = (feature: Feature<Geometry | null>): feature is Feature => feature.geometry !== null;

/** Checks the outer form of a context layer and leaves out what has no place; its geometries are read by the map alone. */
export function parseContext(input: unknown, what: string): FeatureCollection {
  return { type: 'FeatureCollection', features: parseAs(Context, input, what).features.filter(isPlaced) };
}
