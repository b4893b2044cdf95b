import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fullscreenReturn } from '../../../src/panels/present/fullscreen.ts';

const enter = vi.fn(() => Promise.resolve());
const set = (element: Element | null) =>
  Object.defineProperty(document, 'fullscreenElement', { configurable: true, value: element });

beforeEach(() => {
  enter.mockClear();
  Object.defineProperty(document, 'fullscreenEnabled', { configurable: true, value: true });
  document.documentElement.requestFullscreen = enter;
});
afterEach(() => set(null));

it('full screen that a window of notes ended comes back with the next step of the tour, once', () => {
  const back = fullscreenReturn();
  set(document.documentElement);
  back.leaving();
  set(null);
  back.pressed(true);
  back.pressed(true);
  expect(enter).toHaveBeenCalledTimes(1);
});

it('it stays away where something else was pressed, where it was not there, and where it still is', () => {
  const back = fullscreenReturn();
  set(document.documentElement);
  back.leaving();
  back.pressed(true);
  back.leaving();
  set(null);
  back.pressed(false);
  back.pressed(true);
  back.leaving();
  back.pressed(true);
  expect(enter).not.toHaveBeenCalled();
});
