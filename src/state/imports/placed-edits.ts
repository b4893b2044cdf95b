/** Rows whose place the user edits: asked of the thread of the import, one after the other, so that no answer is late. */
import { cellText } from '../../analysis/edited-column.ts';
import { rowAlone } from '../../analysis/rows-left.ts';
import type { EditedRow, NotPlaced, PlaceRequest } from '../../data/import/place/place-again.ts';
import type { Cell, Placing } from '../../data/import/types.ts';
import { valueAt } from '../../domain/point-set.ts';
import type { PlacedRow, RowPlaces, SetChanges } from '../../domain/set-changes.ts';
import { changesOf, type ImportedSet, readOf } from './imported-set.ts';

/** Where rows stand by their cells as they are now, in their order. Rejects where the thread cannot say. */
export type PlaceRows = (request: PlaceRequest) => Promise<readonly (PlacedRow | NotPlaced)[]>;

/** A cell that was given up because its row would be nowhere. */
export interface DroppedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Columns of a set that say where its rows are or of what: an edit of one of them places its row anew. */
function placingColumns({ roles }: Placing): ReadonlySet<number> {
  const { name: _, ...others } = roles;
  return new Set(Object.values(others));
}

const NONE: ReadonlySet<number> = new Set();

export function placingColumnsOf(item: ImportedSet): ReadonlySet<number> {
  const { placing } = readOf(item).receipt;
  return placing === undefined ? NONE : placingColumns(placing);
}

/** Rows of the file with an edited cell that places them, ascending. */
export function rowsToPlace(item: ImportedSet, { edits }: SetChanges): readonly number[] {
  const rows = [...placingColumnsOf(item)].flatMap((column) => [...(edits.cells.get(column)?.keys() ?? [])]);
  return [...new Set(rows)].sort((a, b) => a - b);
}

/** Rows as they were read, with these edits. Null of a set whose file says nothing of places. */
export function requestFor(item: ImportedSet, { edits }: SetChanges, rows: readonly number[]): PlaceRequest | null {
  const { set, receipt } = readOf(item);
  const { placing } = receipt;
  if (placing === undefined) return null;
  const columns = placingColumns(placing);
  const edited = (row: number): EditedRow => {
    const read: Cell[] = set.columns.map((column, at) => (columns.has(at) ? valueAt(column, row) : null));
    const now = read.map((cell, at) => edits.cells.get(at)?.get(row) ?? cell);
    return { alone: rowAlone(set, row), read, now };
  };
  const { datumIn, datumSaid, swapped, placedBy } = receipt;
  const datumOpen = set.datum?.open ?? [];
  return { placing, receipt: { datumIn, datumOpen, datumSaid, swapped, placedBy }, rows: rows.map(edited) };
}

/** Puts what the thread answered beside the edits; a row that would be nowhere keeps its place, or loses these edits. */
export function placed(
  item: ImportedSet,
  rows: readonly number[],
  answers: readonly (PlacedRow | NotPlaced)[],
  drop: boolean,
): { readonly changes: SetChanges; readonly dropped: readonly DroppedCell[] } {
  const changes = changesOf(item);
  const cells = new Map([...changes.edits.cells].map(([column, own]) => [column, new Map(own)]));
  const places = new Map(changes.edits.places);
  const dropped: DroppedCell[] = [];
  for (const [at, row] of rows.entries()) {
    const answer = answers[at];
    if (answer === undefined) continue;
    if ('row' in answer) {
      places.set(row, answer);
      continue;
    }
    if (!drop) continue;
    for (const column of placingColumnsOf(item)) {
      const text = cells.get(column)?.get(row);
      if (text === undefined) continue;
      cells.get(column)?.delete(row);
      if (cells.get(column)?.size === 0) cells.delete(column);
      dropped.push({ row, column, text });
    }
  }
  const shown: RowPlaces | undefined = places.size === 0 ? undefined : places;
  return { changes: { ...changes, edits: { ...changes.edits, cells, places: shown } }, dropped };
}

/** The text of a dropped cell's key, for a list. */
export const keyAt = (item: ImportedSet, row: number, key: string | null): string => {
  const column = readOf(item).set.columns.find(({ name }) => name === key);
  return column === undefined ? '' : cellText(column, row);
};
