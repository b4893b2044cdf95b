import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withJoined } from '../../src/analysis/joined-columns.ts';
import { joinByKey, likelyKeys } from '../../src/analysis/key-join.ts';
import { joinKey } from '../../src/domain/join-key.ts';
import { type Column, packText, valueAt } from '../../src/domain/point-set.ts';
import { randomSet } from '../fixtures/random-set.ts';

const numbers = (name: string, ...values: number[]): Column => ({
  kind: 'number',
  name,
  values: Float64Array.from(values),
});

describe('keys', () => {
  it.each([
    ['440604', '440604', []],
    [' 440604\t', '440604', ['trimmed']],
    ['４４０６０４', '440604', ['width']],
    ['440604.0', '440604', ['decimals']],
    ['　１２．００ ', '12', ['trimmed', 'width', 'decimals']],
    [440604, '440604', []],
    ['ＦＳ－１', 'FS-1', ['width']],
    // What is no whole number, or no number, keeps its point; leading zeros and letters tell keys apart.
    ['1.50', '1.50', []],
    ['A.0', 'A.0', []],
    ['007', '007', []],
    ['fs-1', 'fs-1', []],
    ['', '', []],
    [null, '', []],
  ] as const)('%s is %s', (cell, key, folds) => {
    expect(joinKey(cell)).toEqual({ key, folds });
  });

  it('are the same however often they are folded', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '０', '.', '0', ' ', '　', 'Ａ', 'b') }), (text) => {
        const { key } = joinKey(text);
        // 1.0.0 is no number: only the zeros of a whole number go.
        fc.pre(!/^\d+\.0+$/.test(key));
        expect(joinKey(key)).toEqual({ key, folds: [] });
      }),
    );
  });
});

describe('a table joined by keys', () => {
  // Areas 0 and 4 share a key; area 3 has none; the table has A2 twice, and B9 that no area has.
  const areas = { column: packText('编号', ['A1', 'Ａ２', 'A3', '', ' A1', 'A5']), count: 6 };
  const table = { column: packText('地块', ['A3', 'A2', 'A1', 'A2 ', 'B9', '']), count: 6 };

  it('gives each row its row of the table, and lists what found nothing and what stands twice, by hand', () => {
    const { tableRow, joined, set, table: other, folded } = joinByKey(areas, table);
    expect([...tableRow]).toEqual([2, -1, 0, -1, 2, -1]);
    expect(joined).toBe(3);
    expect(set).toEqual({
      unmatched: [{ key: 'A5', rows: [5] }],
      doubled: [{ key: 'A1', rows: [0, 4] }],
      blank: [3],
    });
    expect(other).toEqual({
      unmatched: [{ key: 'B9', rows: [4] }],
      doubled: [{ key: 'A2', rows: [1, 3] }],
      blank: [5],
    });
    expect(folded).toEqual({ trimmed: 2, width: 1, decimals: 0 });
  });

  it('leaves rows that were taken out alone, and joins numbers to codes as text', () => {
    const without = joinByKey({ ...areas, without: new Set([4, 5]) }, table);
    expect([...without.tableRow]).toEqual([2, -1, 0, -1, -1, -1]);
    expect(without.set).toEqual({ unmatched: [], doubled: [], blank: [3] });
    const codes = joinByKey(
      { column: packText('代码', ['440604.0', '440605']), count: 2 },
      { column: numbers('code', 440605, 440604, Number.NaN), count: 3 },
    );
    expect([...codes.tableRow]).toEqual([1, 0]);
    expect([codes.folded.decimals, codes.table.blank]).toEqual([1, [2]]);
  });

  it('brings the columns, blank where a row found nothing, under names that are free', () => {
    const base = {
      ...randomSet({ seed: 1, count: 3 }),
      columns: [packText('编号', ['A', 'B', 'C']), numbers('产值', 1, 2, 3)],
    };
    const columns: Column[] = [
      packText('编号', ['C', 'A']),
      numbers('产值', 30, 10),
      { kind: 'coded', name: '行业', codes: Uint32Array.of(1, 0), values: ['陶瓷', '家电'] },
      packText('备注', ['丙', '甲']),
    ];
    const { set, names } = withJoined(base, { name: '年报', columns }, 0, Int32Array.of(1, -1, 0));
    expect(names).toEqual(['产值 (年报)', '行业', '备注']);
    const cells = (of: readonly Column[]) => of.map((column) => [0, 1, 2].map((row) => valueAt(column, row)));
    expect(cells(set.columns)).toEqual([
      ['A', 'B', 'C'],
      [1, 2, 3],
      [10, null, 30],
      ['陶瓷', null, '家电'],
      ['甲', null, '丙'],
    ]);
    // The same table again, with other numbers, takes the place of what it brought.
    const again = withJoined(
      set,
      { name: '年报', columns: [packText('编号', ['B']), numbers('产值', 21)] },
      0,
      Int32Array.of(-1, 0, -1),
    );
    expect(again.set.columns.map(({ name }) => name)).toEqual(['编号', '产值', '产值 (年报)', '行业', '备注']);
    expect(cells(again.set.columns)[2]).toEqual([null, 21, null]);
    // Another table with a column of that name stands beside it.
    expect(
      withJoined(set, { name: '月报', columns: [packText('编号', []), numbers('备注', 5)] }, 0, Int32Array.of(0, 0, 0))
        .names,
    ).toEqual(['备注 (月报)']);
  });

  it('finds the likely key columns', () => {
    const columns = [packText('名称', ['甲', '乙']), packText('编号', ['0601', '0602'])];
    expect(
      likelyKeys(columns, 2, [
        [1, '0602', '甲'],
        [2, '0601', '丙'],
      ]),
    ).toMatchObject({ set: 1, table: 1 });
    expect(likelyKeys(columns, 2, [['x', 'y']])).toBeNull();
  });
});
