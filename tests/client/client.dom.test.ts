import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { connect, type FramedMap } from '../../src/client/client.ts';

const MAP = 'https://maps.example';
const SIGNED = { app: 'foshan-224-map', version: 1 };

let map: FramedMap;
let said: unknown[];
const listeners = new Set<(event: object) => void>();
const inside = { postMessage: (message: unknown, to: string) => void said.push([message, to]) };

beforeEach(() => {
  said = [];
  vi.spyOn(globalThis, 'addEventListener').mockImplementation((_: string, listener: unknown) => {
    if (typeof listener === 'function') listeners.add((event) => listener(event));
  });
  const frame = document.createElement('iframe');
  Object.defineProperty(frame, 'src', { value: `${MAP}/foshan/#embed=map` });
  Object.defineProperty(frame, 'contentWindow', { value: inside });
  map = connect(frame);
});
afterEach(() => {
  map.close();
  listeners.clear();
  vi.restoreAllMocks();
});

const hear = (message: object, from: object = {}) => {
  for (const listener of listeners) listener({ source: inside, origin: MAP, data: { ...SIGNED, ...message }, ...from });
};
const sent = (message: object) => [{ ...SIGNED, ...message }, MAP];

it('greets at once and when the map says that it is there; what is said before waits for the answer', () => {
  map.select({ entity: 'site', id: 'a' });
  map.filter({ clusters: ['food'] });
  expect(said).toEqual([sent({ type: 'hello' })]);
  hear({ type: 'here' });
  expect(said.splice(0)).toEqual([sent({ type: 'hello' }), sent({ type: 'hello' })]);
  hear({ type: 'ready' });
  expect(said.splice(0)).toEqual([
    sent({ type: 'select', thing: { entity: 'site', id: 'a' } }),
    sent({ type: 'filter', filters: { clusters: ['food'] } }),
  ]);
  map.view(null);
  expect(said).toEqual([sent({ type: 'view', camera: null })]);
});

it('calls back with what it was asked for, until it is told to stop', () => {
  const chosen = vi.fn();
  const stop = map.on('select', chosen);
  hear({ type: 'view', camera: null });
  hear({ type: 'select', thing: null });
  stop();
  hear({ type: 'select', thing: null });
  expect(chosen.mock.calls).toEqual([[{ ...SIGNED, type: 'select', thing: null }]]);
});

it('hears the frame alone, from the map’s origin, in its own version', () => {
  const ready = vi.fn();
  map.on('ready', ready);
  hear({ type: 'ready' }, { origin: 'https://other.example' });
  hear({ type: 'ready' }, { source: {} });
  hear({ type: 'ready', version: 2 });
  hear({ type: 'ready' }, { data: 'ready' });
  expect(ready).not.toHaveBeenCalled();
  hear({ type: 'ready' });
  expect(ready).toHaveBeenCalledTimes(1);
});
