/**
 * Playing a tour: which stop, playing or paused, map or a blank screen. One slice for the stage, the
 * presenter's window, the kiosk and the video. A pure reducer, and signals around it.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Tour, TourStop } from '../../domain/tour-schema.ts';

export interface PlaybackState {
  /** From 0; 0 also where there is no stop. */
  readonly index: number;
  /** Autoplay. */
  readonly playing: boolean;
  /** After the last stop comes the first. */
  readonly loop: boolean;
  /** `end`: behind the last stop, which stays under it. */
  readonly screen: 'map' | 'black' | 'white' | 'end';
}

export type Command =
  | { readonly do: 'next' | 'previous' | 'first' | 'last' | 'black' | 'white' | 'map' | 'play' | 'pause' }
  | { readonly do: 'toggle-play' | 'toggle-loop' }
  /** From 0; beyond the end is the last stop. */
  | { readonly do: 'go'; readonly index: number };

/** The state after a command, for a tour of `count` stops. Whatever moves on also ends a blank screen. */
export function playbackAfter(state: PlaybackState, command: Command, count: number): PlaybackState {
  const last = Math.max(0, count - 1);
  const at = (index: number): PlaybackState => ({
    ...state,
    screen: 'map',
    index: Math.min(last, Math.max(0, Math.trunc(index))),
  });
  switch (command.do) {
    case 'next':
      if (state.index < last) return at(state.index + 1);
      if (state.loop) return at(0);
      return count === 0 ? state : { ...at(last), playing: false, screen: 'end' };
    case 'previous':
      if (state.screen === 'end') return at(last);
      return state.index > 0 ? at(state.index - 1) : at(state.loop ? last : 0);
    case 'first':
      return at(0);
    case 'last':
      return at(last);
    case 'go':
      return at(command.index);
    case 'black':
    case 'white':
      return { ...state, screen: state.screen === command.do ? 'map' : command.do };
    case 'map':
      return { ...state, screen: 'map' };
    case 'play':
      return { ...state, playing: true, screen: 'map' };
    case 'pause':
      return { ...state, playing: false };
    case 'toggle-play':
      return playbackAfter(state, { do: state.playing ? 'pause' : 'play' }, count);
    case 'toggle-loop':
      return { ...state, loop: !state.loop };
  }
}

export interface Playback {
  readonly tour: ReadonlySignal<Tour | null>;
  readonly state: ReadonlySignal<PlaybackState>;
  readonly stop: ReadonlySignal<TourStop | null>;
  /** The stop that `next` would show; null at the end. */
  readonly coming: ReadonlySignal<TourStop | null>;
  /** The camera is on its way to the stop; whoever moves it says so. */
  readonly flying: ReadonlySignal<boolean>;
  setFlying(flying: boolean): void;
  send(command: Command): void;
  /** Takes what another window says of the same tour. */
  take(state: PlaybackState): void;
}

/** What the address keeps of it: the stop, from 1. */
export interface PlaybackPlace {
  readonly stop: ReadonlySignal<number | null>;
  goTo(stop: number): void;
}

export function createPlayback(tour: ReadonlySignal<Tour | null>, place: PlaybackPlace): Playback {
  const rest = signal<Omit<PlaybackState, 'index'>>({ playing: false, loop: false, screen: 'map' });
  const flying = signal(false);
  const stops = computed(() => tour.value?.stops ?? []);
  const state = computed<PlaybackState>(() => ({
    ...rest.value,
    index: Math.min(Math.max(0, stops.value.length - 1), (place.stop.value ?? 1) - 1),
  }));
  return {
    tour,
    state,
    stop: computed(() => stops.value[state.value.index] ?? null),
    coming: computed(() => {
      const { index, loop } = state.value;
      return stops.value[index + 1] ?? (loop ? (stops.value[0] ?? null) : null);
    }),
    flying,
    setFlying(now) {
      flying.value = now;
    },
    send: (command) => take(playbackAfter(state.peek(), command, stops.peek().length)),
    take,
  };

  function take({ index, playing, loop, screen }: PlaybackState): void {
    batch(() => {
      rest.value = { playing, loop, screen };
      place.goTo(index + 1);
    });
  }
}
