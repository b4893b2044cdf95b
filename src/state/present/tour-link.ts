/** A tour in a link: packed behind `t=` of the address, and taken out of it again. Pure. */
import { packJson, unpackJson } from '../../data/packed-json.ts';
import { type ParsedTour, parseTourFile, tourFileOf } from '../../domain/tour-parse.ts';
import type { Tour } from '../../domain/tour-schema.ts';
import { MOST_PACKED } from '../address/keys.ts';

/** `cut` is what a chat program leaves of a long address: no tour can be taken out of it. */
export type LinkedTour = ParsedTour | { readonly faults: readonly [{ readonly kind: 'cut' }] };

export function linkedTour(packed: string): LinkedTour {
  try {
    return parseTourFile(unpackJson(packed));
  } catch {
    return { faults: [{ kind: 'cut' }] };
  }
}

/** What goes behind `t=`, and whether an address may hold it. */
export function packedTour(tour: Tour): { readonly packed: string; readonly fits: boolean } {
  const packed = packJson(tourFileOf(tour));
  return { packed, fits: packed.length <= MOST_PACKED };
}
