import { describe, expect, it } from 'vitest';
import { stageAction } from '../../../src/panels/present/keys.ts';
import { elapsedWords } from '../../../src/panels/present/notes/clock.tsx';
import { swipeOf } from '../../../src/panels/present/pointer.ts';
import { stageSizeOf } from '../../../src/state/present/stage-size.ts';

const press = (
  key: string,
  extra: { modified?: boolean; onControl?: boolean; onMap?: boolean; onSlider?: boolean } = {},
) => stageAction({ key, modified: false, onControl: false, onMap: false, onSlider: false, ...extra })?.do ?? null;

describe('keys of the stage', () => {
  it.each([
    [['ArrowRight', 'ArrowDown', 'PageDown', ' '], 'next'],
    [['ArrowLeft', 'ArrowUp', 'PageUp'], 'previous'],
    [['Home'], 'first'],
    [['End'], 'last'],
    [['b', 'B', '.'], 'black'],
    [['w', 'W'], 'white'],
    [['f', 'F'], 'fullscreen'],
    [['p', 'a'], 'toggle-play'],
    [['Escape'], 'back'],
    [['?'], 'keys'],
    [['s'], 'spotlight'],
    [['y', 'Y'], 'years'],
    [['['], 'year-before'],
    [[']'], 'year-after'],
    [['n'], 'notes'],
    [['Enter'], 'enter'],
    [['7'], 'digit'],
  ])('%s: %s', (keys, action) => {
    expect(keys.map((key) => press(key))).toEqual(keys.map(() => action));
  });

  it('leave the browser its own, and a focused button its space and Enter', () => {
    expect(press('f', { modified: true })).toBeNull();
    expect(press(' ', { onControl: true })).toBeNull();
    expect(press('Enter', { onControl: true })).toBeNull();
    expect(press('PageDown', { onControl: true })).toBe('next');
    expect(press('Tab')).toBeNull();
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End']) expect(press(key, { onSlider: true })).toBeNull();
    expect(press('PageDown', { onSlider: true })).toBe('next');
  });

  it('leave the map its arrows while it has the focus, and turn on with the clicker all the same', () => {
    expect(press('ArrowRight', { onMap: true })).toBeNull();
    expect(press('Enter', { onMap: true })).toBeNull();
    expect(press('PageDown', { onMap: true })).toBe('next');
    expect(press('Escape', { onMap: true })).toBe('back');
  });
});

describe('a swipe', () => {
  it('turns on leftwards and back rightwards, and is nothing when short or upright', () => {
    expect(swipeOf(-90, 10)).toEqual({ do: 'next' });
    expect(swipeOf(90, -10)).toEqual({ do: 'previous' });
    expect(swipeOf(-30, 0)).toBeNull();
    expect(swipeOf(-90, 90)).toBeNull();
  });
});

describe('the elapsed time', () => {
  it('is minutes and seconds, with hours once there are any', () => {
    expect(elapsedWords(0)).toBe('0:00');
    expect(elapsedWords(75_400)).toBe('1:15');
    expect(elapsedWords(3_723_000)).toBe('1:02:03');
    expect(elapsedWords(-5)).toBe('0:00');
  });
});

describe('the measure of the stage', () => {
  it.each([
    [1024, 768],
    [1920, 1080],
    [2560, 1080],
    [3840, 2160],
  ])('leaves %i × %i a map at least as wide as two thirds of its height', (width, height) => {
    const { padding, upright } = stageSizeOf(width, height);
    expect(upright).toBe(false);
    expect(width - padding.left).toBeGreaterThan(height * 0.66);
  });

  it('grows with the screen, and its smallest name is 28 px of 1080 lines, never below 16', () => {
    expect(stageSizeOf(3840, 2160).unit).toBeCloseTo(2 * stageSizeOf(1920, 1080).unit);
    expect(stageSizeOf(3840, 2160).scale).toBeCloseTo(2 * stageSizeOf(1920, 1080).scale);
    expect(stageSizeOf(1920, 1080).scale * 11).toBeCloseTo(28);
    expect(stageSizeOf(900, 600).scale * 11).toBeCloseTo(16);
  });

  it('keeps what a stop looks at above two lines of credits', () => {
    expect(stageSizeOf(1024, 768).padding.bottom).toBe(42);
    expect(stageSizeOf(1920, 1080).padding.bottom).toBe(48);
    expect(stageSizeOf(3840, 2160).padding.bottom).toBe(83);
  });

  it('puts the caption under the map where the screen stands upright', () => {
    const { upright, padding } = stageSizeOf(800, 1200);
    expect(upright).toBe(true);
    expect(padding).toMatchObject({ left: 0, bottom: 552 + 42 });
  });

  it('gives an upright caption as much of the height as what is to be read needs, and leaves the map the rest', () => {
    const share = (ems: number, kind: 'bars' | 'pyramid' | 'table' | null = null, rows = 8) =>
      (stageSizeOf(600, 900, { ems, chart: kind === null ? null : { kind, rows } }).frame?.column.h ?? 0) / 900;
    expect(share(0)).toBeCloseTo(0.46);
    expect(share(0, 'bars')).toBeLessThanOrEqual(share(0, 'pyramid'));
    expect(share(0, 'pyramid')).toBeLessThan(share(0, 'table'));
    expect(share(0, 'bars', 5)).toBeLessThan(share(0, 'bars', 8));
    expect(share(0, 'table', 1)).toBeLessThan(0.5);
    expect(share(0, 'table', 40)).toBeCloseTo(share(0, 'table', 8));
    expect(share(200)).toBeGreaterThan(0.5);
    expect(share(200)).toBeLessThan(share(300));
    expect(share(2000)).toBeCloseTo(0.74);
  });
});
