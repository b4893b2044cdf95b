/** Other data in the place of a set's: look, filters, order, name and computed columns stay, edits are made again by a key. */
import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type Misfit, misfitsOf } from '../../analysis/fit-look.ts';
import { type LostChange, reapplied } from '../../analysis/reapply-edits.ts';
import type { Imported } from '../../data/import/types.ts';
import { narrows } from '../../domain/column-filter.ts';
import type { PointSet } from '../../domain/point-set.ts';
import type { ImportSession } from './import-session.ts';
import { changesOf, type ImportedSet, readOf, withChanges } from './imported-set.ts';
import { type DroppedCell, keyAt } from './placed-edits.ts';

/** What became of a set when other data took its place. */
export interface ReplaceReport {
  readonly setId: string;
  readonly fileName: string;
  /** Columns that are no longer there, and those that are new. */
  readonly gone: readonly string[];
  readonly added: readonly string[];
  /** Parts of the look, computed columns and filters that need a column that is gone. */
  readonly misfits: readonly (Misfit | { readonly part: 'filter'; readonly column: string })[];
  readonly cells: number;
  readonly rows: number;
  readonly lost: readonly LostChange[];
}

interface Replacing {
  readonly setId: string;
  readonly key: string | null;
  readonly file: File;
}

interface ReplacePorts {
  readonly find: (id: string) => ImportedSet | null;
  readonly replaceData: (read: Imported, next: (old: ImportedSet) => ImportedSet) => Promise<void>;
  /** Told of a set whose rows are others now. */
  readonly forget: (id: string) => void;
  /** Places the rows whose edits were made again; the cells that were given up because their rows would be nowhere. */
  readonly placeEdited: (id: string) => Promise<readonly DroppedCell[]>;
}

export function createReplacing({ find, replaceData, forget, placeEdited }: ReplacePorts) {
  const replacing = signal<Replacing | null>(null);
  const report = signal<ReplaceReport | null>(null);
  const signals: {
    readonly replacing: ReadonlySignal<Replacing | null>;
    readonly report: ReadonlySignal<ReplaceReport | null>;
  } = { replacing, report };
  return {
    ...signals,
    /** Looks into the file that is to take the place of a set. @param key column that rows are known by, for its edits */
    begin(session: ImportSession, setId: string, file: File, key: string | null): void {
      report.value = null;
      void session.openAll([file]);
      replacing.value = { setId, key, file };
      // Given up, or another file in its place: the set stays as it is.
      const stop = effect(() => {
        const phase = session.phase.value;
        const isOn = 'file' in phase ? phase.file === file : phase.kind === 'done';
        if (isOn) return;
        replacing.value = null;
        queueMicrotask(() => stop());
      });
    },
    /** The id of the set that the data took the place of; null where they are a set of their own. */
    take(imported: Imported): string | null {
      const now = replacing.peek();
      const old = now === null ? null : find(now.setId);
      replacing.value = null;
      if (now === null || old === null) return null;
      const { set, receipt } = imported;
      const read: Imported = { set: { ...set, id: old.id }, receipt: { ...receipt, setId: old.id } };
      const again = reapplied(readOf(old).set, changesOf(old), read.set, now.key);
      const next = withChanges(old, read, again.changes);
      void replaceData(read, () => next);
      forget(old.id);
      report.value = { ...again, ...compared(readOf(old).set, next), setId: old.id, fileName: now.file.name };
      void placeEdited(old.id).then((dropped) => {
        const [told, item] = [report.peek(), find(old.id)];
        if (dropped.length === 0 || item === null || told?.setId !== old.id) return;
        const { columns } = read.set;
        const lost = dropped.map(({ row, column, text }): LostChange => {
          const of = columns[column];
          return { key: keyAt(item, row, now.key), column: of?.name ?? '', text, why: 'nowhere' };
        });
        report.value = { ...told, cells: told.cells - lost.length, lost: [...told.lost, ...lost] };
      });
      return old.id;
    },
    closeReport(): void {
      report.value = null;
    },
  };
}

/** What of a set does not go with its new data. */
function compared(before: PointSet, next: ImportedSet): Pick<ReplaceReport, 'gone' | 'added' | 'misfits'> {
  const [old, now] = [namesOf(before), namesOf(readOf(next).set)];
  const shown = namesOf(next.set);
  return {
    gone: [...old].filter((name) => !now.has(name)),
    added: [...now].filter((name) => !old.has(name)),
    misfits: [
      ...misfitsOf(next.set, next.look),
      ...changesOf(next)
        .computed.filter(({ name }) => !shown.has(name))
        .map(({ name }) => ({ part: 'computed' as const, column: name })),
      ...next.filter.columns
        .filter((filter) => narrows(filter) && !shown.has(filter.column))
        .map(({ column }) => ({ part: 'filter' as const, column })),
    ],
  };
}

const namesOf = ({ columns }: PointSet): ReadonlySet<string> => new Set(columns.map(({ name }) => name));
