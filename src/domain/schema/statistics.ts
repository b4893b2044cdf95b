/** Figures about the city, a district, a town or a cluster. */
import * as v from 'valibot';
import { NonEmpty, Sources } from './parts.ts';
import { FactRecord } from './record.ts';
import { Fact } from './site.ts';

export const Figure = v.strictObject({
  ...Fact.entries,
  scope: v.strictObject({ entity: v.picklist(['city', 'district', 'town', 'cluster']), id: NonEmpty }),
  /** True where the figure covers less, or other, than its scope: a note, never the scope's actual. */
  narrower: v.boolean(),
});

export const Statistics = v.strictObject({ figures: v.array(Figure), sources: Sources });

/** As written in geo/statistics/*.yaml. */
export const FigureRecord = v.strictObject({ ...FactRecord.entries, narrower: v.optional(v.boolean(), false) });

export const StatisticsRecord = v.strictObject({
  scopes: v.array(
    v.strictObject({
      entity: v.picklist(['city', 'district', 'town', 'cluster']),
      id: NonEmpty,
      figures: v.array(FigureRecord),
    }),
  ),
  sources: Sources,
});

export type Figure = v.InferOutput<typeof Figure>;
export type Statistics = v.InferOutput<typeof Statistics>;
export type StatisticsRecord = v.InferOutput<typeof StatisticsRecord>;
