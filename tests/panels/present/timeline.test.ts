import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../src/panels/present/export/timeline.ts';

const FPS = 25;

describe('timelineOf', () => {
  const timeline = timelineOf(
    [
      { fly: 0, stay: 4 },
      { fly: 2, stay: 3 },
      { fly: 1.6, stay: 0.4 },
    ],
    FPS,
  );

  it('has a frame for each part of a second', () => {
    expect(timeline.frames).toBe(11 * FPS);
    expect(timeline.seconds).toBe(11);
  });

  it('flies to a stop, then stays there', () => {
    expect(timeline.at(0)).toEqual({ stop: 0, flown: 1, since: 0 });
    expect(timeline.at(4 * FPS - 1)).toMatchObject({ stop: 0, flown: 1 });
    expect(timeline.at(4 * FPS)).toEqual({ stop: 1, flown: 0, since: 0 });
    expect(timeline.at(5 * FPS)).toEqual({ stop: 1, flown: 0.5, since: 1 });
    expect(timeline.at(6 * FPS)).toEqual({ stop: 1, flown: 1, since: 2 });
    expect(timeline.at(timeline.frames - 1)).toMatchObject({ stop: 2, flown: 1 });
  });

  it('never goes back', () => {
    let before = -1;
    for (let k = 0; k < timeline.frames; k++) {
      const { stop, flown } = timeline.at(k);
      expect(stop + flown / 2).toBeGreaterThanOrEqual(before);
      before = stop + flown / 2;
    }
  });

  it('has no frame without a stop, and one for the shortest', () => {
    expect(timelineOf([], FPS).frames).toBe(0);
    expect(timelineOf([{ fly: 0, stay: 0.001 }], FPS).frames).toBe(1);
  });
});
