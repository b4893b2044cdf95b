/** The investor's shortlist as the device keeps it, and as a file that is sent. */
import * as v from 'valibot';
import { Id } from './parts.ts';

export const Notes = v.record(Id, v.string());

/** Candidates in order, and notes by candidate, which stay when one leaves the list. */
export const StoredShortlist = v.strictObject({
  schema: v.literal(1),
  ids: v.array(Id),
  notes: Notes,
});

/** A shortlist to be sent, with the question that it answers as the address writes it. */
export const SentShortlist = v.strictObject({
  format: v.literal('foshan-224-shortlist'),
  schema: v.literal(1),
  /** `YYYY-MM-DD`, and the version of the data. */
  saved: v.string(),
  data: v.string(),
  need: v.string(),
  weights: v.nullable(v.string()),
  limits: v.nullable(v.string()),
  candidates: v.array(v.strictObject({ id: Id, nameZh: v.string(), nameEn: v.string(), note: v.string() })),
});

export type SentShortlist = v.InferOutput<typeof SentShortlist>;
