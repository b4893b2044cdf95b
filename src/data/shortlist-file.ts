/** A shortlist with its notes and its question as a file. Pure. */

import * as v from 'valibot';
import { problemsOf } from '../domain/schema/parse.ts';
import { SentShortlist } from '../domain/schema/shortlist.ts';

export function shortlistFile(sent: Omit<SentShortlist, 'format' | 'schema'>): string {
  return `${JSON.stringify({ format: 'foshan-224-shortlist', schema: 1, ...sent }, null, 1)}\n`;
}

/** What is wrong with a file: no JSON, or of another shape, with the first place where it differs. */
export type ShortlistFault = { readonly fault: 'not-json' } | { readonly fault: 'shape'; readonly at: string };

export function readShortlistFile(text: string): SentShortlist | ShortlistFault {
  const read = jsonOf(text);
  if (read === null) return { fault: 'not-json' };
  const found = v.safeParse(SentShortlist, read.value);
  return found.success ? found.output : { fault: 'shape', at: problemsOf(SentShortlist, read.value)[0] ?? '' };
}

function jsonOf(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}
