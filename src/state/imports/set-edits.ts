/** What the user changes of the rows of imported sets, one step at a time; every step of the session can be taken back. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { canHold, cellText } from '../../analysis/edited-column.ts';
import type { ComputedColumn } from '../../domain/computed-column.ts';
import { type ChangeStep, fileRow, inverseOf, withStep } from '../../domain/set-changes.ts';
import { changesOf, type ImportedSet, readOf, withChanges } from './imported-set.ts';

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

interface EditParts {
  readonly sets: ReadonlySignal<readonly ImportedSet[]>;
  readonly change: (id: string, next: (old: ImportedSet) => ImportedSet) => void;
  /** Told of a set whose rows are numbered anew. */
  readonly forget: (id: string) => void;
}

/** Whether a set can be changed: rows of a server come anew with every view. */
export const isEditable = ({ remote }: ImportedSet): boolean => remote === undefined;

export function createSetEdits({ sets, change, forget }: EditParts) {
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

  return {
    histories: shown,
    /** False where the column cannot hold the text: nothing is changed. A cell that stays as it was is no step. */
    editCell(id: string, { row, column, text }: CellEdit): boolean {
      const item = find(id);
      const file = item === undefined ? undefined : readOf(item).set.columns[column];
      if (item === undefined || file === undefined || !canHold(file, text)) return false;
      const { edits } = changesOf(item);
      const at = fileRow(edits.deleted, row);
      const read = cellText(file, at);
      const before = edits.cells.get(column)?.get(at) ?? null;
      const after = text === read ? null : text;
      if (after !== before) take(id, { kind: 'cell', column, row: at, before, after });
      return true;
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
