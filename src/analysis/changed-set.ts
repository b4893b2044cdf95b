/**
 * A set as it is shown: as it was read, with the cells that were edited and the rows where those place them, without the
 * rows that were taken out, and with the columns that are worked out.
 */
import type { Column, PointSet } from '../domain/point-set.ts';
import { isUnchanged, type SetChanges } from '../domain/set-changes.ts';
import { withComputed } from './computed-values.ts';
import { editedColumn } from './edited-column.ts';
import { withPlaces } from './moved-rows.ts';
import { columnLeft, rowsLeft } from './rows-left.ts';

const last = new WeakMap<PointSet, { readonly changes: SetChanges; readonly set: PointSet }>();

/** The set itself where nothing is changed. What no change touches stays the very array that it was. */
export function changedSet(base: PointSet, changes: SetChanges): PointSet {
  if (isUnchanged(changes)) return base;
  const known = last.get(base);
  if (known?.changes === changes) return known.set;
  const set = made(base, changes);
  last.set(base, { changes, set });
  return set;
}

function made(base: PointSet, { edits, computed }: SetChanges): PointSet {
  const { cells, deleted, places } = edits;
  const edited = base.columns.map((column, at) => {
    const own = cells.get(at);
    return own === undefined ? column : editedColumn(column, own);
  });
  const left = (column: Column) => (deleted.length === 0 ? column : columnLeft(column, base.count, deleted));
  const columns = edited.map(left);
  const standing = withPlaces(base, places);
  const set = deleted.length === 0 ? standing : rowsLeft(standing, deleted);
  return withComputed({ ...set, columns, label: labelOf(base, edited, left) }, computed);
}

/** Rows are called by a column of text, where the file names one: they follow what is written there. */
function labelOf(base: PointSet, edited: readonly Column[], left: (column: Column) => Column): PointSet['label'] {
  const at = base.columns.findIndex((column) => isSameText(column, base.label));
  const now = left(edited[at] ?? base.label);
  return now.kind === 'number' ? base.label : now;
}

/** The device gives a label and its column as two objects over the same bytes. */
function isSameText(a: Column, b: Column): boolean {
  if (a.kind === 'text') return b.kind === 'text' && a.bytes.buffer === b.bytes.buffer && a.offsets === b.offsets;
  return a.kind === 'coded' && b.kind === 'coded' && a.codes === b.codes;
}
