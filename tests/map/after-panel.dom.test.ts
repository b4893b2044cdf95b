import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterPanel } from '../../src/map/after-panel.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const FRAME_MS = 17;

describe('the map behind the panel of what was chosen', () => {
  it('changes once the panel’s two frames are out, in the order in which it was asked', () => {
    const turn = afterPanel();
    const done: string[] = [];
    turn.later(() => done.push('scene'));
    turn.later(() => done.push('camera'));
    vi.advanceTimersByTime(FRAME_MS);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(2 * FRAME_MS);
    expect(done).toEqual(['scene', 'camera']);
  });

  it('is never overtaken by a change that cannot wait', () => {
    const turn = afterPanel();
    const done: string[] = [];
    turn.later(() => done.push('chosen'));
    turn.now(() => done.push('filtered'));
    expect(done).toEqual(['chosen', 'filtered']);
    vi.advanceTimersByTime(10 * FRAME_MS);
    expect(done).toEqual(['chosen', 'filtered']);
    turn.later(() => done.push('again'));
    vi.advanceTimersByTime(10 * FRAME_MS);
    expect(done).toEqual(['chosen', 'filtered', 'again']);
  });
});
