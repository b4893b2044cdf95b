/** The build's own description, the deployer's configuration, and the table of traditional characters. */
import * as v from 'valibot';
import { Id, NonEmpty, PartialDate } from './parts.ts';

export const Version = v.strictObject({
  /** Changes whenever any data file does. */
  data: NonEmpty,
  date: PartialDate,
  changes: v.array(v.strictObject({ date: PartialDate, zh: NonEmpty, en: NonEmpty })),
});

export const Config = v.strictObject({
  basemaps: v.optional(
    v.array(
      v.strictObject({
        id: Id,
        label: NonEmpty,
        style: v.optional(NonEmpty),
        tiles: v.optional(v.array(NonEmpty)),
        attribution: NonEmpty,
        datum: v.string(),
      }),
    ),
    [],
  ),
  mapApproval: v.optional(v.nullable(NonEmpty), null),
  reportTo: v.optional(v.nullable(NonEmpty), null),
  sources: v.optional(v.array(v.unknown()), []),
});

/** Simplified → traditional, for every shipped string that differs. */
export const ConversionTable = v.record(v.string(), v.string());

export type Version = v.InferOutput<typeof Version>;
export type Config = v.InferOutput<typeof Config>;
export type ConversionTable = v.InferOutput<typeof ConversionTable>;
