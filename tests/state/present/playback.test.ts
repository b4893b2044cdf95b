import { type Signal, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { SHOW_ALL } from '../../../src/domain/tour.ts';
import type { Tour } from '../../../src/domain/tour-schema.ts';
import {
  type Command,
  createPlayback,
  type PlaybackState,
  playbackAfter,
} from '../../../src/state/present/playback.ts';

const START: PlaybackState = { index: 0, playing: false, loop: false, screen: 'map' };
const plain = (count: number) => Array.from({ length: count }, () => ({ hidden: false }));
const after = (count: number, ...commands: readonly (Command['do'] | number)[]) =>
  commands.reduce<PlaybackState>((state, command) => {
    const next: Command =
      typeof command === 'number' ? { do: 'go', index: command } : command === 'go' ? { do: 'first' } : { do: command };
    return playbackAfter(state, next, plain(count));
  }, START);

describe('playback after a command', () => {
  it('goes on and back, and stays at either end', () => {
    expect(after(3, 'next').index).toBe(1);
    expect(after(3, 'next', 'next', 'next').index).toBe(2);
    expect(after(3, 'next', 'previous', 'previous').index).toBe(0);
  });

  it('goes to the ends and to a number, which is held within the tour', () => {
    expect(after(5, 'last').index).toBe(4);
    expect(after(5, 'last', 'first').index).toBe(0);
    expect(after(5, 3).index).toBe(3);
    expect(after(5, 99).index).toBe(4);
    expect(after(5, -1).index).toBe(0);
  });

  it('passes over hidden stops, unless their number is asked for', () => {
    // Of five stops the first, the third and the last are hidden.
    const stops = [true, false, true, false, true].map((hidden) => ({ hidden }));
    const from = (index: number, command: Command, change: Partial<PlaybackState> = {}) =>
      playbackAfter({ ...START, index, ...change }, command, stops);
    expect(from(1, { do: 'next' }).index).toBe(3);
    expect(from(3, { do: 'next' })).toMatchObject({ index: 3, screen: 'end' });
    expect(from(3, { do: 'next' }, { loop: true }).index).toBe(1);
    expect(from(3, { do: 'previous' }).index).toBe(1);
    expect(from(1, { do: 'previous' }).index).toBe(1);
    expect(from(1, { do: 'previous' }, { loop: true }).index).toBe(3);
    expect(from(2, { do: 'first' }).index).toBe(1);
    expect(from(2, { do: 'last' }).index).toBe(3);
    expect(from(1, { do: 'go', index: 4 }).index).toBe(4);
    expect(from(4, { do: 'next' })).toMatchObject({ index: 4, screen: 'end' });
    expect(from(2, { do: 'previous' }).index).toBe(1);
  });

  it('plays all where every stop is hidden', () => {
    const stops = [{ hidden: true }, { hidden: true }];
    expect(playbackAfter(START, { do: 'next' }, stops).index).toBe(1);
  });

  it('goes around when it loops', () => {
    expect(after(3, 'toggle-loop', 'last', 'next').index).toBe(0);
    expect(after(3, 'toggle-loop', 'previous').index).toBe(2);
  });

  it('stops playing by itself at the end', () => {
    expect(after(2, 'play', 'next').playing).toBe(true);
    expect(after(2, 'play', 'next', 'next')).toMatchObject({ index: 1, playing: false });
    expect(after(2, 'toggle-loop', 'play', 'next', 'next')).toMatchObject({ index: 0, playing: true });
  });

  it('ends behind the last stop, which stays the place, and goes back to it', () => {
    expect(after(2, 'last', 'next')).toMatchObject({ index: 1, screen: 'end' });
    expect(after(2, 'last', 'next', 'next')).toMatchObject({ index: 1, screen: 'end' });
    expect(after(2, 'last', 'next', 'previous')).toMatchObject({ index: 1, screen: 'map' });
    expect(after(2, 'last', 'next', 'first')).toMatchObject({ index: 0, screen: 'map' });
    expect(after(2, 'toggle-loop', 'last', 'next')).toMatchObject({ index: 0, screen: 'map' });
    expect(after(0, 'next')).toMatchObject({ index: 0, screen: 'map' });
  });

  it('blanks the screen and brings it back, by the same key or by moving on', () => {
    expect(after(3, 'black').screen).toBe('black');
    expect(after(3, 'black', 'white').screen).toBe('white');
    expect(after(3, 'black', 'black').screen).toBe('map');
    expect(after(3, 'black', 'next')).toMatchObject({ index: 1, screen: 'map' });
  });

  it('bears a tour without stops', () => {
    expect(after(0, 'next', 'last', 'previous').index).toBe(0);
  });
});

const tour: Tour = {
  id: 'three',
  title: { zh: '三', en: 'three' },
  stops: ['a', 'b', 'c'].map((id) => ({
    id,
    look: { to: 'city' as const },
    show: SHOW_ALL,
    title: { zh: id, en: id },
    words: { zh: '', en: '' },
    figure: null,
    chart: 'figure' as const,
    image: null,
    hidden: false,
    notes: { zh: '', en: '' },
    seconds: 5,
  })),
};

const placeOf = (stop: Signal<number | null>) => ({
  stop,
  goTo(next: number) {
    stop.value = next;
  },
});

describe('the playback', () => {
  it('keeps its place where the address can hold it, from 1', () => {
    const stop = signal<number | null>(2);
    const playback = createPlayback(signal(tour), placeOf(stop));
    expect(playback.stop.value?.id).toBe('b');
    playback.send({ do: 'next' });
    expect(stop.value).toBe(3);
    stop.value = 1;
    expect(playback.stop.value?.id).toBe('a');
    expect(playback.coming.value?.id).toBe('b');
  });

  it('shows the last stop for a number that is too large, and nothing without a tour', () => {
    expect(createPlayback(signal(tour), placeOf(signal<number | null>(40))).stop.value?.id).toBe('c');
    expect(createPlayback(signal(null), placeOf(signal<number | null>(1))).stop.value).toBeNull();
  });

  it('knows what comes at the end: nothing, or the first stop when it loops', () => {
    const playback = createPlayback(signal(tour), placeOf(signal<number | null>(3)));
    expect(playback.coming.value).toBeNull();
    playback.send({ do: 'toggle-loop' });
    expect(playback.coming.value?.id).toBe('a');
  });
});
