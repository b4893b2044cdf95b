/** The user's imported sets: loaded with the first of them, kept on this device, never sent anywhere. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { passingRows } from '../../analysis/set-rows.ts';
import { NO_CHANNEL, type SetsChannel } from '../../data/device/sets-channel.ts';
import type { KeptLook, KeptSet, Refused, SetsStore } from '../../data/device/sets-store.ts';
import { noRows } from '../../data/import/place/set-builder.ts';
import type { Imported, Receipt } from '../../data/import/types.ts';
import { type CellFilter, sameCell } from '../../domain/axis.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { PointSet } from '../../domain/point-set.ts';
import type { RemoteSource } from '../../domain/schema/config.ts';
import { NO_SET_FILTER, POINT_SIZES, SET_COLOURS, type SetFilter, type SetLook } from '../../domain/set-look.ts';
import type { ImportSession } from './import-session.ts';
import { type keptSources, type RemotePort, type RemoteState, stateOf } from './remote-sets.ts';

export interface ImportedSet {
  readonly id: string;
  readonly set: PointSet;
  readonly receipt: Receipt;
  readonly look: SetLook;
  readonly filter: SetFilter;
  /** Rows that pass the filter, ascending; undefined where all do. */
  readonly rows: Uint32Array | undefined;
  /** Set where the rows are those of the present view of a set on a server. */
  readonly remote?: RemoteState;
}

/** One row of one set. */
export interface RowRef {
  readonly setId: string;
  readonly row: number;
}

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
  /** The same of the list of rows outside the district that they state. */
  readonly openOutside: ReadonlySignal<OpenRows | null>;
}

type ImportedSets = ReturnType<typeof createImports>;

/** The sets, and the file that is on its way in. */
export type Imports = ImportedSets & {
  readonly session: ImportSession;
  /** Addresses of sets on servers that the user gave. */
  readonly kept: ReturnType<typeof keptSources>;
};

/** Many points are drawn small. */
function firstLook(set: PointSet, taken: number): SetLook {
  const colours = SET_COLOURS.filter((colour) => colour !== 'cluster');
  const [small, , medium, large] = POINT_SIZES;
  return {
    name: plainLine(set.name),
    colour: colours[taken % colours.length] ?? 'blue',
    size: set.count > 20_000 ? small : set.count > 500 ? medium : large,
    visible: true,
    display: 'points',
    acrossM: 1000,
  };
}

/** Other windows of the page, which show the same sets. */
export interface Others {
  readonly channel: SetsChannel;
  /** Told the name of a set that another window has removed. */
  readonly removed: (name: string) => void;
}

const ALONE: Others = { channel: NO_CHANNEL, removed: () => undefined };

function shownOf({ id, set, receipt, look, filter: kept }: KeptSet & KeptLook): ImportedSet {
  // What an earlier version kept knew fewer filters.
  const filter = { ...NO_SET_FILTER, ...kept };
  return { id, set, receipt, look, filter, rows: passingRows(set, filter) };
}

/** `refused` is told why a set lives in memory only. */
export function createImports(store: SetsStore, refused: (why: Refused) => void, others: Others = ALONE) {
  const sets = signal<readonly ImportedSet[]>([]);
  const unkept = signal<ReadonlySet<string>>(new Set());
  const loading = signal(true);
  const damaged = signal(0);
  const chosen = signal<RowRef | null>(null);
  const hovered = signal<HoveredRow | null>(null);
  const openRows = signal<OpenRows | null>(null);
  const openOutside = signal<OpenRows | null>(null);
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

  const signals: ImportSignals = { sets, visible, unkept, loading, damaged, chosen, hovered, openRows, openOutside };
  return {
    ...signals,
    remote,
    /** Opens the card of a row; null closes it. */
    choose(row: RowRef | null): void {
      chosen.value = row;
    },
    showRows(rows: OpenRows | null): void {
      openRows.value = rows;
    },
    showOutside(rows: OpenRows | null): void {
      openOutside.value = rows;
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
