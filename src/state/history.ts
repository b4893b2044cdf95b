/** State and the address bar, both ways. Camera moves, typing and reading on replace the entry; all else pushes one. */
import { effect } from '@preact/signals';
import type { AppState } from './app-state.ts';
import { formatAddress, isMinorChange, parseAddress } from './url.ts';

/** Browsers refuse more than about 100 history calls in 30 s; a moving camera would make more. */
const CAMERA_PAUSE_MS = 250;

export function bindHistory(state: AppState): void {
  let written = parseAddress(location.hash);
  let pending: ReturnType<typeof setTimeout> | undefined;

  const write = () => {
    clearTimeout(pending);
    pending = undefined;
    const next = state.address.peek();
    const hash = `#${formatAddress(next)}`;
    const minor = isMinorChange(written, next, state.followed.peek());
    written = next;
    if (hash === location.hash || (hash === '#' && location.hash === '')) return;
    if (minor) history.replaceState(null, '', hash);
    else history.pushState(null, '', hash);
  };
  effect(() => {
    const next = state.address.value;
    clearTimeout(pending);
    if (isMinorChange(written, next, state.followed.peek())) pending = setTimeout(write, CAMERA_PAUSE_MS);
    else write();
  });
  addEventListener('popstate', () => {
    clearTimeout(pending);
    const next = parseAddress(location.hash);
    written = next;
    state.actions.restore(next);
  });
  // The last camera of a page that is left belongs to its entry.
  addEventListener('pagehide', () => {
    if (pending !== undefined) write();
  });
}
