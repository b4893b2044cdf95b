/** What the investor's pack carries of its maker's own, as the device keeps it. */
import * as v from 'valibot';
import { Id } from './parts.ts';

export const StoredPack = v.strictObject({
  schema: v.literal(1),
  letterhead: v.strictObject({
    name: v.string(),
    /** Address, telephone: as many lines as it has. */
    lines: v.string(),
    /** A PNG or JPEG as a `data:` address. */
    logo: v.nullable(v.pipe(v.string(), v.regex(/^data:image\/(png|jpeg);base64,/))),
  }),
  /** Topics of the offers that are needed; null: those of the kind of investor. */
  topics: v.nullable(v.array(Id)),
  /** Only what this unit answers for. */
  unit: v.nullable(Id),
});

export type StoredPack = v.InferOutput<typeof StoredPack>;
