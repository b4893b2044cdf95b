import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stageEnd } from '../../../src/panels/present/stage-end.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp } from '../../fixtures/app.tsx';

const at = (minute: number) => vi.setSystemTime(new Date(2026, 5, 1, 9, minute));
const minuteOf = (ms: number) => new Date(ms).getMinutes();

beforeEach(() => {
  vi.useFakeTimers();
  window.name = '';
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A stage with a presenter's window that keeps what it is told. */
function stage() {
  const app = makeApp('mode=present&tour=overview');
  const presentation = presentationOf(app);
  const heard: unknown[] = [];
  const other = { closed: false, focus: () => undefined, postMessage: (message: unknown) => heard.push(message) };
  vi.spyOn(window, 'open').mockReturnValue(Object.assign(Object.create(null), other));
  const end = stageEnd(app, presentation);
  const since = () => {
    const last = heard.at(-1);
    const start = typeof last === 'object' && last !== null && 'since' in last ? last.since : null;
    return typeof start === 'number' ? minuteOf(start) : null;
  };
  return { ...presentation, end, since };
}

it('the clock of the talk leaves out the making: it starts when the presenter’s window opens', () => {
  at(0);
  const { end, openSide, playback, since } = stage();
  openSide('editor');
  at(20);
  end.openNotes();
  playback.send({ do: 'next' });
  expect(since()).toBe(20);
  end.close();
});

it('starts when the editor is left, and goes on while the presenter’s window is there', () => {
  at(0);
  const { end, openSide, playback, since } = stage();
  openSide('editor');
  at(15);
  openSide(null);
  at(18);
  end.openNotes();
  playback.send({ do: 'next' });
  expect(since()).toBe(15);
  openSide('editor');
  at(25);
  openSide(null);
  playback.send({ do: 'next' });
  expect(since()).toBe(15);
  end.close();
});
