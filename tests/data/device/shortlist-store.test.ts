/** The shortlist on the device: what is kept comes back, what is broken is set aside, what is forbidden is said. */
import { describe, expect, it } from 'vitest';
import { DEVICE_KEYS } from '../../../src/data/device/keys.ts';
import { deviceShortlist } from '../../../src/data/device/shortlist-store.ts';

const SHORTLIST_KEY = DEVICE_KEYS.shortlist;

function device(content: Record<string, string> = {}) {
  const map = new Map(Object.entries(content));
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}
const listenTo = () => {
  const target = new EventTarget();
  return { target, fire: (key: string | null) => target.dispatchEvent(Object.assign(new Event('storage'), { key })) };
};
const { target } = listenTo();

describe('the kept shortlist', () => {
  it('comes back with its order and its notes', () => {
    const storage = device();
    expect(deviceShortlist(() => storage, target).write({ ids: ['b', 'a'], notes: { a: '先看' } })).toBe(true);
    expect(deviceShortlist(() => storage, target).read()).toEqual({
      value: { ids: ['b', 'a'], notes: { a: '先看' } },
      aside: [],
      keeps: true,
    });
  });

  it('leaves nothing behind when there is nothing to keep', () => {
    const storage = device({ [SHORTLIST_KEY]: '{"schema":1,"ids":["a"],"notes":{}}' });
    deviceShortlist(() => storage, target).write({ ids: [], notes: {} });
    expect(storage.map.size).toBe(0);
  });

  it('sets aside what it cannot read, and starts empty', () => {
    for (const text of ['{', '{"schema":2,"ids":[],"notes":{}}', '{"schema":1,"ids":["A B"],"notes":{}}']) {
      const storage = device({ [SHORTLIST_KEY]: text });
      expect(deviceShortlist(() => storage, target).read()).toEqual({
        value: { ids: [], notes: {} },
        aside: [text],
        keeps: true,
      });
      expect([...storage.map]).toEqual([
        [SHORTLIST_KEY, text],
        [`${SHORTLIST_KEY}.set-aside`, text],
      ]);
      // A second broken one does not take the place of the first.
      storage.map.set(SHORTLIST_KEY, '[]');
      expect(deviceShortlist(() => storage, target).read().aside).toEqual([text, '[]']);
    }
  });

  it('says so where storage is forbidden or full', () => {
    const forbidden = deviceShortlist(() => {
      throw new Error('denied');
    }, target);
    expect(forbidden.read().keeps).toBe(false);
    expect(forbidden.write({ ids: ['a'], notes: {} })).toBe(false);
    const full = device();
    full.setItem = () => {
      throw new Error('quota');
    };
    expect(deviceShortlist(() => full, target).write({ ids: ['a'], notes: {} })).toBe(false);
  });

  it('hears of another window, and of no other key', () => {
    const window = listenTo();
    let heard = 0;
    deviceShortlist(() => device(), window.target).onChange(() => {
      heard += 1;
    });
    window.fire('something');
    expect(heard).toBe(0);
    window.fire(SHORTLIST_KEY);
    window.fire(null);
    expect(heard).toBe(2);
  });
});
