/** The user's imported sets: loaded with the first of them, kept on this device, never sent anywhere. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { passingRows } from '../../analysis/set-rows.ts';
import { NO_CHANNEL, type SetsChannel } from '../../data/device/sets-channel.ts';
import type { KeptLook, Refused, SetsStore } from '../../data/device/sets-store.ts';
import { noRows } from '../../data/import/place/set-builder.ts';
import type { Imported } from '../../data/import/types.ts';
import { type CellFilter, sameCell } from '../../domain/axis.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { RemoteSource } from '../../domain/schema/config.ts';
import { NO_SET_FILTER, type SetFilter, type SetLook } from '../../domain/set-look.ts';
import type { ImportSession } from './import-session.ts';
import { firstLook, type ImportedSet, type RowRef, shownOf } from './imported-set.ts';
import { type keptSources, type RemotePort, stateOf } from './remote-sets.ts';
import { countOf, createStacks, placeOf } from './stacks.ts';

/** CSS pixels. */
type HoveredRow = RowRef & { readonly x: number; readonly y: number };

/** The list of rows that is open, where it was left for one of its rows, so that the way back ends there. */
export interface OpenRows {
  readonly setId: string;
  readonly page: number;
  readonly left: number | null;
}

interface ImportSignals {
  readonly sets: ReadonlySignal<readonly ImportedSet[]>;
  readonly visible: ReadonlySignal<readonly ImportedSet[]>;
  /** Sets that are not kept and go with the page. */
  readonly unkept: ReadonlySignal<ReadonlySet<string>>;
  readonly loading: ReadonlySignal<boolean>;
  readonly damaged: ReadonlySignal<number>;
  readonly chosen: ReadonlySignal<RowRef | null>;
  readonly hovered: ReadonlySignal<HoveredRow | null>;
  readonly openRows: ReadonlySignal<OpenRows | null>;
}

type ImportedSets = ReturnType<typeof createImports>;

/** The sets, and the file that is on its way in. */
export type Imports = ImportedSets & {
  readonly session: ImportSession;
  /** Addresses of sets on servers that the user gave. */
  readonly kept: ReturnType<typeof keptSources>;
};

/** Other windows of the page, which show the same sets. */
export interface Others {
  readonly channel: SetsChannel;
  /** Told the name of a set that another window has removed. */
  readonly removed: (name: string) => void;
}

const ALONE: Others = { channel: NO_CHANNEL, removed: () => undefined };

/** `refused` is told why a set lives in memory only. */
export function createImports(store: SetsStore, refused: (why: Refused) => void, others: Others = ALONE) {
  const sets = signal<readonly ImportedSet[]>([]);
  const unkept = signal<ReadonlySet<string>>(new Set());
  const loading = signal(true);
  const damaged = signal(0);
  const chosen = signal<RowRef | null>(null);
  const hovered = signal<HoveredRow | null>(null);
  const openRows = signal<OpenRows | null>(null);
  const visible = computed(() => sets.value.filter(({ look }) => look.visible));

  /** Writes come after each other and after the first reading, so that the last word stands. */
  let queue: Promise<void> = store.read().then((first) => {
    batch(() => {
      sets.value = [...first.kept.map(shownOf), ...sets.peek()];
      damaged.value = first.damaged;
      loading.value = false;
    });
  });
  /** Takes a set out of what is shown. */
  const drop = (id: string) => {
    batch(() => {
      sets.value = sets.peek().filter((item) => item.id !== id);
      if (chosen.peek()?.setId === id) chosen.value = null;
      if (hovered.peek()?.setId === id) hovered.value = null;
    });
  };
  const dropped = (id: string) => {
    const name = sets.peek().find((item) => item.id === id)?.look.name;
    drop(id);
    if (name !== undefined) others.removed(name);
  };
  const later = (id: string, work: () => Promise<Refused | 'gone' | null>) => {
    queue = queue.then(async () => {
      const why = await work();
      if (why === null) return others.channel.tell(id);
      if (why === 'gone') return dropped(id);
      unkept.value = new Set([...unkept.peek(), id]);
      refused(why);
    });
    return queue;
  };
  others.channel.hear((id) => {
    queue = queue.then(async () => {
      const now = await store.readOne(id).catch(() => undefined);
      const old = sets.peek().find((item) => item.id === id);
      // What lives in this window's memory alone is no other window's.
      if (now === undefined || unkept.peek().has(id) || old?.remote !== undefined) return;
      if (now === null) return dropped(id);
      const next = old === undefined ? shownOf(now) : { ...shownOf(now), set: old.set, receipt: old.receipt };
      sets.value = old === undefined ? [...sets.peek(), next] : sets.peek().map((item) => (item === old ? next : item));
    });
  });
  const lookOf = ({ id, look, filter }: ImportedSet): KeptLook => ({
    id,
    look,
    filter,
    order: sets.peek().findIndex((s) => s.id === id),
  });

  function change(id: string, next: (old: ImportedSet) => ImportedSet): void {
    const old = sets.peek().find((item) => item.id === id);
    if (old === undefined) return;
    const changed = next(old);
    sets.value = sets.peek().map((item) => (item === old ? changed : item));
    if (!unkept.peek().has(id) && changed.remote === undefined) void later(id, () => store.setLook(lookOf(changed)));
  }

  /** What the views of sets on servers are read for. */
  const remote: RemotePort = {
    shown: computed(() => visible.value.flatMap((item) => (item.remote === undefined ? [] : [item.remote]))),
    update(id, state, imported) {
      change(id, (old) => {
        if (imported === null) return { ...old, remote: state };
        const { set, receipt } = imported;
        return { ...old, set, receipt, remote: state, rows: passingRows(set, old.filter) };
      });
      if (imported !== null && chosen.peek()?.setId === id) chosen.value = null;
      if (imported !== null && hovered.peek()?.setId === id) hovered.value = null;
    },
  };

  const signals: ImportSignals = { sets, visible, unkept, loading, damaged, chosen, hovered, openRows };
  const stacks = createStacks(visible);
  return {
    ...signals,
    remote,
    stacks,
    /** Opens the card of a row; null closes it. */
    choose(row: RowRef | null): void {
      chosen.value = row;
    },
    /** A row was pointed at: where others stand on its point, their list opens, else its card. */
    take(row: RowRef): void {
      const item = sets.peek().find(({ id }) => id === row.setId);
      const place = item === undefined ? null : placeOf(item, row.row);
      const isStack = place !== null && countOf(stacks.at(place)) > 1;
      batch(() => {
        stacks.open(isStack ? { at: place, page: 0, left: null } : null);
        chosen.value = isStack ? null : row;
      });
    },
    showRows(rows: OpenRows | null): void {
      openRows.value = rows;
    },
    hover(row: HoveredRow | null): void {
      hovered.value = row;
    },
    /** Settles when all that was asked for is written. */
    settled: () => queue,
    byId: (id: string) => sets.value.find((item) => item.id === id) ?? null,
    /** Takes what an import gave; resolves when it is kept, or known not to be. */
    add({ set, receipt }: Imported): Promise<void> {
      const added: ImportedSet = {
        id: set.id,
        set,
        receipt,
        look: firstLook(set, sets.peek().length),
        filter: NO_SET_FILTER,
        rows: undefined,
      };
      sets.value = [...sets.peek(), added];
      return later(set.id, () => store.add({ set, receipt }, lookOf(added)));
    },
    /** Shows a set on a server; its rows come with the view. */
    addRemote(source: RemoteSource): void {
      if (sets.peek().some((item) => item.id === source.id)) return;
      const { set, receipt } = noRows(source.id, source.label);
      const look = firstLook(set, sets.peek().length);
      sets.value = [
        ...sets.peek(),
        { id: source.id, set, receipt, look, filter: NO_SET_FILTER, rows: undefined, remote: stateOf(source) },
      ];
    },
    /** The same rows, placed anew: look, filter and place in the list stay. */
    replace({ set, receipt }: Imported): Promise<void> {
      const old = sets.peek().find((item) => item.id === set.id);
      if (old === undefined) return queue;
      const next: ImportedSet = { ...old, set, receipt, rows: passingRows(set, old.filter) };
      sets.value = sets.peek().map((item) => (item === old ? next : item));
      return unkept.peek().has(set.id) ? queue : later(set.id, () => store.add({ set, receipt }, lookOf(next)));
    },
    remove(id: string): Promise<void> {
      const isKept = sets.peek().some((item) => item.id === id && item.remote === undefined);
      drop(id);
      return isKept ? later(id, () => store.remove(id)) : queue;
    },
    restyle(id: string, part: Partial<SetLook>): void {
      change(id, (old) => ({ ...old, look: { ...old.look, ...part } }));
    },
    rename(id: string, name: string): void {
      const trimmed = plainLine(name).trim().slice(0, 80);
      if (trimmed !== '') change(id, (old) => ({ ...old, look: { ...old.look, name: trimmed } }));
    },
    refilter(id: string, part: Partial<SetFilter>): void {
      change(id, (old) => {
        const filter = { ...old.filter, ...part };
        return { ...old, filter, rows: passingRows(old.set, filter) };
      });
    },
    /** Shows the rows of one cell of a cross table; a set that was hidden comes into sight for it. */
    showCell(id: string, cell: CellFilter): void {
      change(id, (old) => {
        const filter = { ...old.filter, cell };
        return { ...old, look: { ...old.look, visible: true }, filter, rows: passingRows(old.set, filter) };
      });
    },
    /** Lets a cell go wherever it is held; any cell where none is named. */
    clearCells(cell?: CellFilter): void {
      for (const { id, filter } of sets.peek()) {
        if (filter.cell === null || (cell !== undefined && !sameCell(filter.cell, cell))) continue;
        change(id, (old) => {
          const rest = { ...old.filter, cell: null };
          return { ...old, filter: rest, rows: passingRows(old.set, rest) };
        });
      }
    },
  };
}
