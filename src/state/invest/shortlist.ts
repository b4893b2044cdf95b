/**
 * The user's shortlist, and another's that a link brings. What the buttons change is always the user's own, which
 * the device keeps; the address carries the one that is shown. The list of a link is only looked at until the user
 * says what to do with it.
 */
import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { KeptShortlist, ShortlistStore } from '../../data/device/shortlist-store.ts';
import { MOST_SHORTLISTED } from '../address/keys.ts';

export type Shortlist = ReturnType<typeof createShortlist>;

/** Longest note, characters. */
export const MOST_NOTED = 2000;

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id, i) => id === b[i]);

interface ShortlistSignals {
  readonly own: ReadonlySignal<readonly string[]>;
  readonly notes: ReadonlySignal<Readonly<Record<string, string>>>;
  /** False: list and notes live in memory only and go with the page. */
  readonly kept: ReadonlySignal<boolean>;
  /** The list of a link, while it is looked at; null where the own one is shown. */
  readonly foreign: ReadonlySignal<readonly string[] | null>;
  /** The user chose just to look at it. */
  readonly looking: ReadonlySignal<boolean>;
}

/** The list of the address: read for what a link brings, changed with what is shown. */
export interface ShownList {
  readonly shown: ReadonlySignal<readonly string[]>;
  show(ids: readonly string[]): void;
}

export function createShortlist({ shown, show }: ShownList, store: ShortlistStore) {
  const first = store.read();
  const own = signal(first.value.ids);
  const notes = signal(first.value.notes);
  const kept = signal(first.keeps);
  const foreign = signal<readonly string[] | null>(null);
  const looking = signal(false);
  /** Own lists of this visit: going back to an entry of the history that has one is no link of somebody's. */
  const former = new Set([first.value.ids.join()]);

  function keep(next: { ids?: readonly string[]; notes?: Readonly<Record<string, string>> }): void {
    batch(() => {
      own.value = (next.ids ?? own.peek()).slice(0, MOST_SHORTLISTED);
      notes.value = next.notes ?? notes.peek();
      former.add(own.peek().join());
      kept.value = store.write({ ids: own.peek(), notes: notes.peek() });
      if (foreign.peek() === null) show(own.peek());
    });
  }
  function showOwn(): void {
    batch(() => {
      foreign.value = null;
      looking.value = false;
      show(own.peek());
    });
  }

  /** What the address says now: one's own, a former state of it, or another's. */
  function settle(list: readonly string[]): void {
    if (same(list, foreign.peek() ?? own.peek())) return;
    if (same(list, own.peek()) || list.length === 0 || former.has(list.join())) showOwn();
    // Nothing of one's own could be lost.
    else if (own.peek().length === 0) {
      foreign.value = null;
      keep({ ids: list });
    } else
      batch(() => {
        foreign.value = list;
        looking.value = false;
      });
  }
  const stop = effect(() => settle(shown.value));

  store.onChange(() => {
    // What is only in this window's memory is not given up for what another one could keep.
    if (!kept.peek()) return;
    const { value: now, keeps } = store.read();
    batch(() => {
      own.value = now.ids;
      notes.value = now.notes;
      kept.value = keeps;
      former.add(now.ids.join());
      if (foreign.peek() === null) show(now.ids);
    });
  });

  const signals: ShortlistSignals = { own, notes, kept, foreign, looking };
  return {
    ...signals,
    /** False where the list is full. */
    add(id: string): boolean {
      if (own.peek().includes(id)) return true;
      if (own.peek().length >= MOST_SHORTLISTED) return false;
      keep({ ids: [...own.peek(), id] });
      return true;
    },
    /** Its note stays, for the day it comes back. */
    remove(id: string): void {
      keep({ ids: own.peek().filter((other) => other !== id) });
    },
    /** One place up (−1) or down (1). */
    move(id: string, step: -1 | 1): void {
      const ids = [...own.peek()];
      const from = ids.indexOf(id);
      const to = from + step;
      const other = ids[to];
      if (from < 0 || other === undefined) return;
      ids[from] = other;
      ids[to] = id;
      keep({ ids });
    },
    setNote(id: string, text: string): void {
      const { [id]: _, ...others } = notes.peek();
      keep({ notes: text.trim() === '' ? others : { ...others, [id]: text.slice(0, MOST_NOTED) } });
    },
    /** The link's candidates after one's own. Returns how many found no room. */
    merge(): number {
      const ids = [...new Set([...own.peek(), ...(foreign.peek() ?? [])])];
      foreign.value = null;
      keep({ ids });
      return Math.max(0, ids.length - MOST_SHORTLISTED);
    },
    replace(): void {
      const theirs = foreign.peek();
      if (theirs === null) return;
      foreign.value = null;
      keep({ ids: theirs });
    },
    /** Puts another list with its notes in the place of the own one. */
    replaceAll(next: KeptShortlist): void {
      foreign.value = null;
      keep(next);
    },
    look(): void {
      looking.value = true;
    },
    showOwn,
    stop,
  };
}
