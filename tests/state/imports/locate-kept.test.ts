import { signal } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import type { Imported } from '../../../src/data/import/types.ts';
import { NO_SET_FILTER } from '../../../src/domain/set-look.ts';
import { firstLook, type ImportedSet } from '../../../src/state/imports/imported-set.ts';
import { locateKept } from '../../../src/state/imports/locate-kept.ts';
import { smallImport } from '../../fixtures/imported.ts';

const LOCATED = { codes: Uint16Array.of(1, 1, 1), disagreeing: new Uint32Array(), data: '1' };
const found = ({ set, receipt }: Imported): Imported => ({ set: { ...set, located: LOCATED }, receipt });
const shown = (id: string, located = false): ImportedSet => {
  const { set, receipt } = smallImport(id);
  return {
    id,
    set: located ? { ...set, located: LOCATED } : set,
    receipt,
    look: firstLook(set, 0),
    filter: NO_SET_FILTER,
    rows: undefined,
  };
};

it('finds once where the rows of a set lie that was kept before that was done', async () => {
  const sets = signal<readonly ImportedSet[]>([]);
  const replace = vi.fn(({ set }: Imported) => {
    sets.value = sets.peek().map((item) => (item.id === set.id ? { ...item, set } : item));
    return Promise.resolve();
  });
  const locate = vi.fn((imported: Imported) => Promise.resolve(found(imported)));
  const failed = vi.fn();
  const stop = locateKept({ sets, replace }, '1', locate, failed);
  sets.value = [shown('old'), shown('new', true)];
  await vi.waitFor(() => expect(sets.value[0]?.set.located).toBe(LOCATED));
  sets.value = [...sets.value];
  expect(locate).toHaveBeenCalledTimes(1);
  expect(failed).not.toHaveBeenCalled();
  stop();
});

it('finds anew what was found by other boundaries', async () => {
  const sets = signal<readonly ImportedSet[]>([shown('older', true)]);
  const locate = vi.fn(({ set, receipt }: Imported) =>
    Promise.resolve({ set: { ...set, located: { ...LOCATED, data: '2' } }, receipt }),
  );
  const replace = vi.fn(({ set }: Imported) => {
    sets.value = sets.peek().map((item) => ({ ...item, set }));
    return Promise.resolve();
  });
  const stop = locateKept({ sets, replace }, '2', locate, vi.fn());
  await vi.waitFor(() => expect(sets.value[0]?.set.located?.data).toBe('2'));
  expect(locate).toHaveBeenCalledTimes(1);
  stop();
});

it('leaves a set alone whose datum was said meanwhile, and says what fails', async () => {
  const sets = signal<readonly ImportedSet[]>([shown('old')]);
  const replace = vi.fn(() => Promise.resolve());
  let resolve: (value: Imported) => void = () => undefined;
  const promise = new Promise<Imported>((done) => {
    resolve = done;
  });
  const stop = locateKept({ sets, replace }, '1', () => promise, vi.fn());
  const before = sets.value[0];
  sets.value = [shown('old', true)];
  if (before !== undefined) resolve(found(before));
  await promise;
  expect(replace).not.toHaveBeenCalled();
  stop();
  const failed = vi.fn();
  const other = locateKept(
    { sets: signal([shown('bad')]), replace },
    '1',
    () => Promise.reject(new Error('no')),
    failed,
  );
  await vi.waitFor(() => expect(failed).toHaveBeenCalled());
  other();
});
