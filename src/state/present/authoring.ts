/**
 * The tour that is being made: its edits with the way back, what the device keeps of it, and the tours that
 * were made before. Everything that is edited is kept at once as a draft; saving makes it a tour of the list.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { KeptTour, ToursStore } from '../../data/device/tours-store.ts';
import { freshId } from '../../domain/tour-edit.ts';
import type { Tour } from '../../domain/tour-schema.ts';
import { type EditHistory, edit, newHistory, redo, settle, undo } from './edit-history.ts';

/** Typing is written to the device when it rests this long. */
const REST_MS = 400;

const OWN = 'own';
/** Ids that devices give: on each they are another tour. */
export const isOwnId = (id: string): boolean => new RegExp(`^${OWN}(-\\d+)?$`).test(id);
export const newOwnId = (taken: ReadonlySet<string>): string => freshId(OWN, taken);

/** The user's own tours, and what was not saved of them; the latest first. */
export interface OwnTours {
  readonly tours: readonly Tour[];
  readonly drafts: readonly KeptTour[];
}

export interface Authoring {
  /** The tour as edited; null while none is. */
  readonly tour: ReadonlySignal<Tour | null>;
  /** The tours of this device, the latest first. */
  readonly own: ReadonlySignal<readonly Tour[]>;
  /** What was being edited when the page went away, of tours that are not open now. */
  readonly recovered: ReadonlySignal<readonly KeptTour[]>;
  /** False until the device was asked what it keeps. */
  readonly ready: ReadonlySignal<boolean>;
  /** Resolves when it was asked. */
  readonly loaded: Promise<void>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** There is something that was not saved. */
  readonly unsaved: ReadonlySignal<boolean>;
  /** False where the device refuses to keep anything. */
  readonly keeps: ReadonlySignal<boolean>;
  /** An id that no tour of this device has. */
  freshId(): string;
  /** Opens a tour to be edited; `saved` where the device keeps it as it is. */
  open(tour: Tour, how?: { readonly saved: boolean }): void;
  /** @param run names a run of edits that is one step, as the typing in one field. */
  edit(change: (tour: Tour) => Tour, run?: string): void;
  settle(): void;
  undo(): void;
  redo(): void;
  /** False when the device did not keep it: the draft is still there. */
  save(): Promise<boolean>;
  /** Gives up what was not saved and goes back to what was; where nothing was, no tour is edited then. */
  revert(): Promise<void>;
  discard(id: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** Writes what rests to be written, as when the page goes away. */
  flush(): Promise<void>;
  /** All that the device keeps, and what is not written yet. */
  all(): OwnTours;
  /** Puts others in the place of all; the tour that is edited stays open where it is among them. */
  replaceAll(next: OwnTours): Promise<void>;
}

export function createAuthoring(store: ToursStore, now: () => number = Date.now): Authoring {
  const history = signal<EditHistory<Tour> | null>(null);
  const saved = signal<Tour | null>(null);
  const own = signal<readonly Tour[]>([]);
  const drafts = signal<readonly KeptTour[]>([]);
  const ready = signal(false);
  const keeps = signal(true);
  const tour = computed(() => history.value?.present ?? null);
  const unsaved = computed(() => tour.value !== null && tour.value !== saved.value);
  let resting: ReturnType<typeof setTimeout> | undefined;

  const loaded = store.read().then((kept) => {
    batch(() => {
      own.value = kept.tours.map((item) => item.tour);
      drafts.value = kept.drafts;
      keeps.value = kept.keeps;
      ready.value = true;
    });
  });

  async function flush(): Promise<void> {
    clearTimeout(resting);
    const current = tour.peek();
    if (current === null || !unsaved.peek()) return;
    const kept = { tour: current, at: now() };
    keeps.value = await store.put('drafts', kept);
    drafts.value = [kept, ...drafts.peek().filter((draft) => draft.tour.id !== current.id)];
  }
  function change(next: EditHistory<Tour>): void {
    if (next === history.peek()) return;
    history.value = next;
    clearTimeout(resting);
    resting = setTimeout(() => void flush(), REST_MS);
  }
  async function drop(id: string): Promise<void> {
    drafts.value = drafts.peek().filter((draft) => draft.tour.id !== id);
    await store.remove('drafts', id);
  }

  return {
    tour,
    own,
    recovered: computed(() => drafts.value.filter((draft) => draft.tour.id !== tour.value?.id)),
    ready,
    loaded,
    canUndo: computed(() => (history.value?.past.length ?? 0) > 0),
    canRedo: computed(() => (history.value?.future.length ?? 0) > 0),
    unsaved,
    keeps,
    freshId() {
      const known = [...own.peek(), ...drafts.peek().map((draft) => draft.tour), tour.peek()];
      return newOwnId(new Set(known.flatMap((item) => (item === null ? [] : [item.id]))));
    },
    open(next, { saved: isSaved } = { saved: false }) {
      void flush();
      batch(() => {
        history.value = newHistory(next);
        saved.value = isSaved ? next : (own.peek().find(({ id }) => id === next.id) ?? null);
      });
    },
    edit(by, run) {
      const before = history.peek();
      if (before !== null) change(edit(before, by(before.present), run ?? null));
    },
    settle() {
      const before = history.peek();
      if (before !== null) history.value = settle(before);
    },
    undo() {
      const before = history.peek();
      if (before !== null) change(undo(before));
    },
    redo() {
      const before = history.peek();
      if (before !== null) change(redo(before));
    },
    async save() {
      clearTimeout(resting);
      const current = tour.peek();
      if (current === null) return false;
      const kept = await store.put('tours', { tour: current, at: now() });
      keeps.value = kept;
      if (!kept) return false;
      batch(() => {
        saved.value = current;
        own.value = [current, ...own.peek().filter(({ id }) => id !== current.id)];
      });
      // What was typed while it was written stays a draft.
      if (!unsaved.peek()) await drop(current.id);
      return true;
    },
    async revert() {
      clearTimeout(resting);
      const current = tour.peek();
      if (current === null) return;
      const before = saved.peek();
      history.value = before === null ? null : newHistory(before);
      await drop(current.id);
    },
    discard: drop,
    async remove(id) {
      own.value = own.peek().filter((item) => item.id !== id);
      await Promise.all([store.remove('tours', id), drop(id)]);
    },
    flush,
    all() {
      const current = tour.peek();
      const others = drafts.peek().filter((draft) => draft.tour.id !== current?.id);
      const open = current !== null && unsaved.peek() ? [{ tour: current, at: now() }] : [];
      return { tours: own.peek(), drafts: [...open, ...others] };
    },
    async replaceAll(next) {
      clearTimeout(resting);
      const before = [...own.peek(), ...drafts.peek().map((draft) => draft.tour)];
      const ids = new Set([...next.tours, ...next.drafts.map((draft) => draft.tour)].map(({ id }) => id));
      batch(() => {
        own.value = next.tours;
        drafts.value = next.drafts;
        const current = tour.peek();
        if (current !== null && !ids.has(current.id)) history.value = null;
        else if (current !== null) saved.value = next.tours.find(({ id }) => id === current.id) ?? null;
      });
      await Promise.all(before.flatMap(({ id }) => [store.remove('tours', id), store.remove('drafts', id)]));
      const at = now();
      const kept = await Promise.all([
        // The store knows their order by their time.
        ...next.tours.map((each, n) => store.put('tours', { tour: each, at: at - n })),
        ...next.drafts.map((each) => store.put('drafts', each)),
      ]);
      if (kept.length > 0) keeps.value = kept.every((done) => done);
    },
  };
}
