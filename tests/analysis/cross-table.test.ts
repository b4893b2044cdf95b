import { describe, expect, it } from 'vitest';
import { type CountedSet, countedImport } from '../../src/analysis/counted-set.ts';
import { cellGroups, crossTable, rowsInCell, share, totals } from '../../src/analysis/cross-table.ts';
import { NOT_STATED } from '../../src/domain/point-set.ts';
import { statedDistricts } from '../../src/domain/row-districts.ts';
import { AXES } from '../../src/domain/vocabulary.ts';
import { randomSet } from '../fixtures/random-set.ts';

function small(): CountedSet {
  const set = randomSet({ seed: 1, count: 6 });
  set.cluster.set([0, 0, 1, 1, NOT_STATED, 0]);
  set.district.set([1, 1, 2, NOT_STATED, 0, 1]);
  set.town.set([440605011, 0, 440606102, 0, 0, 440605011]);
  return { ...countedImport(set), isPart: (row) => row === 5 };
}
const cell = (table: ReturnType<typeof crossTable>, row: string, column: string, source?: number): number | undefined =>
  totals(table, source).cells[table.rowKeys.indexOf(row)]?.[table.columnKeys.indexOf(column)];

describe('crossTable', () => {
  it('counts records, not parts, in one cell each', () => {
    const table = crossTable([{ counted: small() }], 'cluster', 'district');
    expect(cell(table, 'equipment', 'nanhai')).toBe(2);
    expect(cell(table, 'home', 'shunde')).toBe(1);
    expect(cell(table, 'home', 'unknown')).toBe(1);
    expect(cell(table, 'unknown', 'chancheng')).toBe(1);
    expect(totals(table).all).toBe(5);
  });

  it('keeps every cluster and district, towns only where they hold a record, and "several" only where met', () => {
    const table = crossTable([{ counted: small() }], 'town', 'district');
    expect(table.rowKeys).toEqual(['440605011', '440606102', 'unknown']);
    expect(table.columnKeys).toEqual(['chancheng', 'nanhai', 'shunde', 'sanshui', 'gaoming', 'unknown']);
    const base = small();
    const several: CountedSet = {
      ...base,
      districtsOf: (row) => (row === 0 ? statedDistricts(['nanhai', 'shunde']) : base.districtsOf(row)),
    };
    const wider = crossTable([{ counted: several }], 'cluster', 'district');
    expect(wider.columnKeys.slice(-2)).toEqual(['several', 'unknown']);
    expect(cell(wider, 'equipment', 'several')).toBe(1);
    expect(cell(wider, 'equipment', 'nanhai')).toBe(1);
  });

  it('does not list an unknown status or precision twice', () => {
    const table = crossTable([{ counted: small() }], 'status', 'precision');
    expect(table.rowKeys.filter((key) => key === 'unknown')).toHaveLength(1);
    expect(table.columnKeys).toEqual(['exact', 'street', 'town', 'district', 'city', 'unknown']);
  });

  it('is never surer of a town than of its district', () => {
    const base = small();
    // Row 0 states Guicheng alone, and two districts.
    const unsure: CountedSet = {
      ...base,
      districtsOf: (row) => (row === 0 ? statedDistricts(['nanhai', 'shunde']) : base.districtsOf(row)),
    };
    const table = crossTable([{ counted: unsure }], 'town', 'district');
    expect(cell(table, 'several', 'several')).toBe(1);
    expect(cell(table, '440605011', 'several')).toBeUndefined();
  });

  it('has a column in its cells, rows and columns', () => {
    const source = { counted: small() };
    const table = crossTable([source], 'cluster', 'district');
    const {
      cell: at,
      row,
      column,
      all,
      total,
    } = cellGroups(source, table, Float64Array.of(3, Number.NaN, 4, 5, 6, 99));
    const nanhai = table.columnKeys.indexOf('nanhai');
    expect(at(table.rowKeys.indexOf('equipment'), nanhai)).toEqual({ missing: 1, numbers: [3] });
    expect(row(table.rowKeys.indexOf('home')).numbers).toEqual([4, 5]);
    expect(column(nanhai)).toEqual({ missing: 1, numbers: [3] });
    expect([all.missing, total.sum]).toEqual([1, 18]);
  });

  it('shows sets together or apart', () => {
    const table = crossTable(
      [{ counted: small() }, { counted: small(), rows: Uint32Array.of(0, 2, 5) }],
      'cluster',
      'district',
    );
    expect([
      cell(table, 'equipment', 'nanhai'),
      cell(table, 'equipment', 'nanhai', 0),
      cell(table, 'equipment', 'nanhai', 1),
    ]).toEqual([3, 2, 1]);
    expect([totals(table).all, totals(table, 0).all, totals(table, 1).all]).toEqual([7, 5, 2]);
  });

  it('adds up on every pair of axes', () => {
    const counted = countedImport(randomSet({ seed: 5, count: 700 }));
    for (const rowAxis of AXES) {
      for (const columnAxis of AXES) {
        const { rows, columns, all } = totals(crossTable([{ counted }], rowAxis, columnAxis));
        expect(all).toBe(700);
        expect(rows.reduce((a, b) => a + b, 0)).toBe(700);
        expect(columns.reduce((a, b) => a + b, 0)).toBe(700);
      }
    }
  });

  it('gives the rows behind a cell, a line and a column', () => {
    const source = { counted: small() };
    const table = crossTable([source], 'cluster', 'district');
    expect([...rowsInCell(source, table, 'equipment', 'nanhai')]).toEqual([0, 1]);
    expect([...rowsInCell(source, table, 'home', null)]).toEqual([2, 3]);
    expect([...rowsInCell(source, table, null, 'unknown')]).toEqual([3]);
    const large = { counted: countedImport(randomSet({ seed: 6, count: 400 })) };
    const other = crossTable([large], 'kind', 'town');
    const sums = totals(other);
    const behind = other.rowKeys.map((row) =>
      other.columnKeys.map((column) => rowsInCell(large, other, row, column).length),
    );
    expect(behind).toEqual(sums.cells);
  });

  it('gives shares of the whole, the line and the column, and none of nothing', () => {
    const sums = totals(crossTable([{ counted: small() }], 'cluster', 'district'));
    expect(share(sums, 0, 1, 'all')).toBeCloseTo(2 / 5);
    expect(share(sums, 1, 2, 'row')).toBeCloseTo(1 / 2);
    expect(share(sums, 0, 1, 'column')).toBe(1);
    expect(share(sums, 5, 0, 'row')).toBeNull();
    expect(share(totals(crossTable([], 'cluster', 'district')), 0, 0, 'all')).toBeNull();
  });
});
