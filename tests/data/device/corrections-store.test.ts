import { describe, expect, it } from 'vitest';
import { deviceStore } from '../../../src/data/device/corrections-store.ts';
import { DEVICE_KEYS } from '../../../src/data/device/keys.ts';
import { correct, deviceOf, moved } from '../../fixtures/corrections.ts';
import { testBase } from '../../fixtures/data.ts';
import { memoryStore } from '../../fixtures/memory-stores.ts';

const { sites } = await testBase();
const laboratory = sites.find(({ id }) => id === 'jihua-laboratory');
if (laboratory === undefined) throw new Error('the laboratory is in the register');
const corrections = [moved(laboratory), correct(laboratory, 'status', { value: 'unknown', date: null })];
const STORE_KEY = DEVICE_KEYS.corrections;
const stored = (items: readonly unknown[]) => JSON.stringify({ schema: 1, corrections: items });

describe('deviceStore', () => {
  it('keeps corrections, and nothing once there are none', () => {
    const device = deviceOf();
    expect(deviceStore(() => device).write(corrections)).toBe(true);
    const store = deviceStore(() => device);
    expect(store.read()).toEqual({ value: corrections, aside: [], keeps: true });
    store.write([]);
    expect(device.kept.size).toBe(0);
  });

  it.each(['{"schema":1,"corr', '[]', '{"schema":2,"corrections":[]}', 'null', ''])(
    'sets %j aside as it is',
    (broken) => {
      const device = deviceOf({ [STORE_KEY]: broken });
      const store = deviceStore(() => device);
      expect(store.read()).toEqual({ value: [], aside: [broken], keeps: true });
      expect(store.write(corrections)).toBe(true);
      expect(deviceStore(() => device).read()).toEqual({ value: corrections, aside: [broken], keeps: true });
    },
  );

  it('keeps the good ones of a list with a broken one, and the whole list aside, once', () => {
    const text = stored([corrections[0], { ...corrections[1], field: 'nameZh' }]);
    const device = deviceOf({ [STORE_KEY]: text });
    const store = deviceStore(() => device);
    expect(store.read()).toEqual({ value: [corrections[0]], aside: [text], keeps: true });
    expect(store.read().aside).toEqual([text]);
    device.kept.set(STORE_KEY, 'broken again');
    expect(store.read().aside).toEqual([text, 'broken again']);
    store.dropAside();
    expect(device.kept.size).toBe(0);
    device.kept.set(STORE_KEY, text);
    store.read();
    store.dropAside();
    expect([...device.kept]).toEqual([[STORE_KEY, stored([corrections[0]])]]);
  });

  it('writes over nothing that it could not set aside', () => {
    const broken = `{"schema":1,"corrections":${'['.repeat(400)}`;
    const device = deviceOf({ [STORE_KEY]: broken }, broken.length + 10);
    const store = deviceStore(() => device);
    expect(store.read()).toEqual({ value: [], aside: [broken], keeps: false });
    expect(store.write([])).toBe(false);
    expect(device.kept.get(STORE_KEY)).toBe(broken);
  });

  it('says when the device is full, and leaves what was there', () => {
    const before = stored([corrections[0]]);
    const device = deviceOf({ [STORE_KEY]: before }, before.length + 50);
    const store = deviceStore(() => device);
    expect(store.read().value).toHaveLength(1);
    expect(store.write(corrections)).toBe(false);
    expect(device.kept.get(STORE_KEY)).toBe(before);
  });

  it('lives without a storage that the browser forbids', () => {
    const store = deviceStore(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    expect(store.read()).toEqual({ value: [], aside: [], keeps: false });
    expect(store.write(corrections)).toBe(false);
    store.dropAside();
  });
});

describe('memoryStore', () => {
  it('keeps nothing', () => {
    const store = memoryStore();
    expect([store.write(corrections), store.read().keeps]).toEqual([false, false]);
  });
});
