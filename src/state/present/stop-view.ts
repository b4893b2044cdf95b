/**
 * What a stop of a tour puts in place of the user's own filters and selection, while it is shown. The user's
 * own are not touched, so leaving the stage brings them back and the address never lies about them.
 */
import type { TourShow } from '../../domain/tour-schema.ts';
import { type Filters, NO_FILTERS, type Selection } from '../address/address.ts';

/** The screen of the room: how much larger than on a desk, and what the caption covers, CSS pixels. */
export interface Room {
  /** CSS pixels of the unit that type and spaces on the stage are multiples of. */
  readonly unit: number;
  /** The caption lies under the map instead of beside it. */
  readonly upright: boolean;
  readonly scale: number;
  readonly padding: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

export interface Shown {
  readonly filters: Filters;
  readonly selection: Selection | null;
  readonly clause: string | null;
  readonly radii: boolean;
}

export function shownBy(show: TourShow): Shown {
  const { clusters, districts, kinds, selection, clause, radii } = show;
  return { filters: { ...NO_FILTERS, clusters, districts, kinds }, selection, clause, radii };
}
