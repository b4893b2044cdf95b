/** An imported set as it is shown, and how one of its rows is named. */
import { changedSet } from '../../analysis/changed-set.ts';
import { withPlaces } from '../../analysis/moved-rows.ts';
import { countPrecisions } from '../../analysis/precisions.ts';
import { rowsThatAreLeft } from '../../analysis/rows-left.ts';
import { passingRows } from '../../analysis/set-rows.ts';
import type { KeptLook, KeptSet } from '../../data/device/sets-store.ts';
import type { Imported, OutsideStated, Receipt } from '../../data/import/types.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { PointSet } from '../../domain/point-set.ts';
import type { LngLat } from '../../domain/position.ts';
import { isUnchanged, NO_CHANGES, type RowPlaces, type SetChanges } from '../../domain/set-changes.ts';
import { NO_SET_FILTER, POINT_SIZES, SET_COLOURS, type SetFilter, type SetLook } from '../../domain/set-look.ts';
import type { RemoteState } from './remote-sets.ts';

export interface ImportedSet {
  readonly id: string;
  /** The rows as they are shown: with what the user has changed of them. */
  readonly set: PointSet;
  readonly receipt: Receipt;
  /** What was read and what the user has changed of it; absent where nothing is. */
  readonly changed?: Changed;
  /** How many times other data have taken the place of the first. */
  readonly revision?: number;
  readonly look: SetLook;
  readonly filter: SetFilter;
  /** Rows that pass the filter, ascending; undefined where all do. */
  readonly rows: Uint32Array | undefined;
  /** Set where the rows are those of the present view of a set on a server. */
  readonly remote?: RemoteState;
}

interface Changed {
  /** As it was read. */
  readonly base: Imported;
  readonly changes: SetChanges;
}

/** A set as it was read. */
export const readOf = ({ set, receipt, changed }: ImportedSet): Imported => changed?.base ?? { set, receipt };

export const changesOf = ({ changed }: ImportedSet): SetChanges => changed?.changes ?? NO_CHANGES;

/** The set with these changes of what was read, in place of those that it had. */
export function withChanges(item: ImportedSet, base: Imported, changes: SetChanges): ImportedSet {
  const set = changedSet(base.set, changes);
  const receipt = receiptOf(movedReceipt(base, changes.edits.places), changes.edits.deleted);
  const rows = passingRows(set, item.filter);
  return { ...item, set, receipt, rows, changed: isUnchanged(changes) ? undefined : { base, changes } };
}

/** What a receipt says of single rows is said of those that stand where they were read; of the others anew. */
function movedReceipt({ set, receipt }: Imported, places: RowPlaces | undefined): Receipt {
  if (places === undefined) return receipt;
  const { rows = [], liesIn = [], metres = [] } = receipt.outsideStated ?? {};
  const still = Array.from(rows, (row, at) => ({ row, liesIn: liesIn[at] ?? 0, metres: metres[at] ?? Number.NaN }));
  const moved = [...places].flatMap(([row, { outside }]) => (outside === null ? [] : [{ row, ...outside }]));
  const all = [...still.filter(({ row }) => !places.has(row)), ...moved].sort((a, b) => a.row - b.row);
  const outside: OutsideStated = {
    rows: Uint32Array.from(all, ({ row }) => row),
    liesIn: Uint8Array.from(all, (each) => each.liesIn),
    metres: Float32Array.from(all, (each) => each.metres),
  };
  return {
    ...receipt,
    byPrecision: countPrecisions(withPlaces(set, places).precision),
    outsideStated: all.length === 0 ? undefined : outside,
  };
}

/** What a receipt says of single rows is said of those that are left, as they are numbered now. */
function receiptOf(receipt: Receipt, deleted: Uint32Array): Receipt {
  const { outsideStated } = receipt;
  if (outsideStated === undefined || deleted.length === 0) return receipt;
  const left = rowsThatAreLeft(outsideStated.rows, deleted);
  return {
    ...receipt,
    outsideStated: {
      rows: Uint32Array.from(left, ([row]) => row),
      liesIn: Uint8Array.from(left, ([, at]) => outsideStated.liesIn[at] ?? 0),
      metres: Float32Array.from(left, ([, at]) => outsideStated.metres[at] ?? Number.NaN),
    },
  };
}

/** One row of one set. */
export interface RowRef {
  readonly setId: string;
  readonly row: number;
}

/** A place on a set that is drawn as hexagons. */
export interface HexagonRef {
  readonly setId: string;
  readonly at: LngLat;
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
export function shownOf({ id, set, receipt, look, filter: kept, changes, revision }: KeptSet & KeptLook): ImportedSet {
  // What an earlier version kept knew fewer filters.
  const filter = { ...NO_SET_FILTER, ...kept };
  const item: ImportedSet = { id, set, receipt, look, filter, rows: undefined, revision };
  return withChanges(item, { set, receipt }, changes ?? NO_CHANGES);
}
