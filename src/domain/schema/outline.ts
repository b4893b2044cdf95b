/** The outline of a site: what the record says of it, the file that holds it, and what the page loads. */
import * as v from 'valibot';
import { DATUMS, RIGHTS } from '../vocabulary.ts';
import { Bilingual, featureCollection, Id, LngLat, PartialDate } from './parts.ts';

/** In the record; the corners stand in `outlines/ID.geojson` beside it, in this datum. */
export const OutlineRecord = v.strictObject({
  /** Of what day, month or year the outline is; null where its source does not say. */
  date: v.nullable(PartialDate),
  datum: v.optional(v.picklist(DATUMS), 'wgs84'),
  /** Key of the record's source that the outline is taken from. */
  source: Id,
  rights: v.optional(v.picklist(RIGHTS), 'clear'),
  note: v.optional(Bilingual),
});

/** Corners of a ring. */
const Ring = v.pipe(v.array(LngLat), v.minLength(1));
export const OutlineCoordinates = v.array(v.array(Ring));
const MultiPolygon = v.object({ type: v.literal('MultiPolygon'), coordinates: OutlineCoordinates });

/** As files hold an outline: one area, bare or as a feature, alone in its collection. */
const Corners = v.array(v.number());
const WrittenArea = v.union([
  v.object({ type: v.literal('Polygon'), coordinates: v.array(v.array(Corners)) }),
  v.object({ type: v.literal('MultiPolygon'), coordinates: v.array(v.array(v.array(Corners))) }),
]);
const WrittenFeature = v.object({ type: v.literal('Feature'), geometry: WrittenArea });
export const OutlineFile = v.union([
  WrittenArea,
  WrittenFeature,
  v.object({
    type: v.literal('FeatureCollection'),
    features: v.pipe(
      v.array(WrittenFeature),
      v.minLength(1, 'one outline a file'),
      v.maxLength(1, 'one outline a file'),
    ),
  }),
]);

export const OutlineCollection = featureCollection(v.strictObject({ id: Id }), MultiPolygon);

export type OutlineRecord = v.InferOutput<typeof OutlineRecord>;
export type OutlineFile = v.InferOutput<typeof OutlineFile>;
export type OutlineCoordinates = v.InferOutput<typeof OutlineCoordinates>;
export type OutlineCollection = v.InferOutput<typeof OutlineCollection>;
