import { describe, expect, it, vi } from 'vitest';
import type { KeptLook, Refused, SetsStore } from '../../src/data/sets-store.ts';
import { createImports } from '../../src/state/imports.ts';
import { smallImport } from '../fixtures/imported.ts';

/** A store that keeps what it is given, or refuses. */
function fakeStore(refuses: Refused | null = null) {
  const kept = new Map<string, Parameters<SetsStore['add']>[0] & KeptLook>();
  const store: SetsStore = {
    read: () => Promise.resolve({ kept: [...kept.values()], damaged: 0 }),
    add(set, look) {
      if (refuses === null) kept.set(look.id, { ...set, ...look });
      return Promise.resolve(refuses);
    },
    setLook(look) {
      const old = kept.get(look.id);
      if (old !== undefined) kept.set(look.id, { ...old, ...look });
      return Promise.resolve(null);
    },
    remove(id) {
      kept.delete(id);
      return Promise.resolve(null);
    },
  };
  return { store, kept };
}

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
    imports.chosen.value = { setId: 'a', row: 1 };
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
