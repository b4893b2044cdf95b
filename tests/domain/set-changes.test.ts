import { describe, expect, it } from 'vitest';
import {
  type ChangeStep,
  fileRow,
  inverseOf,
  isUnchanged,
  leftRow,
  NO_CHANGES,
  sameChanges,
  withStep,
} from '../../src/domain/set-changes.ts';

const STEPS: readonly ChangeStep[] = [
  { kind: 'cell', column: 1, row: 4, before: null, after: '7' },
  { kind: 'cell', column: 1, row: 4, before: '7', after: '8' },
  { kind: 'delete', rows: Uint32Array.of(5, 2) },
  { kind: 'cell', column: 0, row: 9, before: null, after: '' },
  { kind: 'computed', before: [], after: [{ name: 'c', form: 'sum', a: 'a', b: 'b' }] },
  { kind: 'restore', rows: Uint32Array.of(2) },
];

describe('changes of a set', () => {
  it('are taken step by step, and taken back to where they began', () => {
    const states = [NO_CHANGES];
    for (const step of STEPS) states.push(withStep(states.at(-1) ?? NO_CHANGES, step));
    const last = states.at(-1);
    expect([...(last?.edits.deleted ?? [])]).toEqual([5]);
    expect(last?.edits.cells.get(1)?.get(4)).toBe('8');
    let now = last ?? NO_CHANGES;
    for (const [at, step] of [...STEPS.entries()].reverse()) {
      now = withStep(now, inverseOf(step));
      expect(sameChanges(now, states[at] ?? now)).toBe(true);
    }
    expect(isUnchanged(now)).toBe(true);
  });

  it('leave alone what they do not touch, so that nothing is made anew for it', () => {
    const one = withStep(NO_CHANGES, { kind: 'cell', column: 0, row: 1, before: null, after: 'x' });
    const two = withStep(one, { kind: 'cell', column: 1, row: 1, before: null, after: 'y' });
    expect(two.edits.cells.get(0)).toBe(one.edits.cells.get(0));
    expect(two.edits.deleted).toBe(one.edits.deleted);
  });

  it('are told apart', () => {
    const one = withStep(NO_CHANGES, { kind: 'cell', column: 0, row: 1, before: null, after: 'x' });
    const other = withStep(NO_CHANGES, { kind: 'cell', column: 0, row: 1, before: null, after: 'y' });
    expect(sameChanges(one, other)).toBe(false);
    expect(sameChanges(one, withStep(one, { kind: 'delete', rows: Uint32Array.of(0) }))).toBe(false);
  });
});

describe('rows that are left', () => {
  it('are numbered anew, there and back', () => {
    const deleted = Uint32Array.of(0, 3, 4, 9);
    const left = [1, 2, 5, 6, 7, 8, 10, 11];
    expect(left.map((_, row) => fileRow(deleted, row))).toEqual(left);
    expect(left.map((row) => leftRow(deleted, row))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([0, 3, 4, 9].map((row) => leftRow(deleted, row))).toEqual([null, null, null, null]);
    expect(fileRow(new Uint32Array(), 5)).toBe(5);
  });
});
