import { describe, expect, it, vi } from 'vitest';
import { NO_CHANNEL, type SetsChannel } from '../../../src/data/device/sets-channel.ts';
import type { KeptLook, Refused, SetsStore } from '../../../src/data/device/sets-store.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { smallImport } from '../../fixtures/imported.ts';

/** A store that keeps what it is given, or refuses. */
function fakeStore(refuses: Refused | null = null) {
  const kept = new Map<string, Parameters<SetsStore['add']>[0] & KeptLook>();
  const store: SetsStore = {
    read: () => Promise.resolve({ kept: [...kept.values()], damaged: 0 }),
    readOne: (id) => Promise.resolve(kept.get(id) ?? null),
    add(set, look) {
      if (refuses === null) kept.set(look.id, { ...set, ...look });
      return Promise.resolve(refuses);
    },
    setLook(look) {
      const old = kept.get(look.id);
      if (old === undefined) return Promise.resolve('gone');
      kept.set(look.id, { ...old, ...look });
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

/** Two windows over one device, each told of what the other does. */
function twoWindows() {
  const { store, kept } = fakeStore();
  const listeners: ((id: string) => void)[] = [];
  const window = () => {
    const at = listeners.length;
    const removed = vi.fn<(name: string) => void>();
    const channel: SetsChannel = {
      tell(id) {
        for (const [n, listener] of listeners.entries()) if (n !== at) listener(id);
      },
      hear: (listener) => void listeners.push(listener),
    };
    return { imports: createImports(store, vi.fn(), { channel, removed }), removed };
  };
  return { kept, one: window(), two: window() };
}

async function settled(...all: readonly { readonly imports: ReturnType<typeof createImports> }[]): Promise<void> {
  for (let n = 0; n < 3; n++) for (const { imports } of all) await imports.settled();
}

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
