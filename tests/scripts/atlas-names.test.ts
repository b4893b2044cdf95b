import { describe, expect, it } from 'vitest';
import { nameFaults } from '../../scripts/atlas/names.ts';

const screen = { width: 400, height: 300, over: [] };
/** A name that keeps free, 40 by 10 px. */
const name = (left: number, top: number, free = true) => [left, top, left + 40, top + 10, free] as const;

describe('the names of an atlas view', () => {
  it('are at fault where two of them lie on each other', () => {
    expect(nameFaults({ ...screen, boxes: [name(10, 10), name(20, 12)] })).toEqual([{ what: 'collide', at: [10, 10] }]);
  });

  it('may touch, may lie apart, and a symbol may lie on a symbol', () => {
    expect(nameFaults({ ...screen, boxes: [name(10, 10), name(49, 19), name(200, 10)] })).toEqual([]);
    expect(nameFaults({ ...screen, boxes: [name(10, 10), name(12, 10, false)] })).toEqual([]);
  });

  it('are at fault under a control, and not where they are off the screen', () => {
    const over = [[0, 0, 100, 40]] as const;
    expect(nameFaults({ ...screen, over, boxes: [name(10, 10), name(90, 10)] })).toEqual([
      { what: 'covered', at: [10, 10] },
    ]);
    expect(nameFaults({ ...screen, over, boxes: [name(-200, 10), name(-201, 10)] })).toEqual([]);
    // A symbol lies where it lies.
    expect(nameFaults({ ...screen, over, boxes: [[10, 10, 30, 30, false, true]] })).toEqual([]);
  });
});
