import { describe, expect, it } from 'vitest';
import type { PartFile, ReadFile } from '../../../src/data/workspace/file.ts';
import { type Kept, readSetFiles, sameSet, setFiles } from '../../../src/data/workspace/kept-sets.ts';
import { NO_SET_FILTER } from '../../../src/domain/set-look.ts';
import { smallImport } from '../../fixtures/imported.ts';
import { rectangle, shapedSet } from '../../fixtures/shaped-set.ts';

const LOOK = { name: '企业', colour: 'blue', size: 9, visible: true, display: 'points', acrossM: null } as const;

function kept(change: Partial<Kept> = {}): Kept {
  return { ...smallImport(), id: 'import-1', order: 0, look: LOOK, filter: NO_SET_FILTER, ...change };
}
const read = (files: readonly PartFile[]): ReadFile[] => files.map(({ name, bytes }) => ({ name, bytes: bytes() }));
const back = (all: readonly Kept[]) => readSetFiles(read(setFiles(all)));

describe('a set in files', () => {
  it('comes back with its receipt, look, filter and edits', () => {
    const edited = kept({
      look: { ...LOOK, colourBy: { kind: 'category', column: '员工数' }, opacity: 0.5 },
      filter: { ...NO_SET_FILTER, columns: [{ kind: 'number', column: '员工数', from: 1, to: null, blank: true }] },
      changes: {
        edits: {
          cells: new Map([[0, new Map([[1, '改名']])]]),
          deleted: Uint32Array.of(2),
          places: new Map([[1, { row: smallImport('row').set, outside: { liesIn: 1, metres: Number.NaN } }]]),
        },
        computed: [{ name: '两倍', form: 'sum', a: '员工数', b: '员工数' }],
      },
      revision: 3,
    });
    expect(back([edited, kept({ id: 'import-2', order: 1 })])).toEqual([edited, kept({ id: 'import-2', order: 1 })]);
  });

  it('comes back with its lines and areas', () => {
    const set = { ...shapedSet([{ rings: [rectangle(113, 23, 113.1, 23.1)] }]), id: 'import-1' };
    expect(back([kept({ set })])).toEqual([kept({ set })]);
  });

  it.each([
    ['columns of another length', { positions: Float64Array.of(113, 23) }],
    [
      'a code that is of no value',
      { label: { kind: 'coded', name: 'a', codes: Uint32Array.of(0, 0, 4), values: ['x'] } },
    ],
    [
      'texts beyond their bytes',
      { label: { kind: 'text', name: 'a', bytes: new Uint8Array(1), offsets: Uint32Array.of(0, 1, 1, 9) } },
    ],
    ['an array that is none', { town: [0, 0, 0] }],
    ['an id that no address could hold', { id: '../x' }],
  ])('is refused with %s', (_, change) => {
    const { set, receipt, ...look } = kept();
    const broken = { set: { ...set, ...change }, receipt, ...look };
    // As a stranger could write it: the types say that it cannot be.
    const files = setFiles([Object.assign(kept(), broken)]);
    expect(() => readSetFiles(read(files))).toThrow('1/rows.bin');
  });

  it('is the same wherever its districts were found, and another with another look', () => {
    const { set } = kept();
    const located = { codes: new Uint16Array(3), disagreeing: new Uint32Array(), data: 'x' };
    expect(sameSet(kept(), kept({ set: { ...set, located }, order: 4 }))).toBe(true);
    expect(sameSet(kept(), kept({ look: { ...LOOK, colour: 'red' } }))).toBe(false);
  });
});
