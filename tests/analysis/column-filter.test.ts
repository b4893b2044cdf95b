import { describe, expect, it } from 'vitest';
import {
  categoryCounts,
  filterKinds,
  histogram,
  placeOnScale,
  valueOnScale,
} from '../../src/analysis/column-choices.ts';
import { columnMask } from '../../src/analysis/column-filter.ts';
import { countChoices, passingRows } from '../../src/analysis/set-rows.ts';
import { compareDates, datesOf } from '../../src/domain/column-dates.ts';
import type { ColumnFilter } from '../../src/domain/column-filter.ts';
import { type Column, type PointSet, packText } from '../../src/domain/point-set.ts';
import { isSetFiltered, NO_SET_FILTER } from '../../src/domain/set-look.ts';
import { shownOf } from '../../src/state/imports/imported-set.ts';
import { smallImport } from '../fixtures/imported.ts';
import { randomSet } from '../fixtures/random-set.ts';

const coded = (name: string, values: readonly string[], codes: readonly number[]): Column => ({
  kind: 'coded',
  name,
  values,
  codes: Uint32Array.from(codes),
});
const OUTPUT = packText('产值', ['1,000', '暂无', '2,500.5', '900', '1,000']);
const SINCE = packText('成立', ['2023', '2024年5月', '2024-05-17', '', '2025/1/1']);
const KIND = coded('类别', ['机械', '家电', '—', 'Home A'], [0, 1, 2, 3, 0]);
const NAME = packText('名称', ['Alpha 甲', '乙厂', 'ALPHABET', '丙', '阿尔法alpha']);
const set: PointSet = { ...randomSet({ seed: 3, count: 5 }), columns: [OUTPUT, SINCE, KIND, NAME] };

const rowsOf = (...columns: ColumnFilter[]) => [...(passingRows(set, { ...NO_SET_FILTER, columns }) ?? ['all'])];
const number = { kind: 'number', column: '产值', from: null, to: null, blank: false } as const;
const date = { kind: 'date', column: '成立', from: '', to: '', blank: false } as const;

describe('a filter on a column', () => {
  it('of numbers takes both limits in, and blanks only where they are asked for', () => {
    expect(rowsOf({ ...number, from: 1000 })).toEqual([0, 2, 4]);
    expect(rowsOf({ ...number, from: 900, to: 1000 })).toEqual([0, 3, 4]);
    expect(rowsOf({ ...number, to: 950, blank: true })).toEqual([1, 3]);
  });

  it('of dates compares no finer than cell and limit say', () => {
    expect(rowsOf({ ...date, from: '2024年5月' })).toEqual([1, 2, 4]);
    // May 2024 may be after the 10th, 2023 is not.
    expect(rowsOf({ ...date, from: '2024-05-10', to: '2024-12' })).toEqual([1, 2]);
    expect(rowsOf({ ...date, from: '2024-05-18' })).toEqual([1, 4]);
    expect(rowsOf({ ...date, to: '2023-02-01', blank: true })).toEqual([0, 3]);
    expect(rowsOf({ ...date, from: 'soon' })).toEqual([0, 1, 2, 3, 4]);
  });

  it('of values takes any that is ticked, and all blanks as one', () => {
    expect(rowsOf({ kind: 'category', column: '类别', values: ['机械', ''] })).toEqual([0, 2, 4]);
    expect(rowsOf({ kind: 'category', column: '产值', values: ['1,000'] })).toEqual([0, 4]);
  });

  it('of words finds them in any place and case, in one cell', () => {
    expect(rowsOf({ kind: 'text', column: '名称', text: ' alpha' })).toEqual([0, 2, 4]);
    expect(rowsOf({ kind: 'text', column: '名称', text: '厂' })).toEqual([1]);
    // The end of one cell and the start of the next are not one word.
    expect(rowsOf({ kind: 'text', column: '名称', text: '甲乙' })).toEqual([]);
    expect(rowsOf({ kind: 'text', column: '类别', text: 'HOME' })).toEqual([3]);
  });

  it('lets a row through that passes all of them', () => {
    expect(rowsOf({ ...number, from: 1000 }, { ...date, from: '2024' })).toEqual([2, 4]);
  });

  it('that says nothing yet, or is on a column that is gone, lets all through', () => {
    const empty: ColumnFilter[] = [
      number,
      date,
      { kind: 'category', column: '类别', values: [] },
      { kind: 'text', column: '名称', text: ' ' },
    ];
    expect(isSetFiltered({ ...NO_SET_FILTER, columns: empty })).toBe(false);
    expect(rowsOf(...empty)).toEqual(['all']);
    expect(rowsOf({ ...number, column: '没有', from: 1 })).toEqual([0, 1, 2, 3, 4]);
  });

  it('is counted in the choices of the others', () => {
    const columns = [{ ...number, from: 1000 }];
    const { districts } = countChoices(set, { ...NO_SET_FILTER, columns });
    expect([...districts.values()].reduce((a, b) => a + b, 0)).toBe(3);
  });

  it('is made once and anew for other filters', () => {
    const columns = [{ ...number, from: 1000 }];
    expect(columnMask(set, columns)).toBe(columnMask(set, columns));
    expect([...(columnMask(set, [{ ...number, to: 900 }]) ?? [])]).toEqual([0, 0, 0, 1, 0]);
  });

  it('is absent of what an earlier version kept', () => {
    const { set: kept, receipt } = smallImport();
    const look = { name: '', colour: 'blue', size: 4, visible: true, display: 'points', acrossM: 1000 } as const;
    const { columns: _, ...older } = NO_SET_FILTER;
    const filter = JSON.parse(JSON.stringify(older));
    expect(shownOf({ id: 'a', order: 0, set: kept, receipt, look, filter }).filter).toEqual(NO_SET_FILTER);
  });
});

describe('dates', () => {
  it.each([
    [20240000, 20240517, 0],
    [20240500, 20240517, 0],
    [20240400, 20240517, -1],
    [20240517, 20240516, 1],
    [20230000, 20240101, -1],
  ])('%i beside %i', (a, b, sign) => {
    expect(Math.sign(compareDates(a, b))).toBe(sign);
    expect(Math.sign(compareDates(b, a))).toBe(sign === 0 ? 0 : -sign);
  });

  it('are a column where nearly all cells are some', () => {
    expect([...(datesOf(SINCE, 5) ?? [])]).toEqual([20230000, 20240500, 20240517, 0, 20250101]);
    expect(datesOf(NAME, 5)).toBeNull();
    expect(datesOf(packText('x', ['2024-05', 'n/a', 'soon']), 3)).toBeNull();
  });
});

describe('what a filter offers', () => {
  it('is the kind that the column is likeliest of', () => {
    expect([OUTPUT, SINCE, KIND, NAME].map((column) => filterKinds(column, 5)[0])).toEqual([
      'number',
      'date',
      'category',
      'category',
    ]);
    const names = packText(
      '名称',
      Array.from({ length: 80 }, (_, n) => `厂${n}`),
    );
    expect(filterKinds(names, 80)).toEqual(['text', 'category']);
  });

  it('counts the values, the most frequent first, blanks as one and last', () => {
    expect(categoryCounts(coded('a', ['x', '无', 'y', '', 'z'], [1, 3, 1, 2, 2, 0]), 6)).toEqual([
      { value: 'y', rows: 2 },
      { value: 'x', rows: 1 },
      { value: '', rows: 3 },
    ]);
  });

  it('bins numbers in twenty, the greatest in the last', () => {
    const found = histogram(Float64Array.of(0, 1, 50, 99.9, 100, Number.NaN));
    expect(found).toMatchObject({ least: 0, greatest: 100, blank: 1 });
    expect([...(found?.bins ?? [])]).toEqual([2, ...Array(9).fill(0), 1, ...Array(8).fill(0), 2]);
    expect(histogram(Float64Array.of(Number.NaN))).toBeNull();
    expect([...(histogram(Float64Array.of(5, 5))?.bins ?? [])].slice(0, 2)).toEqual([2, 0]);
  });

  it('has handles that name round values and find their place again', () => {
    const spread = { least: 0.3, greatest: 7.9, bins: new Uint32Array(20), blank: 0 };
    expect([0, 50, 100].map((at) => valueOnScale(spread, at))).toEqual([0.3, 4.1, 7.9]);
    for (const at of [0, 13, 50, 77, 100]) expect(placeOnScale(spread, valueOnScale(spread, at))).toBe(at);
    const large = { ...spread, least: 12_345, greatest: 9_876_543 };
    expect(valueOnScale(large, 50)).toBe(4_944_000);
  });
});
