/**
 * A screen that plays a tour by itself, day and night: whoever touches it explores the map, and when nobody has
 * touched it for a while it is as it was before and plays on.
 */
import { batch, type Signal } from '@preact/signals';
import type { Address } from '../address/address.ts';
import type { App } from '../app.ts';
import type { Presentation } from './present.ts';

/** Keys that belong to the browser or go with another one. */
const NO_TOUCH = /^(F\d+|Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|Dead|Unidentified)$/;

export interface Kiosk {
  /** Back to the tour at once. */
  back(): void;
  stop(): void;
}

/** @param exploring set while a visitor has the map. @param idleMs how long nobody must have touched it. */
export function runKiosk(
  { state }: App,
  { builtIn, playback, openSide }: Presentation,
  exploring: Signal<boolean>,
  idleMs: number,
): Kiosk {
  const { present } = state;
  /** As the visitor found it. */
  let before: Address | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The click that belongs to the touch which ended the tour: it is not also one on the map. */
  let swallowed = false;

  function play(): void {
    clearTimeout(timer);
    batch(() => {
      if (before !== null) state.actions.restore(before);
      before = null;
      exploring.value = false;
      state.actions.notify(null);
      openSide(null);
      if (state.mode.peek() !== 'present') state.actions.setMode('present');
      if (playback.tour.peek() === null) {
        present.play(builtIn.peek().overview.id);
      }
      if (!playback.state.peek().loop) playback.send({ do: 'toggle-loop' });
      playback.send({ do: 'play' });
    });
  }
  function wait(): void {
    clearTimeout(timer);
    timer = setTimeout(play, idleMs);
  }
  function explore(): void {
    before = state.address.peek();
    batch(() => {
      exploring.value = true;
      state.actions.setMode('plan');
    });
    wait();
  }
  const quiet = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };

  const listening = new AbortController();
  const on = <K extends keyof WindowEventMap>(kind: K, act: (event: WindowEventMap[K]) => void) =>
    addEventListener(kind, act, { capture: true, passive: false, signal: listening.signal });
  on('pointerdown', (event) => {
    swallowed = false;
    if (exploring.peek()) wait();
    else event.stopPropagation();
  });
  on('pointerup', (event) => {
    if (exploring.peek()) return wait();
    event.stopPropagation();
    swallowed = true;
    explore();
  });
  on('click', (event) => {
    if (swallowed) quiet(event);
    swallowed = false;
  });
  on('wheel', (event) => {
    if (exploring.peek()) return wait();
    quiet(event);
    explore();
  });
  // Browsers tell of moves that nobody made, when what lies under a resting mouse changes.
  let rested = '';
  on('pointermove', ({ screenX, screenY }) => {
    const at = `${screenX} ${screenY}`;
    if (at !== rested && exploring.peek()) wait();
    rested = at;
  });
  on('keydown', (event) => {
    if (exploring.peek()) return wait();
    if (NO_TOUCH.test(event.key)) return;
    quiet(event);
    explore();
  });
  play();
  return {
    back: play,
    stop() {
      clearTimeout(timer);
      listening.abort();
    },
  };
}
