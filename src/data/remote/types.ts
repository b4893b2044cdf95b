/** A set on a server, read in part: what a view needs of it and no more. */
import type { Bbox } from '../../domain/position.ts';
import type { RemoteSource } from '../../domain/schema/remote.ts';
import type { Crs } from '../import/guess/crs.ts';
import type { SourceRow } from '../import/readers/source.ts';
import type { Imported } from '../import/types.ts';

export type { RemoteSource };

/** What is looked at: degrees, WGS-84, and the zoom of the map (512 px tiles). */
export interface RemoteView {
  readonly bbox: Bbox;
  readonly zoom: number;
  /** What a source that takes it is to leave out (`push-down.ts`); absent where nothing is asked. */
  readonly query?: string;
}

/** More rows than this are not read for one view: the reader is asked to come closer. */
export const MOST_REMOTE_ROWS = 50_000;

/** Rows of a view, or how many there would be about, where they are too many to read. */
export type RemoteRows =
  | { readonly kind: 'rows'; readonly rows: readonly SourceRow[] }
  | { readonly kind: 'too-many'; readonly about: number };

export interface RemoteReader {
  /** Rows in all; null where the server does not say. */
  readonly total: number | null;
  readonly crs: Crs | null;
  /** True where the server leaves rows out of its answer for a far view, as tiles do. */
  readonly thinned: (zoom: number) => boolean;
  columns(): readonly string[];
  read(view: RemoteView): Promise<RemoteRows>;
}

/** What one view cost. */
export interface RemoteCost {
  readonly bytes: number;
  readonly requests: number;
}

export type RemoteAnswer = {
  readonly total: number | null;
  readonly thinned: boolean;
  readonly cost: RemoteCost;
} & ({ readonly kind: 'rows'; readonly imported: Imported } | { readonly kind: 'too-many'; readonly about: number });
