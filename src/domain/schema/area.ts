/** Districts and towns. */
import * as v from 'valibot';
import { DISTRICT_IDS, RIGHTS } from '../vocabulary.ts';
import { featureCollection, LngLat, NonEmpty, PointGeometry, TownCode } from './parts.ts';

export const TownProperties = v.strictObject({
  code: TownCode,
  nameZh: NonEmpty,
  nameEn: NonEmpty,
  district: v.picklist(DISTRICT_IDS),
  /** False where no source gives the position; such a town is marked wherever it is shown. */
  sourced: v.boolean(),
  radiusM: v.number(),
  coordSource: NonEmpty,
  note: v.string(),
  rights: v.picklist(RIGHTS),
});

export const TownCollection = featureCollection(TownProperties, v.nullable(PointGeometry));

const Ring = v.array(v.array(v.number()));

const AreaGeometry = v.union([
  v.object({ type: v.literal('Polygon'), coordinates: v.array(Ring) }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(Ring)) }),
]);

export const DistrictProperties = v.strictObject({
  id: v.picklist(DISTRICT_IDS),
  adcode: v.number(),
  nameZh: NonEmpty,
  nameEn: NonEmpty,
  /** Geodesic area of this geometry and the official figure, km². */
  areaKm2: v.number(),
  officialKm2: v.number(),
  /** How far its border may lie from the line, metres. */
  accuracyM: v.number(),
  /** A point well inside, for the label. */
  label: LngLat,
});

export const DistrictCollection = featureCollection(DistrictProperties, AreaGeometry);

export type TownProperties = v.InferOutput<typeof TownProperties>;
export type TownCollection = v.InferOutput<typeof TownCollection>;
export type DistrictProperties = v.InferOutput<typeof DistrictProperties>;
export type DistrictCollection = v.InferOutput<typeof DistrictCollection>;
