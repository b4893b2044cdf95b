import { describe, expect, it } from 'vitest';
import { ALL_UP_TO, labelText, rowLabels } from '../../src/analysis/row-labels.ts';
import { packText } from '../../src/domain/point-set.ts';
import { smallSet } from '../fixtures/imported.ts';
import { randomSet } from '../fixtures/random-set.ts';
import { rectangle, shapedSet } from '../fixtures/shaped-set.ts';

const BY_NAME = { of: 'name' } as const;
const pxOf = () => 9;

describe('words beside rows', () => {
  it('are the name or the cell of a column, of the rows that are shown and have a place', () => {
    const set = smallSet();
    set.positions.fill(Number.NaN, 2, 4);
    const texts = (labelBy: Parameters<typeof labelText>[1], rows?: Uint32Array) =>
      rowLabels({ set, rows, labelBy, pxOf }, null).map(({ text }) => text);
    expect(texts(BY_NAME)).toEqual(['甲厂', '丙厂']);
    expect(texts(BY_NAME, Uint32Array.of(1, 2))).toEqual(['丙厂']);
    // The third cell is blank.
    expect(texts({ of: 'column', column: '员工数' })).toEqual(['120']);
    expect(texts({ of: 'column', column: '没有这一列' })).toEqual([]);
  });

  it('are one line without marks that turn it, cut where they are long', () => {
    const set = { ...smallSet(), label: packText('名称', ['a\u202Eb\nc', '厂'.repeat(60), '']) };
    const textOf = labelText(set, BY_NAME);
    expect([textOf(0), textOf(1), textOf(2)]).toEqual(['ab c', `${'厂'.repeat(39)}…`, null]);
  });

  it('stand in lines and areas, beside points', () => {
    const square = rectangle(113.1, 23, 113.11, 23.01);
    const set = shapedSet([{ rings: [square] }, { line: square }, { at: [113.2, 23] }]);
    const labels = rowLabels({ set, rows: undefined, labelBy: BY_NAME, pxOf }, null);
    expect(labels.map(({ px }) => px)).toEqual([0, 0, 9]);
    expect(labels.map(({ angle }) => angle === null)).toEqual([true, false, true]);
  });

  it('of a large set are those in the view, one a cell, and the same cells while the map moves', () => {
    const set = randomSet({ seed: 3, count: ALL_UP_TO + 3000 });
    const at = (west: number) => ({ bbox: [west, 22.9, west + 0.2, 23.1], zoom: 10.4 }) as const;
    const shown = (west: number) =>
      rowLabels({ set, rows: undefined, labelBy: BY_NAME, pxOf }, at(west)).map(
        ({ at: [lng, lat] }) => `${lng} ${lat}`,
      );
    const [first, moved] = [shown(113), shown(113.02)];
    expect(first.length).toBeGreaterThan(10);
    expect(first.length).toBeLessThan(set.count / 10);
    // Both look beyond their view; what lies in both is the same.
    const inBoth = (place: string) => Number(place.split(' ')[0]) > 112.95 && Number(place.split(' ')[0]) < 113.25;
    expect(moved.filter(inBoth)).toEqual(first.filter(inBoth));
    expect(rowLabels({ set, rows: undefined, labelBy: BY_NAME, pxOf }, null)).toEqual([]);
  });
});
