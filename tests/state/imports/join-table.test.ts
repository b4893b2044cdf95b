import { describe, expect, it, vi } from 'vitest';
import { type Column, packText, valueAt } from '../../../src/domain/point-set.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { smallImport } from '../../fixtures/imported.ts';
import { memorySets } from '../../fixtures/memory-stores.ts';
import { rectangle, shapedSet } from '../../fixtures/shaped-set.ts';

const numbers = (name: string, ...values: number[]): Column => ({
  kind: 'number',
  name,
  values: Float64Array.from(values),
});

async function withParcels() {
  const set = shapedSet([0, 1, 2].map((at) => ({ rings: [rectangle(113 + at / 50, 23, 113.01 + at / 50, 23.01)] })));
  const imports = createImports(memorySets(), vi.fn());
  const columns = [packText('编号', ['A1', 'A2', 'A3']), numbers('面积', 1, 2, 3)];
  await imports.add({
    ...smallImport('parcels'),
    set: { ...set, id: 'parcels', name: '地块', columns, label: packText('编号', ['A1', 'A2', 'A3']) },
  });
  return imports;
}
const table = (...keys: string[]) => {
  const { set, receipt } = smallImport('table-1', '年报');
  const columns = [packText('地块', keys), numbers('产值', ...keys.map((_, at) => 10 * (at + 1)))];
  return { receipt, set: { ...set, count: keys.length, columns } };
};
const cells = (imports: Awaited<ReturnType<typeof withParcels>>, name: string) => {
  const set = imports.byId('parcels')?.set;
  const column = set?.columns.find((each) => each.name === name);
  return column === undefined || set === undefined
    ? null
    : Array.from({ length: set.count }, (_, row) => valueAt(column, row));
};

describe('a table joined to a set', () => {
  it('adds its columns to the rows, says so in the receipt, and is kept', async () => {
    const imports = await withParcels();
    const report = imports.join(table('A3', ' A1'), { setId: 'parcels', setColumn: 0, tableColumn: 0 });
    expect(report).toMatchObject({
      tableName: '年报',
      names: ['产值'],
      rows: { set: 3, table: 2 },
      join: { joined: 2 },
    });
    expect(cells(imports, '产值')).toEqual([20, null, 10]);
    expect(imports.byId('parcels')?.set.geometries).toBeDefined();
    expect(imports.byId('parcels')?.receipt.warnings.at(-1)).toMatchObject({
      code: 'joined-table',
      params: { table: '年报', columns: 1, key: '编号', joined: 2, of: 3 },
    });
    await imports.settled();
    expect(imports.unkept.value.size).toBe(0);
  });

  it('counts what the user has edited of the key, and leaves out rows that were taken out', async () => {
    const imports = await withParcels();
    imports.edits.deleteRows('parcels', Uint32Array.of(0));
    void imports.edits.editCell('parcels', { row: 0, column: 0, text: 'B7' });
    const report = imports.join(table('A1', 'B7'), { setId: 'parcels', setColumn: 0, tableColumn: 0 });
    // A1 is taken out, A2 is called B7 now.
    expect(cells(imports, '产值')).toEqual([20, null]);
    expect(report?.join.table.unmatched).toEqual([{ key: 'A1', rows: [0] }]);
    expect(report?.join.set.unmatched).toEqual([{ key: 'A3', rows: [2] }]);
    expect(cells(imports, '编号')).toEqual(['B7', 'A3']);
  });

  it('is none where the set or the column is gone, and nothing changes', async () => {
    const imports = await withParcels();
    const before = imports.byId('parcels');
    expect(imports.join(table('A1'), { setId: 'gone', setColumn: 0, tableColumn: 0 })).toBeNull();
    expect(imports.join(table('A1'), { setId: 'parcels', setColumn: 9, tableColumn: 0 })).toBeNull();
    expect(imports.byId('parcels')).toBe(before);
  });
});
