import { expect, it } from 'vitest';
import { type CellFilter, sameCell } from '../../src/domain/axis.ts';

it('a cell is the same where every axis says the same', () => {
  const cell: CellFilter = [
    { axis: 'cluster', key: 'auto' },
    { axis: 'district', key: 'nanhai' },
  ];
  const same = [cell, structuredClone(cell), null];
  expect(same.map((other) => sameCell(cell, other))).toEqual([true, true, false]);
  expect([sameCell(null, null), sameCell(null, cell)]).toEqual([true, false]);
  const [first, second] = cell;
  if (first === undefined || second === undefined) throw new Error('two axes');
  const others: CellFilter[] = [
    [first],
    [first, { ...second, key: 'shunde' }],
    [first, { ...second, axis: 'town' }],
    [{ ...first, key: 'food' }, second],
  ];
  expect(others.map((other) => sameCell(cell, other))).toEqual([false, false, false, false]);
});
