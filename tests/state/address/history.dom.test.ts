import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Camera } from '../../../src/domain/position.ts';
import { parseAddress } from '../../../src/state/address/address.ts';
import { bindHistory } from '../../../src/state/address/history.ts';
import { createAppState } from '../../../src/state/app-state.ts';
import { testBase } from '../../fixtures/data.ts';

const base = await testBase();
const camera = (zoom: number): Camera => ({ zoom, lat: 23, lng: 113, bearing: 0, pitch: 0 });
let unbind = () => {};
let calls: string[] = [];

function open(hash = '') {
  history.replaceState(null, '', `/${hash}`);
  const state = createAppState(base, parseAddress(location.hash), { lang: 'zh-Hans', theme: 'light' });
  const record = (how: 'push' | 'replace') => (_: unknown, __: string, url?: string | URL | null) => {
    calls.push(`${how} ${url}`);
  };
  const { pushState, replaceState } = History.prototype;
  vi.spyOn(history, 'pushState').mockImplementation((...args) => {
    record('push')(...args);
    pushState.apply(history, args);
  });
  vi.spyOn(history, 'replaceState').mockImplementation((...args) => {
    record('replace')(...args);
    replaceState.apply(history, args);
  });
  unbind = bindHistory(state);
  vi.runAllTimers();
  return state;
}

beforeEach(() => {
  calls = [];
  vi.useFakeTimers();
});
afterEach(() => unbind());

describe('the address bar', () => {
  it('is left alone where the state is what it says', () => {
    open('#site=jihua-laboratory');
    expect([calls, location.hash]).toEqual([[], '#site=jihua-laboratory']);
  });

  it('takes no step in a frame of another page, and the page stays in it', () => {
    const state = open('#embed=1');
    state.actions.selectSite('jihua-laboratory');
    vi.runAllTimers();
    expect(calls).toEqual(['replace #site=jihua-laboratory&embed=1']);
    history.replaceState(null, '', '/#cluster=home');
    dispatchEvent(new PopStateEvent('popstate'));
    expect(state.address.value.embed).toBe('1');
  });

  it('stays empty where nothing is chosen', () => {
    open();
    expect([calls, location.hash]).toEqual([[], '']);
  });

  it('is put right, without a step, where it holds what does not exist', () => {
    open('#lang=en&site=gone&zoom=9');
    expect(calls).toEqual(['replace #lang=en']);
  });

  it('holds the stop of a tour at once, in the same entry', () => {
    const { present } = open('#mode=present&tour=overview&stop=1');
    present.goTo(2);
    expect(calls).toEqual(['replace #mode=present&tour=overview&stop=2']);
  });

  it('gets a step for each selection, filter, view and language', () => {
    const { actions } = open();
    actions.selectSite('jihua-laboratory');
    actions.setFilter('clusters', ['home']);
    actions.openView('units');
    actions.setLang('en');
    actions.close();
    expect(calls).toEqual([
      'push #site=jihua-laboratory',
      'push #clusters=home&site=jihua-laboratory',
      'push #clusters=home&view=units',
      'push #lang=en&clusters=home&view=units',
      'push #lang=en&clusters=home',
    ]);
  });

  it('gets no step for what changes nothing', () => {
    const { actions } = open('#site=jihua-laboratory');
    actions.selectSite('jihua-laboratory');
    actions.hover({ id: 'sanlongwan', x: 1, y: 1 });
    actions.setSheet('full');
    expect(calls).toEqual([]);
  });
});

describe('camera and typing', () => {
  it('replace the entry once they rest', () => {
    const { actions } = open();
    for (let zoom = 8; zoom < 12; zoom += 0.1) actions.setCamera(camera(zoom));
    expect(calls).toEqual([]);
    vi.runAllTimers();
    for (const q of ['j', 'jh', 'jhs']) actions.setQuery(q);
    vi.runAllTimers();
    expect(calls).toEqual(['replace #map=12.00/23.00000/113.00000', 'replace #map=12.00/23.00000/113.00000&q=jhs']);
  });

  it('belong to the entry they were made in, even where a step follows at once', () => {
    const { actions } = open();
    actions.setCamera(camera(9));
    actions.selectSite('jihua-laboratory');
    vi.runAllTimers();
    expect(calls).toEqual([
      'replace #map=9.00/23.00000/113.00000',
      'push #map=9.00/23.00000/113.00000&site=jihua-laboratory',
    ]);
  });

  it('are written when the page is left', () => {
    const { actions } = open();
    actions.setCamera(camera(9));
    window.dispatchEvent(new Event('pagehide'));
    expect(location.hash).toBe('#map=9.00/23.00000/113.00000');
  });
});

describe('back and forward', () => {
  const goTo = (hash: string) => {
    History.prototype.replaceState.call(history, null, '', hash);
    window.dispatchEvent(new Event('popstate'));
    vi.runAllTimers();
  };

  it('restore the state and write nothing', () => {
    const state = open('#site=jihua-laboratory');
    goTo('#lang=en&cluster=home');
    expect([state.selection.value, state.lang.value]).toEqual([{ entity: 'cluster', id: 'home' }, 'en']);
    expect([calls, location.hash]).toEqual([[], '#lang=en&cluster=home']);
  });

  it('to what does not exist put the address right, without a step that would bar the way back', () => {
    const state = open('#site=jihua-laboratory');
    goTo('#lang=en&site=gone');
    expect([state.selection.value, calls]).toEqual([null, ['replace #lang=en']]);
  });

  it('drop a camera that was not written yet', () => {
    const state = open();
    state.actions.setCamera(camera(9));
    goTo('#cluster=home');
    expect([calls, state.camera.value]).toEqual([[], null]);
    state.actions.close();
    expect(calls).toEqual(['push #']);
  });
});

it('unbinds', () => {
  const state = open();
  unbind();
  state.actions.selectSite('jihua-laboratory');
  vi.runAllTimers();
  expect(calls).toEqual([]);
});
