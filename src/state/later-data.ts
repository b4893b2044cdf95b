/** Data that comes on demand; each is null until then. */
import type { OfferList } from '../domain/schema/offer.ts';
import type { OutlineCoordinates } from '../domain/schema/outline.ts';
import type { SearchIndex } from '../domain/schema/search.ts';
import type { StationCollection } from '../domain/schema/station.ts';
import type { Statistics } from '../domain/schema/statistics.ts';
import { held } from './held.ts';
import type { Imports } from './imports/imports.ts';
import type { Sketches } from './sketches/sketches.ts';

export interface LaterData {
  /** The user's imported sets. */
  readonly imports: Imports | null;
  readonly statistics: Statistics | null;
  readonly searchIndex: SearchIndex | null;
  readonly stations: StationCollection | null;
  readonly offers: readonly OfferList[] | null;
  /** Of the register's sites that have one, by their ids. */
  readonly outlines: ReadonlyMap<string, OutlineCoordinates> | null;
  /** The user's remarks and sketches. */
  readonly sketches: Sketches | null;
}

export function createLaterData() {
  const data = held<LaterData>({
    imports: null,
    statistics: null,
    searchIndex: null,
    stations: null,
    offers: null,
    outlines: null,
    sketches: null,
  });
  return {
    signals: {
      imports: data.part('imports'),
      statistics: data.part('statistics'),
      searchIndex: data.part('searchIndex'),
      stations: data.part('stations'),
      offers: data.part('offers'),
      outlines: data.part('outlines'),
      sketches: data.part('sketches'),
    },
    /** Takes what has come. */
    provide(parts: Partial<LaterData>) {
      data.change(parts);
    },
  };
}
