/**
 * Small parts of the data contracts. The files of this folder are the only place where unknown becomes typed: the build
 * reads the register with the `*Record` schemas and writes what the `*Collection` and `Policy` schemas describe; the
 * app reads that with the same schemas. Dates are `YYYY[-MM[-DD]]`; positions `[lng, lat]` in WGS-84 unless a `datum`
 * stands beside them; lengths in metres; offsets in UTF-16 units into the policy text.
 */
import * as v from 'valibot';
import { SOURCE_KINDS } from '../vocabulary.ts';

export const Id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/, 'an id has only a-z, 0-9 and hyphens'));

export const NonEmpty = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'));

export const PartialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is YYYY[-MM[-DD]]'),
);

export const TownCode = v.pipe(v.string(), v.regex(/^44060[4-8]\d{3}$/, 'a town is its nine-digit code'));

export const ClauseId = v.pipe(
  v.string(),
  v.regex(/^([a-z0-9-]+:)?\d+(\.\d+){1,2}$/, 'a clause id looks like 2.1.1 or docId:2.1.1'),
);

export const LngLat = v.strictTuple([
  v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180)),
  v.pipe(v.number(), v.finite(), v.minValue(-90), v.maxValue(90)),
]);

export const Bilingual = v.strictObject({ zh: NonEmpty, en: NonEmpty });

export const Offset = v.pipe(v.number(), v.integer(), v.minValue(0));

export const Source = v.strictObject({
  title: NonEmpty,
  publisher: v.optional(NonEmpty),
  url: v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//, 'a source address starts with http:// or https://'))),
  date: v.optional(PartialDate),
  kind: v.picklist(SOURCE_KINDS),
  licence: v.optional(NonEmpty),
});

/** Sources of one record by a short key that its fields refer to. */
export const Sources = v.record(Id, Source);

const NumberOrRange = v.union([
  v.pipe(v.number(), v.finite()),
  v.strictObject({ min: v.pipe(v.number(), v.finite()), max: v.pipe(v.number(), v.finite()) }),
]);

export const FactValue = v.union([NumberOrRange, Bilingual]);

export const PointGeometry = v.object({ type: v.literal('Point'), coordinates: LngLat });

export function featureCollection<P extends v.GenericSchema, G extends v.GenericSchema>(properties: P, geometry: G) {
  return v.object({
    type: v.literal('FeatureCollection'),
    features: v.array(
      v.object({ type: v.literal('Feature'), id: v.optional(v.union([v.string(), v.number()])), geometry, properties }),
    ),
  });
}

export type Bilingual = v.InferOutput<typeof Bilingual>;
export type Source = v.InferOutput<typeof Source>;
