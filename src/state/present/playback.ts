/**
 * Playing a tour: which stop, playing or paused, map or a blank screen. One slice for the stage, the
 * presenter's window, the kiosk and the video. A pure reducer, and signals around it.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { playedPlaces } from '../../domain/tour.ts';
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

/** What of a tour's stops its playing depends on. */
type Stops = readonly Pick<TourStop, 'hidden'>[];

/**
 * The state after a command. Whatever moves on also ends a blank screen. Hidden stops are passed over; a number
 * leads to them too.
 */
export function playbackAfter(state: PlaybackState, command: Command, stops: Stops): PlaybackState {
  const played = playedPlaces(stops);
  const [first = 0, last = 0] = [played[0], played.at(-1)];
  const at = (index: number): PlaybackState => ({
    ...state,
    screen: 'map',
    index: Math.min(Math.max(0, stops.length - 1), Math.max(0, Math.trunc(index))),
  });
  switch (command.do) {
    case 'next':
      if (state.index < last) return at(played.find((place) => place > state.index) ?? last);
      if (state.loop) return at(first);
      return stops.length === 0 ? state : { ...at(state.index), playing: false, screen: 'end' };
    case 'previous':
      if (state.screen === 'end') return at(state.index);
      if (state.index <= first) return at(state.loop ? last : first);
      return at(played.filter((place) => place < state.index).at(-1) ?? first);
    case 'first':
      return at(first);
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
      return playbackAfter(state, { do: state.playing ? 'pause' : 'play' }, stops);
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
    index:
      place.stop.value === null
        ? (playedPlaces(stops.value)[0] ?? 0)
        : Math.min(Math.max(0, stops.value.length - 1), place.stop.value - 1),
  }));
  return {
    tour,
    state,
    stop: computed(() => stops.value[state.value.index] ?? null),
    coming: computed(() => {
      const { index, loop } = state.value;
      const played = playedPlaces(stops.value);
      const place = played.find((each) => each > index) ?? (loop ? played[0] : undefined);
      return place === undefined ? null : (stops.value[place] ?? null);
    }),
    flying,
    setFlying(now) {
      flying.value = now;
    },
    send: (command) => take(playbackAfter(state.peek(), command, stops.peek())),
    take,
  };

  function take({ index, playing, loop, screen }: PlaybackState): void {
    batch(() => {
      rest.value = { playing, loop, screen };
      place.goTo(index + 1);
    });
  }
}
