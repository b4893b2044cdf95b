/** Ports, airports, toll plazas and service areas. */
import * as v from 'valibot';
import { RIGHTS } from '../vocabulary.ts';
import { Bilingual, featureCollection, NonEmpty, PointGeometry } from './parts.ts';

/** Each with its error and with what its quality allows. */
export const PlaceProperties = v.strictObject({
  kind: v.picklist(['port', 'airport', 'toll-gate', 'service-area']),
  nameZh: NonEmpty,
  nameEn: v.nullable(NonEmpty),
  code: v.nullable(v.string()),
  radiusM: v.number(),
  quality: Bilingual,
  source: NonEmpty,
  rights: v.picklist(RIGHTS),
});
export const PlaceCollection = featureCollection(PlaceProperties, PointGeometry);

export type PlaceCollection = v.InferOutput<typeof PlaceCollection>;
