import { signal } from '@preact/signals';
import { afterEach, expect, it, vi } from 'vitest';
import { openHostLine } from '../../../src/state/embed/host-line.ts';
import type { MapPort } from '../../../src/state/map-port.ts';
import { presentationOf } from '../../../src/state/present/presentation.ts';
import { makeApp } from '../../fixtures/app.tsx';
import { testBase } from '../../fixtures/data.ts';
import { memoryTours } from '../../fixtures/memory-stores.ts';

const HOST = 'https://portal.example';
const SIGNED = { app: 'foshan-224-map', version: 1 };
const NO_FILTERS = { clusters: null, districts: null, kinds: null, statuses: null, precisions: null };
const HELLO = { ...SIGNED, type: 'hello' };

const base = await testBase();
const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

type Hear = Parameters<Parameters<typeof openHostLine>[1]['addEventListener']>[1];

/** A map in a frame, and the page around it. */
function framed(hash = 'embed=1') {
  const app = makeApp(hash, { base: { config: { ...base.config, embedOrigins: [HOST] } } });
  const map = signal<MapPort | null>(app.port);
  const told: (readonly [message: unknown, to: string])[] = [];
  const parent = { postMessage: (message: unknown, to: string) => void told.push([message, to]) };
  let hear: Hear = () => undefined;
  const own = {
    parent,
    addEventListener(_: string, listener: Hear) {
      hear = listener;
    },
    removeEventListener: vi.fn(),
  };
  stops.push(openHostLine({ ...app, map }, own));
  return {
    ...app,
    map,
    say: (data: unknown, from: { origin?: string; source?: unknown } = {}) =>
      hear({ source: parent, origin: HOST, data, ...from }),
    /** What was told since this was asked last. */
    heard: () => told.splice(0),
  };
}

/** A map that the page around has greeted. */
function greeted(hash?: string) {
  const made = framed(hash);
  made.say(HELLO);
  made.heard();
  return made;
}

const event = (message: object) => [{ ...SIGNED, ...message }, HOST];

it('says to everybody that it is there, and nothing more; to the page that greets it how it stands', () => {
  const { say, heard } = framed('embed=1&site=jihua-laboratory&clusters=food&map=11.00/23.02000/113.10000');
  expect(heard()).toEqual([[{ ...SIGNED, type: 'here' }, '*']]);
  say(HELLO);
  const camera = { zoom: 11, lat: 23.02, lng: 113.1, bearing: 0, pitch: 0 };
  expect(heard()).toEqual([
    event({ type: 'ready' }),
    event({ type: 'view', camera }),
    event({ type: 'filter', filters: { ...NO_FILTERS, clusters: ['food'] } }),
    event({ type: 'select', thing: { entity: 'site', id: 'jihua-laboratory' } }),
  ]);
  say(HELLO);
  expect(heard()).toHaveLength(4);
});

it('hears nobody whom the config does not name, no other window, and no other program', () => {
  const { say, heard, state } = framed();
  heard();
  const select = { ...SIGNED, type: 'select', thing: { entity: 'site', id: 'jihua-laboratory' } };
  for (const message of [HELLO, select]) {
    say(message, { origin: 'https://other.example' });
    say(message, { origin: 'null' });
    say(message, { source: {} });
    say({ ...message, app: 'another' });
  }
  for (const junk of [null, 7, 'hello', [], { type: 'hello' }]) say(junk);
  expect([heard(), state.selection.value]).toEqual([[], null]);
});

it('chooses, filters and looks as it is told, and tells it once, as what the user does', async () => {
  const { say, heard, state, port, map } = greeted();
  say({ ...SIGNED, type: 'select', thing: { entity: 'district', id: 'shunde' } });
  expect(heard()).toEqual([event({ type: 'select', thing: { entity: 'district', id: 'shunde' } })]);
  state.actions.selectSite('jihua-laboratory');
  state.actions.selectSite('jihua-laboratory');
  expect(heard()).toEqual([event({ type: 'select', thing: { entity: 'site', id: 'jihua-laboratory' } })]);
  say({ ...SIGNED, type: 'select', thing: null });
  expect([heard(), state.selection.value]).toEqual([[event({ type: 'select', thing: null })], null]);

  say({ ...SIGNED, type: 'filter', filters: { clusters: ['home', 'food'], districts: ['none'] } });
  say({ ...SIGNED, type: 'filter', filters: { clusters: null, kinds: [] } });
  expect(heard().at(-1)).toEqual(event({ type: 'filter', filters: { ...NO_FILTERS, districts: ['none'], kinds: [] } }));

  map.value = null;
  say({ ...SIGNED, type: 'view', camera: { zoom: 12, lat: 23, lng: 113 } });
  expect(port.moveTo).not.toHaveBeenCalled();
  // The map comes after what was said to it.
  map.value = port;
  const camera = { zoom: 12, lat: 23, lng: 113, bearing: 0, pitch: 0, across: null };
  expect(vi.mocked(port.moveTo).mock.calls).toEqual([[{ kind: 'camera', camera }, 600]]);
  say({ ...SIGNED, type: 'view', camera: null });
  expect(port.reset).toHaveBeenCalledTimes(1);
});

it.each([
  [{ version: 2, type: 'select', thing: null }, 'select', 'version', ['version']],
  [{ type: 'fly' }, 'fly', 'form', ['type']],
  [{ type: 7 }, null, 'form', ['type']],
  [{ type: 'select', thing: { entity: 'clause', id: '2.1' } }, 'select', 'form', ['thing.entity']],
  [{ type: 'select', thing: { entity: 'site', id: 'nowhere' } }, 'select', 'unknown', ['thing.id']],
  [{ type: 'filter', filters: { clusters: ['food', 'steel'] } }, 'filter', 'form', ['filters.clusters.1']],
  [{ type: 'filter', filters: { q: 'words' } }, 'filter', 'form', ['filters.q']],
  [{ type: 'view', camera: { zoom: 99, lat: 23, lng: 113 } }, 'view', 'form', ['camera.zoom']],
  [{ type: 'view', camera: { zoom: Number.NaN, lat: 23, lng: 113 } }, 'view', 'form', ['camera.zoom']],
])('refuses %j, says why and where, and changes nothing', (message, command, reason, at) => {
  const { say, heard, state } = greeted();
  const before = state.address.value;
  say({ ...SIGNED, ...message });
  expect(heard()).toEqual([event({ type: 'refused', command, reason, at })]);
  expect(state.address.value).toBe(before);
});

it('tells of a tour where it is, by ids, and lets nobody else lead it', () => {
  const { say, heard, state, ...app } = framed('embed=tour&mode=present&tour=policy&stop=2');
  presentationOf({ state, i18n: app.i18n }, memoryTours);
  say(HELLO);
  state.present.goTo(3);
  say({ ...SIGNED, type: 'select', thing: null });
  expect(heard().slice(1)).toEqual([
    event({ type: 'ready' }),
    event({ type: 'stop', tour: 'policy', stop: 2 }),
    event({ type: 'stop', tour: 'policy', stop: 3 }),
    event({ type: 'refused', command: 'select', reason: 'tour', at: [] }),
  ]);
});
