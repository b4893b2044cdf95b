import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bindHistory } from '../../../src/state/address/history.ts';
import { type Kiosk, runKiosk } from '../../../src/state/present/kiosk.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp } from '../../fixtures/app.tsx';
import { memoryTours } from '../../fixtures/memory-stores.ts';

const IDLE_MS = 120_000;
let kiosk: Kiosk | null = null;
let unbind = () => {};

function start(hash: string) {
  const app = makeApp(hash);
  const presentation = presentationOf(app, memoryTours);
  const exploring = signal(false);
  kiosk = runKiosk(app, presentation, exploring, IDLE_MS);
  return { app, state: app.state, playback: presentation.playback, exploring };
}
const touch = () => {
  dispatchEvent(new Event('pointerdown'));
  dispatchEvent(new Event('pointerup'));
};

/** A pointer at a place; the event of happy-dom has none. */
const move = (screenX: number) => () => dispatchEvent(Object.assign(new Event('pointermove'), { screenX, screenY: 5 }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  kiosk?.stop();
  unbind();
});

describe('a kiosk', () => {
  it('plays the overview in a loop where the address names no tour', () => {
    const { state, playback } = start('kiosk=1');
    expect(state.mode.value).toBe('present');
    expect(playback.tour.value?.stops.length).toBeGreaterThan(5);
    expect(playback.state.value).toMatchObject({ playing: true, loop: true, index: 0 });
  });

  it('plays the tour that the address names', () => {
    const { playback } = start('mode=present&kiosk=1&tour=cluster-food&stop=2');
    expect(playback.tour.value?.id).toBe('cluster-food');
    expect(playback.state.value).toMatchObject({ playing: true, index: 1 });
  });

  it.each([
    ['a touch', touch],
    ['the wheel', () => dispatchEvent(new Event('wheel'))],
    ['a key', () => dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }))],
  ])('hands over to exploring at %s, and is back as it was after idle minutes', (_, act) => {
    const { state, exploring, playback } = start('mode=present&kiosk=1&tour=overview&stop=3&lang=zh-Hant');
    act();
    expect([exploring.value, state.mode.value]).toEqual([true, 'plan']);
    state.actions.selectSite('jihua-laboratory');
    state.actions.setLang('en');
    state.actions.setFilter('clusters', ['food']);
    vi.advanceTimersByTime(IDLE_MS - 1);
    expect(exploring.value).toBe(true);
    vi.advanceTimersByTime(1);
    expect([exploring.value, state.mode.value, state.lang.value]).toEqual([false, 'present', 'zh-Hant']);
    expect([state.selection.value, state.filters.value.clusters]).toEqual([null, null]);
    expect(playback.state.value).toMatchObject({ playing: true, loop: true, index: 2 });
  });

  it('waits as long as somebody explores', () => {
    const { exploring } = start('kiosk=1');
    touch();
    for (const act of [touch, move(3), () => dispatchEvent(new Event('wheel'))]) {
      vi.advanceTimersByTime(IDLE_MS - 1);
      act();
    }
    vi.advanceTimersByTime(IDLE_MS - 1);
    expect(exploring.value).toBe(true);
    vi.advanceTimersByTime(1);
    expect(exploring.value).toBe(false);
  });

  it('does not take for a visitor what a browser tells of a mouse that rests', () => {
    const { exploring } = start('kiosk=1');
    touch();
    move(7)();
    for (let n = 0; n < 4; n++) {
      vi.advanceTimersByTime(IDLE_MS / 4);
      move(7)();
    }
    expect(exploring.value).toBe(false);
  });

  it('takes the click of the first touch for nothing else', () => {
    start('kiosk=1');
    const clicked = vi.fn();
    document.body.addEventListener('click', clicked);
    touch();
    document.body.click();
    expect(clicked).not.toHaveBeenCalled();
    touch();
    document.body.click();
    expect(clicked).toHaveBeenCalledOnce();
    document.body.removeEventListener('click', clicked);
  });

  it('leaves the keys of the browser alone', () => {
    const { exploring } = start('kiosk=1');
    for (const key of ['F11', 'F5', 'Shift', 'Control']) dispatchEvent(new KeyboardEvent('keydown', { key }));
    expect(exploring.value).toBe(false);
  });

  it('makes no history, however long it runs', () => {
    history.replaceState(null, '', '/#kiosk=1');
    const push = vi.spyOn(history, 'pushState');
    const { state, playback } = start('kiosk=1');
    unbind = bindHistory(state);
    for (let n = 0; n < 50; n++) {
      playback.send({ do: 'next' });
      touch();
      state.actions.selectSite('jihua-laboratory');
      vi.advanceTimersByTime(IDLE_MS);
    }
    vi.runOnlyPendingTimers();
    expect(push).not.toHaveBeenCalled();
  });
});
