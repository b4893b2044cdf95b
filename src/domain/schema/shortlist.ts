/** The investor's shortlist as the device keeps it. */
import * as v from 'valibot';
import { Id } from './parts.ts';

/** Candidates in order, and notes by candidate, which stay when one leaves the list. */
export const StoredShortlist = v.strictObject({
  schema: v.literal(1),
  ids: v.array(Id),
  notes: v.record(Id, v.string()),
});
