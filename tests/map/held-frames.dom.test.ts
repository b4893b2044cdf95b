import type { MapLibreMap } from 'maplibre-gl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HeldFrames } from '../../src/map/held-frames.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function heldMap() {
  const map = { holdsFrames: undefined, triggerRepaint: vi.fn(), on: (_: string, call: () => void) => (idle = call) };
  let idle: () => void = () => undefined;
  const frames = new HeldFrames(map as unknown as MapLibreMap);
  return { map, frames, idle: () => idle() };
}

it('a map that comes is held until it is whole, whatever is done meanwhile', () => {
  const { map, frames, idle } = heldMap();
  frames.untilWhole(true);
  document.body.click();
  frames.letGo();
  vi.advanceTimersByTime(60_000);
  expect(map.holdsFrames).toBe(true);
  idle();
  expect(map.holdsFrames).toBe(false);
  expect(map.triggerRepaint).not.toHaveBeenCalled();
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
  expect(map.triggerRepaint).toHaveBeenCalledOnce();
  // Nothing of it is left that would end what is held later.
  frames.untilWhole(true);
  document.body.click();
  vi.advanceTimersByTime(60_000);
  expect(map.holdsFrames).toBe(true);
});
