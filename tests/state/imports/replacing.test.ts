import { describe, expect, it, vi } from 'vitest';
import { ImportError } from '../../../src/data/import/guards/notes.ts';
import type { Choices, Imported } from '../../../src/data/import/types.ts';
import { packText, valueAt } from '../../../src/domain/point-set.ts';
import type { createImports } from '../../../src/state/imports/imports.ts';
import { importClient, sessionInto } from '../../fixtures/import-client.ts';
import { smallImport } from '../../fixtures/imported.ts';
import { settled, twoWindows } from '../../fixtures/windows.ts';

const CHOICES: Choices = {
  id: 'new',
  name: 'june',
  reading: {},
  roles: {},
  datum: 'wgs84',
  swapped: false,
  clusters: [],
};

/** The next month: 丁厂 is new, 甲厂 gone, the staff another; the second has no staff at all. */
function june(columns: 'same' | 'other' = 'same'): Imported {
  const { set, receipt } = smallImport('new');
  const names = packText('名称', ['丙厂', '丁厂', '乙厂']);
  const staff = {
    kind: 'number' as const,
    name: columns === 'same' ? '员工数' : '人数',
    values: Float64Array.of(30, 40, 90),
  };
  return { set: { ...set, label: names, columns: [names, staff] }, receipt: { ...receipt, fileName: 'june.csv' } };
}

function sessionOf(imports: ReturnType<typeof createImports>, read: () => Promise<Imported>) {
  return sessionInto(imports, importClient({ import: read }));
}

const file = () => new File(['x'], 'june.csv');
const opened = (session: ReturnType<typeof sessionOf>) =>
  vi.waitFor(() => expect(session.phase.value.kind).toBe('confirm'));

describe('other data in the place of a set', () => {
  it('keep name, look, filter, order and computed columns; edits are made again by their key, in every window', async () => {
    const { one, two, kept } = twoWindows();
    const { imports } = one;
    await imports.add(smallImport('a', '五月'));
    await imports.add(smallImport('b'));
    await settled(one, two);
    imports.restyle('a', { sizeBy: '员工数', opacity: 0.5 });
    imports.refilter('a', { columns: [{ kind: 'number', column: '员工数', from: 35, to: null, blank: false }] });
    imports.edits.compute('a', [{ name: '两倍', form: 'sum', a: '员工数', b: '员工数' }]);
    void imports.edits.editCell('a', { row: 1, column: 1, text: '100' });
    void imports.edits.editCell('a', { row: 0, column: 1, text: '7' });
    imports.edits.deleteRows('a', Uint32Array.of(2));
    const session = sessionOf(imports, () => Promise.resolve(june()));
    imports.replacing.begin(session, 'a', file(), '名称');
    await opened(session);
    expect(imports.replacing.replacing.value?.setId).toBe('a');
    await session.run(CHOICES);
    expect(session.phase.value).toEqual({ kind: 'done', setId: 'a' });
    const item = imports.byId('a');
    expect(item?.look).toMatchObject({ name: '五月', sizeBy: '员工数', opacity: 0.5 });
    expect(imports.sets.value.map(({ id }) => id)).toEqual(['a', 'b']);
    const cells = (set = item?.set) => set?.columns.map((column) => [0, 1].map((row) => valueAt(column, row)));
    expect(cells()).toEqual([
      ['丁厂', '乙厂'],
      [40, 100],
      [80, 200],
    ]);
    expect([...(item?.rows ?? [])]).toEqual([0, 1]);
    expect(imports.replacing.report.value).toMatchObject({
      cells: 1,
      rows: 1,
      gone: [],
      misfits: [],
      lost: [{ key: '甲厂', column: '员工数', text: '7', why: 'no-row' }],
    });
    expect(imports.edits.undo('a')).toBeNull();
    await settled(one, two);
    expect(cells(two.imports.byId('a')?.set)).toEqual(cells());
    expect(kept.get('a')?.receipt.fileName).toBe('june.csv');
    expect(kept.get('a')?.revision).toBe(1);
  });

  it('are told to lack a column that the look, a filter or a computed column needs', async () => {
    const { one } = twoWindows();
    const { imports } = one;
    await imports.add(smallImport('a', '五月'));
    imports.restyle('a', { sizeBy: '员工数' });
    imports.refilter('a', { columns: [{ kind: 'number', column: '员工数', from: 35, to: null, blank: false }] });
    imports.edits.compute('a', [{ name: '两倍', form: 'sum', a: '员工数', b: '员工数' }]);
    const session = sessionOf(imports, () => Promise.resolve(june('other')));
    imports.replacing.begin(session, 'a', file(), null);
    await opened(session);
    await session.run(CHOICES);
    expect(imports.replacing.report.value).toMatchObject({
      gone: ['员工数'],
      added: ['人数'],
      misfits: [
        { part: 'sizeBy', column: '员工数' },
        { part: 'computed', column: '两倍' },
        { part: 'filter', column: '员工数' },
      ],
    });
  });

  it('leave the set as it was where the file cannot be read, or is given up', async () => {
    const { one } = twoWindows();
    const { imports } = one;
    await imports.add(smallImport('a', '五月'));
    const session = sessionOf(imports, () => Promise.reject(new ImportError('no-rows')));
    imports.replacing.begin(session, 'a', file(), '名称');
    await opened(session);
    await session.run(CHOICES);
    expect(session.phase.value.kind).toBe('failed');
    expect(imports.byId('a')?.receipt.fileName).toBe('企业.csv');
    expect(imports.replacing.replacing.value).toBeNull();
    imports.replacing.begin(session, 'a', file(), '名称');
    await opened(session);
    session.cancel();
    expect(imports.replacing.replacing.value).toBeNull();
    // The next file is a set of its own.
    const again = sessionOf(imports, () => Promise.resolve(june()));
    await again.openAll([file()]);
    await again.run(CHOICES);
    expect(imports.sets.value.map(({ id }) => id)).toEqual(['a', 'new']);
  });
});
