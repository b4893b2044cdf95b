/** What a user of the page states against the register. */
import * as v from 'valibot';
import { PRINTED_UNITS } from '../scale.ts';
import { BASE_UNITS, PRECISIONS, QUALIFIERS, STATUSES } from '../vocabulary.ts';
import { AnyAttribute, ATTRIBUTES, Attributes, isAttributeValue, Nothing } from './attribute.ts';
import { OutlineCoordinates } from './outline.ts';
import { Bilingual, FactValue, Id, LngLat, NonEmpty, PartialDate, Source } from './parts.ts';
import { Milestone } from './site.ts';

const FullDate = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date is YYYY-MM-DD'));

/** The point, what it stands for and its error are one statement: they are corrected and withdrawn together. */
const PlaceValue = v.strictObject({
  position: v.nullable(LngLat),
  precision: v.picklist(PRECISIONS),
  radiusM: v.nullable(v.pipe(v.number(), v.finite(), v.minValue(0))),
});

const StatusValue = v.strictObject({ value: v.picklist(STATUSES), date: v.nullable(PartialDate) });

const FactState = {
  value: FactValue,
  qualifier: v.picklist(QUALIFIERS),
  asPrinted: NonEmpty,
  asOf: v.nullable(PartialDate),
};

/** In base units, as the register was built. */
const FactBefore = v.strictObject({ ...FactState, unit: v.nullable(v.picklist(BASE_UNITS)) });

/** In the unit that the source prints; null for text. */
const FactAfter = v.strictObject({
  ...FactState,
  unit: v.nullable(
    v.pipe(
      v.string(),
      v.check((unit) => Object.hasOwn(PRINTED_UNITS, unit), 'the unit is unknown'),
    ),
  ),
});

const correctionEntries = {
  record: Id,
  /** Null in a draft: it is shown, and the register takes it only with a source. */
  source: v.nullable(Source),
  made: FullDate,
  /** Version of the data that the old value was read from. */
  dataVersion: NonEmpty,
};

export const LocationCorrection = v.strictObject({
  ...correctionEntries,
  field: v.literal('location'),
  oldValue: PlaceValue,
  newValue: PlaceValue,
});

export const StatusCorrection = v.strictObject({
  ...correctionEntries,
  field: v.literal('status'),
  oldValue: StatusValue,
  newValue: StatusValue,
});

/** What a record says of its outline, by the short name of its corners. */
const OutlineState = v.strictObject({ digest: v.nullable(NonEmpty), date: v.nullable(PartialDate) });

/** WGS-84; null takes the outline away. */
const OutlineAfter = v.strictObject({ outline: v.nullable(OutlineCoordinates), date: v.nullable(PartialDate) });

export const OutlineCorrection = v.strictObject({
  ...correctionEntries,
  field: v.literal('outline'),
  oldValue: OutlineState,
  newValue: OutlineAfter,
});

/** `fact:KEY#N` is the N-th fact, from 0, among those of the record with that key. */
const FactField = v.custom<`fact:${string}#${number}`>(
  (field) => typeof field === 'string' && /^fact:[a-z0-9][a-z0-9-]*#\d{1,3}$/.test(field),
  'a fact is fact:KEY#N',
);

export const FactCorrection = v.strictObject({
  ...correctionEntries,
  field: FactField,
  oldValue: FactBefore,
  newValue: FactAfter,
});

const AttributeState = v.strictObject({ attribute: AnyAttribute });

/** A field of the record that is one value of its own: a name, the kind, the address. */
export const AttributeCorrection = v.pipe(
  v.strictObject({
    ...correctionEntries,
    field: v.picklist(ATTRIBUTES),
    oldValue: AttributeState,
    newValue: AttributeState,
  }),
  v.check(
    ({ field, oldValue, newValue }) =>
      isAttributeValue(field, oldValue.attribute) && isAttributeValue(field, newValue.attribute),
    'the value is none of this field',
  ),
);

const { source: _, withdrawn: __, ...milestoneEntries } = Milestone.entries;
const MilestoneState = v.strictObject(milestoneEntries);

/** `milestone:DIGEST` is of what the milestone states (`milestoneDigest`): of the old one, or of one that is added. */
const MilestoneField = v.custom<`milestone:${string}`>(
  (field) => typeof field === 'string' && /^milestone:[0-9a-f]{16}$/.test(field),
  'a milestone is named milestone:DIGEST',
);

export const MilestoneCorrection = v.strictObject({
  ...correctionEntries,
  field: MilestoneField,
  /** Null adds one. */
  oldValue: v.strictObject({ milestone: v.nullable(MilestoneState) }),
  /** Null withdraws it, with why where that is said. */
  newValue: v.strictObject({ milestone: v.nullable(MilestoneState), why: v.optional(Bilingual) }),
});

/** A record that the register has not; its facts, quotes and outline come later. */
export const NewRecord = v.strictObject({
  ...Attributes.entries,
  status: StatusValue,
  location: PlaceValue,
  /** Beside the correction's own, for what rests on another one. */
  sources: v.strictObject({ status: v.optional(Source), location: v.optional(Source), others: v.array(Source) }),
});

export const RecordCorrection = v.strictObject({
  ...correctionEntries,
  field: v.literal('record'),
  oldValue: v.strictObject({ added: Nothing }),
  newValue: v.strictObject({ added: NewRecord }),
});

/** `former:ID` is another record whose place this one takes. */
const FormerField = v.custom<`former:${string}`>(
  (field) => typeof field === 'string' && /^former:[a-z0-9][a-z0-9-]*$/.test(field),
  'a field is location, status, outline, fact:KEY#N, former:ID, record or one of its own',
);

/** Why one record gives its place to another. */
export const FORMER_REASONS = ['duplicate', 'superseded'] as const;

export const FormerCorrection = v.strictObject({
  ...correctionEntries,
  field: FormerField,
  oldValue: v.strictObject({ former: Nothing }),
  newValue: v.strictObject({ former: v.picklist(FORMER_REASONS) }),
});

export const Correction = v.union([
  LocationCorrection,
  StatusCorrection,
  OutlineCorrection,
  FactCorrection,
  MilestoneCorrection,
  AttributeCorrection,
  RecordCorrection,
  FormerCorrection,
]);

/** One file of corrections, to be opened on another machine or merged into the register. */
export const Patch = v.strictObject({
  format: v.literal('foshan-224-corrections'),
  /**
   * 1 has corrections of positions, outlines, statuses and facts; 2 of every field, milestones, new records, records that
   * others replace, and drafts.
   */
  schema: v.picklist([1, 2]),
  dataVersion: NonEmpty,
  exported: FullDate,
  corrections: v.array(Correction),
});

/** What the device keeps; each item is read by itself, so that one broken one costs no other. */
export const StoredCorrections = v.strictObject({ schema: v.literal(1), corrections: v.array(v.unknown()) });

/** What a milestone states, whoever says so. */
export type MilestoneState = v.InferOutput<typeof MilestoneState>;
export type Correction = v.InferOutput<typeof Correction>;
export type RecordCorrection = v.InferOutput<typeof RecordCorrection>;
export type Patch = v.InferOutput<typeof Patch>;
export type NewRecord = v.InferOutput<typeof NewRecord>;
