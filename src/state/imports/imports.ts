/** The user's imported sets: loaded with the first of them, kept on this device, never sent anywhere. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { JoinKeys, JoinReport } from '../../analysis/key-join.ts';
import type { LabelView } from '../../analysis/row-labels.ts';
import { passingRows } from '../../analysis/set-rows.ts';
import type { Refused } from '../../data/device/kept-db.ts';
import { NO_PLACES } from '../../data/device/remote-places-store.ts';
import type { KeptLook, KeptSet, SetsStore } from '../../data/device/sets-store.ts';
import { noRows } from '../../data/import/place/set-builder.ts';
import type { Imported } from '../../data/import/types.ts';
import { pushDownQuery } from '../../data/remote/push-down.ts';
import { type CellFilter, sameCell } from '../../domain/axis.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { RemotePlaces, RemoteSource } from '../../domain/schema/remote.ts';
import { NO_SET_FILTER, type SetFilter, type SetLook } from '../../domain/set-look.ts';
import { type ColumnThread, createPrepared, type LookPart, NO_THREAD } from './column-thread.ts';
import { createCounting } from './counting.ts';
import type { ImportSession } from './import-session.ts';
import { firstLook, type ImportedSet, readOf, shownOf } from './imported-set.ts';
import { joinTable } from './join-table.ts';
import { ALONE, createKeptSets, type Others } from './kept-sets.ts';
import { createOpenedRows } from './opened-rows.ts';
import type { PlaceRows } from './placed-edits.ts';
import { type keptSources, type RemotePort, type RemoteState, stateOf } from './remote-sets.ts';
import { createReplacing } from './replacing.ts';
import { createLabelsOf, createRowLabels } from './row-labels.ts';
import { createSetEdits } from './set-edits.ts';

type ImportedSets = ReturnType<typeof createImports>;

/** The sets, and the file that is on its way in. */
export type Imports = ImportedSets & {
  readonly session: ImportSession;
  /** Addresses of sets on servers that the user gave. */
  readonly kept: ReturnType<typeof keptSources>;
};

const NOWHERE: PlaceRows = () => Promise.reject(new Error('no rows are placed here'));

type Change = (id: string, next: (old: ImportedSet) => ImportedSet) => void;

/**
 * `refused` is told why a set lives in memory only.
 *
 * @param view what the map looks at: of a large set no more words are made than find room in it
 * @param thread works out what large sets need of their columns
 * @param places where sets on servers stood
 * @param place says where rows stand whose cells were edited
 */
export function createImports(
  store: SetsStore,
  refused: (why: Refused) => void,
  others: Others = ALONE,
  view: ReadonlySignal<LabelView | null> = signal(null),
  thread: ColumnThread = NO_THREAD,
  places: RemotePlaces = NO_PLACES,
  place: PlaceRows = NOWHERE,
) {
  const { signals, change, add, replaceData, lookOf, ...kept } = createKeptSets(
    { store, refused, others, thread, places },
    (id) => opened.forget(id),
  );
  const { sets } = signals;
  const visible: ReadonlySignal<readonly ImportedSet[]> = computed(() => sets.value.filter(({ look }) => look.visible));
  const counting = createCounting(sets);
  const opened = createOpenedRows(sets, visible, counting.lookAt);
  const edits = createSetEdits({ sets, change, forget: opened.forget, place });
  const replacing = createReplacing({
    find: (id) => sets.peek().find((item) => item.id === id) ?? null,
    replaceData,
    forget(id) {
      opened.forget(id);
      edits.forgetSteps(id);
    },
    placeEdited: (id) => edits.placeEdited(id, true),
  });
  const prepared = createPrepared({
    thread,
    find: (id) => sets.peek().find((item) => item.id === id) ?? null,
    apply: (id, part) =>
      change(id, (old) => {
        const styled = { ...old, look: { ...old.look, ...part.look } };
        return Object.keys(part.filter).length === 0 ? styled : refiltered(styled, part.filter);
      }),
  });
  const added = ({ set, receipt }: Imported, remote?: RemoteState): ImportedSet => ({
    id: set.id,
    set,
    receipt,
    look: firstLook(set, sets.peek().length),
    filter: NO_SET_FILTER,
    rows: undefined,
    ...(remote === undefined ? {} : { remote }),
  });
  return {
    ...signals,
    visible,
    labels: createRowLabels(visible, view),
    labelsOf: createLabelsOf(view),
    ...opened.verbs,
    ...counting,
    ...kept,
    ...filtersOf(sets, change, prepared.change),
    working: prepared.working,
    columns: thread,
    edits,
    /** The same rows, placed anew, those of the user's edits too: look, filter, changes and place in the list stay. */
    async replace(read: Imported): Promise<void> {
      const written = kept.replace(read);
      await edits.placeEdited(read.set.id, false);
      return written;
    },
    replacing,
    remote: remotePort(visible, change, opened.forget),
    byId: (id: string) => sets.value.find((item) => item.id === id) ?? null,
    /** Takes what an import gave; resolves when it is kept, or known not to be. */
    add(imported: Imported): Promise<void> {
      if (!thread.takes(imported.set)) return add(added(imported));
      return thread.facts(imported.set).then(() => add(added(imported)));
    },
    /** All that are not a server's, as the device keeps them, whether it does or not. */
    asKept: (): (KeptSet & KeptLook)[] =>
      sets
        .peek()
        .filter(({ remote }) => remote === undefined)
        .map((item) => ({ ...readOf(item), ...lookOf(item) })),
    /** Takes one that was kept elsewhere, with its look and its changes; resolves as `add` does. */
    async addKept(item: KeptSet & KeptLook): Promise<void> {
      if (thread.takes(item.set)) await thread.facts(item.set);
      return add(shownOf(item));
    },
    /** Brings the columns of a table to the rows of a set; null where the set or a key column is gone. */
    join(table: Imported, keys: JoinKeys): JoinReport | null {
      const item = sets.peek().find(({ id }) => id === keys.setId);
      const joined = item === undefined || item.remote !== undefined ? null : joinTable(item, table, keys);
      if (joined === null) return null;
      void kept.replace(joined.read);
      return joined.report;
    },
    /** Shows a set on a server; its rows come with the view. */
    addRemote(source: RemoteSource, visible = true): void {
      if (sets.peek().some((item) => item.id === source.id)) return;
      const item = added(noRows(source.id, source.label), stateOf(source));
      void add({ ...item, look: { ...item.look, visible } });
    },
    restyle(id: string, part: Partial<SetLook>): void {
      prepared.change(id, { look: part, filter: {} });
    },
    rename(id: string, name: string): void {
      const trimmed = plainLine(name).trim().slice(0, 80);
      if (trimmed !== '') change(id, (old) => ({ ...old, look: { ...old.look, name: trimmed } }));
    },
  };
}

/** What the views of sets on servers are read for. */
function remotePort(
  visible: ReadonlySignal<readonly ImportedSet[]>,
  change: Change,
  forget: (id: string) => void,
): RemotePort {
  return {
    shown: computed(() =>
      visible.value.flatMap(({ remote, filter, look }) =>
        remote === undefined
          ? []
          : [
              {
                state: remote,
                query: remote.source.pushDown === true ? pushDownQuery(filter.columns, look.colourBy) : '',
              },
            ],
      ),
    ),
    update(id, state, imported) {
      change(id, (old) => {
        if (imported === null) return { ...old, remote: state };
        const { set, receipt } = imported;
        return { ...old, set, receipt, remote: state, rows: passingRows(set, old.filter) };
      });
      if (imported !== null) forget(id);
    },
  };
}

const refiltered = (old: ImportedSet, part: Partial<SetFilter>): ImportedSet => {
  const filter = { ...old.filter, ...part };
  return { ...old, filter, rows: passingRows(old.set, filter) };
};

function filtersOf(
  sets: ReadonlySignal<readonly ImportedSet[]>,
  change: Change,
  prepared: (id: string, part: LookPart) => void,
) {
  return {
    refilter(id: string, part: Partial<SetFilter>): void {
      prepared(id, { look: {}, filter: part });
    },
    /** Shows the rows of one cell of a cross table; a set that was hidden comes into sight for it. */
    showCell(id: string, cell: CellFilter): void {
      change(id, (old) => refiltered({ ...old, look: { ...old.look, visible: true } }, { cell }));
    },
    /** Lets a cell go wherever it is held; any cell where none is named. */
    clearCells(cell?: CellFilter): void {
      for (const { id, filter } of sets.peek()) {
        if (filter.cell === null || (cell !== undefined && !sameCell(filter.cell, cell))) continue;
        change(id, (old) => refiltered(old, { cell: null }));
      }
    },
  };
}
