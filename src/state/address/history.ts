/** State and the address bar, both ways. Camera moves, typing and reading on replace the entry; all else pushes one. */
import { effect } from '@preact/signals';
import type { AppState } from '../app-state.ts';
import { formatAddress, isMinorChange, parseAddress } from './address.ts';

/** Browsers refuse more than about 100 history calls in 30 s; a moving camera would make more. */
const CAMERA_PAUSE_MS = 250;

/** Returns what unbinds it again. */
export function bindHistory(state: AppState): () => void {
  // What the state made of the address: to put a broken one right is no step.
  let written = state.address.peek();
  let restoring = false;
  let pending: ReturnType<typeof setTimeout> | undefined;
  /** Where the camera or the typing of the present entry had got to, while that waits to be written. */
  let unwritten: string | null = null;

  const write = () => {
    clearTimeout(pending);
    pending = undefined;
    const next = state.address.peek();
    const hash = `#${formatAddress(next)}`;
    const minor = isMinorChange(written, next, state.followed.peek());
    written = next;
    // What an entry keeps beside its address stays with it.
    if (!minor && unwritten !== null) history.replaceState(history.state, '', unwritten);
    unwritten = null;
    if (hash === location.hash || (hash === '#' && location.hash === '')) return;
    if (minor) history.replaceState(history.state, '', hash);
    else history.pushState(null, '', hash);
  };
  const stop = effect(() => {
    const next = state.address.value;
    clearTimeout(pending);
    if (restoring) written = next;
    // A stop is written at once: the stage may be reloaded in the very moment after a press.
    const sameStop = next.stop === written.stop;
    if (sameStop && isMinorChange(written, next, state.followed.peek())) {
      unwritten = `#${formatAddress(next)}`;
      pending = setTimeout(write, CAMERA_PAUSE_MS);
    } else write();
  });
  const onPopState = () => {
    clearTimeout(pending);
    unwritten = null;
    restoring = true;
    state.actions.restore({ ...parseAddress(location.hash), embed: written.embed });
    restoring = false;
  };
  // The last camera of a page that is left belongs to its entry.
  const onPageHide = () => {
    if (pending !== undefined) write();
  };
  addEventListener('popstate', onPopState);
  addEventListener('pagehide', onPageHide);
  return () => {
    stop();
    clearTimeout(pending);
    removeEventListener('popstate', onPopState);
    removeEventListener('pagehide', onPageHide);
  };
}
