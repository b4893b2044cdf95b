/** Figures about the city, a district, a town or a cluster. */
import * as v from 'valibot';
import { BASE_UNITS, QUALIFIERS } from '../vocabulary.ts';
import { Bilingual, Id, NonEmpty, Sources } from './parts.ts';
import { FactRecord } from './record.ts';
import { Fact } from './site.ts';

const Scope = v.strictObject({ entity: v.picklist(['city', 'district', 'town', 'cluster']), id: NonEmpty });

export const Figure = v.strictObject({
  ...Fact.entries,
  scope: Scope,
  /** True where the figure covers less, or other, than its scope: a note, never the scope's actual. */
  narrower: v.boolean(),
});

const targetEntries = {
  /** Of the figures that it is held against. */
  key: Id,
  label: Bilingual,
  value: v.pipe(v.number(), v.finite()),
  qualifier: v.optional(v.picklist(QUALIFIERS), 'exact'),
  asPrinted: NonEmpty,
  /** For which, or by the end of which, it is set. */
  year: v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(9999)),
  /** Who set it, and when. */
  by: Bilingual,
  source: Id,
  note: v.optional(Bilingual),
  /** True where it is of less, or of other, than its scope: no figure is held against it. */
  narrower: v.optional(v.boolean(), false),
};

/** A target that others have set, in base units; those of the policy are its own text (policy.ts). */
const StatedTarget = v.strictObject({ ...targetEntries, unit: v.picklist(BASE_UNITS), scope: Scope });

export const Statistics = v.strictObject({
  figures: v.array(Figure),
  targets: v.array(StatedTarget),
  sources: Sources,
});

/** As written in geo/statistics/*.yaml. */
export const FigureRecord = v.strictObject({ ...FactRecord.entries, narrower: v.optional(v.boolean(), false) });

/** As written: the value in the unit that the source prints. */
const TargetRecord = v.strictObject({ ...targetEntries, unit: NonEmpty });

export const StatisticsRecord = v.strictObject({
  scopes: v.array(
    v.strictObject({
      entity: v.picklist(['city', 'district', 'town', 'cluster']),
      id: NonEmpty,
      figures: v.optional(v.array(FigureRecord), []),
      targets: v.optional(v.array(TargetRecord), []),
    }),
  ),
  sources: Sources,
});

export type Figure = v.InferOutput<typeof Figure>;
export type StatedTarget = v.InferOutput<typeof StatedTarget>;
export type Statistics = v.InferOutput<typeof Statistics>;
export type StatisticsRecord = v.InferOutput<typeof StatisticsRecord>;
