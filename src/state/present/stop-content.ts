/**
 * What a stop of a tour puts in place of the user's own filters and selection, while it is shown. The user's
 * own are not touched, so leaving the stage brings them back and the address never lies about them.
 */
import type { TourShow } from '../../domain/tour-schema.ts';
import { type Filters, NO_FILTERS, type Selection } from '../address/address.ts';

/** What the map shows and makes stand out. */
export interface MapContent {
  readonly filters: Filters;
  readonly selection: Selection | null;
  readonly clause: string | null;
  readonly radii: boolean;
}

export function contentOfStop(show: TourShow): MapContent {
  const { clusters, districts, kinds, selection, clause, radii } = show;
  return { filters: { ...NO_FILTERS, clusters, districts, kinds }, selection, clause, radii };
}
