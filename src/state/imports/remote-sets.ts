/** Sets on a server: what of them the map looks at is read anew with every view, and kept nowhere. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { deviceRemotes } from '../../data/device/remote-store.ts';
import type { Device } from '../../data/device/storage.ts';
import type { Note } from '../../data/import/guards/notes.ts';
import type { Imported } from '../../data/import/types.ts';
import type { RemoteAnswer, RemoteView } from '../../data/remote/types.ts';
import type { RemoteSource } from '../../domain/schema/remote.ts';
import { noteOf } from './import-session.ts';

/** Where one of them has got to with the present view. */
export interface RemoteState {
  readonly source: RemoteSource;
  readonly phase: 'reading' | 'shown' | 'too-many' | 'failed';
  /** Rows in the view, about, where they are too many to read. */
  readonly about: number | null;
  /** Rows in all, where the server says. */
  readonly total: number | null;
  /** The server leaves rows out for so far a view. */
  readonly thinned: boolean;
  readonly failure: Note | null;
}

/** What the list of sets does with them. */
export interface RemotePort {
  /** Sources that are shown, and what each is asked to leave out; empty for nothing. */
  readonly shown: ReadonlySignal<readonly { readonly state: RemoteState; readonly query: string }[]>;
  /** Takes what is known of one now; the rows stay as they are where none came. */
  update(id: string, state: RemoteState, imported: Imported | null): void;
}

/** A moving map asks once it rests. */
const PAUSE_MS = 250;

/** Addresses that the user gave, as this device keeps them. */
export function keptSources(device?: Device) {
  const kept = deviceRemotes(device);
  const sources = signal(kept.read().value);
  const shown: ReadonlySignal<readonly RemoteSource[]> = sources;
  return {
    sources: shown,
    /** Starts from what the device keeps now: another window may have added some. */
    change(make: (now: readonly RemoteSource[]) => readonly RemoteSource[]): void {
      const { value, keeps } = kept.read();
      sources.value = make(keeps ? value : sources.peek());
      // Where it cannot be kept it is shown all the same, and asked for again next time.
      kept.write(sources.peek());
    },
  };
}

export function stateOf(source: RemoteSource): RemoteState {
  return { source, phase: 'reading', about: null, total: null, thinned: false, failure: null };
}

/** Reads every shown source for every view that rests. Returns what ends it. */
export function followView(
  port: RemotePort,
  view: ReadonlySignal<RemoteView | null>,
  read: (source: RemoteSource, view: RemoteView) => Promise<RemoteAnswer>,
): () => void {
  /** What each source was last asked for. */
  const asked = new Map<string, { readonly at: RemoteView; readonly query: string }>();
  // A filter that the server takes is a question of its own: it asks anew as a move does.
  const wanted = computed(() => port.shown.value.map(({ state, query }) => `${state.source.id} ${query}`).join('\n'));

  async function ask(state: RemoteState, at: RemoteView, query: string): Promise<void> {
    const { source } = state;
    const question = { at, query };
    asked.set(source.id, question);
    port.update(source.id, { ...state, phase: 'reading', failure: null }, null);
    const isCurrent = () => asked.get(source.id) === question;
    try {
      const answer = await read(source, query === '' ? at : { ...at, query });
      if (!isCurrent()) return;
      const { total, thinned } = answer;
      const known = { ...state, total, thinned, failure: null };
      if (answer.kind === 'rows') port.update(source.id, { ...known, phase: 'shown', about: null }, answer.imported);
      else port.update(source.id, { ...known, phase: 'too-many', about: answer.about }, null);
    } catch (error) {
      if (isCurrent()) port.update(source.id, { ...state, phase: 'failed', failure: noteOf(error) }, null);
    }
  }

  let pending: ReturnType<typeof setTimeout> | undefined;
  const stop = effect(() => {
    const at = view.value;
    const shown = wanted.value;
    clearTimeout(pending);
    if (at === null || shown === '') return;
    pending = setTimeout(() => {
      for (const { state, query } of port.shown.peek()) {
        const last = asked.get(state.source.id);
        if (last?.at !== at || last.query !== query) void ask(state, at, query);
      }
    }, PAUSE_MS);
  });
  return () => {
    stop();
    clearTimeout(pending);
  };
}
