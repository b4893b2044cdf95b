import { describe, expect, it } from 'vitest';
import { changedSet } from '../../src/analysis/changed-set.ts';
import { canHold } from '../../src/analysis/edited-column.ts';
import { numbersOf } from '../../src/domain/column-values.ts';
import { geometryAt } from '../../src/domain/geometries.ts';
import { type Column, labelAt, type PointSet, packText, valueAt } from '../../src/domain/point-set.ts';
import { type ChangeStep, fileRow, NO_CHANGES, withStep } from '../../src/domain/set-changes.ts';
import { randomSet, seeded } from '../fixtures/random-set.ts';
import { rectangle, shapedSet } from '../fixtures/shaped-set.ts';

const changes = (...steps: readonly ChangeStep[]) => steps.reduce(withStep, NO_CHANGES);
const cell = (column: number, row: number, after: string): ChangeStep => ({
  kind: 'cell',
  column,
  row,
  before: null,
  after,
});
const without = (...rows: number[]): ChangeStep => ({ kind: 'delete', rows: Uint32Array.from(rows) });
const cells = (set: PointSet, at: number) => {
  const column = set.columns[at];
  return column === undefined ? [] : Array.from({ length: set.count }, (_, row) => valueAt(column, row));
};

function listed(columns: readonly Column[], count: number): PointSet {
  const [label] = columns;
  const set = randomSet({ seed: 3, count });
  return { ...set, columns, label: label === undefined || label.kind === 'number' ? set.label : label };
}

const names = packText('名称', ['甲', '乙厂', '丙', '丁', '戊']);
const output: Column = { kind: 'number', name: '产值', values: Float64Array.of(1, 2, 3, Number.NaN, 5) };
const town: Column = { kind: 'coded', name: '镇', codes: Uint32Array.of(0, 1, 0, 1, 0), values: ['大沥', '里水'] };

describe('a set with changes', () => {
  const set = listed([names, output, town], 5);

  it('is the set itself where nothing is changed', () => {
    expect(changedSet(set, NO_CHANGES)).toBe(set);
  });

  it('has the edited cells, says which, and leaves the file as it was', () => {
    const now = changedSet(
      set,
      changes(cell(0, 1, '乙'), cell(0, 4, '戊工业园'), cell(1, 3, '1,234.5'), cell(1, 0, '暂无'), cell(2, 2, '丹灶')),
    );
    expect(cells(now, 0)).toEqual(['甲', '乙', '丙', '丁', '戊工业园']);
    expect(cells(now, 1)).toEqual([null, 2, 3, 1234.5, 5]);
    expect(cells(now, 2)).toEqual(['大沥', '里水', '丹灶', '里水', '大沥']);
    expect(now.columns.map(({ edited }) => [...(edited ?? [])])).toEqual([[1, 4], [3, 0], [2]]);
    expect(labelAt(now, 4)).toBe('戊工业园');
    expect(cells(set, 0)).toEqual(['甲', '乙厂', '丙', '丁', '戊']);
    expect(now.positions).toBe(set.positions);
  });

  it('makes anew the edited column alone', () => {
    const one = changedSet(set, changes(cell(1, 0, '9')));
    const two = changedSet(set, withStep(changes(cell(1, 0, '9')), cell(2, 0, '西樵')));
    expect(one.columns[0]).toBe(set.columns[0]);
    expect(two.columns[0]).toBe(set.columns[0]);
    expect(numbersOf(two.columns[1] ?? output, 5)?.[0]).toBe(9);
  });

  it('has the numbers of its text as if all of it were read anew', () => {
    const texts = ['1,000', '2', '暂无', '4', '5'];
    const before = listed([names, packText('产值', texts)], 5);
    expect(numbersOf(before.columns[1] ?? output, 5)).toEqual(Float64Array.of(1000, 2, Number.NaN, 4, 5));
    const now = changedSet(before, changes(cell(1, 2, '3,000.5'), cell(1, 1, '不详')));
    expect(numbersOf(now.columns[1] ?? output, 5)).toEqual(Float64Array.of(1000, Number.NaN, 3000.5, 4, 5));
    const words = changedSet(before, changes(cell(1, 0, '很多'), cell(1, 1, '不少')));
    expect(numbersOf(words.columns[1] ?? output, 5)).toBeNull();
  });

  it('keeps columns of numbers for numbers and blanks', () => {
    expect(['12', '1,234', '-3.5', '1e3', '', '—', '暂无'].map((text) => canHold(output, text))).toEqual(
      Array.from({ length: 7 }, () => true),
    );
    expect(canHold(output, '约500')).toBe(false);
    expect(canHold(names, '约500')).toBe(true);
  });

  it('has no row that was taken out, with what stood in it', () => {
    const now = changedSet(set, changes(cell(1, 4, '50'), cell(1, 0, '10'), without(0, 3)));
    expect(now.count).toBe(3);
    expect(cells(now, 0)).toEqual(['乙厂', '丙', '戊']);
    expect(cells(now, 1)).toEqual([2, 3, 50]);
    expect([...(now.columns[1]?.edited ?? [])]).toEqual([2]);
    expect(now.columns[2]?.edited).toBeUndefined();
    expect(labelAt(now, 2)).toBe('戊');
  });
});

describe('rows taken out', () => {
  it('are gone from every part of a set, whichever they are', () => {
    const random = seeded(11);
    const count = 60;
    const base = randomSet({ seed: 11, count });
    const text = packText(
      't',
      Array.from({ length: count }, (_, row) => '字'.repeat(row % 4) + row),
    );
    const set: PointSet = {
      ...base,
      columns: [text],
      sites: { ids: ['a'], codes: Uint32Array.from({ length: count }, (_, row) => row % 2) },
      located: { codes: Uint16Array.from({ length: count }, (_, row) => row), disagreeing: Uint32Array.of(3, 9, 40) },
    };
    const rows = Array.from({ length: count }, (_, row) => row).filter(() => random() < 0.4);
    const now = changedSet(set, changes(without(...rows)));
    const left = Array.from({ length: count }, (_, row) => row).filter((row) => !rows.includes(row));
    expect(now.count).toBe(left.length);
    left.forEach((row, at) => {
      expect(fileRow(Uint32Array.from(rows), at)).toBe(row);
      expect(now.positions.slice(2 * at, 2 * at + 2)).toEqual(set.positions.slice(2 * row, 2 * row + 2));
      for (const key of ['radiusM', 'precision', 'cluster', 'district', 'town', 'siteKind', 'status'] as const)
        expect(now[key][at]).toBe(set[key][row]);
      expect(now.sites?.codes[at]).toBe(set.sites?.codes[row]);
      expect(now.located?.codes[at]).toBe(row);
      expect(valueAt(now.columns[0] ?? text, at)).toBe(valueAt(text, row));
    });
    expect([...(now.located?.disagreeing ?? [])].map((at) => left[at])).toEqual(
      [3, 9, 40].filter((row) => !rows.includes(row)),
    );
  });

  it('take their lines and areas with them, triangles included', () => {
    const set = shapedSet([
      { rings: [rectangle(113, 23, 113.1, 23.1), rectangle(113.02, 23.02, 113.04, 23.04)] },
      {
        line: [
          [113, 23],
          [113.2, 23.1],
          [113.3, 23],
        ],
      },
      { parts: [[rectangle(113.2, 22.8, 113.3, 22.9)], [rectangle(113.4, 22.8, 113.5, 22.9)]] },
      { at: [113.1, 22.9] },
      { rings: [rectangle(112.9, 22.9, 113, 23)] },
    ]);
    const now = changedSet(set, changes(without(0, 3)));
    expect([0, 1, 2].map((row) => geometryAt(now.geometries, row))).toEqual(
      [1, 2, 4].map((row) => geometryAt(set.geometries, row)),
    );
    const corner = (geometries: PointSet['geometries'], vertex: number) =>
      String(geometries?.positions.slice(2 * vertex, 2 * vertex + 2));
    const corners = (item: PointSet) =>
      Array.from(item.geometries?.triangles ?? [], (vertex) => corner(item.geometries, vertex));
    // The triangles of the first row come first.
    const gone = corners(set).length - corners(now).length;
    expect(gone).toBeGreaterThan(0);
    expect(corners(now)).toEqual(corners(set).slice(gone));
  });
});
