/** In a frame of another page nothing that the device keeps is read or written. */
import type { DBSchema } from 'idb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepsDatabases, keptDb } from '../../../src/data/device/kept-db.ts';
import { holdsText, keepText, textAt } from '../../../src/data/device/storage.ts';

interface Schema extends DBSchema {
  shelf: { key: string; value: string };
}

const KEY = 'foshan-224-map.shortlist';

beforeEach(() => localStorage.setItem(KEY, 'kept'));
afterEach(() => {
  delete document.documentElement.dataset['embed'];
  localStorage.clear();
});

it('reads no text and writes none', () => {
  expect([textAt(KEY), holdsText(KEY)]).toEqual(['kept', true]);
  document.documentElement.dataset['embed'] = '1';
  expect([textAt(KEY), holdsText(KEY), keepText(KEY, 'other'), keepText(KEY, null)]).toEqual([
    null,
    false,
    false,
    false,
  ]);
  expect(localStorage.getItem(KEY)).toBe('kept');
});

it('opens no database', async () => {
  document.documentElement.dataset['embed'] = 'map';
  const open = vi.fn();
  vi.stubGlobal('indexedDB', { open });
  expect(keepsDatabases()).toBe(false);
  const kept = await keptDb<Schema>('foshan-224-map.test', ['shelf']).attempt(
    () => Promise.resolve('opened'),
    () => 'refused',
  );
  expect(kept).toBe('refused');
  expect(open).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});
