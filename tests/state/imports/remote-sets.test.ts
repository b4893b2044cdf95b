import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NO_PLACES } from '../../../src/data/device/remote-places-store.ts';
import { ImportError } from '../../../src/data/import/guards/notes.ts';
import type { RemoteAnswer, RemoteSource, RemoteView } from '../../../src/data/remote/types.ts';
import type { RemotePlaces } from '../../../src/domain/schema/remote.ts';
import { NO_SET_FILTER } from '../../../src/domain/set-look.ts';
import { NO_THREAD } from '../../../src/state/imports/column-thread.ts';
import { firstLook } from '../../../src/state/imports/imported-set.ts';
import { createImports } from '../../../src/state/imports/imports.ts';
import { ALONE } from '../../../src/state/imports/kept-sets.ts';
import { keepPlaces } from '../../../src/state/imports/remote-places.ts';
import { followView, keptSources } from '../../../src/state/imports/remote-sets.ts';
import { smallImport } from '../../fixtures/imported.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const FAR: RemoteSource = {
  id: 'far',
  label: 'Far',
  url: 'https://maps.example/a.fgb',
  format: 'flatgeobuf',
  layer: null,
  attribution: null,
};
const at = (zoom: number): RemoteView => ({ bbox: [113, 22.9, 113.1, 23], zoom });
const store = {
  read: () => Promise.resolve({ kept: [], damaged: 0 }),
  readOne: () => Promise.resolve(null),
  add: vi.fn(() => Promise.resolve(null)),
  replace: vi.fn(() => Promise.resolve(null)),
  setLook: vi.fn(() => Promise.resolve(null)),
  remove: vi.fn(() => Promise.resolve(null)),
};
const rows: RemoteAnswer = {
  kind: 'rows',
  total: 1000,
  thinned: false,
  cost: { bytes: 1, requests: 1 },
  imported: smallImport('far', 'Far'),
};

function follow(read: (source: RemoteSource, view: RemoteView) => Promise<RemoteAnswer>) {
  const imports = createImports(store, vi.fn());
  const view = signal<RemoteView | null>(null);
  const stop = followView(imports.remote, view, read);
  const item = () => imports.byId('far');
  return { imports, view, stop, item };
}
const rest = () => vi.advanceTimersByTimeAsync(300);

describe('a set on a server', () => {
  it('is read for the view that rests, and not for those on the way', async () => {
    const read = vi.fn(() => Promise.resolve(rows));
    const { imports, view, item } = follow(read);
    imports.addRemote(FAR);
    view.value = at(9);
    view.value = at(10);
    expect(read).not.toHaveBeenCalled();
    await rest();
    expect(read.mock.calls).toEqual([[FAR, at(10)]]);
    expect([item()?.set.count, item()?.remote?.phase, item()?.remote?.total]).toEqual([3, 'shown', 1000]);
  });

  it('keeps its filter over the rows of the next view', async () => {
    const { imports, view, item } = follow(() => Promise.resolve(rows));
    imports.addRemote(FAR);
    imports.refilter('far', { clusters: ['auto'] });
    view.value = at(10);
    await rest();
    expect([...(item()?.rows ?? [])]).toEqual([0]);
  });

  it('asks a server that takes filters anew for each, with the limits of its classes', async () => {
    const read = vi.fn<(source: RemoteSource, view: RemoteView) => Promise<RemoteAnswer>>().mockResolvedValue(rows);
    const { imports, view } = follow(read);
    const function_ = { ...FAR, format: 'tilejson', pushDown: true } as const;
    imports.addRemote(function_);
    view.value = at(10);
    await rest();
    const atLeast = { kind: 'number', column: '员工数', from: 100, to: null, blank: false } as const;
    imports.refilter('far', { columns: [atLeast] });
    await rest();
    const breaks = [50, 500];
    imports.restyle('far', { colourBy: { kind: 'number', column: '员工数', method: 'own', ramp: 'heat', breaks } });
    await rest();
    // What changes nothing that the server is told asks nothing.
    imports.restyle('far', { name: 'Other' });
    await rest();
    const queries = read.mock.calls.map(([, { query }]) => new URLSearchParams(query));
    expect(queries.map((query) => [query.get('filter'), query.get('breaks')])).toEqual([
      [null, null],
      [JSON.stringify([atLeast]), null],
      [JSON.stringify([atLeast]), JSON.stringify({ column: '员工数', breaks })],
    ]);
  });

  it('tells a server that takes no filters nothing of them', async () => {
    const read = vi.fn(() => Promise.resolve(rows));
    const { imports, view } = follow(read);
    imports.addRemote(FAR);
    view.value = at(10);
    imports.refilter('far', { columns: [{ kind: 'text', column: 'name', text: '厂' }] });
    await rest();
    expect(read.mock.calls).toEqual([[FAR, at(10)]]);
  });

  it('says how many there would be where they are too many, and what failed', async () => {
    const answers: (() => Promise<RemoteAnswer>)[] = [
      () => Promise.resolve({ kind: 'too-many', about: 90_000, total: 1e7, thinned: false, cost: rows.cost }),
      () => Promise.reject(new ImportError('remote-unreachable', { host: 'maps.example' })),
    ];
    const { imports, view, item } = follow(() => (answers.shift() ?? (() => Promise.resolve(rows)))());
    imports.addRemote(FAR);
    view.value = at(8);
    await rest();
    expect(item()?.remote).toMatchObject({ phase: 'too-many', about: 90_000 });
    view.value = at(9);
    await rest();
    expect(item()?.remote).toMatchObject({
      phase: 'failed',
      failure: { code: 'remote-unreachable', params: { host: 'maps.example' } },
    });
    view.value = at(10);
    await rest();
    expect(item()?.remote?.phase).toBe('shown');
  });

  it('takes no late answer for a view that is left', async () => {
    let late: (answer: RemoteAnswer) => void = () => undefined;
    const read = vi
      .fn<(source: RemoteSource, view: RemoteView) => Promise<RemoteAnswer>>()
      .mockImplementationOnce(() => new Promise((resolve) => (late = resolve)))
      .mockResolvedValue(rows);
    const { imports, view, item } = follow(read);
    imports.addRemote(FAR);
    view.value = at(9);
    await rest();
    view.value = at(12);
    await rest();
    late({ kind: 'too-many', about: 5, total: null, thinned: false, cost: rows.cost });
    await rest();
    expect(item()?.remote?.phase).toBe('shown');
  });

  it('is asked for nothing while it is hidden, and is kept in no database', async () => {
    const read = vi.fn(() => Promise.resolve(rows));
    const { imports, view } = follow(read);
    imports.addRemote(FAR);
    imports.restyle('far', { visible: false });
    view.value = at(10);
    await rest();
    await imports.remove('far');
    expect(read).not.toHaveBeenCalled();
    for (const call of [store.add, store.setLook, store.remove]) expect(call).not.toHaveBeenCalled();
  });
});

describe('sets on servers among those of the device', () => {
  const local = (...ids: string[]) => ({
    ...store,
    read: () =>
      Promise.resolve({
        kept: ids.map((id, order) => {
          const { set, receipt } = smallImport(id, id);
          return { id, set, receipt, look: firstLook(set, order), filter: NO_SET_FILTER, order };
        }),
        damaged: 0,
      }),
  });
  const near: RemoteSource = { ...FAR, id: 'near', label: 'Near' };
  const shown = ({ sets }: ReturnType<typeof createImports>) =>
    sets.value.map(({ id, look }) => (look.visible ? id : `(${id})`));

  it('keep their order and their switch over a reload, whatever came and went among the others', async () => {
    let kept: RemotePlaces = NO_PLACES;
    const first = createImports(local('a', 'b', 'c'), vi.fn());
    first.addRemote(FAR);
    first.addRemote(near);
    await first.settled();
    const stop = keepPlaces(first, (places) => (kept = places));
    first.move('far', -1);
    first.move('far', -1);
    first.restyle('near', { visible: false });
    expect(shown(first)).toEqual(['a', 'far', 'b', 'c', '(near)']);
    stop();
    const again = async (...ids: string[]) => {
      const imports = createImports(local(...ids), vi.fn(), ALONE, signal(null), NO_THREAD, kept);
      for (const source of [FAR, near]) imports.addRemote(source, !kept.hidden.includes(source.id));
      await imports.settled();
      return shown(imports);
    };
    expect(await again('a', 'b', 'c')).toEqual(['a', 'far', 'b', 'c', '(near)']);
    expect(await again('b', 'c', 'd')).toEqual(['far', 'b', 'c', '(near)', 'd']);
  });
});

describe('addresses that the user gave', () => {
  const device = (text: string | null) => {
    const kept = new Map(text === null ? [] : [['foshan-224-map.remote', text]]);
    return {
      kept,
      storage: () => ({
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => void kept.set(key, value),
        removeItem: (key: string) => void kept.delete(key),
      }),
    };
  };

  it('come back as they were, and leave nothing behind when the last goes', () => {
    const { kept, storage } = device(null);
    keptSources(storage).change(() => [FAR]);
    const again = keptSources(storage);
    expect(again.sources.value).toEqual([FAR]);
    again.change(() => []);
    expect(kept.size).toBe(0);
  });

  it.each(['{', '[{"url":"javascript:alert(1)"}]', 'null'])('are none where the device holds %s', (text) => {
    expect(keptSources(device(text).storage).sources.value).toEqual([]);
  });
});
