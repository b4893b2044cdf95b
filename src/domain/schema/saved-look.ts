/** A look in a file of its own: typed here, whoever wrote the file. */
import * as v from 'valibot';
import { COLUMN_METHODS, RAMPS } from '../column-look.ts';
import { type ComputedColumn, FORMS } from '../computed-column.ts';
import { HATCH_IDS } from '../hatches.ts';
import { MEASURES } from '../measures.ts';
import { DISPLAYS, SET_COLOURS, type SetLook } from '../set-look.ts';
import { parseAs } from './parse.ts';

/** Column names are as long as cells may be. */
const Text = v.pipe(v.string(), v.maxLength(1_000_000));
const Positive = v.pipe(v.number(), v.finite(), v.minValue(0));

/** What of a look is no one set's own: its name and its switch stay with the set. */
export type LookParts = Omit<SetLook, 'name' | 'visible'>;

type Rows = { readonly [K in keyof Required<LookParts>]: v.GenericSchema<unknown, LookParts[K]> };

/** One row for each part of a look: a new part does not compile without. */
export const LOOK_ROWS = {
  colour: v.picklist(SET_COLOURS),
  size: v.pipe(Positive, v.maxValue(40)),
  display: v.picklist(DISPLAYS),
  acrossM: v.nullable(Positive),
  smoothM: v.optional(Positive),
  measureBy: v.optional(v.nullable(v.object({ column: Text, kind: v.picklist(MEASURES) }))),
  colourBy: v.optional(
    v.nullable(
      v.variant('kind', [
        v.object({ kind: v.literal('category'), column: Text }),
        v.object({
          kind: v.literal('number'),
          column: Text,
          method: v.picklist(COLUMN_METHODS),
          ramp: v.picklist(RAMPS),
          breaks: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.maxLength(20)),
        }),
      ]),
    ),
  ),
  sizeBy: v.optional(v.nullable(Text)),
  hatch: v.optional(v.nullable(v.picklist(['classes', ...HATCH_IDS]))),
  labelBy: v.optional(
    v.nullable(
      v.variant('of', [v.object({ of: v.literal('name') }), v.object({ of: v.literal('column'), column: Text })]),
    ),
  ),
  opacity: v.optional(v.pipe(Positive, v.maxValue(1))),
} satisfies Rows;

export const LOOK_FORMAT = 'foshan-224-look';

export const COMPUTED_COLUMN = v.object({ name: Text, form: v.picklist(FORMS), a: Text, b: v.nullable(Text) });

const SavedLookFile = v.object({
  format: v.literal(LOOK_FORMAT),
  version: v.literal(1),
  look: v.object(LOOK_ROWS),
  computed: v.pipe(v.array(COMPUTED_COLUMN), v.maxLength(100)),
});

export interface SavedLook {
  readonly format: typeof LOOK_FORMAT;
  readonly version: 1;
  readonly look: LookParts;
  readonly computed: readonly ComputedColumn[];
}

/** @throws Error that names what is wrong with the text of the file */
export function parseSavedLook(text: string, what: string): SavedLook {
  const input: unknown = JSON.parse(text);
  return parseAs(SavedLookFile, input, what);
}
