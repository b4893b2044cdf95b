import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createThinning } from '../../../src/map/overlay/thinning.ts';

describe('few points of a large set', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const setUp = (applies = true) => {
    const drawn: boolean[] = [];
    const thinning = createThinning(
      () => applies,
      () => drawn.push(thinning.few()),
    );
    return { thinning, drawn };
  };

  it('are drawn while the map moves and until some rest, then all', () => {
    const { thinning, drawn } = setUp();
    thinning.moved(true);
    thinning.moved(true);
    thinning.moved(false);
    expect([thinning.few(), drawn]).toEqual([true, [true]]);
    vi.advanceTimersByTime(300);
    expect([thinning.few(), drawn]).toEqual([false, [true, false]]);
  });

  it('stay when one move or filter follows another at once', () => {
    const { thinning, drawn } = setUp();
    thinning.changed();
    vi.advanceTimersByTime(200);
    thinning.changed();
    vi.advanceTimersByTime(200);
    expect([thinning.few(), drawn]).toEqual([true, []]);
    vi.advanceTimersByTime(100);
    expect([thinning.few(), drawn]).toEqual([false, [false]]);
  });

  it('are never drawn where that does not apply: small sets, and pictures', () => {
    const { thinning, drawn } = setUp(false);
    thinning.moved(true);
    thinning.changed();
    expect(thinning.few()).toBe(false);
    thinning.moved(false);
    vi.advanceTimersByTime(1000);
    expect([thinning.few(), drawn]).toEqual([false, []]);
  });

  it('draw nothing more once it is stopped', () => {
    const { thinning, drawn } = setUp();
    thinning.changed();
    thinning.stop();
    vi.advanceTimersByTime(1000);
    expect(drawn).toEqual([]);
  });
});
