/** The list of imported sets and what of it the device keeps; other windows of the page are told, and listened to. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Refused } from '../../data/device/kept-db.ts';
import { NO_CHANNEL, type SetsChannel } from '../../data/device/sets-channel.ts';
import type { KeptLook, SetsStore } from '../../data/device/sets-store.ts';
import type { Imported } from '../../data/import/types.ts';
import type { PointSet } from '../../domain/point-set.ts';
import type { RemotePlaces } from '../../domain/schema/remote.ts';
import { sameChanges } from '../../domain/set-changes.ts';
import type { ColumnThread } from './column-thread.ts';
import { changesOf, type ImportedSet, readOf, shownOf, withChanges } from './imported-set.ts';
import { inPlaces } from './remote-places.ts';

/** Other windows of the page, which show the same sets. */
export interface Others {
  readonly channel: SetsChannel;
  /** Told the name of a set that another window has removed. */
  readonly removed: (name: string) => void;
}

export const ALONE: Others = { channel: NO_CHANNEL, removed: () => undefined };

interface KeptSignals {
  readonly sets: ReadonlySignal<readonly ImportedSet[]>;
  /** Sets that are not kept and go with the page. */
  readonly unkept: ReadonlySignal<ReadonlySet<string>>;
  readonly loading: ReadonlySignal<boolean>;
  readonly damaged: ReadonlySignal<number>;
}

const isRemote = ({ remote }: ImportedSet): boolean => remote !== undefined;

/** Whether two readings of one set place its rows alike: they are placed anew when its datum is said, or found once. */
function placedAlike(one: PointSet, other: PointSet): boolean {
  const [a, b] = [one.datum, other.datum];
  const located = (one.located === undefined) === (other.located === undefined);
  return located && a?.taken === b?.taken && a?.open.join() === b?.open.join();
}

/** Whether a row has the same number in both: not where other rows were taken out, or other data are there. */
function numberedAlike(a: ImportedSet, b: ImportedSet): boolean {
  const [x, y] = [changesOf(a).edits.deleted, changesOf(b).edits.deleted];
  return (a.revision ?? 0) === (b.revision ?? 0) && x.length === y.length && x.every((row, at) => row === y[at]);
}

/** Rows that are the same stay the very arrays that they were: what was made of them need not be made again. */
function followed(old: ImportedSet | undefined, now: ImportedSet): ImportedSet {
  if (old === undefined || (old.revision ?? 0) !== (now.revision ?? 0)) return now;
  const base = readOf(old);
  if (!placedAlike(base.set, readOf(now).set)) return now;
  const [before, after] = [changesOf(old), changesOf(now)];
  return withChanges(now, base, sameChanges(before, after) ? before : after);
}

interface KeptParts {
  readonly store: SetsStore;
  /** Told why a set lives in memory only. */
  readonly refused: (why: Refused) => void;
  readonly others: Others;
  /** Looks into the columns of large sets before they are shown. */
  readonly thread: Pick<ColumnThread, 'takes' | 'facts'>;
  /** Where sets on servers stood. */
  readonly places: RemotePlaces;
}

/** @param forget is told of a set whose rows are gone */
export function createKeptSets({ store, refused, others, thread, places }: KeptParts, forget: (id: string) => void) {
  const sets = signal<readonly ImportedSet[]>([]);
  const unkept = signal<ReadonlySet<string>>(new Set());
  const loading = signal(true);
  const damaged = signal(0);
  const signals: KeptSignals = { sets, unkept, loading, damaged };
  const find = (id: string) => sets.peek().find((item) => item.id === id);
  const put = (old: ImportedSet | undefined, next: ImportedSet) => {
    sets.value = old === undefined ? [...sets.peek(), next] : sets.peek().map((item) => (item === old ? next : item));
  };
  /** Where another window has moved it. */
  const toPlace = (id: string, order: number) => {
    const item = find(id);
    if (item === undefined || sets.peek()[order] === item) return;
    const others = sets.peek().filter((each) => each !== item);
    sets.value = [...others.slice(0, order), item, ...others.slice(order)];
  };
  const lookOf = ({ id, look, filter, changed, revision }: ImportedSet): KeptLook => ({
    id,
    look,
    filter,
    order: sets.peek().findIndex((item) => item.id === id),
    ...(changed === undefined ? {} : { changes: changed.changes }),
    ...(revision === undefined ? {} : { revision }),
  });

  /** Writes come after each other and after the first reading, so that the last word stands. */
  let queue: Promise<void> = store.read().then(async (first) => {
    for (const { set } of first.kept) if (thread.takes(set)) await thread.facts(set);
    batch(() => {
      const later = sets.peek();
      const [remote, local] = [later.filter(isRemote), later.filter((item) => !isRemote(item))];
      sets.value = inPlaces([...first.kept.map(shownOf), ...local], remote, places);
      damaged.value = first.damaged;
      loading.value = false;
    });
  });
  /** Takes a set out of what is shown. */
  const drop = (id: string) => {
    batch(() => {
      sets.value = sets.peek().filter((item) => item.id !== id);
      forget(id);
    });
  };
  const dropped = (id: string) => {
    const name = find(id)?.look.name;
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
      const old = find(id);
      // What lives in this window's memory alone is no other window's.
      if (now === undefined || unkept.peek().has(id) || old?.remote !== undefined) return;
      if (now === null) return dropped(id);
      const next = followed(old, shownOf(now));
      batch(() => {
        put(old, next);
        if (old !== undefined && !numberedAlike(old, next)) forget(id);
        toPlace(id, now.order);
      });
    });
  });

  const reorder = (now: readonly ImportedSet[]) => {
    sets.value = now;
    // All of them: the place that a set was kept with may be older than what came and went since.
    for (const each of now)
      if (!unkept.peek().has(each.id) && each.remote === undefined)
        void later(each.id, () => store.setLook(lookOf(each)));
  };
  const replaced = (old: ImportedSet, read: Imported, next: ImportedSet): Promise<void> => {
    put(old, next);
    return unkept.peek().has(old.id) ? queue : later(old.id, () => store.replace(read, lookOf(next)));
  };

  return {
    signals,
    lookOf,
    /** Settles when all that was asked for is written. */
    settled: () => queue,
    /** Adds one, which the device keeps unless it is a server's; resolves when it is kept, or known not to be. */
    add(added: ImportedSet): Promise<void> {
      put(undefined, added);
      const { id, remote } = added;
      return remote === undefined ? later(id, () => store.add(readOf(added), lookOf(added))) : queue;
    },
    /** Changes how one is shown. */
    change(id: string, next: (old: ImportedSet) => ImportedSet): void {
      const old = find(id);
      if (old === undefined) return;
      const changed = next(old);
      put(old, changed);
      if (!unkept.peek().has(id) && changed.remote === undefined) void later(id, () => store.setLook(lookOf(changed)));
    },
    /** Moves one up or down among the others; the device keeps the places of all that moved. */
    move(id: string, step: -1 | 1): void {
      const now = [...sets.peek()];
      const from = now.findIndex((item) => item.id === id);
      const [item, other] = [now[from], now[from + step]];
      if (item === undefined || other === undefined) return;
      now[from] = other;
      now[from + step] = item;
      reorder(now);
    },
    /** Puts them into this order; what is not named comes behind. */
    arrange(ids: readonly string[]): void {
      const place = ({ id }: ImportedSet) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
      reorder([...sets.peek()].sort((a, b) => place(a) - place(b)));
    },
    /** The same rows, placed anew: look, filter, changes and place in the list stay. */
    replace(read: Imported): Promise<void> {
      const old = find(read.set.id);
      return old === undefined ? queue : replaced(old, read, withChanges(old, read, changesOf(old)));
    },
    /** Other data take the place of those that were read: what `next` says of them is kept with them. */
    replaceData(read: Imported, next: (old: ImportedSet) => ImportedSet): Promise<void> {
      const old = find(read.set.id);
      return old === undefined ? queue : replaced(old, read, { ...next(old), revision: (old.revision ?? 0) + 1 });
    },
    remove(id: string): Promise<void> {
      const item = find(id);
      drop(id);
      return item !== undefined && item.remote === undefined ? later(id, () => store.remove(id)) : queue;
    },
  };
}
