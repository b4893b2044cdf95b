import { describe, expect, it, vi } from 'vitest';
import { answerOf, CERTAIN, NO } from '../../../src/analysis/answer.ts';
import { columnSums } from '../../../src/analysis/column-sums.ts';
import { countedImport } from '../../../src/analysis/counted-set.ts';
import { measureColumns } from '../../../src/domain/column-values.ts';
import { valueAt } from '../../../src/domain/point-set.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { classesOf, sizesOf } from '../../../src/state/imports/set-counts.ts';
import { smallImport } from '../../fixtures/imported.ts';
import { fakeStore, settled, twoWindows } from '../../fixtures/windows.ts';

type Sets = ReturnType<typeof createImports>;

const staff = (imports: Sets, id = 'a') => {
  const set = imports.byId(id)?.set;
  const column = set?.columns[1];
  return column === undefined ? [] : Array.from({ length: set?.count ?? 0 }, (_, row) => valueAt(column, row));
};

async function withSet() {
  const { store, kept } = fakeStore();
  const imports = createImports(store, vi.fn());
  await imports.add(smallImport('a', '甲'));
  return { imports, store, kept };
}

describe('edits of a set', () => {
  it('are followed by colour, size, filter and sums', async () => {
    const { imports } = await withSet();
    const colourBy = { kind: 'number', column: '员工数', method: 'quantile', ramp: 'heat', breaks: [] } as const;
    imports.restyle('a', { colourBy, sizeBy: '员工数' });
    imports.refilter('a', {
      columns: [{ kind: 'number', column: '员工数', from: 100, to: null, blank: false }],
    });
    expect([...(imports.byId('a')?.rows ?? [])]).toEqual([0]);
    expect(imports.edits.editCell('a', { row: 2, column: 1, text: '1,500' })).toBe(true);
    const item = imports.byId('a');
    if (item === null) throw new Error('the set is gone');
    expect([...(item.rows ?? [])]).toEqual([0, 2]);
    expect(classesOf(item.set, colourBy)?.classes.at(-1)?.to).toBe(1500);
    expect(sizesOf(item.set, item.look)?.greatest).toBe(1500);
    const [measure] = measureColumns(item.set);
    const sums = columnSums({
      counted: countedImport(item.set),
      answer: answerOf(Uint8Array.of(CERTAIN, NO, CERTAIN)),
      values: measure?.values ?? new Float64Array(),
      rows: undefined,
    });
    expect(sums.sum.middle).toBe(1620);
    expect(sums.total.sum).toBe(1705);
  });

  it('are refused where a column of numbers would lose its numbers, and none where nothing changes', async () => {
    const { imports } = await withSet();
    expect(imports.edits.editCell('a', { row: 0, column: 1, text: '很多' })).toBe(false);
    expect(imports.edits.editCell('a', { row: 0, column: 1, text: '120' })).toBe(true);
    expect(imports.byId('a')?.changed).toBeUndefined();
    expect(imports.edits.undo('a')).toBeNull();
  });

  it('are undone and done again, as deep as they go', async () => {
    const { imports } = await withSet();
    void imports.edits.editCell('a', { row: 0, column: 1, text: '1' });
    void imports.edits.editCell('a', { row: 0, column: 1, text: '2' });
    imports.edits.deleteRows('a', Uint32Array.of(1));
    void imports.edits.editCell('a', { row: 1, column: 1, text: '3' });
    expect(staff(imports)).toEqual([2, 3]);
    for (const expected of [
      [2, null],
      [2, 85, null],
      [1, 85, null],
      [120, 85, null],
    ]) {
      expect(imports.edits.undo('a')).not.toBeNull();
      expect(staff(imports)).toEqual(expected);
    }
    expect(imports.edits.undo('a')).toBeNull();
    expect(imports.byId('a')?.changed).toBeUndefined();
    for (let n = 0; n < 4; n++) imports.edits.redo('a');
    expect(staff(imports)).toEqual([2, 3]);
    imports.edits.undo('a');
    void imports.edits.editCell('a', { row: 0, column: 0, text: '甲甲' });
    // What was taken back is gone once something else is done.
    expect(imports.edits.redo('a')).toBeNull();
  });

  it('number the rows anew where some are taken out, and bring them back', async () => {
    const { imports } = await withSet();
    imports.choose({ setId: 'a', row: 2 });
    imports.edits.deleteRows('a', Uint32Array.of(0));
    expect(imports.chosen.value).toBeNull();
    imports.edits.deleteRows('a', Uint32Array.of(0));
    expect(imports.byId('a')?.set.count).toBe(1);
    expect([...(imports.byId('a')?.changed?.changes.edits.deleted ?? [])]).toEqual([0, 1]);
    imports.edits.restoreRows('a');
    expect(imports.byId('a')?.set.count).toBe(3);
    imports.edits.undo('a');
    expect(imports.byId('a')?.set.count).toBe(1);
  });

  it('are kept on the device with the set, and come back', async () => {
    const { imports, store, kept } = await withSet();
    void imports.edits.editCell('a', { row: 1, column: 1, text: '86' });
    imports.edits.deleteRows('a', Uint32Array.of(0));
    await imports.settled();
    expect(kept.get('a')?.set.count).toBe(3);
    const again = createImports(store, vi.fn());
    await again.settled();
    expect(staff(again)).toEqual([86, null]);
    expect(again.byId('a')?.set.columns[1]?.edited).toEqual(new Set([0]));
  });

  it('reach other windows, which close what was open of rows that are numbered anew', async () => {
    const { one, two } = twoWindows();
    await one.imports.add(smallImport('a', '甲'));
    await settled(one, two);
    two.imports.choose({ setId: 'a', row: 2 });
    void one.imports.edits.editCell('a', { row: 2, column: 1, text: '7' });
    await settled(one, two);
    expect(staff(two.imports)).toEqual([120, 85, 7]);
    expect(two.imports.chosen.value).toEqual({ setId: 'a', row: 2 });
    one.imports.edits.deleteRows('a', Uint32Array.of(0));
    await settled(one, two);
    expect(staff(two.imports)).toEqual([85, 7]);
    expect(two.imports.chosen.value).toBeNull();
    two.imports.edits.restoreRows('a');
    await settled(two, one);
    expect(staff(one.imports)).toEqual([120, 85, 7]);
  });
});
