/**
 * What the user has changed of an imported set: cells, rows taken out, computed columns. Pure data beside the rows as
 * they were read, which stay whole, so that every change can be taken back.
 */
import type { ComputedColumn } from './computed-column.ts';
import type { PointSet } from './point-set.ts';

/** Text of each edited cell of one column, by its row in the file. */
export type CellEdits = ReadonlyMap<number, string>;

/** Of a row whose place and stated district disagree: as in the receipt of its set. */
export interface OutsideAt {
  /** Index into DISTRICT_IDS, or NOT_STATED. */
  readonly liesIn: number;
  readonly metres: number;
}

/** Where a row stands by the cells that were edited. */
export interface PlacedRow {
  /** The row alone, a set of one without columns. */
  readonly row: PointSet;
  readonly outside: OutsideAt | null;
}

export type RowPlaces = ReadonlyMap<number, PlacedRow>;

export interface SetEdits {
  /** By the place of the column in the file. */
  readonly cells: ReadonlyMap<number, CellEdits>;
  /** Rows that stand elsewhere for the cells that were edited, by their number in the file; absent where none does. */
  readonly places?: RowPlaces;
  /** Rows of the file that were taken out, ascending. */
  readonly deleted: Uint32Array;
}

export interface SetChanges {
  readonly edits: SetEdits;
  /** In their order; one may use those before it. */
  readonly computed: readonly ComputedColumn[];
}

export const NO_CHANGES: SetChanges = { edits: { cells: new Map(), deleted: new Uint32Array() }, computed: [] };

/** One change that can be undone. Rows and columns are those of the file; a null text is the one that was read. */
export type ChangeStep =
  | {
      readonly kind: 'cell';
      readonly column: number;
      readonly row: number;
      readonly before: string | null;
      readonly after: string | null;
      /** Where the row stood and stands, null as it was read; absent of a cell that places nothing. */
      readonly moved?: { readonly before: PlacedRow | null; readonly after: PlacedRow | null };
    }
  | { readonly kind: 'delete' | 'restore'; readonly rows: Uint32Array }
  | {
      readonly kind: 'computed';
      readonly before: readonly ComputedColumn[];
      readonly after: readonly ComputedColumn[];
    };

export const editedCells = ({ cells }: SetEdits): number =>
  [...cells.values()].reduce((sum, { size }) => sum + size, 0);

export const isUnchanged = ({ edits, computed }: SetChanges): boolean =>
  computed.length === 0 && edits.deleted.length === 0 && edits.cells.size === 0;

/** The changes with one more. What it does not touch stays the very object that it was. */
export function withStep(changes: SetChanges, step: ChangeStep): SetChanges {
  const { edits } = changes;
  switch (step.kind) {
    case 'cell': {
      const cells = withCell(edits.cells, step.column, step.row, step.after);
      const places = step.moved === undefined ? edits.places : withPlace(edits.places, step.row, step.moved.after);
      return { ...changes, edits: { ...edits, cells, places } };
    }
    case 'delete': {
      const deleted = new Set([...edits.deleted, ...step.rows]);
      return { ...changes, edits: { ...edits, deleted: Uint32Array.from(deleted).sort() } };
    }
    case 'restore': {
      const back = new Set(step.rows);
      return { ...changes, edits: { ...edits, deleted: edits.deleted.filter((row) => !back.has(row)) } };
    }
    case 'computed':
      return { ...changes, computed: step.after };
  }
}

function withCell(cells: SetEdits['cells'], column: number, row: number, text: string | null): SetEdits['cells'] {
  const own = new Map(cells.get(column));
  if (text === null) own.delete(row);
  else own.set(row, text);
  const next = new Map(cells);
  if (own.size === 0) next.delete(column);
  else next.set(column, own);
  return next;
}

function withPlace(places: RowPlaces = new Map(), row: number, place: PlacedRow | null): RowPlaces | undefined {
  const next = new Map(places);
  if (place === null) next.delete(row);
  else next.set(row, place);
  return next.size === 0 ? undefined : next;
}

/** What takes a step back. */
export function inverseOf(step: ChangeStep): ChangeStep {
  switch (step.kind) {
    case 'cell': {
      const { moved } = step;
      return {
        ...step,
        before: step.after,
        after: step.before,
        ...(moved === undefined ? {} : { moved: { before: moved.after, after: moved.before } }),
      };
    }
    case 'computed':
      return { ...step, before: step.after, after: step.before };
    case 'delete':
      return { kind: 'restore', rows: step.rows };
    case 'restore':
      return { kind: 'delete', rows: step.rows };
  }
}

/** Row of the file that stands at a place among those that are left. */
export function fileRow(deleted: Uint32Array, row: number): number {
  // The first deleted row that has more than `row` left rows before it.
  let [from, to] = [0, deleted.length];
  while (from < to) {
    const at = (from + to) >> 1;
    if ((deleted[at] ?? 0) - at > row) to = at;
    else from = at + 1;
  }
  return row + from;
}

/** Place among the rows that are left of a row of the file; null where it was taken out. */
export function leftRow(deleted: Uint32Array, row: number): number | null {
  let [from, to] = [0, deleted.length];
  while (from < to) {
    const at = (from + to) >> 1;
    if ((deleted[at] ?? 0) < row) from = at + 1;
    else to = at;
  }
  return deleted[from] === row ? null : row - from;
}

/** Whether two sets of changes make the same of the same rows. */
export function sameChanges(a: SetChanges, b: SetChanges): boolean {
  if (a === b) return true;
  const [x, y] = [a.edits, b.edits];
  return (
    x.deleted.length === y.deleted.length &&
    x.deleted.every((row, at) => row === y.deleted[at]) &&
    x.cells.size === y.cells.size &&
    [...x.cells].every(([column, own]) => sameCells(own, y.cells.get(column))) &&
    samePlaces(x.places, y.places) &&
    JSON.stringify(a.computed) === JSON.stringify(b.computed)
  );
}

function sameCells(a: CellEdits, b: CellEdits | undefined): boolean {
  return b !== undefined && a.size === b.size && [...a].every(([row, text]) => b.get(row) === text);
}

/** The same cells may place a row elsewhere once the datum of its set is said. */
function samePlaces(a: RowPlaces = new Map(), b: RowPlaces = new Map()): boolean {
  const isSame = (one: PlacedRow, other: PlacedRow | undefined) =>
    other !== undefined &&
    one.row.positions.every((value, at) => Object.is(value, other.row.positions[at])) &&
    one.row.radiusM[0] === other.row.radiusM[0] &&
    one.row.located?.codes[0] === other.row.located?.codes[0];
  return a.size === b.size && [...a].every(([row, place]) => isSame(place, b.get(row)));
}
