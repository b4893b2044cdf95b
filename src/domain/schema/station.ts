/** Railway, metro and tram stations. */
import * as v from 'valibot';
import { featureCollection, PointGeometry } from './parts.ts';

/** Stations as the nearest-lookup needs them; unnamed and planned (暂定) ones are never "nearest". */
export const StationProperties = v.strictObject({
  name: v.nullable(v.string()),
  /** By the build's rule, not by what signs say; absent where the source's own data stand in. */
  nameEn: v.optional(v.string()),
  mode: v.picklist(['metro', 'rail', 'tram']),
  planned: v.boolean(),
  /** Numbers or names of the lines that stop there, where the source knows them. */
  lines: v.optional(v.array(v.string())),
});

export const StationCollection = featureCollection(StationProperties, PointGeometry);

export type StationCollection = v.InferOutput<typeof StationCollection>;
