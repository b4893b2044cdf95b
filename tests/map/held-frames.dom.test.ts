import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HeldFrames } from '../../src/map/held-frames.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function heldMap() {
  const heard = new Map<string, () => void>();
  const map = {
    holdsFrames: undefined,
    triggerRepaint: vi.fn(),
    on: (what: string, call: () => void) => heard.set(what, call),
  };
  const frames = new HeldFrames(map);
  return { map, frames, say: (what: 'idle' | 'remove') => heard.get(what)?.() };
}

it('a map that comes is held until it is whole, whatever is done meanwhile', () => {
  const { map, frames, say } = heldMap();
  frames.untilWhole(true);
  document.body.click();
  frames.letGo();
  vi.advanceTimersByTime(60_000);
  expect(map.holdsFrames).toBe(true);
  say('idle');
  expect(map.holdsFrames).toBe(false);
});

it.each(['idle', 'remove'] as const)('a map that is held looks again whether it is whole, until %s', (end) => {
  const { map, frames, say } = heldMap();
  frames.untilWhole(true);
  vi.advanceTimersByTime(1000);
  expect(map.triggerRepaint).toHaveBeenCalledTimes(4);
  say(end);
  vi.advanceTimersByTime(10_000);
  expect(map.triggerRepaint).toHaveBeenCalledTimes(4);
});

it('a base from elsewhere is drawn as it comes', () => {
  const { map, frames } = heldMap();
  frames.untilWhole(false);
  expect(map.holdsFrames).toBe(false);
  expect(map.triggerRepaint).toHaveBeenCalledOnce();
});

it.each([
  ['a press', () => document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))],
  ['a click that no pointer made', () => document.body.click()],
  ['a key', () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))],
  ['a second', () => vi.advanceTimersByTime(1000)],
])('what is added is held until %s', (_, act) => {
  const { map, frames } = heldMap();
  frames.shortly();
  expect(map.holdsFrames).toBe(true);
  act();
  expect(map.holdsFrames).toBe(false);
  expect(map.triggerRepaint).toHaveBeenCalled();
  // Nothing of it is left that would end what is held later.
  frames.untilWhole(true);
  document.body.click();
  vi.advanceTimersByTime(60_000);
  expect(map.holdsFrames).toBe(true);
});
