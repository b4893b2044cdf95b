import { describe, expect, it, vi } from 'vitest';
import { NO_CHANNEL, type SetsChannel } from '../../../src/data/device/sets-channel.ts';
import { settled as settledDatum } from '../../../src/data/import/import-file.ts';
import { isDatumAssumed } from '../../../src/domain/point-set.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { context, imported, textFile } from '../../data/import/helpers.ts';
import { smallImport } from '../../fixtures/imported.ts';
import { fakeStore, settled, twoWindows } from '../../fixtures/windows.ts';

describe('imported sets', () => {
  it('are kept with style and filter, and come back as they were', async () => {
    const { store, kept } = fakeStore();
    const first = createImports(store, vi.fn());
    await first.add(smallImport('a', '甲'));
    first.rename('a', '  新名  ');
    first.restyle('a', { colour: 'cluster', display: 'hexagons' });
    first.refilter('a', { clusters: ['auto', 'none'] });
    await first.settled();
    expect(kept.get('a')?.look.name).toBe('新名');

    const second = createImports(store, vi.fn());
    expect(second.loading.value).toBe(true);
    await second.settled();
    expect(second.loading.value).toBe(false);
    const item = second.byId('a');
    expect(item?.look).toMatchObject({ name: '新名', colour: 'cluster', display: 'hexagons' });
    expect([...(item?.rows ?? [])]).toEqual([0, 2]);
  });

  it('keep their order, moved up and down, and their switches', async () => {
    const { store } = fakeStore();
    const first = createImports(store, vi.fn());
    for (const id of ['a', 'b', 'c']) await first.add(smallImport(id, id));
    const order = (imports: typeof first) => imports.sets.value.map(({ id }) => id).join('');
    first.move('a', 1);
    expect(order(first)).toBe('bac');
    first.move('c', -1);
    first.move('b', -1);
    first.restyle('a', { visible: false, hatch: 'cross', opacity: 0.4, labelBy: { of: 'name' } });
    await first.settled();
    expect(order(first)).toBe('bca');

    const second = createImports(store, vi.fn());
    await second.settled();
    expect(order(second)).toBe('bca');
    expect(second.visible.value.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(second.byId('a')?.look).toMatchObject({ hatch: 'cross', opacity: 0.4, labelBy: { of: 'name' } });
  });

  it('come back from a device that kept them before there were cells', async () => {
    const { store, kept } = fakeStore();
    const first = createImports(store, vi.fn());
    await first.add(smallImport('a', '甲'));
    const old = kept.get('a');
    if (old === undefined) throw new Error('nothing is kept');
    const filter = { ...old.filter, clusters: ['food' as const] };
    Reflect.deleteProperty(filter, 'cell');
    kept.set('a', { ...old, filter });
    const second = createImports(store, vi.fn());
    await second.settled();
    expect([...(second.byId('a')?.rows ?? [])]).toEqual([1]);
  });

  it('stay in memory, and say so, where the device refuses', async () => {
    const { store, kept } = fakeStore('full');
    const refused = vi.fn();
    const imports = createImports(store, refused);
    await imports.add(smallImport('a'));
    expect(refused).toHaveBeenCalledExactlyOnceWith('full');
    expect(imports.byId('a')?.set.count).toBe(3);
    expect(imports.unkept.value.has('a')).toBe(true);
    expect(kept.size).toBe(0);
  });

  it('are removed from the device, with the row that was chosen', async () => {
    const { store, kept } = fakeStore();
    const imports = createImports(store, vi.fn());
    await imports.add(smallImport('a'));
    await imports.add(smallImport('b'));
    imports.choose({ setId: 'a', row: 1 });
    await imports.remove('a');
    expect([...kept.keys()]).toEqual(['b']);
    expect(imports.chosen.value).toBeNull();
    expect(imports.sets.value.map(({ id }) => id)).toEqual(['b']);
  });

  it('keeps a name when the new one is empty, and filters only what it is told', async () => {
    const imports = createImports(fakeStore().store, vi.fn());
    await imports.add(smallImport('a', '甲'));
    imports.rename('a', '   ');
    expect(imports.byId('a')?.look.name).toBe('甲');
    imports.refilter('a', { districts: [] });
    expect(imports.byId('a')?.rows).toHaveLength(0);
    imports.refilter('a', { districts: null });
    expect(imports.byId('a')?.rows).toBeUndefined();
  });
});

describe('two windows with the same sets', () => {
  it('follow each other in sets, style, name and filter', async () => {
    const { one, two } = twoWindows();
    await one.imports.add(smallImport('a', '甲'));
    await settled(one, two);
    expect(two.imports.byId('a')?.look.name).toBe('甲');
    two.imports.rename('a', '乙');
    two.imports.refilter('a', { clusters: ['auto'] });
    await settled(two, one);
    expect(one.imports.byId('a')?.look.name).toBe('乙');
    expect([...(one.imports.byId('a')?.rows ?? [])]).toEqual([0]);
  });

  it('follow each other in the order of the sets', async () => {
    const { one, two } = twoWindows();
    for (const id of ['a', 'b', 'c']) await one.imports.add(smallImport(id, id));
    await settled(one, two);
    one.imports.move('c', -1);
    one.imports.move('c', -1);
    await settled(one, two);
    expect(two.imports.sets.value.map(({ id }) => id).join('')).toBe('cab');
  });

  it('end with the same when both change the same', async () => {
    const { one, two, kept } = twoWindows();
    await one.imports.add(smallImport('a', '甲'));
    await settled(one, two);
    one.imports.restyle('a', { colour: 'cluster' });
    two.imports.restyle('a', { display: 'hexagons' });
    await settled(one, two);
    const last = kept.get('a')?.look;
    expect(one.imports.byId('a')?.look).toEqual(last);
    expect(two.imports.byId('a')?.look).toEqual(last);
  });

  it('place the rows anew in both when the datum is said in one, with look and filter as each has them', async () => {
    const { one, two } = twoWindows();
    const list = await imported(textFile('名称,经度,纬度\n甲,113.12,23.02\n乙,113.29,22.81\n'), 'a.csv');
    await one.imports.add(list);
    await settled(one, two);
    const before = two.imports.byId('import-1');
    if (before === null) throw new Error('the other window has no set');
    expect(isDatumAssumed(before.set)).toBe(true);
    two.imports.rename('import-1', '改名');
    two.imports.choose({ setId: 'import-1', row: 1 });
    await settled(two, one);
    await one.imports.replace(settledDatum(list, 'bd09', context));
    await settled(one, two);
    const after = two.imports.byId('import-1');
    expect(after?.set.positions).toEqual(settledDatum(list, 'bd09', context).set.positions);
    expect(after?.set.positions).not.toEqual(before.set.positions);
    expect(after?.receipt.datumSaid).toBe(true);
    expect(after?.look.name).toBe('改名');
    expect(two.imports.chosen.value).toEqual({ setId: 'import-1', row: 1 });
    // Said anew, from the other window.
    await two.imports.replace(settledDatum(list, 'gcj02', context));
    await settled(two, one);
    expect(one.imports.byId('import-1')?.set.datum?.taken).toBe('gcj02');
  });

  it('keep the very rows where only their look changed', async () => {
    const { one, two } = twoWindows();
    await one.imports.add(smallImport('a', '甲'));
    await settled(one, two);
    const before = two.imports.byId('a')?.set;
    one.imports.restyle('a', { colour: 'cluster' });
    await settled(one, two);
    expect(two.imports.byId('a')?.set).toBe(before);
  });

  it('do not bring back by its datum what was deleted elsewhere', async () => {
    const { store, kept } = fakeStore();
    const [one, two] = [createImports(store, vi.fn()), createImports(store, vi.fn())];
    await one.add(smallImport('a', '甲'));
    const late = createImports(store, vi.fn());
    await late.settled();
    await one.remove('a');
    await late.replace(smallImport('a', '甲'));
    await two.settled();
    expect(kept.size).toBe(0);
    expect(late.byId('a')).toBeNull();
  });

  it('say that a set was deleted elsewhere, and close what was open of it', async () => {
    const { one, two } = twoWindows();
    await one.imports.add(smallImport('a', '甲'));
    await settled(one, two);
    two.imports.choose({ setId: 'a', row: 0 });
    await one.imports.remove('a');
    await settled(two);
    expect(two.imports.sets.value).toEqual([]);
    expect(two.imports.chosen.value).toBeNull();
    expect(two.removed).toHaveBeenCalledExactlyOnceWith('甲');
    expect(one.removed).not.toHaveBeenCalled();
  });

  it('do not bring back what was deleted, where windows cannot speak to each other', async () => {
    const { store, kept } = fakeStore();
    const one = createImports(store, vi.fn());
    await one.add(smallImport('a', '甲'));
    const removed = vi.fn<(name: string) => void>();
    const two = createImports(store, vi.fn(), { channel: NO_CHANNEL, removed });
    await two.settled();
    await one.remove('a');
    two.restyle('a', { colour: 'cluster' });
    await two.settled();
    expect(kept.size).toBe(0);
    expect(two.byId('a')).toBeNull();
    expect(removed).toHaveBeenCalledExactlyOnceWith('甲');
  });

  it('leave alone what lives in one window’s memory', async () => {
    const refusing = fakeStore('full');
    const listeners: ((id: string) => void)[] = [];
    const channel: SetsChannel = { tell: vi.fn(), hear: (listener) => void listeners.push(listener) };
    const imports = createImports(refusing.store, vi.fn(), { channel, removed: vi.fn() });
    await imports.add(smallImport('a'));
    for (const listener of listeners) listener('a');
    await imports.settled();
    expect(imports.byId('a')).not.toBeNull();
  });
});
