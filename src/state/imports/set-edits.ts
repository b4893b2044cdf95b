/** What the user changes of the rows of imported sets, one step at a time; every step of the session can be taken back. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { canHold, cellText } from '../../analysis/edited-column.ts';
import type { NotPlaced } from '../../data/import/place/place-again.ts';
import type { ComputedColumn } from '../../domain/computed-column.ts';
import { type ChangeStep, fileRow, inverseOf, withStep } from '../../domain/set-changes.ts';
import { changesOf, type ImportedSet, readOf, withChanges } from './imported-set.ts';
import { type DroppedCell, type PlaceRows, placed, placingColumnsOf, requestFor, rowsToPlace } from './placed-edits.ts';

/** Steps that were taken, and those that were taken back, the last one last. */
export interface EditHistory {
  readonly done: readonly ChangeStep[];
  readonly undone: readonly ChangeStep[];
}

const NO_HISTORY: EditHistory = { done: [], undone: [] };

export interface CellEdit {
  /** Row as it is shown, and place of the column among the set's. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

type CellStep = Extract<ChangeStep, { kind: 'cell' }>;

interface EditParts {
  readonly sets: ReadonlySignal<readonly ImportedSet[]>;
  readonly change: (id: string, next: (old: ImportedSet) => ImportedSet) => void;
  /** Told of a set whose rows are numbered anew. */
  readonly forget: (id: string) => void;
  readonly place: PlaceRows;
}

/** Whether a set can be changed: rows of a server come anew with every view. */
export const isEditable = ({ remote }: ImportedSet): boolean => remote === undefined;

export function createSetEdits({ sets, change, forget, place }: EditParts) {
  const histories = signal<ReadonlyMap<string, EditHistory>>(new Map());
  const shown: ReadonlySignal<ReadonlyMap<string, EditHistory>> = histories;
  const find = (id: string) => sets.peek().find((item) => item.id === id && isEditable(item));
  const historyOf = (id: string) => histories.peek().get(id) ?? NO_HISTORY;
  const remember = (id: string, history: EditHistory) => {
    histories.value = new Map(histories.peek()).set(id, history);
  };
  const apply = (id: string, step: ChangeStep) => {
    change(id, (old) => withChanges(old, readOf(old), withStep(changesOf(old), step)));
    if (step.kind === 'delete' || step.kind === 'restore') forget(id);
  };
  const take = (id: string, step: ChangeStep) => {
    apply(id, step);
    remember(id, { done: [...historyOf(id).done, step], undone: [] });
  };

  /** Rows are placed one after the other: each by its cells as those before have left them. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  };
  /** The step that the text of a cell is; null where it is none. `row` as in the file. */
  const cellStep = (item: ImportedSet, row: number, column: number, text: string): CellStep | null => {
    const file = readOf(item).set.columns[column];
    const before = changesOf(item).edits.cells.get(column)?.get(row) ?? null;
    const after = file === undefined || text === cellText(file, row) ? null : text;
    return after === before ? null : { kind: 'cell', column, row, before, after };
  };
  /** Writes a cell that says where its row is, if the row can stand there; why not, or null. */
  const moveRow = async (id: string, row: number, column: number, text: string): Promise<NotPlaced | null> => {
    const item = find(id);
    const step = item === undefined ? null : cellStep(item, row, column, text);
    if (item === undefined || step === null) return null;
    const next = withStep(changesOf(item), step);
    const request = rowsToPlace(item, next).includes(row) ? requestFor(item, next, [row]) : null;
    const [answer = null] = request === null ? [] : await place(request);
    if (answer !== null && 'code' in answer) return answer;
    const now = find(id);
    // Other data came meanwhile: the row was another's.
    if (now === undefined || readOf(now).set !== readOf(item).set) return null;
    take(id, { ...step, moved: { before: changesOf(now).edits.places?.get(row) ?? null, after: answer } });
    return null;
  };

  return {
    histories: shown,
    /**
     * False where the column cannot hold the text: nothing is changed. A cell that stays as it was is no step. Of a cell
     * that says where its row is, a promise: the row is placed anew, or else it says why nothing was changed.
     */
    editCell(id: string, { row, column, text }: CellEdit): boolean | Promise<NotPlaced | null> {
      const item = find(id);
      const file = item === undefined ? undefined : readOf(item).set.columns[column];
      if (item === undefined || file === undefined || !canHold(file, text)) return false;
      const at = fileRow(changesOf(item).edits.deleted, row);
      const step = cellStep(item, at, column, text);
      if (step !== null && placingColumnsOf(item).has(column)) return inTurn(() => moveRow(id, at, column, text));
      if (step !== null) take(id, step);
      return true;
    },
    /**
     * Places the rows anew whose cells the user has edited: after what was read was placed otherwise, or is other data.
     *
     * @param drop gives up the edits of rows that would be nowhere; else these keep the place they have
     * @returns the cells that were given up
     */
    placeEdited(id: string, drop: boolean): Promise<readonly DroppedCell[]> {
      return inTurn(async () => {
        const item = find(id);
        const rows = item === undefined ? [] : rowsToPlace(item, changesOf(item));
        const request = item === undefined || rows.length === 0 ? null : requestFor(item, changesOf(item), rows);
        if (request === null) return [];
        const answers = await place(request);
        const now = find(id);
        if (item === undefined || now === undefined || readOf(now).set !== readOf(item).set) return [];
        const { changes, dropped } = placed(now, rows, answers, drop);
        change(id, (old) => withChanges(old, readOf(old), changes));
        // Steps hold the places of before.
        remember(id, NO_HISTORY);
        return dropped;
      });
    },
    /** Takes rows out, as they are numbered now. */
    deleteRows(id: string, rows: Uint32Array): void {
      const item = find(id);
      if (item === undefined || rows.length === 0) return;
      const { deleted } = changesOf(item).edits;
      take(id, { kind: 'delete', rows: rows.map((row) => fileRow(deleted, row)) });
    },
    /** Brings back all that were taken out. */
    restoreRows(id: string): void {
      const item = find(id);
      const rows = item === undefined ? undefined : changesOf(item).edits.deleted;
      if (rows !== undefined && rows.length > 0) take(id, { kind: 'restore', rows });
    },
    /** Puts these computed columns in place of those that there are. */
    compute(id: string, after: readonly ComputedColumn[]): void {
      const item = find(id);
      if (item !== undefined) take(id, { kind: 'computed', before: changesOf(item).computed, after });
    },
    /** Takes the last step back; which one it was, or null where there is none. */
    undo(id: string): ChangeStep | null {
      const { done, undone } = historyOf(id);
      const step = done.at(-1);
      if (step === undefined) return null;
      apply(id, inverseOf(step));
      remember(id, { done: done.slice(0, -1), undone: [...undone, step] });
      return step;
    },
    /** Takes again what was taken back last. */
    redo(id: string): ChangeStep | null {
      const { done, undone } = historyOf(id);
      const step = undone.at(-1);
      if (step === undefined) return null;
      apply(id, step);
      remember(id, { done: [...done, step], undone: undone.slice(0, -1) });
      return step;
    },
    /** Other data are there: the steps were those of the rows before. */
    forgetSteps(id: string): void {
      remember(id, NO_HISTORY);
    },
  };
}
