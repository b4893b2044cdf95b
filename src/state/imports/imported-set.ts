/** An imported set as it is shown, and how one of its rows is named. */
import { passingRows } from '../../analysis/set-rows.ts';
import type { KeptLook, KeptSet } from '../../data/device/sets-store.ts';
import type { Receipt } from '../../data/import/types.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { PointSet } from '../../domain/point-set.ts';
import { NO_SET_FILTER, POINT_SIZES, SET_COLOURS, type SetFilter, type SetLook } from '../../domain/set-look.ts';
import type { RemoteState } from './remote-sets.ts';

export interface ImportedSet {
  readonly id: string;
  readonly set: PointSet;
  readonly receipt: Receipt;
  readonly look: SetLook;
  readonly filter: SetFilter;
  /** Rows that pass the filter, ascending; undefined where all do. */
  readonly rows: Uint32Array | undefined;
  /** Set where the rows are those of the present view of a set on a server. */
  readonly remote?: RemoteState;
}

/** One row of one set. */
export interface RowRef {
  readonly setId: string;
  readonly row: number;
}

/** Many points are drawn small. */
export function firstLook(set: PointSet, taken: number): SetLook {
  const colours = SET_COLOURS.filter((colour) => colour !== 'cluster');
  const [small, , medium, large] = POINT_SIZES;
  return {
    name: plainLine(set.name),
    colour: colours[taken % colours.length] ?? 'blue',
    size: set.count > 20_000 ? small : set.count > 500 ? medium : large,
    visible: true,
    display: 'points',
    acrossM: null,
  };
}

/** A set as this device keeps it. */
export function shownOf({ id, set, receipt, look, filter: kept }: KeptSet & KeptLook): ImportedSet {
  // What an earlier version kept knew fewer filters.
  const filter = { ...NO_SET_FILTER, ...kept };
  return { id, set, receipt, look, filter, rows: passingRows(set, filter) };
}
