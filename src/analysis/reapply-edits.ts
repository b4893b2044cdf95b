/**
 * Changes of a set made again on other data of the same shape: a row is known by its key, the text of one column. What
 * finds no row, or more than one, is listed and not guessed.
 */
import { type Column, type PointSet, textAt } from '../domain/point-set.ts';
import type { SetChanges } from '../domain/set-changes.ts';
import { columnNamed } from './column-classes.ts';
import { canHold, cellText } from './edited-column.ts';

/**
 * Why a change could not be made again. `held`: the column holds numbers now, and the text is none; `nowhere`: the cell
 * says where its row is, and the row would be nowhere.
 */
export type LostWhy = 'no-key' | 'no-row' | 'doubled' | 'no-column' | 'held' | 'nowhere';

export interface LostChange {
  /** Key of the row; empty where it has none. */
  readonly key: string;
  /** The edited column; null where the row was taken out. */
  readonly column: string | null;
  /** What the user wrote. */
  readonly text: string | null;
  readonly why: LostWhy;
}

export interface Reapplied {
  readonly changes: SetChanges;
  /** Cells and rows whose change was made again. */
  readonly cells: number;
  readonly rows: number;
  readonly lost: readonly LostChange[];
}

type Found = { readonly row: number } | { readonly why: LostWhy };

/** @param key name of the column that tells rows apart; null makes no change of a row again */
export function reapplied(
  before: PointSet,
  { edits, computed }: SetChanges,
  now: PointSet,
  key: string | null,
): Reapplied {
  const rows = new Set([...edits.deleted, ...[...edits.cells.values()].flatMap((own) => [...own.keys()])]);
  const oldKey = key === null ? undefined : columnNamed(before, key);
  const newKey = key === null ? undefined : columnNamed(now, key);
  const keyOf = (row: number) => (oldKey === undefined ? '' : cellText(oldKey, row));
  const wanted = new Set([...rows].map(keyOf).filter((text) => text !== ''));
  const once = oldKey === undefined ? new Map<string, number | null>() : rowsByKey(oldKey, before.count, wanted);
  const there = newKey === undefined ? new Map<string, number | null>() : rowsByKey(newKey, now.count, wanted);
  const find = (row: number): Found => {
    const text = keyOf(row);
    if (text === '') return { why: 'no-key' };
    const at = there.get(text);
    if (at === undefined) return { why: 'no-row' };
    return at === null || once.get(text) === null ? { why: 'doubled' } : { row: at };
  };
  const lost: LostChange[] = [];
  const deleted: number[] = [];
  for (const row of edits.deleted) {
    const found = find(row);
    if ('row' in found) deleted.push(found.row);
    else lost.push({ key: keyOf(row), column: null, text: null, why: found.why });
  }
  const cells = new Map<number, Map<number, string>>();
  for (const [at, own] of edits.cells) {
    const name = before.columns[at]?.name ?? '';
    const column = columnNamed(now, name);
    for (const [row, text] of own) {
      const found = find(row);
      const why = column === undefined ? 'no-column' : 'row' in found ? whyNot(column, found.row, text) : found.why;
      if (column === undefined || why !== null || !('row' in found)) {
        if (why !== 'same') lost.push({ key: keyOf(row), column: name, text, why: why ?? 'no-row' });
        continue;
      }
      const index = now.columns.indexOf(column);
      cells.set(index, (cells.get(index) ?? new Map<number, string>()).set(found.row, text));
    }
  }
  return {
    changes: { edits: { cells, deleted: Uint32Array.from(deleted).sort() }, computed },
    cells: [...cells.values()].reduce((sum, own) => sum + own.size, 0),
    rows: deleted.length,
    lost,
  };
}

/** `same`: the new data say by themselves what the user had written. */
function whyNot(column: Column, row: number, text: string): 'held' | 'same' | null {
  if (!canHold(column, text)) return 'held';
  return cellText(column, row) === text ? 'same' : null;
}

/** The row of each wanted key; null where several have it. */
function rowsByKey(column: Column, count: number, wanted: ReadonlySet<string>): Map<string, number | null> {
  const found = new Map<string, number | null>();
  const add = (text: string, row: number) => {
    if (wanted.has(text)) found.set(text, found.has(text) ? null : row);
  };
  if (column.kind === 'text') {
    // Only cells as long as a wanted key are read: a million decoded strings take a second.
    const encoder = new TextEncoder();
    const lengths = new Set([...wanted].map((text) => encoder.encode(text).length));
    for (let row = 0; row < count; row++)
      if (lengths.has((column.offsets[row + 1] ?? 0) - (column.offsets[row] ?? 0))) add(textAt(column, row), row);
  } else for (let row = 0; row < count; row++) add(cellText(column, row), row);
  return found;
}
