import { describe, expect, it } from 'vitest';
import { edit, MOST_STEPS, newHistory, redo, settle, undo } from '../../../src/state/present/edit-history.ts';

const at = (n: number) => ({ n });

describe('the history of edits', () => {
  it('goes back and forth step by step', () => {
    const third = edit(edit(newHistory(at(1)), at(2)), at(3));
    const back = undo(undo(third));
    expect(back.present).toEqual(at(1));
    expect(undo(back)).toBe(back);
    expect(redo(redo(back)).present).toEqual(at(3));
    expect(redo(third)).toBe(third);
  });

  it('gives up what was undone when something else is edited', () => {
    const other = edit(undo(edit(newHistory(at(1)), at(2))), at(9));
    expect(redo(other).present).toEqual(at(9));
    expect(undo(other).present).toEqual(at(1));
  });

  it('takes the typing in one field as one step, until it is settled', () => {
    const typed = edit(edit(edit(newHistory(at(0)), at(1), 'title'), at(2), 'title'), at(3), 'words');
    expect(undo(typed).present).toEqual(at(2));
    expect(undo(undo(typed)).present).toEqual(at(0));
    const settled = edit(settle(edit(newHistory(at(0)), at(1), 'title')), at(2), 'title');
    expect(undo(settled).present).toEqual(at(1));
  });

  it('keeps no step where nothing changed, and no more steps than it says', () => {
    const start = newHistory(at(0));
    expect(edit(start, start.present)).toBe(start);
    let history = start;
    for (let n = 1; n <= MOST_STEPS + 50; n++) history = edit(history, at(n));
    expect(history.past).toHaveLength(MOST_STEPS);
    expect(history.past[0]).toEqual(at(50));
  });
});
