/**
 * The user's shortlist, and another's that a link brings. What the buttons change is always the user's own, which
 * the device keeps; the address carries the one that is shown. The list of a link is only looked at until the user
 * says what to do with it.
 */
import { batch, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { KeptShortlist, ShortlistStore } from '../../data/device/shortlist-store.ts';
import { packJson, unpackJson } from '../../data/packed-json.ts';
import { parseAs } from '../../domain/schema/parse.ts';
import { Notes } from '../../domain/schema/shortlist.ts';
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
  /** Notes that came with it, by candidate. */
  readonly theirNotes: ReadonlySignal<Readonly<Record<string, string>>>;
  /** The user chose just to look at it. */
  readonly looking: ReadonlySignal<boolean>;
}

/** The list of the address: read for what a link brings, changed with what is shown. */
export interface ShownList {
  readonly shown: ReadonlySignal<readonly string[]>;
  /** Notes that the address brings, packed; null is none. */
  readonly noted: ReadonlySignal<string | null>;
  show(ids: readonly string[], noted: string | null): void;
}

/** Notes as a link carries them. */
export const packNotes = (notes: Readonly<Record<string, string>>): string => packJson(notes);

/** None where they are damaged: the list is there all the same. */
function unpackNotes(packed: string | null): Readonly<Record<string, string>> {
  if (packed === null) return {};
  try {
    return parseAs(Notes, unpackJson(packed), 'notes');
  } catch {
    return {};
  }
}

/** Theirs behind one's own; what says the same is said once. */
function joined(own: Readonly<Record<string, string>>, theirs: Readonly<Record<string, string>>) {
  const both = { ...own };
  for (const [id, note] of Object.entries(theirs)) {
    const mine = own[id];
    if (mine === undefined) both[id] = note;
    else if (!mine.includes(note)) both[id] = `${mine}\n${note}`.slice(0, MOST_NOTED);
  }
  return both;
}

export function createShortlist({ shown, noted, show }: ShownList, store: ShortlistStore) {
  const first = store.read();
  const own = signal(first.value.ids);
  const notes = signal(first.value.notes);
  const kept = signal(first.keeps);
  const foreign = signal<readonly string[] | null>(null);
  const theirNotes = signal<Readonly<Record<string, string>>>({});
  const looking = signal(false);
  /** Own lists of this visit: going back to an entry of the history that has one is no link of somebody's. */
  const former = new Set([first.value.ids.join()]);

  function keep(next: { ids?: readonly string[]; notes?: Readonly<Record<string, string>> }): void {
    batch(() => {
      own.value = (next.ids ?? own.peek()).slice(0, MOST_SHORTLISTED);
      notes.value = next.notes ?? notes.peek();
      former.add(own.peek().join());
      kept.value = store.write({ ids: own.peek(), notes: notes.peek() });
      if (foreign.peek() === null) show(own.peek(), null);
    });
  }
  function forget(): void {
    foreign.value = null;
    theirNotes.value = {};
  }
  function showOwn(): void {
    batch(() => {
      forget();
      looking.value = false;
      show(own.peek(), null);
    });
  }

  /** What the address says now: one's own, a former state of it, or another's; notes are always another's. */
  function settle(list: readonly string[], packed: string | null): void {
    const notesOf = unpackNotes(packed);
    const isNoted = Object.keys(notesOf).length > 0;
    if (!isNoted && same(list, foreign.peek() ?? own.peek())) return;
    if (!isNoted && (same(list, own.peek()) || list.length === 0 || former.has(list.join()))) showOwn();
    // Nothing of one's own could be lost.
    else if (own.peek().length === 0 && Object.keys(notes.peek()).length === 0) {
      forget();
      keep({ ids: list, notes: notesOf });
    } else
      batch(() => {
        if (foreign.peek() === null || !same(list, foreign.peek() ?? [])) looking.value = false;
        foreign.value = list;
        theirNotes.value = notesOf;
      });
  }
  const stop = effect(() => settle(shown.value, noted.value));

  store.onChange(() => {
    // What is only in this window's memory is not given up for what another one could keep.
    if (!kept.peek()) return;
    const { value: now, keeps } = store.read();
    batch(() => {
      own.value = now.ids;
      notes.value = now.notes;
      kept.value = keeps;
      former.add(now.ids.join());
      if (foreign.peek() === null) show(now.ids, null);
    });
  });

  const signals: ShortlistSignals = { own, notes, kept, foreign, theirNotes, looking };
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
      const both = joined(notes.peek(), theirNotes.peek());
      forget();
      keep({ ids, notes: both });
      return Math.max(0, ids.length - MOST_SHORTLISTED);
    },
    replace(): void {
      const theirs = foreign.peek();
      if (theirs === null) return;
      const replaced = { ...notes.peek(), ...theirNotes.peek() };
      forget();
      keep({ ids: theirs, notes: replaced });
    },
    /** Puts another list with its notes in the place of the own one. */
    replaceAll(next: KeptShortlist): void {
      forget();
      keep(next);
    },
    /** Another's list from a file: looked at until the user says what to do with it, as that of a link. */
    offer({ ids, notes: sent }: KeptShortlist): void {
      batch(() => {
        foreign.value = ids;
        theirNotes.value = sent;
        looking.value = false;
        show(ids, Object.keys(sent).length === 0 ? null : packNotes(sent));
      });
    },
    look(): void {
      looking.value = true;
    },
    showOwn,
    stop,
  };
}
