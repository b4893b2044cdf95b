import { describe, expect, it } from 'vitest';
import { reapplied } from '../../src/analysis/reapply-edits.ts';
import { type Column, type PointSet, packText } from '../../src/domain/point-set.ts';
import { type ChangeStep, NO_CHANGES, withStep } from '../../src/domain/set-changes.ts';
import { randomSet } from '../fixtures/random-set.ts';

const numbers = (name: string, values: readonly number[]): Column => ({
  kind: 'number',
  name,
  values: Float64Array.from(values),
});
const listed = (...columns: Column[]): PointSet => ({
  ...randomSet({ seed: 1, count: columns[0]?.kind === 'text' ? columns[0].offsets.length - 1 : 0 }),
  columns,
});
const cell = (column: number, row: number, after: string): ChangeStep => ({
  kind: 'cell',
  column,
  row,
  before: null,
  after,
});

const may = listed(
  packText('编号', ['a1', 'a2', 'a3', 'a4', '', 'b', 'b']),
  numbers('产值', [1, 2, 3, 4, 5, 6, 7]),
  packText('备注', ['', '', '', '', '', '', '']),
);
const steps = [
  cell(1, 0, '10'),
  cell(1, 1, '20'),
  cell(2, 2, '停产'),
  cell(1, 3, '40'),
  cell(1, 4, '50'),
  cell(1, 5, '60'),
  { kind: 'delete', rows: Uint32Array.of(2, 3) },
] as const;
const changes = steps.reduce(withStep, NO_CHANGES);

describe('edits on the data of the next month', () => {
  it('are made again by their key, wherever its row stands now', () => {
    const june = listed(
      packText('编号', ['a3', 'a2', 'a1', 'c']),
      numbers('产值', [3.1, 20, 1.1, 9]),
      packText('备注', ['', '', '', '']),
    );
    const again = reapplied(may, changes, june, '编号');
    expect([...again.changes.edits.deleted]).toEqual([0]);
    expect(again.changes.edits.cells).toEqual(
      new Map([
        [1, new Map([[2, '10']])],
        [2, new Map([[0, '停产']])],
      ]),
    );
    expect([again.cells, again.rows]).toEqual([2, 1]);
    // The new data say 20 by themselves: nothing is edited, and nothing lost.
    expect(again.lost).toEqual([
      { key: 'a4', column: null, text: null, why: 'no-row' },
      { key: 'a4', column: '产值', text: '40', why: 'no-row' },
      { key: '', column: '产值', text: '50', why: 'no-key' },
      { key: 'b', column: '产值', text: '60', why: 'no-row' },
    ]);
  });

  it('are listed where a key is doubled, the column is gone, or holds numbers now', () => {
    const june = listed(packText('编号', ['a1', 'a1', 'a2', 'b', 'a3']), numbers('备注', [1, 2, 3, 4, 5]));
    const again = reapplied(may, changes, june, '编号');
    expect(again.lost.map(({ key, column, why }) => [key, column, why])).toEqual([
      ['a4', null, 'no-row'],
      ['a1', '产值', 'no-column'],
      ['a2', '产值', 'no-column'],
      ['a4', '产值', 'no-column'],
      ['', '产值', 'no-column'],
      ['b', '产值', 'no-column'],
      ['a3', '备注', 'held'],
    ]);
    const doubled = reapplied(
      may,
      changes,
      listed(packText('编号', ['a1', 'a1', 'b']), numbers('产值', [1, 2, 3])),
      '编号',
    );
    expect(doubled.lost.filter(({ why }) => why === 'doubled').map(({ key }) => key)).toEqual(['a1', 'b']);
  });

  it('are all listed where no column tells the rows apart', () => {
    const again = reapplied(may, changes, may, null);
    expect(again.lost).toHaveLength(8);
    expect(new Set(again.lost.map(({ why }) => why))).toEqual(new Set(['no-key']));
    expect(again.changes.edits.cells.size).toBe(0);
  });

  it('find their rows by numbers and by codes too', () => {
    const coded: Column = { kind: 'coded', name: '编号', codes: Uint32Array.of(1, 0), values: ['a1', 'a2'] };
    const now = { ...randomSet({ seed: 1, count: 2 }), columns: [coded, numbers('产值', [8, 9])] };
    expect(reapplied(may, withStep(NO_CHANGES, cell(1, 0, '10')), now, '编号').changes.edits.cells.get(1)).toEqual(
      new Map([[1, '10']]),
    );
    const byNumber = listed(packText('名', ['x', 'y']), numbers('编号', [7, 8]), numbers('产值', [1, 2]));
    const again = reapplied(byNumber, withStep(NO_CHANGES, cell(2, 1, '5')), byNumber, '编号');
    expect(again.changes.edits.cells.get(2)).toEqual(new Map([[1, '5']]));
  });
});
