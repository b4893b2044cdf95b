import { describe, expect, it } from 'vitest';
import { tableRows } from '../../src/analysis/table-rows.ts';
import { toTsv } from '../../src/data/export/tsv.ts';
import { type Column, type PointSet, packText } from '../../src/domain/point-set.ts';
import { randomSet } from '../fixtures/random-set.ts';

const setOf = (count: number, ...columns: Column[]): PointSet => ({ ...randomSet({ seed: 3, count }), columns });
const set = setOf(
  6,
  packText('产值', ['1,000', '暂无', '90', '-5', '0.5', '90']),
  packText('成立', ['2024年5月', '2023', '2024-05-17', '', '2022/12/31', '2024/1/2']),
  { kind: 'coded', name: '类别', values: ['乙', '甲', ''], codes: Uint32Array.of(0, 1, 2, 0, 1, 0) },
  { kind: 'number', name: 'n', values: Float64Array.of(3, -2, Number.NaN, -1e9, 0.25, 0) },
);
const by = (column: number, descending = false, rows?: Uint32Array) => [
  ...tableRows(set, rows, '', { column, descending }),
];

describe('rows of a table', () => {
  it('stand as in the file until a column sorts them', () => {
    expect([...tableRows(set, undefined, '', null)]).toEqual([0, 1, 2, 3, 4, 5]);
    expect([...tableRows(set, Uint32Array.of(1, 4), ' ', null)]).toEqual([1, 4]);
  });

  it('are sorted as numbers where they are numbers, blanks last both ways, equals as they stood', () => {
    expect(by(0)).toEqual([3, 4, 2, 5, 0, 1]);
    expect(by(0, true)).toEqual([0, 2, 5, 4, 3, 1]);
    expect(by(3)).toEqual([3, 1, 5, 4, 0, 2]);
    expect(by(3, true)).toEqual([0, 4, 5, 1, 3, 2]);
  });

  it('are sorted as dates and as words', () => {
    expect(by(1)).toEqual([4, 1, 5, 0, 2, 3]);
    // 甲 jiǎ before 乙 yǐ.
    expect(by(2)).toEqual([1, 4, 0, 3, 5, 2]);
    expect(by(2, false, Uint32Array.of(0, 2, 4))).toEqual([4, 0, 2]);
  });

  it('agree with a plain sort of many numbers', () => {
    const values = Float64Array.from({ length: 5000 }, (_, at) => Math.sin(at * 12.9898) * 43758.5453 * 10 ** (at % 7));
    const many = setOf(values.length, { kind: 'number', name: 'n', values });
    const wanted = Array.from(values, (_, row) => row).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
    expect([...tableRows(many, undefined, '', { column: 0, descending: false })]).toEqual(wanted);
    expect([...tableRows(many, undefined, '', { column: 0, descending: true })]).toEqual(wanted.reverse());
  });

  it('are found by what any of their cells holds', () => {
    expect([...tableRows(set, undefined, '2024', null)]).toEqual([0, 2, 5]);
    expect([...tableRows(set, Uint32Array.of(0, 1, 4), '甲', { column: 3, descending: true })]).toEqual([4, 1]);
    expect([...tableRows(set, undefined, '没有', null)]).toEqual([]);
  });
});

it('rows for a spreadsheet keep to their cells and run nothing', () => {
  expect(
    toTsv([
      ['a', 'b'],
      ['x\ty', null],
      ['=1+1', 2.5],
      ['say "hi"', '中'],
    ]),
  ).toBe('a\tb\r\n"x\ty"\t\r\n\'=1+1\t2.5\r\n"say ""hi"""\t中\r\n');
});
