import { describe, expect, it, vi } from 'vitest';
import type { ToursStore } from '../../../src/data/device/tours-store.ts';
import { withChange, withMoved } from '../../../src/domain/tour-edit.ts';
import { createAuthoring } from '../../../src/state/present/authoring.ts';
import { memoryTours } from '../../fixtures/memory-stores.ts';
import { tourOf } from '../../fixtures/tour.ts';

const seconds = (n: number) => (tour: ReturnType<typeof tourOf>) => withChange(tour, 0, { seconds: n });

async function made(store: ToursStore = memoryTours(), at = 1) {
  const authoring = createAuthoring(store, () => at);
  await vi.waitFor(() => expect(authoring.ready.value).toBe(true));
  return { authoring, store };
}

describe('the tour that is made', () => {
  it('is edited, undone and redone', async () => {
    const { authoring } = await made();
    authoring.open(tourOf('a', 'b'));
    authoring.edit((tour) => withMoved(tour, 0, 1));
    authoring.edit(seconds(30), 'seconds');
    authoring.edit(seconds(31), 'seconds');
    expect(authoring.tour.value?.stops[0]).toMatchObject({ id: 'b', seconds: 31 });
    authoring.undo();
    expect(authoring.tour.value?.stops[0]).toMatchObject({ id: 'b', seconds: 15 });
    authoring.undo();
    expect(authoring.canUndo.value).toBe(false);
    authoring.redo();
    expect(authoring.tour.value?.stops[0]?.id).toBe('b');
  });

  it('survives a page that went away without saving, until it is discarded', async () => {
    const { authoring, store } = await made();
    authoring.open(tourOf('a'));
    authoring.edit(seconds(42));
    await authoring.flush();

    const { authoring: next } = await made(store, 2);
    expect(next.own.value).toEqual([]);
    expect(next.recovered.value.map(({ tour }) => tour.stops[0]?.seconds)).toEqual([42]);
    const [kept] = next.recovered.value;
    if (kept !== undefined) next.open(kept.tour);
    expect(next.unsaved.value).toBe(true);
    expect(next.recovered.value).toEqual([]);
    const { authoring: last } = await made(store, 3);
    await last.discard('own-1');
    expect((await made(store)).authoring.recovered.value).toEqual([]);
  });

  it('is written to the device when typing rests, without being asked', async () => {
    vi.useFakeTimers();
    const store = memoryTours();
    const authoring = createAuthoring(store, () => 1);
    authoring.open(tourOf('a'));
    authoring.edit(seconds(20));
    await vi.advanceTimersByTimeAsync(1000);
    vi.useRealTimers();
    expect((await store.read()).drafts.map(({ tour }) => tour.stops[0]?.seconds)).toEqual([20]);
  });

  it('is saved, and its draft goes; reverting gives back what was saved', async () => {
    const { authoring, store } = await made();
    authoring.open(tourOf('a'));
    authoring.edit(seconds(20));
    await authoring.flush();
    expect(await authoring.save()).toBe(true);
    expect(authoring.unsaved.value).toBe(false);
    expect((await store.read()).drafts).toEqual([]);
    expect(authoring.own.value.map(({ id }) => id)).toEqual(['own-1']);
    authoring.edit(seconds(99));
    expect(authoring.unsaved.value).toBe(true);
    await authoring.revert();
    expect(authoring.tour.value?.stops[0]?.seconds).toBe(20);
    expect(authoring.unsaved.value).toBe(false);
  });

  it('stays a draft where the device keeps nothing, and says so', async () => {
    const refusing: ToursStore = { ...memoryTours(), put: () => Promise.resolve(false) };
    const { authoring } = await made(refusing);
    authoring.open(tourOf('a'));
    authoring.edit(seconds(20));
    expect(await authoring.save()).toBe(false);
    expect(authoring.keeps.value).toBe(false);
    expect(authoring.tour.value?.stops[0]?.seconds).toBe(20);
  });

  it('gets an id that no tour of this device has, drafts included', async () => {
    const { authoring, store } = await made();
    await store.put('tours', { tour: { ...tourOf('a'), id: 'own-1' }, at: 1 });
    await store.put('drafts', { tour: { ...tourOf('a'), id: 'own-2' }, at: 1 });
    expect((await made(store)).authoring.freshId()).toBe('own-3');
    expect(authoring.freshId()).toBe('own-1');
  });

  it('is taken away with its draft', async () => {
    const { authoring, store } = await made();
    authoring.open(tourOf('a'));
    authoring.edit(seconds(20));
    await authoring.save();
    await authoring.remove('own-1');
    expect(await store.read()).toMatchObject({ tours: [], drafts: [] });
  });
});
